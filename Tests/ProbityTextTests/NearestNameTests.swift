import ProbityText
import Testing

struct NearestNameTests {
  @Test(
    arguments: [
      ("severty", "severity"), ("sevreity", "severity"), ("Severity", "severity"),
      ("tittle", "title"),
      ("violated-if", "violated_if"), ("violatedif", "violated_if"), ("standrad", "standard"),
      ("colour", nil), ("x", nil), ("", nil), ("titel", "title"),
    ] as [(String, String?)]
  )
  func `a misspelt name finds the one that was meant`(name: String, meant: String?) {
    let names = ["severity", "standard", "title", "violated_if"]
    #expect(nearestName(to: name, among: names) == meant)
    #expect(didYouMean(name, among: names) == meant.map { "did you mean `\($0)`?" })
  }

  @Test func `the nearest wins, and of equals the first`() {
    #expect(nearestName(to: "abcdefg", among: ["abcdexx", "abcdefx"]) == "abcdefx")
    #expect(nearestName(to: "abcdefg", among: ["abcdefy", "abcdefx"]) == "abcdefy")
  }

  @Test func `a name is never its own correction`() {
    #expect(nearestName(to: "title", among: ["title"]) == nil)
  }

  @Test func `endless names are not compared`() {
    let name = String(repeating: "a", count: 65)
    #expect(nearestName(to: name, among: [String(repeating: "a", count: 64)]) == nil)
    #expect(nearestName(to: String(name.dropFirst()), among: [name]) == nil)
  }
}
