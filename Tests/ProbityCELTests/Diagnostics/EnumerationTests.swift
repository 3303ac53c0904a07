import ProbityText
import Testing

@testable import ProbityCEL

@Test(arguments: [
  "vendor.parent.mode != ①'x'",
  "①'x' == vendor.parent.mode",
  "vendor.parent.mode in ['explicit', ①'x']",
  "!(vendor.parent.mode in [①'x'])",
  "①'x' in vendor.products.map(p, p.mode)",
  "sets.modes == [①'x', 'inferred']",
  "[['explicit'], [①'x']] == [[vendor.parent.mode]]",
  "[vendor.parent.mode] in [['explicit'], [①'x']]",
  // Macros over lists of codes.
  "sets.modes.all(m, m != ①'x')",
  "sets.modes.exists(m, m == ①'x')",
  "sets.modes.exists(m, m in ['explicit', ①'x'])",
  "sets.modes.exists_one(m, ①'x' == m)",
  "sets.modes.filter(m, m == ①'x') == []",
  "sets.modes.map(m, m == ①'x') == [true]",
  "sets.modes.map(m, m == ①'x', m) == sets.modes",
  "sets.modes.transformList(i, m, m == ①'x') == [true]",
  "{'a': vendor.parent.mode}.transformMap(k, m, m == ①'x') == {'a': true}",
  "{'a': vendor.parent.mode}.transformMapEntry(k, m, {k: m == ①'x'}) == {'a': true}",
  "vendor.products.map(p, p.mode).exists(m, m == ①'x')",
  "vendor.products.exists(p, p.mode == ①'x')",
  "cel.bind(m, vendor.parent.mode, m == ①'x')",
  // Keys and values of maps.
  "vendor.parent.mode in {'explicit': 1, ①'x': 2}",
  "{'explicit': 1, ①'x': 2}[vendor.parent.mode] == 1",
  "①'x' in {vendor.parent.mode: 1}",
  "{vendor.parent.mode: 1}[①'x'] == 1",
  "{vendor.parent.mode: 1, ①'x': 2}.size() == 2",
  "{'a': vendor.parent.mode}['a'] == ①'x'",
  "{'a': vendor.parent.mode}.a == ①'x'",
  "{'a': vendor.parent.mode} == {'a': ①'x'}",
  "{'a': vendor.parent.mode, 'b': ①'x'}.size() == 2",
  // What has one type for several values.
  "(vendor.listed ? vendor.parent.mode : ①'x') == 'explicit'",
  "(vendor.listed ? ①'x' : vendor.parent.mode) == 'explicit'",
  "(vendor.listed ? 'explicit' : vendor.parent.mode) == ①'x'",
  "vendor.parent.mode == (vendor.listed ? 'explicit' : ①'x')",
  "(vendor.listed ? sets.modes : [①'x']) == []",
  "[vendor.parent.mode, ①'x'].size() == 2",
  "[①'x', vendor.parent.mode].size() == 2",
  "sets.modes + [①'x'] == []",
  "[①'x'] + sets.modes == []",
  "sets.contains(sets.modes, [①'x'])",
  "sets.intersects([①'x', 'explicit'], sets.modes)",
  "sets.equivalent(sets.modes, ['explicit', ①'x'])",
  // Optionals.
  "vendor.parent.?mode.orValue(①'x') == 'explicit'",
  "vendor.parent.?mode.orValue('explicit') == ①'x'",
  "vendor.parent.?mode.value() == ①'x'",
  "vendor.parent.?mode == optional.of(①'x')",
  "vendor.parent.?mode != optional.ofNonZeroValue(①'x')",
  "vendor.parent.?mode.or(optional.of(①'x')).hasValue()",
  "vendor.parent.?mode.optMap(m, m == ①'x').orValue(false)",
  "vendor.parent.?mode.optFlatMap(m, optional.of(m == ①'x')).orValue(false)",
  "sets.modes.first().orValue(①'x') == 'explicit'",
  "sets.modes[?0].orValue(①'x') == 'explicit'",
  "sets.modes.distinct() == [①'x']",
  "sets.modes[0] == ①'x'",
  "[vendor.parent.mode].sort() == [①'x']",
  "sets.modes.sort().exists(m, m == ①'x')",
  // Elements and entries after `?`.
  "[?optional.of(①'x'), vendor.parent.mode].size() == 2",
  "[vendor.parent.mode, ?optional.of(①'x')].size() == 2",
  "[?vendor.parent.?mode, ①'x'].size() == 2",
  "[?vendor.parent.?mode, 'explicit'] == [①'x']",
  "vendor.parent.mode in [?optional.of(①'x'), 'explicit']",
  "sets.modes == [?optional.ofNonZeroValue(①'x')]",
  "{?'a': optional.of(①'x'), 'b': vendor.parent.mode}.size() == 2",
  "{?'a': vendor.parent.?mode, 'b': ①'x'}.size() == 2",
  "{'a': vendor.parent.mode} == {?'a': optional.of(①'x')}",
])
func `wherever a code is wanted, a literal must be one`(text: String) throws {
  let result = compiled(text)
  #expect(result.program == nil)
  #expect(result.lines == ["① cel.unknown-code: `x` is not a `attribute_mode`"])
  let diagnostic = try #require(result.diagnostics.first)
  #expect(diagnostic.notes.map(\.message) == ["`attribute_mode` is declared here"])
  // With a code in its place the same text is sound.
  let right = compiled(text.replacing("①'x'", with: "'inferred'"))
  #expect(right.lines == [])
}

