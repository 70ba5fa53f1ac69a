#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds the rules of the house that a machine can hold. One rule per call: check.py ROOT RULE.

Exit code 0: kept · 1: broken, with a line for each place · 77: cannot be checked here, and why.
"""
import pathlib
import re
import shutil
import subprocess
import sys

LONGEST_FILE = 400
SKIPPED = 77

# Who may speak to which library: the others ask that room.
LIBRARY_ROOMS = {
    r"yaml-cpp/": {"scenario"},
    r"(gdal|ogr|cpl_|gnm|vrt)\w*\.h": {"course", "exports", "results"},
    r"CLI/": {"app"},
    r"Random123/": {"core"},
    r"openssl/": {"core"},
    r"date/": {"core"},
    r"xxhash\.h": {"core"},
    r"netcdf\w*\.h": {"exports"},
    r"sqlite3\.h": {"exports"},
    r"pagmo/": {"optimise"},
}


def tracked_files(root):
    """Files of the repository as it stands: known to git or about to be; all files without git."""
    command = ["git", "-C", str(root), "ls-files", "-z", "-co", "--exclude-standard"]
    try:
        names = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        files = [root / name for name in names.split("\0") if name]
    except (OSError, subprocess.CalledProcessError):
        mute = {"build", "out", ".git", "node_modules", "__pycache__"}
        files = [f for f in root.rglob("*") if not mute & set(f.relative_to(root).parts)]
    return sorted(file for file in files if file.is_file())


def text_of(file):
    """The text of a file, or nothing where it is not text."""
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def is_code(file):
    if file.suffix in {".cpp", ".hpp", ".py", ".ts", ".cmake", ".in"}:
        return True
    return file.name == "CMakeLists.txt" or text_of(file).startswith("#!")


def rooms_in_order(root):
    """Rooms from the ground up, as engine/CMakeLists.txt builds them; the programs stand on top."""
    listed = re.search(r"set\(rooms ([^)]*)\)", text_of(root / "engine/CMakeLists.txt"))
    return listed.group(1).split() + ["optimise", "app"]


def spdx(root, files):
    """Every source file names its licence near its top."""
    for file in filter(is_code, files):
        if not any("SPDX-License-Identifier: Apache-2.0" in line
                   for line in text_of(file).splitlines()[:3]):
            yield f"{file}: no SPDX line among its first three"


def length(root, files):
    """A file over 400 lines says at its top why it is one: a comment with "Long: reason"."""
    for file in files:
        if file.suffix not in {".cpp", ".hpp", ".ts", ".py"}:
            continue
        lines = text_of(file).splitlines()
        if len(lines) > LONGEST_FILE and not any("Long: " in line for line in lines[:10]):
            yield f"{file}: {len(lines)} lines; split it, or say at its top why not (Long: ...)"


def rooms(root, files):
    """A room includes only rooms below it in the build order, and keeps to its own libraries."""
    order = rooms_in_order(root)
    engine = root / "engine"
    for file in files:
        if file.suffix not in {".cpp", ".hpp"} or file.parent.parent != engine:
            continue
        room = file.parent.name
        if room not in order:
            yield f"{file}: the room {room}/ is not listed in engine/CMakeLists.txt"
            continue
        for number, line in enumerate(text_of(file).splitlines(), 1):
            include = re.match(r'\s*#\s*include\s*[<"]([^>"]+)[>"]', line)
            if include:
                for complaint in complaints_about(include.group(1), room, order):
                    yield f"{file}:{number}: {complaint}"


def complaints_about(included, room, order):
    other = included.split("/")[0]
    if other in order and order.index(other) > order.index(room):
        yield f"{room}/ includes {included}, and {other}/ stands on {room}/"
    for library, owners in LIBRARY_ROOMS.items():
        if re.match(library, included) and room not in owners:
            yield f"{room}/ includes {included}, which is for {' and '.join(sorted(owners))} alone"


def readmes(root, files):
    """Every room has a README of at most a page."""
    for folder in sorted({file.parent for file in files if file.parent.parent == root / "engine"}):
        readme = folder / "README.md"
        if not readme.is_file():
            yield f"{folder}: no README.md"
        elif len(text_of(readme).splitlines()) > 80:
            yield f"{readme}: longer than a page (80 lines)"


def paths(root, files):
    """Nothing in the repository depends on one machine: no absolute paths, no package mirrors."""
    homes = re.compile(r"(?<![\w.$}*~/-])/(work|home|root|Users|mnt|srv)/\w")
    mirrors = re.compile("|".join(
        [r"deb\.deb" + r"ian\.org", r"registry\.npm" + r"js\.org", r"py" + r"pi\.org",
         r"artifact" + r"ory", r"pkg\.dev"]))
    for file in files:
        for number, line in enumerate(text_of(file).splitlines(), 1):
            if homes.search(line) or mirrors.search(line):
                yield f"{file}:{number}: {line.strip()[:100]}"


def layout(root, files):
    """clang-format 14 finds nothing to change."""
    if not shutil.which("clang-format-14"):
        return SKIPPED, "clang-format-14 is not installed"
    done = subprocess.run([root / "scripts/format", "--check"], capture_output=True, text=True)
    if done.returncode == 0:
        return []
    untidy = sorted({line.split(":")[0] for line in done.stderr.splitlines()
                     if "[-Wclang-format-violations]" in line})
    return [f"{file}: not laid out as .clang-format says; run scripts/format" for file in untidy] \
        or [done.stderr]


def shell(root, files):
    """shellcheck finds nothing in the scripts."""
    if not shutil.which("shellcheck"):
        return SKIPPED, "shellcheck is not installed"
    scripts = [f for f in files if re.match(r"#!.*\b(ba)?sh\b", text_of(f).split("\n")[0])]
    done = subprocess.run(["shellcheck", "-x", *scripts], capture_output=True, text=True)
    return [done.stdout] if done.returncode else []


RULES = {rule.__name__: rule for rule in (spdx, length, rooms, readmes, paths, layout, shell)}


def main(root, rule):
    root = pathlib.Path(root).resolve()
    found = RULES[rule](root, tracked_files(root))
    if isinstance(found, tuple):
        print(found[1])
        return found[0]
    found = list(found)
    for complaint in found:
        print(complaint.replace(f"{root}/", ""))
    if found:
        print(f"the rule: {RULES[rule].__doc__}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
