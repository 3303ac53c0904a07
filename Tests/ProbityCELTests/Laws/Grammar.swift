/// The conditions that the laws are tried on, as templates; see `Template`.
///
/// `leaves` end a phrase, `forms` take it on. Every template must be sound for the type checker.
enum Grammar {
  struct Rules: Sendable {
    var leaves: [Template]
    var forms: [Template]

    init(_ leaves: [String], _ forms: [String]) {
      self.leaves = leaves.map(Template.init)
      self.forms = forms.map(Template.init)
    }
  }

  /// What a phrase of each kind can always be cut down to.
  static let constants: [PhraseKind: String] = [
    .bool: "true", .int: "1", .real: "1.0", .text: "'a'", .date: "date('2020-12')",
    .span: "days(1)", .moment: "timestamp('2020-12-16T00:00:00Z')", .record: "vendor.parent",
    .records: "vendor.products", .texts: "['a']", .ints: "[1]", .counts: "{'a': 1}",
    .maybe: "optional.of(1)", .maybeText: "optional.of('a')",
  ]

  static let rules: [PhraseKind: Rules] = [
    .bool: Rules(conditionLeaves, logic + comparisons + collections + optionals + texts),
    .int: Rules(
      ["0", "1", "2", "vendor.parent.users", "$record.users", "$record.users", "limit"],
      [
        "$record.users", "size($texts)", "size($records)", "size($ints)", "size($counts)",
        "($int + $int)", "($int - $int)", "($int * $int)", "($int / $int)", "($int % $int)",
        "-($int)", "$maybe.orValue($int)", "($bool ? $int : $int)", "#$ints[$int]",
        "$counts['a']", "size($text)", "math.greatest($int, $int)", "math.least($int, $int)",
        "cel.bind(@int, 1 / ~record.users, $int)", "int($real)", "int(string($int))",
        "$date.getFullYear()", "$moment.getMonth()", "size($records.filter(@record, $bool))",
        "math.abs($int)", "$text.indexOf($text)", "$span.getHours()", "$maybe.value()",
      ]
    ),
    .real: Rules(["0.5", "2.0"], ["double($int)", "($real / $real)", "math.round($real)"]),
    .text: Rules(
      ["'a'", "'b'", "''", "$record.name", "vendor.name"],
      [
        "$record.name", "($text + $text)", "($bool ? $text : $text)", "string($int)",
        "#$texts[$int]", "#$texts.join('')", "#$texts.join('-')", "$text.upperAscii()",
        "$text.substring($int)", "'%s'.format([$int])", "$maybeText.orValue($text)",
        "$text.replace('a', 'b')", "$text.charAt($int)", "string($bool)", "string($date)",
      ]
    ),
    .mode: Rules(["$record.mode", "vendor.parent.mode"], ["$record.mode"]),
    .date: Rules(
      ["date('2020-12-16')", "date('2020-12')", "date('2021')", "$record.since"],
      [
        "$record.since", "($date + $span)", "($date - $span)", "$date.plusMonths($int)",
        "$date.minusYears($int)", "date($record.name + $text)", "($bool ? $date : $date)",
      ]
    ),
    .span: Rules(
      ["days(1)", "duration('36h')"],
      ["days($int)", "($date - $date)", "($moment - $moment)", "($span + $span)"]
    ),
    .moment: Rules(
      ["timestamp('2020-12-16T00:00:00Z')"],
      ["($moment + $span)", "timestamp($record.name + $text)", "timestamp($int)"]
    ),
    .record: Rules(
      ["vendor.parent", "vendor.parent", "other.parent"],
      [
        "vendor.parent", "#$records[$int]", "($bool ? $record : $record)",
        "#$records.first().orValue($record)", "vendor.?parent.orValue($record)",
      ]
    ),
    .records: Rules(
      ["vendor.products", "vendor.products", "other.products"],
      [
        "vendor.products", "$records.filter(@record, $bool)",
        "[$record, $record]",
        "($records + $records)", "$records.reverse()", "($bool ? $records : $records)",
      ]
    ),
    .texts: Rules(
      ["$record.tags", "vendor.parent.tags", "['a', 'b']", "[]"],
      [
        "$record.tags", "[$text, $text]", "$records.map(@record, $text)",
        "$records.map(@record, $bool, $text)", "$texts.filter(@text, $bool)",
        "$texts.map(@text, $text)", "$texts.distinct()", "$texts.sort()", "$texts.reverse()",
        "($texts + $texts)", "#$texts.transformList(@int, @text, $text)",
        "#$texts.transformList(@int, @text, $bool, $text)", "[$texts, $texts].flatten()",
        "$records.map(@record, $texts).flatten()", "[?$maybeText, $text]",
        "optional.unwrap([$maybeText, $maybeText])", "#$text.split('a')",
      ]
    ),
    .ints: Rules(
      ["[1, 2]", "[0]"],
      [
        "[$int, $int]", "$records.map(@record, $int)", "$ints.filter(@int, $bool)",
        "$ints.map(@int, $int)", "$ints.sort()", "$ints.distinct()", "[?$maybe, $int]",
        "optional.unwrap([$maybe, $maybe])", "$records.map(@record, $record.users)",
        "$counts.transformList(@text, @int, $int)",
      ]
    ),
    .counts: Rules(
      ["{'a': 1}", "{}"],
      [
        "{'a': $int, 'b': $int}", "{?'a': $maybe, 'b': $int}", "{$text: $int}",
        "$counts.transformMap(@text, @int, $int)",
        "$counts.transformMap(@text, @int, $bool, $int)",
      ]
    ),
    .maybe: Rules(
      ["$record.?users", "optional.none()", "optional.of(1)"],
      [
        "$record.?users", "optional.of($int)", "optional.ofNonZeroValue($int)",
        "$maybe.optMap(@int, $int)", "$maybe.optFlatMap(@int, $maybe)", "$maybe.or($maybe)",
        "$counts.?a", "#$ints[?$int]", "#$ints.first()", "($bool ? $maybe : $maybe)",
      ]
    ),
    .maybeText: Rules(
      ["$record.?name", "optional.none()"],
      ["#$texts.first()", "#$texts.last()", "#$texts[?$int]", "optional.of($text)"]
    ),
  ]

