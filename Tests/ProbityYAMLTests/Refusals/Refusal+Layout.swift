extension Refusal {
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
}
