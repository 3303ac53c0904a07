"""Random typed expressions over known data, the same for the same seed."""

import math
import random

VARIABLES = {
    "b": "bool", "i": "int", "j": "int", "u": "uint", "d": "double", "s": "string", "t": "string",
    "y": "bytes", "ts": "timestamp", "du": "duration", "li": "list(int)", "ls": "list(string)",
    "ld": "list(double)", "m": "map(string, int)", "n": "map(int, string)", "x": "dyn", "z": "dyn",
}

INTS = [0, 1, -1, 2, 3, -2, 7, 10, 63, 64, 100, 2**31, 2**53, 2**53 + 1, 2**62, 2**63 - 1, -(2**63),
        -(2**63) + 1, -(2**53) - 1, 1609459200, 253402300799]
UINTS = [0, 1, 2, 3, 7, 64, 2**32, 2**53 + 1, 2**63 - 1, 2**63, 2**64 - 1]
DOUBLES = [0.0, -0.0, 1.0, -1.0, 0.5, 1.5, 2.5, -2.5, 0.1, 3.0, 100.25, 1e15, 1e16, 1e-5, 1e300,
           5e-324, 9007199254740993.0, 9223372036854775808.0, -9223372036854775808.0,
           18446744073709551616.0, math.inf, -math.inf, math.nan]
STRINGS = ["", "a", "b", "abc", "abcabc", "ABC", "é", "e\u0301", "\u1ebf", "😀🐱", "πέντε", "a,b,,c",
           "  x\t", "1", "-5", "+1", "1.5", "true", "TRUE", "FaLsE", "nan", "\x01\n\"\\'", "\uff5e",
           "\U0001f600", "2020-01-01T00:00:00Z", "2020-02-30T00:00:00Z", "2021-06-30T23:59:59.5+02:00",
           "1h30m", "-1.5s", "90s", "(a|b)+", "[", "^a.*c$", ".", "02:00", "-05:30", "UTC", "YQ==",
           "YWI", "%s", "%d", "9223372036854775808", "18446744073709551615", "1e3", "0x10"]
BYTES = [b"", b"a", b"abc", b"\xff\x01", "é".encode(), b"\xc3", b"\x03\x01\x02"]
INSTANTS = [0, 1577836800000000, 1625090399123000, -62135596799000000, 253402300799000000,
            -999999, 951782400000000, 1609459199999999, 1583020800000000]
SPANS = [0, 1000000, -1500000, 90000000, 5400000000, 86400000000, -999999, 123321000, 1234567, 31536000000000]


# Around what may stop before it has gone through its list: code points that no text has.
START, END = "\ue000", "\ue001"


def plain(expression):
    """A generated expression as it is evaluated."""
    return expression.replace(START, "").replace(END, "")


def cleared(expression):
    """The same with another loop after each that may have stopped early; it means the same."""
    return expression.replace(START, "(").replace(END, " == [true].all(each, each))")


