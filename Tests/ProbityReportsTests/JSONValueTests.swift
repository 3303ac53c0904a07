import ProbityReports
import Testing

@Suite struct JSONValueTests {
  @Test(
    arguments: [
      ("plain", #""plain""#), ("a\"b\\c", #""a\"b\\c""#), ("\n\t\r", #""\n\t\r""#),
      ("\u{0}\u{1B}[31m", #""\u0000\u001b[31m""#), ("\u{202E}gnp.exe", #""\u202egnp.exe""#),
      ("\u{2028}\u{2029}", #""\u2028\u2029""#), ("\u{E0041}", #""\udb40\udc41""#),
      ("维族 é 🏳", #""维族 é 🏳""#),
    ]
  )
  func `a string is escaped where it could deceive`(text: String, json: String) {
    #expect(JSONValue.string(text).text == json + "\n")
  }

  @Test func `members keep their order, and empty ones stay on their line`() {
    let value = JSONValue.object([
      "b": .int(-1), "a": .array([]), "c": .array([.null, .bool(true)]), "d": .object([:]),
    ])
    #expect(
      value.text == """
        {
          "b": -1,
          "a": [],
          "c": [
            null,
            true
          ],
          "d": {}
        }

        """
    )
  }
}
