import ProbityTestSupport
import Testing

@testable import ProbityYAML

struct ByteOffsetsTests {
  @Test(arguments: ["", "abc", "é", "aé阿😀b", "\u{FEFF}aé", "\u{FEFF}", "\u{FEFF}abc"])
  func `positions in scalars become offsets in bytes`(text: String) {
    checkAll(text)
  }

  @Test(arguments: [63, 64, 65, 127, 128, 129, 1_000])
  func `long texts are no different`(count: Int) {
    checkAll(String(repeating: "é", count: count))
    checkAll(String(repeating: "a", count: count))
    checkAll("\u{FEFF}" + String(repeating: "a😀", count: count) + "é")
  }

  @Test func `random texts are no different`() {
    var generator = SeededGenerator(seed: 64)
    let letters: [Unicode.Scalar] = ["a", "é", "阿", "😀", "\n"]
    for _ in 0..<100 {
      var text = ""
      for _ in 0..<Int.random(in: 0..<300, using: &generator) {
        text.unicodeScalars.append(letters.randomElement(using: &generator) ?? "a")
      }
      checkAll(text)
    }
  }

  /// Compares with the slow way, for every position and some past the end.
  private func checkAll(_ text: String) {
    let offsets = ByteOffsets(Array(text.utf8))
    var expected = text.utf8.starts(with: "\u{FEFF}".utf8) ? 3 : 0
    var index = 0
    #expect(offsets.base == expected)
    for scalar in text.unicodeScalars.dropFirst(expected == 3 ? 1 : 0) {
      #expect(offsets[index] == expected)
      index += 1
      expected += UTF8.width(scalar)
    }
    #expect(offsets[index] == text.utf8.count)
    #expect(offsets[index + 100] == text.utf8.count)
  }
}
