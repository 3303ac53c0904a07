#!/usr/bin/env python3
"""Times Probity and others on the same profiles and rules, by turns, and prints the ratios.

usage: turns.py peers PROFILES PROBITY BENCH [ROUNDS]
       turns.py metering PROFILES PROBITY UNMETERED [ROUNDS]

PROFILES is what prepare.py has made, PROBITY the built benchmark, UNMETERED one that was built
without limits and read sets, and BENCH the folder with the peers' own script. The peers are
installed from PyPI into an environment of their own in the user's cache.
"""
import json
import os
import statistics
import subprocess
import sys

PACKAGES = ["zen-engine==2.1.3", "cel-expr-python==0.1.3"]
# Another package has the same module name, so this one gets a folder of its own.
REGORUS = "gordon-to-regorus==0.13.0"
ENGINES = ["regorus-0.13", "zen", "cel-cpp"]
VENDORS = "400"


def install(cache):
    venv, alone = os.path.join(cache, "venv"), os.path.join(cache, "alone")
    pip = [os.path.join(venv, "bin", "python"), "-m", "pip", "-q", "--disable-pip-version-check"]
    if not os.path.exists(pip[0]):
        subprocess.run([sys.executable, "-m", "venv", venv], check=True)
    subprocess.run(pip + ["install", "--only-binary=:all:"] + PACKAGES, check=True)
    target = os.path.join(alone, "gordon")
    if not os.path.exists(target):
        subprocess.run(pip + ["install", "--no-deps", "--target", target, REGORUS], check=True)
    return pip[0], alone


def lines(command, **environment):
    run = subprocess.run(
        command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        env=dict(os.environ, PYTHONDONTWRITEBYTECODE="1", **environment),
    )
    return [json.loads(line) for line in run.stdout.splitlines()]


def median(times):
    return f"{statistics.median(times):.1f} ({min(times):.1f})"


def spread(ratios):
    ratios = sorted(ratios)
    return f"{ratios[0]:.2f} / {statistics.median(ratios):.2f} / {ratios[-1]:.2f}"


def peers(profiles, bench):
    cache = os.path.join(
        os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache"), "probity", "peers"
    )
    python, alone = install(cache)
    script = os.path.join(bench, "peers", "eval_py.py")
    commands = [[python, script, engine, profiles, VENDORS] for engine in ENGINES]
    return [lambda command=command: lines(command, ALT_DIR=alone) for command in commands]


def unmetered(profiles, program):
    def run():
        found = lines([program, profiles, "--json"])
        return [dict(line, engine="without limits and read sets") for line in found]

    return [run]


def main():
    what, profiles, probity, other = sys.argv[1:5]
    rounds = int(sys.argv[5]) if len(sys.argv) > 5 else 5
    others = {"peers": peers, "metering": unmetered}[what](profiles, other)
    found = {}
    for number in range(rounds):
        print(f"round {number + 1} of {rounds}", file=sys.stderr)
        for run in [lambda: lines([probity, profiles, "--json"])] + others:
            for line in run():
                if line["wrong"]:
                    sys.exit(f"{line['engine']} is wrong about {line['wrong']} vendors")
                found.setdefault(line["engine"], []).append(line)
    print("us a decision, median (best); times Probity's, round by round, min / median / max\n")
    print("| engine | 24 rules | ratio | without R20 | ratio |\n|---|--:|--:|--:|--:|")
    for engine, runs in found.items():
        row = [engine]
        for key in ("eval_us", "eval23_us"):
            row.append(median([time for run in runs for time in run[key]]))
            row.append(
                spread(
                    statistics.median(run[key]) / statistics.median(base[key])
                    for run, base in zip(runs, found["Probity"])
                )
            )
        print("| " + " | ".join(row) + " |")


main()
