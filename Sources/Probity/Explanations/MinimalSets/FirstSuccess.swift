/// The first number from 1 up at which a test succeeds that then goes on to succeed.
///
/// One more than `count` if it does not succeed up to there; nil if a run could not be made. A run
/// tries up to 64 numbers, a bit each: two of them do for 4,096.
func firstSuccess(upTo count: Int, _ test: (_ numbers: [Int]) -> UInt64?) -> Int? {
  var (low, high) = (1, count + 1)
  while low < high {
    let tries = min(64, high - low)
    let numbers = (1...tries).map { low - 1 + ($0 * (high - low) + tries - 1) / tries }
    guard let bits = test(numbers) else { return nil }
    let first = min(tries, bits.trailingZeroBitCount)
    if first < tries { high = numbers[first] }
    if first > 0 { low = numbers[first - 1] + 1 }
  }
  return low
}
