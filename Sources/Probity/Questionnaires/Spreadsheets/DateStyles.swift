import ProbityCEL

/// Which looks of cells make a day of a number.
enum DateStyles {
  /// Whether each look, by its number, shows a day.
  static func read(_ part: WorkbookParts.Part) throws(WorkbookFault) -> [Bool] {
    var codes: [Int: String] = [:]
    var looks: [Int] = []
    var isInLooks = false
    try XMLReader.read(part.bytes, part.name) { event throws(WorkbookFault) in
      switch event {
      case .start("numFmt", let attributes):
        if let id = attributes["numFmtId"].flatMap({ Int($0) }) {
          codes[id] = attributes["formatCode"] ?? ""
        }
      case .start("cellXfs", _): isInLooks = true
      case .end("cellXfs"): isInLooks = false
      case .start("xf", let attributes) where isInLooks:
        looks.append(attributes["numFmtId"].flatMap { Int($0) } ?? 0)
      case .start, .end, .text: break
      }
    }
    return looks.map { isDay($0, codes[$0]) }
  }

  /// Numbers below 164 have meanings of their own (ISO/IEC 29500-1, 18.8.30), which a code can't
  /// change.
  private static func isDay(_ id: Int, _ code: String?) -> Bool {
    switch id {
    case 14...17, 22, 27...31, 34...36, 50...58: true
    case 164...: isDay(code ?? "")
    default: false
    }
  }

  /// Whether a code such as `yyyy\-mm\-dd` shows years or days, outside of quotes and brackets.
  private static func isDay(_ code: String) -> Bool {
    var isQuoted = false
    var isBracketed = false
    var isEscaped = false
    for character in code.lowercased() {
      if isEscaped {
        isEscaped = false
        continue
      }
      switch character {
      case "\"": isQuoted.toggle()
      case "[" where !isQuoted: isBracketed = true
      case "]" where !isQuoted: isBracketed = false
      case "\\", "_", "*": isEscaped = !isQuoted
      case "y", "d": if !isQuoted && !isBracketed { return true }
      default: break
      }
    }
    return false
  }

  /// The day of a number; nil for what is none, or has a time of day.
  static func day(_ number: Double, countsFrom1904: Bool) -> String? {
    guard number.rounded() == number, (1...2_958_465).contains(number) else { return nil }
    let days = Int(number)
    if countsFrom1904 { return CalendarDate(daysSince1970: days - 24_107).description }
    // Before March 1900 spreadsheets disagree about which day is meant.
    return days > 60 ? CalendarDate(daysSince1970: days - 25_569).description : nil
  }
}