  private static let conditionLeaves = [
    "$record.sold", "vendor.listed", "has($record.users)", "has($record.tags)",
    "has(vendor.parent)", "has($record.since)", "($record.users == 1)", "($record.users < 2)",
    "($mode == 'explicit')", "($mode in sets.modes)", "('a' in $record.tags)",
    "(1 / $record.users == 1)", "true", "false", "other.listed",
  ]
  private static let logic = [
    "($bool && $bool)", "($bool || $bool)", "($bool && $bool && $bool)",
    "($bool || $bool || $bool)", "!($bool)", "($bool ? $bool : $bool)", "($bool == $bool)",
    "($bool != $bool)", "cel.bind(@bool, ~bool, $bool)", "cel.bind(@record, vendor.parent, $bool)",
    "cel.bind(@texts, vendor.parent.tags, $bool)", "cel.bind(@int, vendor.parent.users, $bool)",
    "$records.exists(@record, $bool)", "$records.all(@record, $bool)",
    "$records.exists_one(@record, $bool)", "vendor.products.exists(@record, $bool)",
    "vendor.products.all(@record, $bool)", "vendor.products.exists_one(@record, $bool)",
  ]
  private static let comparisons = [
    "($int == $int)", "($int != $int)", "($int < $int)", "($int <= $int)", "($int > $int)",
    "($int >= $int)", "($real < $real)", "($text == $text)", "($text < $text)",
    "($date < $date)", "($date >= $date)", "($date == $date)", "($span < $span)",
    "($moment <= $moment)", "($record == $record)", "($mode == $mode)", "($mode != 'inferred')",
    "(dyn($int) == $real)",
  ]
  private static let collections = [
    "$texts.exists(@text, $bool)", "$texts.all(@text, $bool)", "$texts.exists_one(@text, $bool)",
    "$ints.exists(@int, $bool)", "$ints.all(@int, $bool)", "#$texts.exists(@int, @text, $bool)",
    "#$texts.all(@int, @text, $bool)", "#$texts.existsOne(@int, @text, $bool)",
    "$counts.exists(@text, @int, $bool)", "$counts.all(@text, $bool)", "($text in $texts)",
    "($int in $ints)", "($text in $counts)", "($record in $records)", "($bool in [$bool, $bool])",
    "#($texts == $texts)", "#($records == $records)", "#($ints == $ints)", "($counts == $counts)",
    "#($texts != $texts)", "#([$ints] == [$ints])", "sets.contains($texts, $texts)",
    "sets.intersects($texts, $texts)", "sets.equivalent($texts, $texts)",
    "sets.contains($ints, $ints)", "sets.intersects($ints, $ints)", "(size($records) == $int)",
    "(size($records.filter(@record, $bool)) >= ~int)", "(size($texts) < $int)",
    "has($counts.a)", "($mode in ['explicit', 'none_at_all'])",
    "([dyn($int), $text] == [dyn($int), $text])",
    "({'x': $bool} == {'x': $bool})",
  ]
  private static let optionals = [
    "$maybe.hasValue()", "($maybe == $maybe)", "$maybeText.hasValue()",
    "vendor.?parent.hasValue()", "$record.?tags.hasValue()", "$record.?sold.orValue($bool)",
    "$maybe.optFlatMap(@int, optional.of($bool)).orValue(~bool)", "optional.of($bool).value()",
    "optional.of($record).hasValue()", "$record.?sold.optMap(@bool, $bool).orValue(~bool)",
  ]
  private static let texts = [
    "$text.startsWith($text)", "$text.endsWith('a')", "$text.contains($text)",
    "$text.matches('^a')", "$mode.matches('^e')",
    "(string($int) == $text)", "$text.matches('[ab]+')",
  ]
}
