extension Refusal {
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
