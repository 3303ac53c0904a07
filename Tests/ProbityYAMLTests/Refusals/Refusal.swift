/// A marked text and what is said about it.
struct Refusal: Sendable {
  let text: String
  let lines: [String]

  init(_ text: String, _ lines: [String]) {
    self.text = text
    self.lines = lines
  }
}
