#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every call that writes a report fails once, one after the other: failing_calls.py PUBLISHER.

After each failure the exit code is 74 (73 while the folder is looked at), the message names the
report, the old report is untouched and nothing of the new one is left. strace makes calls fail.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

PUBLISHER = sys.argv[1]
# Calls that write. mkdir comes first in looking at the folder, and again in making it ready.
CALLS = {
    "write": ["ENOSPC", "EIO"],
    "fsync": ["EIO", "ENOSPC"],
    "renameat2": ["EIO", "ENOSPC"],
    "mkdir": ["EROFS"],
}


def traced(call, folder, injection=""):
    """Runs the publisher on the folder and returns the run and how often it made the call there."""
    with tempfile.NamedTemporaryFile("r", suffix=".strace") as log:
        options = ["-f", "-qq", "-o", log.name, "-e", f"trace={call}"]
        if injection:
            options += ["-e", f"inject={call}:{injection}"]
        run = subprocess.run(["strace", *options, PUBLISHER, folder, "2"],
                             capture_output=True, text=True)
        return run, log.read()


def contents(folder):
    return {str(f.relative_to(folder)): f.read_bytes() for f in folder.rglob("*") if f.is_file()}


def old_report(root):
    report = root / "report"
    subprocess.run([PUBLISHER, report, "1"], check=True, stdout=subprocess.DEVNULL)
    (report / "notes.txt").write_text("mine")
    (report / "photos").mkdir()
    (report / "photos" / "1.jpg").write_text("light")
    return report


def calls_of_a_good_run(call):
    with tempfile.TemporaryDirectory() as folder:
        run, log = traced(call, old_report(pathlib.Path(folder)))
        assert run.returncode == 0, run.stderr
        lines = [line for line in log.splitlines() if re.search(rf"\b{call}\(", line)]
        # Of the writes only those to files: the verdict on standard output comes after the report.
        return sum(not re.search(r"write\([012],", line) for line in lines)


def check_failure(call, error, number):
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        report = old_report(root)
        before = contents(root)
        run, log = traced(call, report, f"error={error}:when={number}")
        where = f"{call} number {number} failing with {error}"
        assert "INJECTED" in log, f"{where}: nothing was made to fail"
        assert run.returncode in ((73, 74) if call == "mkdir" else (74,)), \
            f"{where}: exit code {run.returncode} {run.stderr}"
        assert "report" in run.stderr and os.strerror(getattr(__import__("errno"), error)) in run.stderr, \
            f"{where}: {run.stderr}"
        assert contents(root) == before, f"{where}: changed {set(contents(root)) ^ set(before)}"
        assert os.listdir(root) == ["report"], f"{where}: left {os.listdir(root)}"


def check_interruption(call, number):
    with tempfile.TemporaryDirectory() as folder:
        report = old_report(pathlib.Path(folder))
        run, log = traced(call, report, f"error=EINTR:when={number}")
        assert "INJECTED" in log and run.returncode == 0, f"{call} interrupted: {run.stderr}"


def check_without_exchange():
    """A filesystem that cannot exchange two folders gets three renames instead."""
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        report = old_report(root)
        run, _ = traced("renameat2", report, "error=EINVAL:when=1")
        assert run.returncode == 0, run.stderr
        assert '"seed": 2' in (report / "summary.json").read_text()
        assert (report / "photos" / "1.jpg").read_text() == "light"
        assert os.listdir(root) == ["report"], os.listdir(root)


def main():
    if not shutil.which("strace"):
        print("SKIPPED: strace is not installed")
        return 77
    with tempfile.TemporaryDirectory() as folder:
        run, log = traced("write", old_report(pathlib.Path(folder)))
        if run.returncode != 0 or "write(" not in log:
            print("SKIPPED: strace may not trace here")
            return 77
    failures = 0
    for call, errors in CALLS.items():
        count = calls_of_a_good_run(call)
        assert count > 0, f"no {call} was seen"
        for error in errors:
            for number in range(1, count + 1):
                check_failure(call, error, number)
                failures += 1
        if call != "mkdir":
            check_interruption(call, 1)
    check_without_exchange()
    print(f"failures tried: {failures}")
    return 0


sys.exit(main())
