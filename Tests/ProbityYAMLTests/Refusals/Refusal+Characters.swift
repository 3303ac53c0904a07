extension Refusal {
  static let characters = [
    Refusal(
      "a: ①\u{85}b",
      [
        "① yaml.line-separator: U+0085 must not stand in a file: programs disagree on whether it ends a line"
      ]
    ),
    // To people the key `b` is a comment; to libyaml it is a key.
    Refusal(
      "# note①\u{2028}b: 1\na: 2",
      [
        "① yaml.line-separator: U+2028 must not stand in a file: programs disagree on whether it ends a line"
      ]
    ),
    Refusal(
      "# note①\u{2029}b: 1\na: 2",
      [
        "① yaml.line-separator: U+2029 must not stand in a file: programs disagree on whether it ends a line"
      ]
    ),
    Refusal(
      "# note①\u{85}b: 1\na: 2",
      [
        "① yaml.line-separator: U+0085 must not stand in a file: programs disagree on whether it ends a line"
      ]
    ),
    Refusal(
      "a: ①\u{2028}x②\u{2029}",
      [
        "① yaml.line-separator: U+2028 must not stand in a file: programs disagree on whether it ends a line",
        "② yaml.line-separator: U+2029 must not stand in a file: programs disagree on whether it ends a line",
      ]
    ),
    Refusal(
      "a: x①\u{FEFF}",
      [
        "① yaml.byte-order-mark: a byte order mark stands only at the very start of a file"
      ]
    ),
    Refusal(
      "a: ①\u{1}\n②\u{0}",
      [
        "① yaml.control-character: U+0001 is a control character and must not stand in a file",
        "② yaml.not-a-text: a file must be text; this one holds a zero byte, as binary files do",
      ]
    ),
    Refusal(
      "①\u{7F}",
      [
        "① yaml.control-character: U+007F is a control character and must not stand in a file"
      ]
    ),
    Refusal(
      "a: b①\rc: d",
      [
        "① yaml.carriage-return: a carriage return stands only before a line feed"
      ]
    ),
  ]
}
