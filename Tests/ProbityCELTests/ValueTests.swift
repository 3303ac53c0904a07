import Testing

@testable import ProbityCEL

@Test(
  arguments: [
    ("2020-12-16T08:00:00Z", "2020-12-16T08:00:00Z"),
    ("2020-12-16T08:00:00.120Z", "2020-12-16T08:00:00.12Z"),
    ("2020-12-16T08:00:00+02:30", "2020-12-16T05:30:00Z"),
    ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"),
    ("1969-12-31T23:59:59.5z", "1969-12-31T23:59:59.5Z"), ("2020-12-16", nil),
    ("2020-12-16T24:00:00Z", nil), ("2020-12-31T23:59:60Z", nil), ("2021-02-29T00:00:00Z", nil),
    ("2020-12-16T08:00:00", nil), ("2020-12-16T08:00:00.Z", nil),
    ("0001-01-01T00:00:00+01:00", nil),
    ("2020-12-16T08:00:00Zz", nil), ("2020-12-16T08:00:0aZ", nil),
  ] as [(String, String?)]
)
func `a timestamp is read as RFC 3339 and written in UTC`(text: String, written: String?) {
  #expect(Timestamp(text)?.description == written)
}

@Test(
  arguments: [
    ("90m", "5400s"), ("1h1m1s", "3661s"), ("-1.5s", "-1.5s"), ("1.5h", "5400s"), ("0", "0s"),
    ("250ms", "0.25s"), ("1us1ns", "0.000001001s"), ("315576000000s", "315576000000s"),
    ("-0.5s", "-0.5s"), ("1d", nil), ("", nil), ("-", nil), ("5", nil), ("s", nil),
    ("315576000001s", nil), ("9999999999999999999s", nil), ("1s-1s", nil),
  ] as [(String, String?)]
)
func `a span of time has units from hours down, and no days`(text: String, written: String?) {
  #expect(TimeSpan(text)?.description == written)
}

@Test(
  arguments: [
    (Value.int(1), Value.double(1), Order.equal), (.int(-1), .uint(0), .less),
    (.uint(.max), .int(.max), .greater), (.int(.max), .double(9_223_372_036_854_775_808), .equal),
    (.int(.min), .double(-9_223_372_036_854_775_808), .equal), (.double(0), .double(-0.0), .equal),
    (.double(1.5), .uint(1), .greater), (.uint(3), .double(-1), .greater),
    (.double(.nan), .int(1), nil), (.string("1"), .int(1), nil),
  ] as [(Value, Value, Order?)]
)
func `numbers of all types stand on one line`(left: Value, right: Value, order: Order?) {
  #expect(numericOrder(left, right) == order)
  #expect(numericOrder(right, left) == order?.reversed)
}

@Test func `a map finds a number by any of its types and takes no key twice`() {
  var map = MapValue()
  let keys: [Value] = [.int(1), .uint(1), .double(0.5), .null, .string("é")]
  var taken: [Bool] = []
  for key in keys { taken.append(map.insert(.string("x"), for: key)) }
  #expect(taken == [true, false, false, false, true])
  #expect(map.value(for: .double(1)) == .string("x"))
  #expect(map.value(for: .double(1.5)) == nil)
  #expect(map.value(for: .string("e\u{301}")) == nil)
}

@Test func `a list counts what is certain apart from what is possible`() {
  var list = ListValue([.int(1)])
  #expect(list.isPlain)
  list.append(.int(2), doubt: FactSet([FactID(4)]))
  list.append(.int(3))
  #expect(!list.isPlain && list.count == 3 && list.certainCount == 2)
  #expect(list.doubt(at: 1) == FactSet([FactID(4)]) && list.doubt(at: 2) == nil)
  var more = ListValue([.int(4)])
  more.openness = FactSet([FactID(7)])
  list.append(contentsOf: more)
  #expect(list.waitsForCount == FactSet([FactID(4), FactID(7)]))
}

private let answers: [Answer] = [
  .no, .yes, .unknown(FactSet([FactID(1)])),
  .error(EvaluationFault(message: "x", span: anyFault.span)),
]

@Test(arguments: 0..<4, 0..<4)
func `a decisive operand beats an unknown one, and that an error`(left: Int, right: Int) {
  let rank = [0, 3, 2, 1]
  let expected = rank[left] >= rank[right] ? answers[left] : answers[right]
  #expect((answers[left] || answers[right]).value == expected.value)
  let strictest = [3, 0, 2, 1]
  let conjunction = strictest[left] >= strictest[right] ? answers[left] : answers[right]
  #expect((answers[left] && answers[right]).value == conjunction.value)
}

@Test(
  arguments: [
    ("'\\u{1}'", nil), ("r'\\n'", #"\n"#), ("'\\n'", "\n"), (#""""a"b""""#, #"a"b"#),
    ("'\\x41\\101\\u0041\\U00000041'", "AAAA"), ("'''a\nb'''", "a\nb"), ("'a\nb'", nil),
    ("'\\UFFFFFFFF'", nil), ("'\\8'", nil),
  ] as [(String, String?)]
)
func `a string literal means what it spells`(text: String, value: String?) {
  let program = compiled(text, expecting: .string).program
  var evaluator = Evaluator(tree: FactTree(), bindings: [])
  var found: Value?
  if let program { found = evaluator.value(of: program, in: FactView(unknownFactsOf: FactTree())) }
  #expect(found == value.map { .string($0) })
}

@Test(arguments: [
  ("size('👍🏽') == 2", Truth.yes), ("'e\u{301}' == 'é'", .no), ("'e\u{301}x'.startsWith('e')", .yes),
  ("'\u{FF5E}' < '\u{1F600}'", .yes), ("'ÀÉb'.upperAscii() == 'ÀÉB'", .yes),
  ("'a\\r\\nb'.contains('\\n')", .yes), ("'abc'.endsWith('bc') && !'c'.endsWith('bc')", .yes),
  ("string(1.0) == '1' && string(1e21) == '1e+21'", .yes), ("int(-2.9) == -2", .yes),
  ("-5 % 3 == -2 && 5 / -2 == -2", .yes), ("string(duration('90m')) == '5400s'", .yes),
  ("string(date('2020-12')) == '2020-12'", .yes), ("double('1.5') == 1.5", .yes),
  ("bytes('é') == b'\\xc3\\xa9'", .yes), ("string(vendor.parent.mode) == 'x' || true", .yes),
  ("int(' 1') == 1", .unknown), ("double('0x10') == 16.0", .unknown), ("int('+1') == 1", .unknown),
  ("string(b'\\xff') == ''", .unknown), ("(-9223372036854775807 - 1) / -1 == 0", .unknown),
  ("-9223372036854775808 % -1 == 0", .unknown), ("0u - 1u == 0u", .unknown),
  ("optional.none().orValue(1) == 1", .yes), ("{'a': 1}.?b.hasValue()", .no),
  ("[1, 2][?5].orValue(7) == 7", .yes), ("{'a': 1}[?'a'].orValue(7) == 1", .yes),
  ("timestamp('2020-12-16T00:00:00Z').getHours('-01:30') == 22", .yes),
])
func `functions and operators go by code points, exact ranges and strict spelling`(
  text: String,
  truth: Truth
) throws {
  #expect(try Company().evaluation(text).truth == truth)
}
