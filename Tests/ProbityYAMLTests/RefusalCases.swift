/// A marked text and what is said about it.
struct Refusal: Sendable {
  let text: String
  let lines: [String]

  init(_ text: String, _ lines: [String]) {
    self.text = text
    self.lines = lines
  }
}

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

  static let layout = [
    Refusal(
      "①%YAML 1.2\n---\na: 1",
      [
        "① yaml.directive: directives such as `%YAML` are not read"
      ]
    ),
    Refusal(
      "a: 1\n①%YAML 1.2\n---\n",
      [
        "① yaml.directive: directives such as `%YAML` are not read",
        "① yaml.second-document: a file must hold one document; a second one begins here",
      ]
    ),
    Refusal(
      "①%FOO\n",
      [
        "① yaml.directive: directives such as `%YAML` are not read"
      ]
    ),
    Refusal(
      "a: 1\n①---\nb: 2\n",
      [
        "① yaml.second-document: a file must hold one document; a second one begins here"
      ]
    ),
    Refusal(
      "a: 1\n①\tb: 2\n",
      [
        "① yaml.tab-indentation: lines must be indented with spaces; this one begins with a tab"
      ]
    ),
    Refusal(
      "a:\n①\tb: 2\n",
      [
        "① yaml.tab-indentation: lines must be indented with spaces; this one begins with a tab"
      ]
    ),
    Refusal(
      "a:\n - b\n①\t- c\n",
      [
        "① yaml.tab-indentation: lines must be indented with spaces; this one begins with a tab"
      ]
    ),
    Refusal(
      "a: [\n①\tb]\n",
      [
        "① yaml.tab-indentation: lines must be indented with spaces; this one begins with a tab"
      ]
    ),
    Refusal(
      "k: |\n  a\n①\tb\n",
      [
        "① yaml.tab-indentation: lines must be indented with spaces; this one begins with a tab"
      ]
    ),
    Refusal(
      "k: |\n①\tb\n",
      [
        "① yaml.tab-indentation: lines must be indented with spaces; this one begins with a tab"
      ]
    ),
    Refusal(
      "a: &b①:c d\n",
      [
        "① yaml.anchor-name: the name of an anchor must be of letters, digits, `_` and `-` alone"
      ]
    ),
    Refusal(
      "- &b 1\n- *b①: x\n",
      [
        "① yaml.anchor-name: the name of an anchor must be of letters, digits, `_` and `-` alone"
      ]
    ),
    Refusal(
      "{ ①?a: b}",
      [
        "① yaml.question-mark: within brackets a text must not begin with `?`"
      ]
    ),
    Refusal(
      "[①?a: b]",
      [
        "① yaml.question-mark: within brackets a text must not begin with `?`"
      ]
    ),
    Refusal(
      "[①-]",
      [
        "① yaml.lone-dash: within brackets a text must not be a lone `-`"
      ]
    ),
    Refusal(
      "a: 'b'①#c\n",
      [
        "① yaml.comment-without-blank: a blank must stand before the `#` of a comment"
      ]
    ),
    Refusal(
      "[a,①#b\n]",
      [
        "① yaml.comment-without-blank: a blank must stand before the `#` of a comment"
      ]
    ),
    Refusal(
      "a: |①#x\n  y\n",
      [
        "① yaml.comment-without-blank: a blank must stand before the `#` of a comment"
      ]
    ),
    Refusal(
      "a: 'b\n①c'\n",
      [
        "① yaml.continuation-indentation: the further lines of a quoted text or a bracket must be indented deeper than the key or dash that they belong to"
      ]
    ),
    Refusal(
      "a: [b,\n①c]\n",
      [
        "① yaml.continuation-indentation: the further lines of a quoted text or a bracket must be indented deeper than the key or dash that they belong to"
      ]
    ),
    Refusal(
      "a: [b\n①]\n",
      [
        "① yaml.continuation-indentation: the further lines of a quoted text or a bracket must be indented deeper than the key or dash that they belong to"
      ]
    ),
    Refusal(
      "a: |\n①    \n  b\n",
      [
        "① yaml.leading-empty-line: an empty line at the start of a block text must not be longer than the indentation of the text"
      ]
    ),
    Refusal(
      "a:\n①>\n b\n",
      [
        "① yaml.value-indentation: a value must be indented deeper than the key or dash that it belongs to"
      ]
    ),
    Refusal(
      "a:\n①&x\n\nb:\n",
      [
        "① yaml.missing-colon: a key must be followed by `: ` on its own line"
      ]
    ),
  ]

  static let content = [
    Refusal(
      "a: 1\nb: 2\n①a: 3\n②a: 4\n",
      [
        "① yaml.duplicate-key: the key `a` must not be given twice",
        "② yaml.duplicate-key: the key `a` must not be given twice",
      ]
    ),
    Refusal(
      "caf\u{e9}: 1\n①cafe\u{301}: 2\n",
      [
        "① yaml.duplicate-key: the key `café` must not be given twice; the two look the same but are spelt with different characters"
      ]
    ),
    Refusal(
      "①[a]: 1\n",
      [
        "① yaml.key-not-text: a key must be a text, not a list or a mapping"
      ]
    ),
    Refusal(
      "? ①{a: b}\n: 1\n",
      [
        "① yaml.key-not-text: a key must be a text, not a list or a mapping"
      ]
    ),
    Refusal(
      "①<<: {a: 1}\n",
      [
        "① yaml.merge-key: merge keys `<<` are not part of YAML 1.2 and are not read"
      ]
    ),
    Refusal(
      "a: ①*nope\n",
      [
        "① yaml.unknown-anchor: `*nope` must repeat an anchor that stands before it; there is no `&nope`"
      ]
    ),
    Refusal(
      "name: &name 1\na: ①*nane\n",
      [
        "① yaml.unknown-anchor: `*nane` must repeat an anchor that stands before it; there is no `&nane`"
      ]
    ),
    Refusal(
      "a: &a [①*a]\n",
      [
        "① yaml.self-containing: `*a` must not stand inside the value that `&a` names"
      ]
    ),
    Refusal(
      "a: ①!foo b\n",
      [
        "① yaml.unknown-tag: the tag `!foo` is not known here; remove it, or use `!!str`, `!!int`, `!!float`, `!!bool`, `!!null`"
      ]
    ),
    Refusal(
      "a: ①!!int b\n",
      [
        "① yaml.tag-mismatch: `b` is not what its tag `!!int` says"
      ]
    ),
    Refusal(
      "a: ①!!str [b]\n",
      [
        "① yaml.unknown-tag: the tag `!!str` is not known here; remove it, or use `!!seq`"
      ]
    ),
    Refusal(
      "a: ①!!seq b\n",
      [
        "① yaml.unknown-tag: the tag `!!seq` is not known here; remove it, or use `!!str`, `!!int`, `!!float`, `!!bool`, `!!null`"
      ]
    ),
    Refusal(
      "a: ①!!set {b}\n",
      [
        "① yaml.unknown-tag: the tag `!!set` is not known here; remove it, or use `!!map`"
      ]
    ),
  ]

  static let syntax = [
    Refusal(
      "{a①:, b: c}",
      ["① yaml.glued-colon: within brackets a blank must stand behind the `:` of a key"]
    ),
    Refusal(
      "a: ①!x!y z",
      [
        "① yaml.unknown-tag: this tag is not known here; remove it"
      ]
    ),
    Refusal(
      "a: !<tag① b\n",
      [
        "① yaml.malformed-tag: this is not a well-formed tag"
      ]
    ),
    Refusal(
      "a: ①\"b\nc: 1\n",
      [
        "① yaml.unclosed-quote: the quote that is opened here is never closed"
      ]
    ),
    Refusal(
      "a: ①'b\n",
      [
        "① yaml.unclosed-quote: the quote that is opened here is never closed"
      ]
    ),
    Refusal(
      "a: ①[b, c\n",
      [
        "① yaml.unclosed-bracket: the `[` that is opened here is never closed"
      ]
    ),
    Refusal(
      "a: ①{b: c\n",
      [
        "① yaml.unclosed-bracket: the `{` that is opened here is never closed"
      ]
    ),
    Refusal(
      "{\"a\": [1, 2①}\n",
      [
        "① yaml.expected-comma: `,` or `]` must stand here"
      ]
    ),
    Refusal(
      "a: {b: c ①]\n",
      [
        "① yaml.expected-comma: `,` or `}` must stand here"
      ]
    ),
    Refusal(
      "a: b①: c\n",
      [
        "① yaml.misplaced-colon: `: ` must not stand inside a value"
      ]
    ),
    Refusal(
      "a: b\n  c①: d\n",
      [
        "① yaml.misplaced-colon: `: ` must not stand inside a value"
      ]
    ),
    Refusal(
      "a: ①- b\n",
      [
        "① yaml.misplaced-dash: a list item must begin on a line of its own"
      ]
    ),
    Refusal(
      "a: b\n①c\nd: e\n",
      [
        "① yaml.missing-colon: a key must be followed by `: ` on its own line"
      ]
    ),
    Refusal(
      "a:\n①b\n",
      [
        "① yaml.missing-colon: a key must be followed by `: ` on its own line"
      ]
    ),
    Refusal(
      "a:\n  b: 1\n ①c: 2\n",
      [
        "① yaml.expected-key: a key must stand here, at the same column as the others of its mapping"
      ]
    ),
    Refusal(
      "- a\n①b: c\n",
      [
        "① yaml.expected-dash: a list item with `-` must stand here, at the same column as the others"
      ]
    ),
    Refusal(
      "a: ①@b\n",
      [
        "① yaml.reserved-character: a text must not begin with `@`"
      ]
    ),
    Refusal(
      "a: ①`b`\n",
      [
        "① yaml.reserved-character: a text must not begin with a backtick"
      ]
    ),
    Refusal(
      "a: ①%b\n",
      [
        "① yaml.reserved-character: a text must not begin with `%`"
      ]
    ),
    Refusal(
      "a: \"①\\d\"\n",
      [
        "① yaml.unknown-escape: this is no escape that double quotes know"
      ]
    ),
    Refusal(
      "a: \"\\x①4g\"\n",
      [
        "① yaml.escape-digits: this escape must be followed by hexadecimal digits"
      ]
    ),
    Refusal(
      "a: \"①\\ud83d\\ude00\"\n",
      [
        "① yaml.surrogate: YAML must name a character by one escape, not by a pair of surrogates"
      ]
    ),
    Refusal(
      "a: \"①\\ud83d\"\n",
      [
        "① yaml.surrogate: YAML must name a character by one escape, not by a pair of surrogates"
      ]
    ),
    Refusal(
      "a: \"\\U①00110000\"\n",
      [
        "① yaml.escape-value: this escape must name a character that exists"
      ]
    ),
    Refusal(
      "a: &①\n",
      [
        "① yaml.anchor-name: the name of an anchor must be of letters, digits, `_` and `-` alone"
      ]
    ),
    Refusal(
      "a: *① b\n",
      [
        "① yaml.anchor-name: the name of an anchor must be of letters, digits, `_` and `-` alone"
      ]
    ),
    Refusal(
      "a: |①x\n",
      [
        "① yaml.block-header: behind `|` or `>` only `+`, `-`, one digit and a comment may stand"
      ]
    ),
    Refusal(
      "a: 'x\n①---\n'",
      [
        "① yaml.marker-in-quotes: `---` and `...` must not begin a line inside quotes"
      ]
    ),
    Refusal(
      "'a'\n①'b'\n",
      [
        "① yaml.text-after-end: nothing more may stand behind the end of the document's value"
      ]
    ),
    Refusal(
      "a: 'b' ①c\n",
      [
        "① yaml.expected-key: a key must stand here, at the same column as the others of its mapping"
      ]
    ),
    Refusal(
      "a: ①? b\n",
      [
        "① yaml.misplaced-key: a key must not begin here"
      ]
    ),
    Refusal(
      "a: ①]\n",
      [
        "① yaml.expected-value: a value must stand here"
      ]
    ),
  ]
}