@Test(arguments: [
  // A code is a string wherever no code is wanted.
  "vendor.parent.mode.startsWith('expl')", "vendor.parent.mode + 'x' == 'explicitx'",
  "string(vendor.parent.mode) == 'x'", "vendor.parent.mode.size() > 7",
  "vendor.parent.mode.matches('^x')", "sets.modes.join(',') == 'x'",
  // Strings beside strings stay strings.
  "vendor.name in ['x'] || (vendor.listed ? vendor.name : 'x') == 'x'",
  "vendor.?name.orValue('x') == 'x'", "{'x': 1}[vendor.name] == 1", "'x' in {'x': 1}",
  // A mixed list has no type in common.
  "[1, 'x', vendor.parent.mode].size() == 3",
  "(vendor.listed ? string(vendor.parent.mode) : vendor.name) == 'x'",
])
func `a string that is no code may stand where none is wanted`(text: String) {
  #expect(compiled(text).lines == [])
}

@Test(arguments: [
  ("vendor.parent.mode ①== 1", "`==` does not take attribute_mode and int"),
  ("vendor.parent.mode ①!= vendor.name", "`!=` does not take attribute_mode and string"),
  ("vendor.name ①in sets.modes", "`in` does not take string and list(attribute_mode)"),
  ("vendor.parent.mode ①in [vendor.name]", "`in` does not take attribute_mode and list(string)"),
  (
    "vendor.parent.mode ①in vendor.parent.tags",
    "`in` does not take attribute_mode and list(string)"
  ),
  (
    "sets.modes ①== vendor.products.map(p, p.name)",
    "`==` does not take list(attribute_mode) and list(string)"
  ),
  ("vendor.parent.mode ①< 'explicit'", "`<` does not take attribute_mode and string"),
  (
    "vendor.parent.mode ①>= vendor.parent.mode",
    "`>=` does not take attribute_mode and attribute_mode"
  ),
  (
    "vendor.name ①in {vendor.parent.mode: 1}",
    "`in` does not take string and map(attribute_mode, int)"
  ),
])
func `codes are compared with codes of their enumeration only`(text: String, message: String) {
  let result = compiled(text)
  #expect(result.lines == ["① cel.operand-types: \(message)"])
}
