import ProbityText
import Testing

@testable import ProbityCEL

/// A condition over a company of which nothing is known but what is said.
private func truth(_ text: String, _ known: [String: Value] = [:]) throws -> Truth {
  var company = Company()
  for (path, value) in known { company.know(path, value) }
  return try company.evaluation(text).truth
}

@Test(arguments: [
  "[3, 1, 2].sort() == [1, 2, 3]", "['b', 'a'].sort() == ['a', 'b']", "[[2].sort()] == [[2]]",
  "[1, 2, 1, 3, 2].distinct() == [1, 2, 3]", "[].distinct() == []",
  "[1, 1u, 1.0].distinct().size() == 1", "[[1, 2], [3]].flatten() == [1, 2, 3]",
  "[[1, [2]], [3]].flatten(2) == [1, 2, 3]", "[[1], [[2]]].flatten(0) == [[1], [[2]]]",
  "[1, 2].first() == optional.of(1)", "[1, 2].last().value() == 2", "![].first().hasValue()",
  "[1, 2, 3].reverse() == [3, 2, 1]", "sets.contains([1, 2, 3], [3, 1])",
  "!sets.contains([1], [1, 2])", "sets.contains([1], [])", "sets.contains([1], [1.0, 1u])",
  "sets.intersects([1, 2], [2, 3])", "!sets.intersects([1], [])", "!sets.intersects([1], [2])",
  "sets.equivalent([1, 2, 2], [2, 1])", "!sets.equivalent([1], [1, 2])", "sets.equivalent([], [])",
  "[optional.of(1), optional.none()].unwrapOpt() == [1]", "optional.unwrap([]) == []",
  "optional.ofNonZeroValue(0) == optional.none()", "optional.ofNonZeroValue('a').value() == 'a'",
  "!optional.ofNonZeroValue(duration('0s')).hasValue()", "!optional.ofNonZeroValue(b'').hasValue()",
  "!optional.ofNonZeroValue(false).hasValue() && !optional.ofNonZeroValue(null).hasValue()",
])
func `lists, sets and optionals do what they are called`(text: String) throws {
  #expect(try truth(text) == .yes)
}

@Test(arguments: [
  ("'b' in vendor.parent.tags.sort()", Truth.unknown),
  ("'a' in vendor.parent.tags.distinct()", .yes),
  ("vendor.parent.tags.distinct().size() >= 1", .yes),
  ("vendor.parent.tags.distinct().size() == 1", .unknown),
  ("sets.contains(vendor.parent.tags, ['a'])", .yes),
  ("sets.contains(vendor.parent.tags, ['b'])", .unknown),
  ("sets.contains(vendor.parent.tags, [])", .yes), ("sets.contains([], vendor.parent.tags)", .no),
  ("sets.contains(['a'], vendor.parent.tags)", .unknown),
  ("sets.intersects(vendor.parent.tags, ['a'])", .yes),
  ("sets.intersects(['b'], vendor.parent.tags)", .unknown),
  ("sets.intersects([], vendor.parent.tags)", .no),
  ("sets.equivalent(vendor.parent.tags, ['b'])", .no),
  ("sets.equivalent(vendor.parent.tags, ['a'])", .unknown),
  ("'a' in [vendor.parent.tags].flatten()", .yes),
  ("'b' in [vendor.parent.tags].flatten()", .unknown),
  ("[vendor.parent.tags, ['b']].flatten().size() >= 2", .yes),
  ("vendor.parent.tags.first().orValue('') == 'a'", .unknown),
  ("vendor.parent.tags.join() == 'a'", .unknown),
  ("vendor.parent.tags.exists(i, t, t == 'a')", .yes),
  ("vendor.parent.tags.exists(i, t, i == 0 && t == 'a')", .unknown),
  ("vendor.parent.tags.transformMap(i, t, t) == {0: 'a'}", .unknown),
  ("cel.bind(t, vendor.parent.tags, 'a' in t && t.exists(x, x == 'a'))", .yes),
  ("[?vendor.parent.?users, 1].exists(x, x == 1)", .yes),
  ("size([?vendor.parent.?users]) <= 1", .yes),
  ("size([?vendor.parent.?users]) == 1", .unknown),
  ("{?'a': vendor.parent.?users} == {}", .unknown),
  ("vendor.parent.?users.optMap(u, 1).hasValue()", .unknown),
  ("math.greatest([vendor.parent.users, 1]) >= 1", .unknown),
  ("'%d'.format([vendor.parent.users]) == ''", .unknown),
])
func `what is open or possible stays so through every function`(text: String, answer: Truth) throws
{
  let known: [String: Value] = ["parent": .bool(true), "parent.tags.0": .string("a")]
  #expect(try truth(text, known) == answer)
}

@Test(arguments: [
  "date('2020-12-16') + days(16) == date('2021-01-01')", "days(2) == duration('48h')",
  "date('2021-01-01') - date('2020-12-16') == days(16)", "date('2020').getFullYear() == 2020",
  "date('2020-03') - days(1) < date('2020-03-31')", "date('2020-03').getMonth() == 2",
  "date('2020-02-29').plusYears(1) == date('2021-02-28')", "date('2020-03-05').getDate() == 5",
  "date('2020-03-31').minusMonths(1) == date('2020-02-29')",
  "date('2021-03-01').minusYears(1) == date('2020-03-01')",
  "date(timestamp('2020-12-16T23:00:00Z')) == date('2020-12-16')",
  "date('2026-11-23').getDayOfWeek() == 1 && date('2026-02-01').getDayOfYear() == 31",
])
func `dates are shifted and compared by the calendar`(text: String) throws {
  #expect(try truth(text) == .yes)
}

