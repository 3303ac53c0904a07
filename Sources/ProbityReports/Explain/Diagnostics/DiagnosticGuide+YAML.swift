extension DiagnosticGuide {
  /// What is wrong with a text as YAML.
  static let yaml = #"""
    yaml.invalid-utf8
      means the file is not UTF-8
      do save it with that encoding
      such a file in Latin-1 with an é
    yaml.not-a-text
      means the file holds a zero byte
      do it is binary; give the text
      such a PDF named acme.yaml
    yaml.byte-order-mark
      means a byte order mark within the file
      do remove the invisible character
      such a: x<U+FEFF>
    yaml.control-character
      means a control character
      do remove it, or write it as an escape in double quotes
      such a: b<U+0001>
    yaml.line-separator
      means a line or paragraph separator that programs read differently
      do use an ordinary line break
      such a: b<U+2028>c
    yaml.carriage-return
      means a carriage return without a line feed
      do save with ordinary line breaks
      such a: b<CR>c: d
    yaml.too-large
      means more bytes than a file may have
      do split the file
      such a file of 17 MiB
    yaml.too-long
      means one text is longer than allowed
      do shorten it
      such a quote of several MiB
    yaml.too-deep
      means lists and mappings too deep inside each other
      do flatten it
      such [[[[ … ]]]] a hundred and more deep
    yaml.too-many-nodes
      means more values than a file may hold
      do split the file
      such a list of a million items
    yaml.out-of-memory
      means the machine has no memory left
      do try where there is more
      such none that could be written down
    yaml.syntax
      means the text is not YAML from here on
      do compare with the lines before
      such none that is known: other messages say more
    yaml.tab-indentation
      means a line is indented with a tab
      do use spaces
      such a: 1\n\tb: 2
    yaml.value-indentation
      means a value is not deeper than its key or dash
      do add two spaces
      such a:\n>\n b
    yaml.continuation-indentation
      means a further line of a quoted text or bracket is not deep enough
      do add two spaces
      such a: 'b\nc'
    yaml.leading-empty-line
      means an empty line that begins a block text is longer than its indentation
      do remove its blanks
      such a: |\n    \n  b
    yaml.missing-colon
      means a key without `: `
      do add it, or indent the line if it is a value
      such a:\n&x\n\nb:
    yaml.misplaced-colon
      means `: ` inside a value
      do quote the value, or check the indentation
      such a: b: c
    yaml.glued-colon
      means within brackets, no blank behind the `:` of a key
      do add it
      such {a:, b: c}
    yaml.misplaced-dash
      means a list item begins in the middle of a line
      do put it on its own line
      such a: - b
    yaml.misplaced-key
      means a key can't begin here
      do check the line before
      such a: ? b
    yaml.expected-key
      means the line is at another column than the other keys
      do check indentation and quotes
      such a:\n  b: 1\n c: 2
    yaml.expected-dash
      means the line is at another column than the other items
      do check indentation
      such - a\nb: c
    yaml.expected-comma
      means a comma or closing bracket is missing
      do add it
      such {"a": [1, 2}
    yaml.expected-value
      means there is no value
      do write one
      such a: ]
    yaml.text-after-end
      means something stands behind the end of the document's value
      do check indentation
      such 'a'\n'b'
    yaml.unclosed-quote
      means a quote is never closed
      do close it
      such a: "b\nc: 1
    yaml.unclosed-bracket
      means a bracket is never closed
      do close it
      such a: [b, c
    yaml.reserved-character
      means a text begins with a character that YAML keeps
      do put the text in quotes
      such a: @b
    yaml.question-mark
      means within brackets a text begins with `?`
      do put it in quotes
      such { ?a: b}
    yaml.lone-dash
      means within brackets a text is a lone `-`
      do put it in quotes
      such [-]
    yaml.comment-without-blank
      means no blank before the `#` of a comment
      do add it, or quote the text
      such a: 'b'#c
    yaml.block-header
      means something wrong behind `|` or `>`
      do only `+`, `-`, a digit and a comment may stand there
      such a: |x
    yaml.unknown-escape
      means an escape that double quotes don't know
      do write `\\` for a backslash, or use single quotes
      such a: "\d"
    yaml.escape-digits
      means an escape without its hexadecimal digits
      do add them
      such a: "\x4g"
    yaml.escape-value
      means an escape that names no character
      do correct it
      such a: "\U00110000"
    yaml.surrogate
      means a character written as a pair of surrogates
      do write the character itself
      such a: "\ud83d\ude00"
    yaml.marker-in-quotes
      means `---` or `...` begins a line inside quotes
      do indent it
      such a: 'x\n---\n'
    yaml.directive
      means a line such as `%YAML`
      do remove it
      such %YAML 1.2\n---\na: 1
    yaml.second-document
      means a second document begins
      do give it a file of its own
      such a: 1\n---\nb: 2
    yaml.malformed-tag
      means a tag that is not well formed
      do remove it
      such a: !<tag b
    yaml.unknown-tag
      means a tag that is not known here
      do remove it
      such a: !foo b
    yaml.tag-mismatch
      means a value is not what its tag says
      do correct one of the two
      such a: !!int b
    yaml.anchor-name
      means an anchor's name has other characters than letters, digits, `_`, `-`
      do rename it; quote the text if no anchor is meant
      such a: &b:c d
    yaml.unknown-anchor
      means an alias repeats an anchor that does not stand before it
      do check its spelling
      such a: *nope
    yaml.self-containing
      means an alias stands inside what it repeats
      do write it out
      such a: &a [*a]
    yaml.alias-expansion
      means aliases stand for too much
      do write some of them out
      such nine levels of [*a, *a, …]
    yaml.merge-key
      means the merge key `<<`
      do write the fields out
      such <<: {a: 1}
    yaml.key-not-text
      means a key is a list or a mapping
      do use a text
      such [a]: 1
    yaml.duplicate-key
      means a key is given twice, or twice in spellings that look alike
      do keep one
      such a: 1\na: 2
    yaml.unknown-field
      means there is no such field
      do check its spelling; the message lists what there is
      such vendor: {id: acme, nmae: Acme}
    yaml.missing-field
      means a required field is not there
      do add it
      such letter: {publisher: Acme}   (a source without kind)
    yaml.not-a-mapping
      means fields are wanted, something else is given
      do write `name: value` lines
      such vendor: Acme
    yaml.wrong-type
      means a text, number, date, list or word of another sort is wanted
      do the message says which; quote texts that look like numbers
      such published: soon
    """#
}