class Generator:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.locals = []
        self.count = 0

    def pick(self, items):
        return self.random.choice(items)

    # Data

    def value(self, type_name, depth=2):
        chance = self.random.random()
        if type_name == "bool":
            return self.pick([True, False])
        if type_name == "int":
            return self.pick(INTS) if chance < 0.6 else self.random.randint(-20, 20)
        if type_name == "uint":
            return ("uint", self.pick(UINTS) if chance < 0.6 else self.random.randint(0, 20))
        if type_name == "double":
            return self.pick(DOUBLES) if chance < 0.6 else self.random.uniform(-100, 100)
        if type_name == "string":
            return self.pick(STRINGS)
        if type_name == "bytes":
            return self.pick(BYTES)
        if type_name == "timestamp":
            return ("timestamp", self.pick(INSTANTS))
        if type_name == "duration":
            return ("duration", self.pick(SPANS))
        if type_name.startswith("list("):
            inner = type_name[5:-1]
            return [self.value(inner, depth - 1) for _ in range(self.random.randint(0, 4))]
        if type_name.startswith("map("):
            key, inner = type_name[4:-1].split(", ", 1)
            keys = ["a", "b", "c d", "é", ""] if key == "string" else [0, 1, 2, -1, 2**53]
            chosen = self.random.sample(keys, self.random.randint(0, 3))
            return {key: self.value(inner, depth - 1) for key in chosen}
        kinds = ["bool", "int", "double", "string", "bytes", "null"]
        if depth > 0:
            kinds += ["list(dyn)", "map(string, dyn)", "list(dyn)", "map(string, dyn)"]
        kind = self.pick(kinds)
        return None if kind == "null" else self.value(kind, depth - 1)

    def data(self):
        return {name: self.value(kind) for name, kind in VARIABLES.items()}

    # Literals

    def text(self, text):
        quote = self.pick(["'", '"'])
        parts = []
        for letter in text:
            code = ord(letter)
            if letter == quote or letter == "\\":
                parts.append("\\" + letter)
            elif code < 0x20 or code == 0x7F:
                parts.append(self.pick([f"\\x{code:02x}", f"\\{code:03o}", f"\\u{code:04x}"]))
            elif code > 0x7E and self.random.random() < 0.3:
                parts.append(f"\\U{code:08x}" if code > 0xFFFF else f"\\u{code:04x}")
            else:
                parts.append(letter)
        return quote + "".join(parts) + quote

    def literal(self, kind):
        value = self.value(kind)
        if kind == "bool":
            return "true" if value else "false"
        if kind == "int":
            return str(value)
        if kind == "uint":
            return f"{value[1]}u"
        if kind == "double":
            if math.isnan(value) or math.isinf(value):
                return {"nan": "double('NaN')", "inf": "double('Infinity')",
                        "-inf": "double('-Infinity')"}[str(value)]
            return repr(value)
        if kind == "string":
            return self.text(value)
        if kind == "bytes":
            return "b'" + "".join(f"\\x{byte:02x}" for byte in value) + "'"
        if kind == "timestamp":
            return self.pick(["timestamp('2020-01-01T00:00:00Z')", "timestamp(0)",
                              "timestamp('0001-01-01T00:00:00Z')",
                              "timestamp('9999-12-31T23:59:59.999999Z')",
                              "timestamp('2021-06-30T23:59:59.000001+02:00')"])
        if kind == "duration":
            return "duration('" + self.pick(["0s", "1s", "-1.5s", "1h30m", "1ms", "1us", "1000000s",
                                              "-24h", "1.000001s"]) + "')"
        if kind.startswith("list("):
            inner = kind[5:-1]
            return "[" + ", ".join(self.literal(inner) for _ in range(self.random.randint(1, 3))) + "]"
        if kind.startswith("map("):
            key, inner = kind[4:-1].split(", ", 1)
            entries = {self.literal(key): self.literal(inner) for _ in range(self.random.randint(1, 3))}
            return "{" + ", ".join(f"{key}: {value}" for key, value in entries.items()) + "}"
        other = self.pick(["int", "uint", "double", "string", "bool", "bytes", "list(int)",
                           "map(string, int)", "timestamp", "duration"])
        return f"dyn({self.literal(other)})"

    # Expressions

    def name(self):
        self.count += 1
        return f"v{self.count}"

    def leaf(self, kind):
        names = [name for name, other in list(VARIABLES.items()) + self.locals if other == kind]
        if names and self.random.random() < 0.65:
            return self.pick(names)
        return self.literal(kind)

    def bound(self, name, kind, body_kind, depth):
        self.locals.append((name, kind))
        body = self.expression(body_kind, depth)
        self.locals.pop()
        return body

    def expression(self, kind, depth):
        if kind in ("numeral", "base64", "instant", "span", "stamp", "length", "decimal"):
            return getattr(self, "form_" + kind)(depth)
        if depth <= 0 or self.random.random() < 0.08:
            return self.leaf(kind)
        if self.random.random() < 0.05:
            parts = [self.expression(k, depth - 1) for k in ("bool", kind, kind)]
            return "({} ? {} : {})".format(*parts)
        if self.random.random() < 0.03:
            name = self.name()
            inner = self.pick(["int", "string", "list(int)", "double", "dyn"])
            value = self.expression(inner, depth - 1)
            return f"cel.bind({name}, {value}, {self.bound(name, inner, kind, depth - 1)})"
        if kind.startswith("list("):
            return self.list(kind, depth - 1)
        if kind.startswith("map("):
            return self.leaf(kind)
        return getattr(self, "form_" + kind)(depth - 1)

    def fill(self, forms, depth):
        """A form with its holes, such as `{int} + {int}`, filled."""
        form = self.pick(forms)
        out, rest = "", form
        while "{" in rest:
            before, rest = rest.split("{", 1)
            kind, rest = rest.split("}", 1)
            out += before + self.expression(kind, depth)
        return (out + rest).replace("<0:", "{0:").replace(">)", "})")

    # Texts that conversions read: only such as the specification decides, and behind a `+`, since
    # a literal that can't be read is refused before anything is evaluated.

    def form_numeral(self, depth):
        return self.plain(["1", "-5", "15", "1.5", "-0.25", "1e3", "abc", "", "--1", "9223372036854775807",
                           "9223372036854775808", "18446744073709551615", "18446744073709551616"])

    def form_base64(self, depth):
        return self.plain(["", "YQ==", "YWI=", "YWJj", "/w==", "YQ", "!", "*a"])

    def form_instant(self, depth):
        return self.plain(["2020-01-01T00:00:00Z", "2020-02-30T00:00:00Z", "2021-06-30T23:59:59.125+02:00",
                           "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "abc", "", "2020-01-01",
                           "0000-12-31T00:00:00Z", "2019-02-29T12:00:00Z", "2020-02-29T12:00:00-07:00"])

    def form_span(self, depth):
        return self.plain(["1h30m", "-1.5s", "90s", "0s", "1ms", "1us", "24h", "abc", "", "1d", "10", "-2m3s",
                           "4000000000s", "320000000000s"])

    # Instants, lengths and numbers whose text has one form: no trailing zeros, few digits.

    def form_stamp(self, depth):
        return self.pick(["timestamp('2020-01-01T00:00:00Z')", "timestamp('2021-06-30T23:59:59.125+02:00')",
                          "timestamp('1999-12-31T23:59:59.123456Z')", "timestamp('9999-12-31T23:59:59.999999999Z')",
                          "timestamp('2000-02-29T00:00:00.000000001Z')", "timestamp(1609459200)"])

    def form_length(self, depth):
        return self.pick(["duration('0s')", "duration('90s')", "duration('1h30m')", "duration('1.125s')",
                          "duration('-1.000001s')", "duration('1.000000001s')", "duration('-1ms')"])

    def form_decimal(self, depth):
        return self.pick(["0.5", "1.5", "-2.5", "100.25", "0.1", "123.456", "-0.0045", "3.0", "-1.0"])

    def plain(self, texts):
        return f"({self.text(self.pick(texts))} + '')"

    def form_bool(self, depth):
        chance = self.random.random()
        if chance < 0.25:
            operation = self.pick(["==", "!=", "<", "<=", ">", ">="])
            kind = self.pick(["int", "uint", "double", "string", "bytes", "timestamp", "duration", "bool"])
            return f"({self.expression(kind, depth)} {operation} {self.expression(kind, depth)})"
        if chance < 0.4:
            operation = self.pick(["==", "!=", "<", "<=", ">", ">="])
            kinds = [self.pick(["int", "uint", "double", "dyn", "string"]) for _ in range(2)]
            sides = [f"dyn({self.expression(kind, depth)})" for kind in kinds]
            return f"({sides[0]} {operation} {sides[1]})"
        if chance < 0.55:
            macro = self.pick(["all", "exists", "exists_one"])
            kind = self.pick(["list(int)", "list(string)", "list(double)", "map(string, int)", "map(int, string)"])
            element = kind[5:-1] if kind.startswith("list") else kind[4:-1].split(", ")[0]
            name = self.name()
            loop = f"{self.expression(kind, depth)}.{macro}({name}, {self.bound(name, element, 'bool', depth)})"
            return loop if macro == "exists_one" else START + loop + END
        return self.fill([
            "({bool} && {bool})", "({bool} || {bool})", "(!{bool})", "({int} in {list(int)})",
            "({string} in {list(string)})", "({double} in {list(double)})", "({string} in {map(string, int)})",
            "({int} in {map(int, string)})", "(dyn({double}) in {map(int, string)})", "(dyn({uint}) in {list(int)})",
            "{string}.contains({string})", "{string}.startsWith({string})", "{string}.endsWith({string})",
            "{string}.matches({string} + '')", "matches({string}, {string} + '')", "bool({string} + '')", "has(m.a)",
            "has(x.a)", "({list(int)} == {list(int)})", "({list(double)} != {list(double)})",
            "({map(string, int)} == {map(string, int)})", "(dyn({list(int)}) == dyn({list(double)}))",
            "(x == z)", "(x != z)", "(x in {list(int)})", "math.isNaN({double})", "math.isInf({double})",
            "math.isFinite({double})", "optional.of({int}).hasValue()", "m.?a.hasValue()", "m[?{string}].hasValue()",
            "li[?{int}].hasValue()", "(type({dyn}) == type({dyn}))", "(type({int}) == int)",
            "({string} < {string})", "optional.ofNonZeroValue({int}).hasValue()", "x.b", "(x.a == {int})",
            "(" + START + "{list(double)}.exists(q, true)" + END + " && cel.bind(r, {string}, size(r) >= 0))",
        ], depth)

    def form_int(self, depth):
        return self.fill([
            "({int} + {int})", "({int} - {int})", "({int} * {int})", "({int} / {int})", "({int} % {int})",
            "(-({int}))", "size({string})", "size({bytes})", "size({list(int)})", "size({map(string, int)})", "size({0: {int}, 0u: {int}})".replace("{0:", "<0:").replace("})", ">)"),
            "{list(string)}.size()", "{string}.size()", "int({uint})", "int({double})", "int({numeral})",
            "int({timestamp})", "int({int})", "{list(int)}[{int}]", "m[{string}]", "m.a",
            "{list(int)}[dyn({double})]", "m.?a.orValue({int})", "m[?{string}].orValue({int})",
            "li[?{int}].orValue({int})", "optional.of({int}).value()", "optional.none().orValue({int})",
            "optional.of({int}).optMap(o, o + {int}).orValue({int})", "optional.ofNonZeroValue({int}).value()",
            "{timestamp}.getFullYear()", "{timestamp}.getMonth()", "{timestamp}.getDate()",
            "{timestamp}.getDayOfMonth()", "{timestamp}.getDayOfWeek()", "{timestamp}.getDayOfYear()",
            "{timestamp}.getHours()", "{timestamp}.getMinutes()", "{timestamp}.getSeconds()",
            "{timestamp}.getMilliseconds()", "{timestamp}.getHours({string})", "{timestamp}.getDate('-05:30')",
            "{timestamp}.getDayOfYear('America/New_York')", "{timestamp}.getHours('Asia/Kathmandu')",
            "{duration}.getHours()", "{duration}.getMinutes()", "{duration}.getSeconds()",
            "{string}.indexOf({string})", "{string}.lastIndexOf({string})", "{string}.indexOf({string}, {int})",
            "{string}.lastIndexOf({string}, {int})", "math.greatest({int}, {int})", "math.least({int}, {int}, {int})",
            "math.greatest({list(int)})", "math.abs({int})", "math.sign({int})", "math.bitAnd({int}, {int})",
            "math.bitOr({int}, {int})", "math.bitXor({int}, {int})", "math.bitNot({int})",
            "math.bitShiftLeft({int}, {int})", "math.bitShiftRight({int}, {int})",
        ], depth)

    def form_uint(self, depth):
        return self.fill([
            "({uint} + {uint})", "({uint} - {uint})", "({uint} * {uint})", "({uint} / {uint})",
            "({uint} % {uint})", "uint({int})", "uint({double})", "uint({numeral})", "uint({uint})",
            "math.greatest({uint}, {uint})", "math.least({uint}, {uint})", "math.bitAnd({uint}, {uint})",
            "math.bitNot({uint})", "math.bitShiftLeft({uint}, {int})", "math.bitShiftRight({uint}, {int})",
            "math.abs({uint})", "math.sign({uint})",
        ], depth)

    def form_double(self, depth):
        return self.fill([
            "({double} + {double})", "({double} - {double})", "({double} * {double})", "({double} / {double})",
            "(-{double})", "double({int})", "double({uint})", "double({numeral})", "double({double})",
            "{list(double)}[{int}]", "math.ceil({double})", "math.floor({double})", "math.round({double})",
            "math.trunc({double})", "math.abs({double})", "math.sign({double})", "math.sqrt({double})",
            "math.greatest({decimal}, {decimal})", "math.least({decimal}, double({int}))",
        ], depth)

    def form_string(self, depth):
        return self.fill([
            "({string} + {string})", "string({int})", "string({uint})", "string({string})", "string({bytes})",
            "string({bool})", "string({stamp})", "string({length})", "string({decimal})", "n[{int}]",
            "{list(string)}[{int}]", "{list(string)}.join()", "{list(string)}.join({string})",
            "{string}.charAt({int})", "{string}.substring({int})", "{string}.substring({int}, {int})",
            "('é' + {string} + 'é').substring({int}, size(s) + 2)",
            "{string}.replace({string}, {string})", "{string}.replace({string}, {string}, {int})",
            "{string}.lowerAscii()", "{string}.upperAscii()", "{string}.trim()", "{string}.reverse()",
            "strings.quote({string})", "base64.encode({bytes})", "'%s|%s'.format([{string}, {int}])",
            "'%d %x %o %b'.format([{int}, {int}, {int}, {int}])", "'%.2f %e'.format([{double}, {double}])",
            "'%s'.format([{list(int)}])", "'%X %x'.format([{string}, {bytes}])", "'%d%%'.format([{uint}])",
            "'%s|%s'.format([{bool}, {string}])", "m.?a.optMap(o, string(o)).orValue({string})",
            "'%s %s'.format([{stamp}, {length}])", "'%s'.format([{map(string, int)}])",
        ], depth)

    def form_bytes(self, depth):
        return self.fill(["({bytes} + {bytes})", "bytes({string})", "base64.decode(base64.encode({bytes}))", "base64.decode({base64})", "bytes({bytes})"], depth)

    def form_timestamp(self, depth):
        return self.fill([
            "timestamp({instant})", "timestamp({int})", "({timestamp} + {duration})", "({duration} + {timestamp})",
            "({timestamp} - {duration})", "timestamp({timestamp})",
        ], depth)

    def form_duration(self, depth):
        return self.fill([
            "duration({span})", "({duration} + {duration})", "({duration} - {duration})",
            "({timestamp} - {timestamp})", "duration({duration})",
        ], depth)

    def form_dyn(self, depth):
        return self.fill([
            "dyn({int})", "dyn({uint})", "dyn({double})", "dyn({string})", "dyn({bool})", "dyn({bytes})",
            "dyn({timestamp})", "dyn({duration})", "dyn({list(int)})", "dyn({map(string, int)})", "x.a", "x.b",
            "x[{dyn}]", "(x + z)", "(x - z)", "(x * z)", "(x / z)", "x[0]", "[{dyn}, {dyn}][{int}]",
            "{'a': {dyn}, 1: {dyn}, true: {dyn}}[{dyn}]".replace("{'a'", "<'a'").replace("}[{dyn}]", ">[{dyn}]"),
            "type({dyn})", "z.a.b", "dyn(null)", "size(x.map(e, e))", "size(x.filter(e, e == z))", "size(x)",
        ], depth).replace("<'a'", "{'a'").replace(">[", "}[")

    def list(self, kind, depth):
        element = kind[5:-1]
        name = self.name()
        forms = [f"({{{kind}}} + {{{kind}}})", f"[{{{element}}}, {{{element}}}]", f"[{{{element}}}]"]
        chance = self.random.random()
        if chance < 0.3:
            other = self.pick(["list(int)", "list(string)", "list(double)"])
            inner = other[5:-1]
            return f"{self.expression(other, depth)}.map({name}, {self.bound(name, inner, element, depth)})"
        if chance < 0.5:
            return f"{self.expression(kind, depth)}.filter({name}, {self.bound(name, element, 'bool', depth)})"
        if chance < 0.6:
            condition = self.bound(name, element, "bool", depth)
            return f"{self.expression(kind, depth)}.map({name}, {condition}, {self.bound(name, element, element, depth)})"
        if element == "string":
            forms += ["('x' + {string}).split({string})", "('x' + {string}).split({string}, {int})"]
        if element == "int":
            forms += ["[?m.?a, {int}]"]
        return self.fill(forms, depth)

    def case(self):
        self.locals = []
        kind = self.pick(["bool", "bool", "int", "uint", "double", "string", "bytes", "timestamp", "duration",
                          "list(int)", "list(string)", "list(double)", "dyn", "bool"])
        return self.expression(kind, self.random.randint(1, 4)), self.data()