@Test(arguments: [
  ("date('2020') - date('2019') > days(1)", ""), ("date('2020').getMonth() == 0", ""),
  ("date('2020-03').getDate() == 1", ""),
  ("date('2020-01-01') + duration('1h') == date('2020-01-01')", "a date is shifted by whole days"),
  ("date('9999-12-31') + days(1) == date('2020')", "the time is out of range"),
  ("days(9223372036854775807) == days(1)", "the time is out of range"),
  ("'abc'.charAt(4) == ''", "the position lies outside of the text"),
  ("'abc'.substring(2, 1) == ''", "the position lies outside of the text"),
  ("'%d'.format(['a']) == ''", "`%d` does not take this type of value"),
  ("'%q'.format([1]) == ''", "`%q` is no clause of a format"),
  ("'%s'.format([]) == ''", "the format has more clauses than values"),
  ("'%'.format([]) == ''", "a `%` at the end of a format means nothing"),
  ("'%.9999f'.format([1.0]) == ''", "the precision of a format is a number up to 1000"),
  ("'%s'.format([vendor]) == ''", "a record, optional or faulty text cannot be written"),
  ("[1].flatten(-1) == []", "the depth is a whole number from 0"),
  ("math.greatest([]) == 1", "an empty list has no extreme"),
  ("math.abs(-9223372036854775808) == 1", "the result does not fit into 64 bits"),
  ("math.bitShiftLeft(1, -1) == 1", "bits are shifted by a number from 0"),
  ("optional.none().value() == 1", "the optional has no value"),
  ("base64.decode('a') == b''", "`a` cannot become bytes"),
  ("'a'.matches('(' + 'a')", "the pattern is no regular expression: missing ): (a"),
  ("dyn([1, 'a']).sort() == []", "these values have no order"),
  ("[1].transformMapEntry(i, x, {'a': 1, 'a': 2}) == {}", "a key is repeated or is no key"),
  ("[1, 2].transformMapEntry(i, x, {'a': 1}) == {}", "a key is repeated or is no key"),
  (
    "timestamp('2020-12-16T00:00:00Z').getHours('Nowhere') == 1",
    "a time zone is `UTC` or an offset such as `+02:00`"
  ),
])
func `what has no answer says why`(text: String, message: String) throws {
  let evaluation = try Company().evaluation(text)
  #expect(evaluation.truth == .unknown)
  #expect(evaluation.faults.map(\.message) == (message.isEmpty ? [] : [message]))
}

@Test(arguments: [
  "'a,b,c'.split(',', 2) == ['a', 'b,c']", "'abc'.split('') == ['a', 'b', 'c']",
  "'abc'.split(',', 0) == []", "'aaa'.replace('a', 'b', 2) == 'bba'",
  "'ab'.replace('', '-') == '-a-b-'", "'abc'.replace('b', '') == 'ac'",
  "'abcb'.lastIndexOf('b') == 3",
  "'\u{1F600}é'.reverse() == 'é\u{1F600}'", "'%.2f %e'.format([0.005, 0.0]) == '0.01 0.000000e+00'",
  "'%.0f|%.1f'.format([0.5, 0.25]) == '0|0.2'", "'%.3e'.format([9.9996]) == '1.000e+01'",
  "'%x %X %o %b'.format([-255, b'\\xab', 8, true]) == '-ff AB 10 1'",
  "'%f'.format([5e-324]) == '0.000000'", "'%.1e'.format([5e-324]) == '4.9e-324'",
  "base64.decode('aGVsbG8') == b'hello'", "base64.encode(b'') == ''",
  "math.sqrt(9) == 3.0 && math.sign(-0.5) == -1.0", "math.greatest(1, 2.5, 2u) == 2.5",
  "'foobar'.matches('o+b')", "matches('\u{1F431}\u{1F600}', '^.{2}$')", "!'a\\n'.matches('^a$')",
  "{'a': 1, 'b': 2}.transformList(k, v, v > 1, k) == ['b']",
  "[1, 2].transformMapEntry(i, x, {x: i}) == {1: 0, 2: 1}",
  "optional.of(2).optFlatMap(x, x > 1 ? optional.of(x) : optional.none()).value() == 2",
])
func `texts, numbers and macros follow the extensions of the language`(text: String) throws {
  #expect(try truth(text) == .yes)
}

@Test func `a pattern that would need too much memory is refused`() {
  #expect(compiled("'a'.matches('((a{100}){100}){100}')").program == nil)
  #expect(compiled("'a'.matches('(\\\\pL{900}){9}')").program == nil)
}

@Test func `a named zone counts only where a table is handed in`() throws {
  let text = "timestamp('2020-12-16T00:00:00Z').getHours('Somewhere') == 3"
  let zones = TimeZones { name, _ in name == "Somewhere" ? 3 * 3600 : nil }
  var evaluator = Evaluator(tree: FactTree(), bindings: [], zones: zones)
  let view = FactView(unknownFactsOf: FactTree())
  #expect(evaluator.truth(of: try program(text), in: view).truth == .yes)
}
