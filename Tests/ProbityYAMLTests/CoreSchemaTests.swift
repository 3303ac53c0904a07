import ProbityText
import ProbityYAML
import Testing

struct CoreSchemaTests {
  @Test(
    arguments: [
      ("NO", .string("NO")), ("no", .string("no")), ("on", .string("on")), ("y", .string("y")),
      ("2020-12", .string("2020-12")), ("2020-12-16", .string("2020-12-16")),
      ("1_000", .string("1_000")), ("12:30", .string("12:30")), ("0b1", .string("0b1")),
      ("1e", .string("1e")), (".", .string(".")), ("+", .string("+")), ("0x", .string("0x")),
      ("0o8", .string("0o8")), ("-0x1", .string("-0x1")), ("nan", .string("nan")),
      ("'1'", .string("1")), ("\"true\"", .string("true")), ("|\n 1\n", .string("1\n")),
      ("! 1", .string("1")), ("!!str 1", .string("1")), ("!!str", .string("")),
      ("1", .int(1)), ("-1", .int(-1)), ("+1", .int(1)), ("007", .int(7)), ("0o17", .int(15)),
      ("0xfF", .int(255)), ("9223372036854775807", .int(.max)),
      ("-9223372036854775808", .int(.min)), ("!!int '1'", .int(1)),
      ("9223372036854775808", .intOverflow), ("0x8000000000000000", .intOverflow),
      ("1.", .float(1)), (".5", .float(0.5)), ("-.5e1", .float(-5)), ("1e3", .float(1_000)),
      ("1.e2", .float(100)), ("-.inf", .float(-.infinity)), ("!!float 1", .float(1)),
      ("1e400", .float(.infinity)),
      ("true", .bool(true)), ("FALSE", .bool(false)), ("!!bool 'true'", .bool(true)),
      ("", .null), ("~", .null), ("Null", .null), ("!!null ''", .null),
    ] as [(String, CoreValue)]
  )
  func `a scalar means what YAML 1.2 says`(text: String, value: CoreValue) throws {
    #expect(try read("- " + text).node.items?.map { $0.scalar?.value } == [value])
  }

  @Test(arguments: ["!!int 1.0", "!!int NO", "!!bool yes", "!!null x", "!!float x", "!!int 0b1"])
  func `a tag that the text does not fit is refused`(text: String) {
    #expect(complaintIDs(about: Array(text.utf8)) == ["yaml.tag-mismatch"])
  }
}
