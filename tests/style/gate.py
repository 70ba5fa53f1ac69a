#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds that every test is run: by scripts/test at every change, or by scripts/nightly.

    gate.py ROOT BUILD_FOLDER

Asks ctest which tests there are and which the gate and the night take, by the arguments that
scripts/test gives it: what has a label of the sanitizers' is in their leg of the gate. Also that every
test program is run under the address sanitizer, at the latest by night. Exit code 0: so · 1: a line for each test that nobody runs.
"""
import pathlib
import re
import subprocess
import sys


def selected(root, build, when, leg):
    """Names of the tests that `scripts/test [when] leg` takes."""
    arguments = subprocess.run([root / "scripts/test", *when, "--selection", leg], check=True,
                               capture_output=True, text=True).stdout.split()
    return listed(build, arguments)


def listed(build, arguments):
    said = subprocess.run(["ctest", "--test-dir", build, "-N", *arguments], check=True,
                          capture_output=True, text=True).stdout
    return set(re.findall(r"^ *Test +#\d+: (\S+)", said, re.MULTILINE))


def programs(root):
    """Every program of GoogleTest, by the prefix of its tests."""
    text = "".join(file.read_text(encoding="utf-8")
                   for file in (root / "tests").glob("*/CMakeLists.txt"))
    return set(re.findall(r"gineste_test\((\w+)", text))


def program(test):
    """The program of GoogleTest that a test is of; one that was not built is listed as itself."""
    return re.sub(r"^test_(\w+)_NOT_BUILT$", r"\1", test).split(".")[0]


def main(root, build):
    root = pathlib.Path(root)
    everything = listed(build, [])
    gate = selected(root, build, [], "release") | selected(root, build, [], "asan")
    night = selected(root, build, ["--night"], "release")
    sanitized = {program(test) for test in selected(root, build, ["--night"], "asan")}
    print(f"{len(everything)} tests: {len(gate)} at every change, {len(night - gate)} by night")
    lost = sorted(everything - gate - night)
    bare = sorted(programs(root) - sanitized)
    for name in lost:
        print(f"{name}: neither scripts/test nor scripts/nightly runs it")
    for name in bare:
        print(f"test_{name}: never run under the address sanitizer")
    return 1 if lost or bare or not everything else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
