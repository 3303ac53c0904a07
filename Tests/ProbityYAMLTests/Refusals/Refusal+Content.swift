extension Refusal {
  static let content = [
    Refusal(
      "a: 1\nb: 2\n①a: 3\n②a: 4\n",
      [
        "① yaml.duplicate-key: the key `a` must not be given twice",
        "② yaml.duplicate-key: the key `a` must not be given twice",
      ]
    ),
    Refusal(
      "é:\n  b: {c: 1}\n①é: 2\n",
      ["① yaml.duplicate-key: the key `é` must not be given twice"]
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
}
