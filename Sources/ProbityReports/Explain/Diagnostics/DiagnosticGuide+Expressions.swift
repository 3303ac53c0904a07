extension DiagnosticGuide {
  /// What is wrong with conditions and with expressions of `probity eval`.
  static let expressions = #"""
    cel.syntax
      means the text is no expression
      do the message says what is expected
      such 1 +
    cel.unexpected-character
      means a character that the language does not have
      do such as `&` for `&&`
      such 1 & 2
    cel.unclosed-string
      means a string is not closed
      do close it
      such 'abc
    cel.bad-escape
      means no escape of the language
      do write `\\`, or put `r` before the quote
      such '\q' == ''
    cel.bad-name
      means a name in back-quotes that is not one
      do correct it
      such vendor.`a$` == ''
    cel.reserved-word
      means a word that can't be a name
      do rename it
      such while == 1
    cel.number-range
      means a number that is too large, or a sign on an unsigned one
      do correct it
      such 99999999999999999999 > 1
    cel.too-long
      means the expression is longer than allowed
      do split it into conditions
      such more than 100,000 characters
    cel.too-large
      means the expression has more names, values and operations than allowed
      do split it into conditions
      such more than 20,000 names, values and operations
    cel.too-deep
      means the expression nests too deep
      do split it into conditions
      such ((((( … ))))) a hundred and more deep
    cel.unknown-name
      means there is nothing of this name
      do check its spelling, and `for_each`
      such vender.name == "A"
    cel.unknown-field
      means the record has no such field
      do check its spelling, and the vocabulary
      such vendor.nmae == "A"
    cel.unknown-function
      means there is no such function
      do see the page Writing rules
      such vendor.name.reversed() == "A"
    cel.unknown-code
      means the enum has no such code
      do take one of those listed
      such vendor.products.exists(p, p.capabilities.exists(c, c.basis == "imago"))
    cel.argument-types
      means the function does not take these arguments
      do the message lists what it takes
      such vendor.name.startsWith(1)
    cel.operand-types
      means the operator does not take these operands
      do compare or convert like with like
      such vendor.name > 1
    cel.bad-macro
      means `has`, `all`, `exists` and the like, with other arguments than they take
      do the message shows how
      such vendor.products.exists(1, true)
    cel.not-bool
      means something that must be true or false is neither
      do compare it with something
      such vendor.name && true
    cel.result-type
      means the whole expression has another type than wanted
      do make it a condition
      such 1 + 1   (where a condition is wanted)
    cel.record-literal
      means a record is written out
      do records come from profiles only
      such vendor{}
    cel.not-optional
      means `?` stands before a value that is not optional
      do drop it, or make the value optional
      such [?1]
    cel.bad-literal
      means a constant that the function can't read, such as a date
      do correct it
      such date("2026-13") == as_of
    cel.bad-pattern
      means a pattern that RE2 does not take
      do correct it; there is no look-around
      such vendor.name.matches("(?=a)")
    eval.not-an-object
      means the data is a list, a text or a number
      do put it under a key: `{"data": …}`
      such probity eval 'x' --data '[1]'
    eval.no-name
      means a key at the top of the data that no variable can have (a warning)
      do put it into an object
      such probity eval '1' --data '{"a b": 1}'
    eval.variable-twice
      means the data has a key that the profile gives: `vendor`, `procurement`, `params`, `as_of`
      do rename it
      such probity eval 'vendor' --profile acme.yaml --data '{"vendor": 1}'
    eval.key-twice
      means two keys of an object are one number, written in two ways
      do keep one
      such {1: a, 01: b}
    eval.number-range
      means a whole number of more than 64 bits
      do write it as a text
      such probity eval 'n' --data '{"n": 99999999999999999999}'
    eval.failed
      means the expression has no value, such as a division by zero
      do the caret shows where
      such probity eval '1 / 0'
    eval.too-long
      means the result would be longer than a million bytes
      do ask for less of it
      such a text joined to itself twenty times
    """#
}
