#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The written days keep to their schema, and the schema does refuse: day_schema.py WRITER."""
import copy
import json
import pathlib
import subprocess
import sys
import tempfile

try:
    from jsonschema import Draft202012Validator
except ImportError:
    print("SKIPPED: this Python has no jsonschema (Debian: python3-jsonschema)")
    sys.exit(77)

GONE = object()
WRONG = {
    "another format": (["format"], 2),
    "no legs": (["legs"], GONE),
    "no race": (["races"], []),
    "half a runner": (["races", 0, "started"], 0.5),
    "a colour that is none": (["races", 0, "colour"], "blue"),
    "a time as text": (["races", 0, "first_finish_s"], "10:00"),
    "a clock without seconds": (["meetings", 0, "first_clock"], "10:00"),
    "a direction nobody knows": (["legs", 0, "passes", 0, "direction"], "up"),
    "a cell below nothing": (["legs", 1, "runner_s", 0], -0.1),
    "half a runner over the end": (["legs", 1, "passes", 0, "out_per_min", 0], 0.5),
    "a flow that is none": (["legs", 1, "passes", 0, "out_per_min"], GONE),
    "more than all": (["meetings", 0, "share"], 1.2),
    "a kind of place nobody knows": (["places", 0, "kind"], "lake"),
    "a rule nobody knows": (["merges", 0, "rule"], "shove"),
    "a crossing of one flow": (["crossings", 0, "flows"], [{}]),
    "a key nobody knows": (["crossings", 0, "width_m"], 3),
    "a hash that is none": (["state_hashes", 0], "xyz"),
}


def changed(day, path, value):
    day = copy.deepcopy(day)
    place = day
    for key in path[:-1]:
        place = place[key]
    if value is GONE:
        del place[path[-1]]
    else:
        place[path[-1]] = value
    return day


def main(writer):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([writer, folder], check=True)
        read = {file.stem: json.loads(file.read_text(encoding="utf-8"))
                for file in pathlib.Path(folder).glob("*.json")}
    schema = read.pop("day.schema")
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    for day in read.values():
        validator.validate(day)
    for name, (path, value) in WRONG.items():
        if validator.is_valid(changed(read["river"], path, value)):
            sys.exit(f"the schema accepts {name}")
    print(f"valid days: {len(read)}; refused: {len(WRONG)}")


main(sys.argv[1])
