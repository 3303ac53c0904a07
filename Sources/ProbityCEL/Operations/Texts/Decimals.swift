/// The exact decimal digits of a number: a double has finitely many.
///
/// Rounding these, half to even, is what `%f` and `%e` mean; a detour by way of the shortest
/// digits would round twice.
struct Decimal {
  /// Digits from the first that is not zero; empty for zero.
  private var digits: [UInt8]
  /// How many of them stand before the point; negative for zeros behind it.
  private var point: Int

  init(_ number: Double) {
    digits = String(number.significandBitPattern | (number.isNormal ? 1 << 52 : 0)).utf8
      .map { $0 - UInt8(ascii: "0") }
    let exponent = max(Int(number.exponentBitPattern), 1) - 1075
    point = digits.count
    if exponent > 0 { for _ in 0..<exponent { double() } }
    if exponent < 0 { for _ in 0..<(-exponent) { halve() } }
    trim()
  }

  private mutating func double() {
    var carry: UInt8 = 0
    for place in digits.indices.reversed() {
      let product = digits[place] * 2 + carry
      digits[place] = product % 10
      carry = product / 10
    }
    if carry > 0 {
      digits.insert(carry, at: 0)
      point += 1
    }
  }

  private mutating func halve() {
    var rest: UInt8 = 0
    for place in digits.indices {
      let part = rest * 10 + digits[place]
      digits[place] = part / 2
      rest = part % 2
    }
    if rest > 0 { digits.append(5) }
    if digits.first == 0 {
      digits.removeFirst()
      point -= 1
    }
  }

  private mutating func trim() {
    while digits.last == 0 { digits.removeLast() }
    let zeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(zeros)
    point = digits.isEmpty ? 0 : point - zeros
  }

  /// Keeps some digits and rounds, half to even.
  private mutating func round(toDigits count: Int) {
    guard count < digits.count else { return }
    guard count >= 0 else {
      digits = []
      point = 0
      return
    }
    let next = digits[count]
    let isHalf = next == 5 && count + 1 == digits.count
    let isOdd = count > 0 && digits[count - 1] % 2 == 1
    digits.removeLast(digits.count - count)
    if next > 5 || (next == 5 && (!isHalf || isOdd)) { increment() }
    if digits.isEmpty { point = 0 }
  }

  private mutating func increment() {
    var place = digits.count - 1
    while place >= 0, digits[place] == 9 {
      digits[place] = 0
      place -= 1
    }
    if place >= 0 {
      digits[place] += 1
    } else {
      digits.insert(1, at: 0)
      point += 1
    }
  }

  private func text(_ range: Range<Int>) -> String {
    let codes = range.map { digits.indices.contains($0) ? digits[$0] : 0 }
    return String(decoding: codes.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
  }

  /// As `%f` writes it, with some digits behind the point.
  func fixed(_ precision: Int) -> String {
    var decimal = self
    decimal.round(toDigits: point + precision)
    let whole = decimal.point > 0 ? decimal.text(0..<decimal.point) : "0"
    guard precision > 0 else { return whole }
    return whole + "." + decimal.text(decimal.point..<(decimal.point + precision))
  }

  /// As `%e` writes it, with one digit before the point and some behind.
  func scientific(_ precision: Int) -> String {
    var decimal = self
    decimal.round(toDigits: precision + 1)
    let exponent = decimal.digits.isEmpty ? 0 : decimal.point - 1
    let fraction = precision > 0 ? "." + decimal.text(1..<(precision + 1)) : ""
    let sign = exponent < 0 ? "-" : "+"
    return decimal.text(0..<1) + fraction + "e" + sign + padded(abs(exponent), 2)
  }
}
