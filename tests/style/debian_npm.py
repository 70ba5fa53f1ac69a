#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Installs what a package-lock.json names with the npm of Debian 12, whatever npm is installed.

    debian_npm.py FOLDER_WITH_PACKAGE_JSON

2026-12-01: an override by alias, which npm 9.2.0 cannot read, left Debian 12 without a page.
Exit code 77: there is no npx here.
"""
import pathlib
import shutil
import subprocess
import sys
import tempfile

DEBIANS = "npm@9.2.0"


def main(folder):
    if not shutil.which("npx"):
        print("npx is not installed")
        return 77
    folder = pathlib.Path(folder)
    with tempfile.TemporaryDirectory() as copy:
        for name in ["package.json", "package-lock.json", ".npmrc"]:
            shutil.copy(folder / name, copy)
        done = subprocess.run(["npx", "--yes", DEBIANS, "ci", "--ignore-scripts"], cwd=copy,
                              capture_output=True, text=True, check=False)
        installed = list(pathlib.Path(copy, "node_modules").glob("*"))
    print(done.stdout + done.stderr)
    return 0 if done.returncode == 0 and installed else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
