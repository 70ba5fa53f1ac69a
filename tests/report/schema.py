#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The written summary keeps to the schema beside it, and the schema does refuse: schema.py PUBLISHER."""
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


def set_at(summary, path, value):
    changed = copy.deepcopy(summary)
    *above, last = path
    place = changed
    for key in above:
        place = place[key]
    if value is KeyError:
        del place[last]
    else:
        place[last] = value
    return changed


WRONG = {
    "no seed": (["seed"], KeyError),
    "no runners finished": (["runners", "finished"], KeyError),
    "a negative count": (["runners", "started"], -1),
    "half a runner": (["runners", "started"], 0.5),
    "a time as text": (["finish", "first_s"], "1:03:05"),
    "a key nobody knows": (["finish", "mean_s"], 1.0),
    "a hash that is none": (["input_sha256"], "abc"),
    "a cause nobody knows": (["congestion", "worst_places", 0, "likely_cause"], "weather"),
    "eleven worst places": (["congestion", "worst_places"], None),
    "fewer than no steps": (["engine", "steps"], -1),
    "a time that the computation took": (["engine", "simulation_s"], 0.1),
}
WRONG_AFTER_LINE = {
    "a device nobody knows": (["medical", "ris", "device"], "DPS"),
    "a kind of service nobody knows": (["services", 0, "kind"], "bus"),
    "half a hand": (["roster", "posts", 0, "most"], 0.5),
    "runners held without a number": (["held_behind_line", "runners"], KeyError),
}


def main(publisher):
    summaries = {}
    with tempfile.TemporaryDirectory() as folder:
        for race in ("large", "1"):
            out = pathlib.Path(folder, race)
            subprocess.run([publisher, out, race], check=True, stdout=subprocess.DEVNULL)
            summary = json.loads((out / "summary.json").read_text(encoding="utf-8"))
            schema = json.loads((out / "summary.schema.json").read_text(encoding="utf-8"))
            Draft202012Validator.check_schema(schema)
            Draft202012Validator(schema).validate(summary)
            summaries[race] = summary
    for name, (path, value) in WRONG_AFTER_LINE.items():
        if Draft202012Validator(schema).is_valid(set_at(summaries["large"], path, value)):
            sys.exit(f"the schema accepts {name}")
    for name, (path, value) in WRONG.items():
        if name == "eleven worst places":
            value = summary["congestion"]["worst_places"] * 11
        if Draft202012Validator(schema).is_valid(set_at(summary, path, value)):
            sys.exit(f"the schema accepts {name}")
    print(f"valid summaries: 2; refused: {len(WRONG) + len(WRONG_AFTER_LINE)}")


main(sys.argv[1])
