extension Overload {
  /// Signatures over strings, and those of the same name over lists.
  static let texts: [Overload] = {
    let sized: [CELType] = [
      .string, .bytes, .list(.parameter(0)), .map(key: .parameter(0), value: .parameter(1)),
    ]
    let tests: [Function] = [.startsWith, .endsWith, .contains, .matches]
    let changes: [Function] = [.lowerAscii, .upperAscii, .trim, .reverse]
    return sized.flatMap { [function(.size, [$0], .int), member(.size, [$0], .int)] }
      + tests.map { member($0, [.string, .string], .bool) }
      + changes.map { member($0, [.string], .string) } + parts
      + [function(.matches, [.string, .string], .bool), function(.quote, [.string], .string)]
  }()

  private static let parts: [Overload] = [
    member(.charAt, [.string, .int], .string), member(.indexOf, [.string, .string], .int),
    member(.indexOf, [.string, .string, .int], .int),
    member(.lastIndexOf, [.string, .string], .int),
    member(.lastIndexOf, [.string, .string, .int], .int),
    member(.substring, [.string, .int], .string),
    member(.substring, [.string, .int, .int], .string),
    member(.replace, [.string, .string, .string], .string),
    member(.replace, [.string, .string, .string, .int], .string),
    member(.split, [.string, .string], .list(.string)),
    member(.split, [.string, .string, .int], .list(.string)),
    member(.join, [.list(.string)], .string), member(.join, [.list(.string), .string], .string),
    member(.format, [.string, .list(.dyn)], .string),
  ]

  static let lists: [Overload] = {
    let item = CELType.parameter(0)
    let list = CELType.list(item)
    let ordered: [CELType] = [
      .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .date,
    ]
    return [
      member(.distinct, [list], list), member(.first, [list], .optional(item)),
      member(.last, [list], .optional(item)), member(.flatten, [.list(list)], list),
      member(.flatten, [.list(.dyn), .int], .list(.dyn)), member(.reverse, [list], list),
      function(.setContains, [list, list], .bool), function(.setIntersects, [list, list], .bool),
      function(.setEquivalent, [list, list], .bool),
    ] + ordered.map { member(.sort, [.list($0)], .list($0)) }
  }()

  static let numbers: [Overload] = {
    let kinds: [CELType] = [.int, .uint, .double]
    let real: [Function] = [.ceil, .floor, .round, .truncate]
    let tests: [Function] = [.isNaN, .isInfinite, .isFinite]
    let bits: [Function] = [.bitAnd, .bitOr, .bitXor]
    let whole: [CELType] = [.int, .uint]
    return real.map { function($0, [.double], .double) }
      + tests.map { function($0, [.double], .bool) }
      + kinds.flatMap {
        [
          function(.absolute, [$0], $0), function(.sign, [$0], $0),
          function(.squareRoot, [$0], .double), function(.greatest, [$0], $0),
          function(.least, [$0], $0), function(.greatest, [.list($0)], $0),
          function(.least, [.list($0)], $0),
        ]
      }
      + whole.flatMap { kind in
        bits.map { function($0, [kind, kind], kind) } + [
          function(.bitNot, [kind], kind), function(.shiftLeft, [kind, .int], kind),
          function(.shiftRight, [kind, .int], kind),
        ]
      }
  }()
}
