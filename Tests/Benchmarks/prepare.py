#!/usr/bin/env python3
"""Makes what the benchmark of decisions reads: profiles, rules and the answers to expect.

usage: prepare.py BENCH COUNT OUT

BENCH holds gen.py and rules.py. OUT gets all.ndjson (a profile a line), expected.json (the rules
that each vendor violates, by the reference in Python) and rules.json (the conditions in CEL).
"""
import json
import os
import subprocess
import sys


def main():
    bench, count, out = sys.argv[1], sys.argv[2], sys.argv[3]
    sys.dont_write_bytecode = True
    sys.path.insert(0, bench)
    import rules

    generator = [sys.executable, "-B", os.path.join(bench, "gen.py")]
    subprocess.run(generator + ["-n", count, "-o", out, "--no-yaml"], check=True, stdout=sys.stderr)
    with open(os.path.join(out, "rules.json"), "w") as file:
        json.dump({name: rules.CEL[name] for name in rules.IDS}, file)


main()
