import ProbityText

extension SyntaxFailure {
  /// The failure in our words, at the place where a person would look.
  func diagnostic(in source: SourceText) -> Diagnostic {
    let bytes = source.bytes
    let layout = bytes.span
    if let tab = layout.indentingTab(before: offset) {
      let fault = StrictRules.Fault.tab
      let id = "yaml." + fault.rawValue
      return Diagnostic(
        .error,
        id: id,
        fault.message,
        at: source.span(tab..<(tab + 1)),
        help: fault.help
      )
    }
    if problem.contains("invalid Unicode"), let surrogate = surrogate(in: source) {
      return surrogate
    }
    if offset >= layout.endOfText, let contextOffset, let unclosed = unclosed(at: contextOffset) {
      return Diagnostic(
        .error,
        id: unclosed.id,
        unclosed.message,
        at: source.span(contextOffset..<(contextOffset + 1)),
        help: unclosed.help
      )
    }
    if problem.contains("could not find expected ':'"), let contextOffset {
      return missingColon(at: contextOffset, layout: layout, in: source)
    }
    let words = words(for: layout.at(offset))
    return Diagnostic(
      .error,
      id: words.id,
      words.message,
      at: source.withoutTrailingBlanks(source.span(offset..<(offset + 1))),
      help: words.help,
      notes: notes(in: source)
    )
  }

