import ProbityText
import Testing

struct DiagnosticListTests {
  private let first = SourceText(name: "a.yaml", "abcdef")
  private let second = SourceText(name: "b.yaml", "abcdef")

  @Test func `diagnostics are ordered by file and place, placeless ones first`() {
    var list = DiagnosticList()
    list.error("5", "five", at: second.span(0..<1))
    list.error("3", "three", at: first.span(2..<3))
    list.warning("2", "two", at: first.span(1..<2))
    list.error("1", "one", at: nil)
    list.error("4", "four", at: first.span(2..<3))
    #expect(list.sorted.map(\.id) == ["1", "2", "3", "4", "5"])
  }

  @Test func `repeats are kept once`() {
    var list = DiagnosticList()
    for _ in 0..<3 { list.error("a", "same", at: first.span(0..<1)) }
    list.error("a", "same", at: first.span(1..<2))
    var other = DiagnosticList()
    other.append(contentsOf: list)
    other.append(contentsOf: list)
    #expect(list.sorted.count == 2)
    #expect(other.sorted == list.sorted)
  }

  @Test func `a file keeps its first hundred errors, and others theirs`() {
    let long = SourceText(name: "long.yaml", String(repeating: "x", count: 200))
    var list = DiagnosticList()
    for place in 0..<150 { list.error("a", "an error", at: long.span(place..<(place + 1))) }
    list.warning("b", "a warning", at: long.span(0..<1))
    list.error("c", "another file", at: first.span(0..<1))
    #expect(list.sorted.filter { $0.id == "a" }.count == 100)
    #expect(list.sorted.filter { $0.id != "a" }.count == 2)
  }

  @Test func `only errors make reading throw`() throws {
    var list = DiagnosticList()
    list.warning("a", "a warning", at: first.span(0..<1))
    #expect(list.isFreeOfErrors)
    try list.throwIfErrors()
    list.error("b", "an error", at: first.span(1..<2))
    #expect(!list.isFreeOfErrors)
    let thrown = #expect(throws: InvalidSource.self) { try list.throwIfErrors() }
    #expect(thrown?.diagnostics.map(\.id) == ["a", "b"])
  }

  @Test func `an invalid source without an error is a mistake of the programmer`() async {
    await #expect(processExitsWith: .failure) { _ = InvalidSource([]) }
  }
}
