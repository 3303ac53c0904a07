"""Compares the evaluator with Google's C++ runtime on random expressions over known data."""

import argparse
import json
import os
import pathlib
import re
import subprocess
import sys
import time

import notation
from cel_expr_python import cel
from cel_expr_python.ext import ext_bindings, ext_encoders, ext_math, ext_optional, ext_strings
from generator import VARIABLES, Generator, cleared, plain

# The other runtime's wheel gives up a reference to None whenever one is among the data.
REFERENCES = [None] * 20_000_000

FOLDER = pathlib.Path(__file__).parent


def type_of(name):
    simple = {"bool": cel.Type.BOOL, "int": cel.Type.INT, "uint": cel.Type.UINT,
              "double": cel.Type.DOUBLE, "string": cel.Type.STRING, "bytes": cel.Type.BYTES,
              "timestamp": cel.Type.TIMESTAMP, "duration": cel.Type.DURATION, "dyn": cel.Type.DYN}
    if name.startswith("list("):
        return cel.Type.List(type_of(name[5:-1]))
    if name.startswith("map("):
        key, value = name[4:-1].split(", ", 1)
        return cel.Type.Map(type_of(key), type_of(value))
    return simple[name]


class Theirs:
    def __init__(self):
        self.environment = cel.NewEnv(
            variables={name: type_of(kind) for name, kind in VARIABLES.items()},
            extensions=[ext_bindings.ExtBindings(), ext_encoders.ExtEncoders(), ext_math.ExtMath(),
                        ext_optional.ExtOptional(), ext_strings.ExtStrings()])

    def answer(self, expression, data):
        try:
            program = self.environment.compile(expression)
        except RuntimeError as error:
            return ["invalid", str(error)]
        values = {name: notation.python(value) for name, value in data.items()}
        try:
            return notation.of(program.eval(data=values))
        except UnicodeDecodeError:
            return ["unseen"]
        except (RuntimeError, OverflowError) as error:
            return ["error", str(error)]


def ours(binary, cases):
    """The answers of our side, one a case."""
    lines = [json.dumps({"expr": expression, "data": {
        name: {"type": VARIABLES[name], "value": notation.plain(value)}
        for name, value in data.items()}}) for expression, data in cases]
    run = subprocess.run([binary], input="\n".join(lines) + "\n", capture_output=True, text=True,
                         check=False)
    if run.returncode != 0:
        done = run.stdout.count("\n")
        sys.exit(f"our side ended with {run.returncode} after {done} cases: {run.stderr[-2000:]}")
    answers = [json.loads(line) for line in run.stdout.splitlines()]
    if len(answers) != len(cases):
        sys.exit(f"{len(cases)} cases, but {len(answers)} answers")
    return answers


def allowed(entries, case, cleared_answer, agree_on):
    """The first entry that a difference is an instance of.

    One that is `cleared` is so only where the other runtime agrees once no loop has stopped early.
    Where another failure hides the one that an entry of `instead` speaks of, both sides must agree
    once that one's cause is taken away.
    """
    for entry in entries:
        if re.search(entry["expression"], case["expression"]) and \
                (re.search(entry["ours"], json.dumps(case["ours"], ensure_ascii=False)) or
                 "instead" in entry and case["ours"][0] == "error" and
                 agree_on(case["expression"].replace(*entry["instead"]))) and \
                re.search(entry["theirs"], json.dumps(case["theirs"], ensure_ascii=False)) and \
                (not entry.get("cleared") or
                 notation.canonical(cleared_answer()) == notation.canonical(case["ours"])):
            return entry
    return None


def used(expression, data):
    """The inputs that an expression names."""
    words = set(re.findall(r"\b[a-z]+\b", expression))
    return {name: notation.plain(value) for name, value in data.items() if name in words}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("binary")
    parser.add_argument("count", type=int)
    parser.add_argument("seed", type=int)
    parser.add_argument("--plant", action="store_true", help="falsify one answer of ours")
    parser.add_argument("--partial", action="store_true", help="an entry may be unused")
    arguments = parser.parse_args()
    entries = json.loads((FOLDER / "allowed.json").read_text())
    if any(not entry.get("section") for entry in entries):
        sys.exit("every entry of allowed.json cites the section of the specification")
    theirs = Theirs()
    counts = {"values": 0, "errors": 0, "allowed": 0, "unseen": 0}
    hits = {index: 0 for index in range(len(entries))}
    disagreements = []
    started = time.monotonic()
    done = 0
    while done < arguments.count:
        # A seed a batch: a part of a long run can be repeated by itself.
        generator = Generator(f"{arguments.seed}/{done}")
        cases = [generator.case() for _ in range(min(2000, arguments.count - done))]
        answers = ours(arguments.binary, [(plain(marked), data) for marked, data in cases])
        if arguments.plant and done == 0:
            answers[7] = ["string", "planted"]
        for (marked, data), mine in zip(cases, answers):
            expression = plain(marked)
            other = theirs.answer(expression, data)
            if notation.canonical(mine) == notation.canonical(other):
                counts["errors" if notation.canonical(mine) == ("error",) else "values"] += 1
                continue
            if notation.is_unseen(other):
                counts["unseen"] += 1
                continue
            case = {"expression": expression, "data": used(expression, data), "ours": mine, "theirs": other}

            def agree_on(changed):
                both = ours(arguments.binary, [(changed, data)])[0], theirs.answer(changed, data)
                return notation.canonical(both[0]) == notation.canonical(both[1])

            entry = allowed(entries, case, lambda: theirs.answer(cleared(marked), data), agree_on)
            if entry is None:
                disagreements.append(case)
            else:
                counts["allowed"] += 1
                hits[entries.index(entry)] += 1
        done += len(cases)
    for case in disagreements[:40]:
        print(json.dumps(case, ensure_ascii=False))
    print(f"differential: seed {arguments.seed}: {counts['values']} values and {counts['errors']} errors "
          f"agree, {counts['allowed']} differ as allowed, {counts['unseen']} can't be seen, {len(disagreements)} disagree "
          f"({time.monotonic() - started:.0f} s)")
    print("allowed: " + ", ".join(f"{count} × {entries[index]['expression']}" for index, count in hits.items()))
    unused = [entries[index]["section"] for index, count in hits.items() if count == 0]
    if unused and not arguments.partial:
        print(f"entries of allowed.json that nothing needs: {unused}")
    sys.stdout.flush()
    # Not by way of Python's own end, which would trip over the references that the wheel gave up.
    os._exit(1 if disagreements or (unused and not arguments.partial) else 0)


main()
