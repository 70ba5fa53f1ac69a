#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A report for which the disk has no room leaves the old one as it was: full_disk.py PUBLISHER."""
import os
import pathlib
import subprocess
import sys
import tempfile

PUBLISHER = sys.argv[1]
INSIDE = "GINESTE_FULL_DISK_FOLDER"
PAGE = os.sysconf("SC_PAGE_SIZE")


def contents(folder):
    return {str(f.relative_to(folder)): f.read_bytes() for f in folder.rglob("*") if f.is_file()}


def disk_bytes():
    """Room for one small report and not for a second."""
    with tempfile.TemporaryDirectory() as folder:
        report = pathlib.Path(folder) / "report"
        subprocess.run([PUBLISHER, report, "1"], check=True, stdout=subprocess.DEVNULL)
        pages = [-(-len(content) // PAGE) for content in contents(report).values()]
    return sum(pages) * PAGE + 16 * PAGE


def try_on(disk):
    report = disk / "report"
    subprocess.run([PUBLISHER, report, "1"], check=True, stdout=subprocess.DEVNULL)
    (report / "notes.txt").write_text("mine")
    before = contents(disk)
    run = subprocess.run([PUBLISHER, report, "large"], capture_output=True, text=True)
    assert run.returncode == 74, f"exit code {run.returncode}: {run.stderr}"
    assert str(report) in run.stderr and "No space left on device" in run.stderr, run.stderr
    assert run.stdout == "", run.stdout
    assert contents(disk) == before, "the old report has changed, or something was left behind"
    assert sorted(os.listdir(disk)) == ["report"], os.listdir(disk)
    print(run.stderr.strip())


def main():
    if INSIDE in os.environ:  # in a mount namespace of our own
        disk = pathlib.Path(os.environ[INSIDE])
        size = f"size={disk_bytes()}"
        if subprocess.run(["mount", "-t", "tmpfs", "-o", size, "tmpfs", disk]).returncode != 0:
            return 77
        try_on(disk)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        command = ["unshare", "--map-root-user", "--mount", sys.executable, *sys.argv]
        if os.geteuid() == 0:
            command.remove("--map-root-user")
        try:
            code = subprocess.run(command, env={**os.environ, INSIDE: folder}).returncode
        except FileNotFoundError:
            code = 77
        if subprocess.run(["mountpoint", "-q", folder]).returncode == 0:
            return "the mount has left its namespace"
        if code == 77 or (code == 1 and not may_unshare()):
            print("SKIPPED: mounting a small disk is not permitted here")
            return 77
        return code


def may_unshare():
    flags = [] if os.geteuid() == 0 else ["--map-root-user"]
    return subprocess.run(["unshare", *flags, "--mount", "true"], stderr=subprocess.DEVNULL).returncode == 0


sys.exit(main())
