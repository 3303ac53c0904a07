"""Values as both sides write them; see Batch/Notation.swift."""

import datetime
import math
import struct

EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)
MICROSECOND = datetime.timedelta(microseconds=1)

TYPES = {"NULL": "null", "BOOL": "bool", "INT": "int", "UINT": "uint", "DOUBLE": "double",
         "STRING": "string", "BYTES": "bytes", "TIMESTAMP": "timestamp", "DURATION": "duration",
         "TYPE": "type", "LIST": "list(dyn)", "MAP": "map(dyn, dyn)"}


def bits(number):
    return "NaN" if math.isnan(number) else struct.pack(">d", number).hex()


def plain(value):
    """Data of the generator in the notation."""
    if value is None:
        return ["null"]
    if isinstance(value, bool):
        return ["bool", value]
    if isinstance(value, int):
        return ["int", str(value)]
    if isinstance(value, float):
        return ["double", bits(value)]
    if isinstance(value, str):
        return ["string", value]
    if isinstance(value, bytes):
        return ["bytes", value.hex()]
    if isinstance(value, tuple):
        return [value[0], str(value[1])]
    if isinstance(value, list):
        return ["list", [plain(item) for item in value]]
    return ["map", [[plain(key), plain(item)] for key, item in value.items()]]


def python(value):
    """Data of the generator as the other runtime takes it."""
    if isinstance(value, tuple):
        kind, number = value
        if kind == "timestamp":
            return EPOCH + number * MICROSECOND
        return number * MICROSECOND if kind == "duration" else number
    if isinstance(value, list):
        return [python(item) for item in value]
    if isinstance(value, dict):
        return {key: python(item) for key, item in value.items()}
    return value


def type_name(value):
    name = value.name().split("<")[0].upper()
    return TYPES.get(name, name)


def of(value):
    """A value of the other runtime in the notation."""
    kind = value.type().name().split("<")[0]
    if kind == "ERROR":
        return ["error", str(value.value())]
    content = value.value()
    if kind == "NULL":
        return ["null"]
    if kind == "BOOL":
        return ["bool", content]
    if kind in ("INT", "UINT"):
        return [kind.lower(), str(content)]
    if kind == "DOUBLE":
        return ["double", bits(content)]
    if kind == "STRING":
        return ["string", content]
    if kind == "BYTES":
        return ["bytes", bytes(content).hex()]
    if kind == "TIMESTAMP":
        return ["timestamp", str((content - EPOCH) // MICROSECOND)]
    if kind == "DURATION":
        micros = content // MICROSECOND
        # Spans over 292 years reach Python cut off.
        return ["unseen"] if abs(micros) > 9223372036854770 else ["duration", str(micros)]
    if kind == "TYPE":
        return ["type", type_name(content)]
    if kind == "LIST":
        return ["list", [of(item) for item in content]]
    if kind == "MAP":
        return ["map", [[plain(key), of(item)] for key, item in content.items()]]
    return ["other", kind]


def canonical(value):
    """The same for values that are equal: keys in order, whole keys of one type, errors alike."""
    kind = value[0]
    if kind in ("error", "invalid"):
        return ("error",)
    if kind == "list":
        return ("list", tuple(canonical(item) for item in value[1]))
    if kind == "map":
        entries = [(key_text(key), canonical(item)) for key, item in value[1]]
        return ("map", tuple(sorted(entries, key=str)))
    return tuple(value)


def key_text(key):
    return ("int", key[1]) if key[0] == "uint" else tuple(key)


def is_unseen(value):
    """Whether some part of an answer of the other runtime can't be seen from Python."""
    return value[0] == "unseen" or any(
        isinstance(part, list) and part and (is_unseen(part) if isinstance(part[0], str) else
                                             any(is_unseen(item) for item in part if item))
        for part in value[1:])
