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

  @Test func `positions may go back`() {
    let bytes = Array("aé阿😀b\n0123456789".utf8)
    var offsets = ByteOffsets(bytes.span)
    let expected = [0: 0, 1: 1, 2: 3, 3: 6, 4: 10, 5: 11, 15: 21, 16: 22, 17: 22]
    for index in [16, 0, 5, 4, 3, 2, 1, 15, 3, 3, 17, 4] {
      #expect(offsets.offset(of: index, in: bytes.span) == expected[index])
    }
  }

  /// Compares with the slow way, for every position and some past the end.
  private func checkAll(_ text: String) {
    let bytes = Array(text.utf8)
    var offsets = ByteOffsets(bytes.span)
    var expected = 0
    for (index, scalar) in text.unicodeScalars.enumerated() {
      #expect(offsets.offset(of: index, in: bytes.span) == expected)
      expected += UTF8.width(scalar)
    }
    let count = text.unicodeScalars.count
    #expect(offsets.offset(of: count, in: bytes.span) == text.utf8.count)
    #expect(offsets.offset(of: count + 100, in: bytes.span) == text.utf8.count)
  }
}