  private func missingColon(
    at start: Int,
    layout: Layout,
    in source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      .error,
      id: "yaml.missing-colon",
      "a key must be followed by `: ` on its own line",
      at: source.withoutTrailingBlanks(source.span(start..<layout.endOfLine(from: start))),
      help: "if it is the value of the line before, indent it deeper"
    )
  }

  private typealias Words = (id: String, message: String, help: String?)

  /// What was opened and never closed up to the end of the file.
  private func unclosed(at start: Int) -> Words? {
    switch true {
    case context.contains("quoted scalar"):
      ("yaml.unclosed-quote", "the quote that is opened here is never closed", "close the quote")
    case context.contains("flow sequence"):
      ("yaml.unclosed-bracket", "the `[` that is opened here is never closed", "close it with `]`")
    case context.contains("flow mapping"):
      ("yaml.unclosed-bracket", "the `{` that is opened here is never closed", "close it with `}`")
    default: nil
    }
  }

  /// Our words for libyaml's, the most telling first.
  private func words(for byte: UInt8) -> Words {
    for entry in Self.table where entry.problem.isEmpty || problem.contains(entry.problem) {
      if entry.context.isEmpty || context.contains(entry.context) { return entry.words }
    }
    if problem.contains("cannot start any token") {
      let character = String(decoding: [byte], as: UTF8.self)
      let name = character == "`" ? "a backtick" : "`\(character)`"
      return ("yaml.reserved-character", "a text must not begin with \(name)", Self.quotes)
    }
    return ("yaml.syntax", "the text is not YAML from here on", nil)
  }

  private static let quotes = "put the text in quotes"

  private static let table: [(problem: String, context: String, words: Words)] = [
    (
      "mapping values are not allowed", "",
      (
        "yaml.misplaced-colon", "`: ` must not stand inside a value",
        "put the value in quotes, or check the indentation of this line and the one before"
      )
    ),
    (
      "unexpected ':'", "",
      (
        "yaml.glued-colon", "within brackets a blank must stand behind the `:` of a key",
        "put a blank behind it, or put the text in quotes"
      )
    ),
    (
      "block sequence entries are not allowed", "",
      ("yaml.misplaced-dash", "a list item must begin on a line of its own", nil)
    ),
    (
      "mapping keys are not allowed", "",
      ("yaml.misplaced-key", "a key must not begin here", nil)
    ),
    (
      "did not find expected key", "",
      (
        "yaml.expected-key",
        "a key must stand here, at the same column as the others of its mapping",
        "check the indentation and the quotes of this line and the one before"
      )
    ),
    (
      "did not find expected '-'", "",
      (
        "yaml.expected-dash",
        "a list item with `-` must stand here, at the same column as the others",
        "check the indentation of this line"
      )
    ),
    (
      "did not find expected ',' or ']'", "",
      ("yaml.expected-comma", "`,` or `]` must stand here", nil)
    ),
    (
      "did not find expected ',' or '}'", "",
      ("yaml.expected-comma", "`,` or `}` must stand here", nil)
    ),
    (
      "did not find expected node content", "",
      ("yaml.expected-value", "a value must stand here", nil)
    ),
    (
      "<document start>", "",
      (
        "yaml.text-after-end", "nothing more may stand behind the end of the document's value",
        "check the indentation of this line"
      )
    ),
    (
      "unknown escape", "",
      (
        "yaml.unknown-escape", "this is no escape that double quotes know",
        "write `\\\\` for a backslash, or use single quotes"
      )
    ),
    (
      "hexdecimal number", "quoted",
      ("yaml.escape-digits", "this escape must be followed by hexadecimal digits", nil)
    ),
    (
      "invalid Unicode", "",
      ("yaml.escape-value", "this escape must name a character that exists", nil)
    ),
    (
      "unexpected document indicator", "",
      ("yaml.marker-in-quotes", "`---` and `...` must not begin a line inside quotes", nil)
    ),
    (
      "undefined tag handle", "",
      ("yaml.unknown-tag", "this tag is not known here; remove it", nil)
    ),
    (
      "", "tag",
      ("yaml.malformed-tag", "this is not a well-formed tag", "remove it")
    ),
    (
      "", "anchor",
      (
        "yaml.anchor-name", StrictRules.Fault.anchorName.message,
        "if no anchor is meant, put the text in quotes"
      )
    ),
    (
      "", "alias",
      (
        "yaml.anchor-name", StrictRules.Fault.anchorName.message,
        "if no alias is meant, put the text in quotes"
      )
    ),
    (
      "", "block scalar",
      (
        "yaml.block-header", "behind `|` or `>` only `+`, `-`, one digit and a comment may stand",
        nil
      )
    ),
    ("", "directive", ("yaml.directive", StrictRules.Fault.directive.message, "remove the line")),
  ]

  /// Where a bracket or quote was opened, if that is what the failure is about.
  private func notes(in source: SourceText) -> [Diagnostic.Note] {
    guard let contextOffset, contextOffset < offset, unclosed(at: contextOffset) != nil else {
      return []
    }
    return [
      Diagnostic.Note("it is opened here", at: source.span(contextOffset..<(contextOffset + 1)))
    ]
  }

  /// JSON writes characters beyond U+FFFF as two escapes; libyaml reads each on its own.
  private func surrogate(in source: SourceText) -> Diagnostic? {
    let start = offset - 2
    guard start >= 0, let high = unit(at: start, in: source), 0xD800..<0xE000 ~= high else {
      return nil
    }
    let low = unit(at: start + 6, in: source).flatMap { 0xDC00..<0xE000 ~= $0 ? $0 : nil }
    let isPair = high < 0xDC00 && low != nil
    let value = 0x10000 + (high & 0x3FF) << 10 + ((low ?? 0) & 0x3FF)
    return Diagnostic(
      .error,
      id: "yaml.surrogate",
      "YAML must name a character by one escape, not by a pair of surrogates",
      at: source.span(start..<(start + (isPair ? 12 : 6))),
      help: isPair
        ? "write the character itself, or \\U\(Self.eightDigits(value))" : nil
    )
  }

  private static func eightDigits(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 8 - digits.count)) + digits
  }

  /// The number in a `\uXXXX` escape.
  private func unit(at start: Int, in source: SourceText) -> UInt32? {
    let text = source.text(in: start..<(start + 6))
    return text.hasPrefix("\\u") ? UInt32(text.dropFirst(2), radix: 16) : nil
  }
}

extension Layout {
  /// The first tab among the blanks that begin the line of an offset.
  fileprivate func indentingTab(before offset: Int) -> Int? {
    let start = startOfLine(of: offset)
    let text = endOfSpaces(from: start)
    return text <= offset && at(text) == UInt8(ascii: "\t") ? text : nil
  }

  /// Past the last byte that is neither blank nor break.
  fileprivate var endOfText: Int {
    var end = count
    while end > 0, isBlankOrBreak(end - 1) { end -= 1 }
    return end
  }
}
