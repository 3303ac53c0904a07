import ProbityText
import Testing

struct OffsetMapTests {
  /// `ab`, an escape of six bytes for two, `cd`, a gap in the file, `e`.
  private let map: OffsetMap = {
    var map = OffsetMap()
    map.append(decodedCount: 2, source: 10..<12)
    map.append(decodedCount: 2, source: 12..<18)
    map.append(decodedCount: 2, source: 18..<20)
    map.append(decodedCount: 1, source: 25..<26)
    return map
  }()

  @Test(arguments: [
    (0..<1, 10..<11), (1..<2, 11..<12), (0..<2, 10..<12), (2..<4, 12..<18), (1..<4, 11..<18),
    (2..<3, 12..<18), (4..<5, 18..<19), (3..<5, 12..<19), (5..<7, 19..<26), (6..<7, 25..<26),
    (4..<4, 18..<18), (6..<6, 25..<25), (7..<7, 26..<26), (6..<9, 25..<26), (0..<0, 10..<10),
  ])
  func `decoded ranges lead to what they came from`(decoded: Range<Int>, source: Range<Int>) {
    #expect(map.sourceRange(of: decoded) == source)
  }

  @Test func `pieces that follow each other verbatim become one`() {
    var map = OffsetMap(verbatim: 3, at: 5)
    map.append(decodedCount: 2, source: 8..<10)
    #expect(map.segments.map(\.decoded) == [0..<5])
    #expect(map.segments.map(\.source) == [5..<10])
    map.append(decodedCount: 2, source: 11..<13)
    #expect(map.segments.count == 2)
  }

  @Test func `an empty map leads nowhere without failing`() {
    #expect(OffsetMap().sourceRange(of: 0..<3) == 0..<0)
  }

  @Test func `a whole source is embedded in itself`() {
    let source = SourceText(name: "a", "x\nyz")
    let text = EmbeddedText(source)
    #expect(text.text == "x\nyz")
    #expect(text.span(2..<4) == source.span(2..<4))
  }
}
