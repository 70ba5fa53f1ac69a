#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The schema accepts what gineste reads and refuses what is wrong in its structure.

check_schema.py ROOT. Exit code 0: so it is · 1: not, with a line for each file · 77: the modules
jsonschema or yaml are not installed here.
"""
import json
import pathlib
import re
import sys

try:
    import yaml
    from jsonschema import Draft202012Validator
except ImportError as missing:
    print(f"SKIPPED: {missing}; install python3-jsonschema and python3-yaml", file=sys.stderr)
    sys.exit(77)

# What a schema can tell; ranges of values with units, files and checks between keys it cannot.
STRUCTURAL = """
    version_missing version_two version_words unknown_key_near unknown_key_far unknown_key_in_item
    unknown_key_in_section everything_missing no_value null_value section_empty section_is_scalar
    section_is_list value_is_list value_is_mapping list_is_mapping list_is_scalar
    list_item_is_scalar name_blank date_european seed_negative seed_fraction seed_true
    step_without_unit step_nan limit_metres limit_words entrants_comma entrants_zero
    entrants_negative length_words length_miles length_decimal_comma length_leading_zero
    gun_single_digit gun_24 gun_minutes gun_french start_unknown_word start_far_word
    share_above_one share_negative spread_zero pace_without_km speed_without_unit
    acceleration_wrong_unit density_wrong_unit rate_wrong_unit station_at_words station_no_place
    tables_fraction waves_empty waves_absent section_without_width file_url file_vsi file_vsizip
    file_empty_name yaml_scalar_at_top yaml_list_at_top
""".split()


class CoreLoader(yaml.SafeLoader):
    """YAML 1.2 as editors read it: 10:04 is a text and not 604, 2024-10-27 no date object."""


CoreLoader.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("null", r"^(~|null|)$", ["~", "n", ""]),
    ("bool", r"^(true|false)$", list("tf")),
    ("int", r"^-?(0|[1-9][0-9]*)$", list("-0123456789")),
    ("float", r"^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?$", list("-0123456789")),
):
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), first)


# Changes that make the example of a race day wrong in its structure.
DAY_MISTAKES = (("gineste_day: 1", "gineste_day: 2"), ("merges:", "merge:"), ("into: loop,", ""),
                ("traffic: shared", "traffic: both"), ("route: [start,", "route: [{leg: start},"))


def day_faults(root):
    """What the schema of race days says of those that are right, and does not say of wrong ones."""
    schema = json.loads((root / "scenarios/days/day.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    source = (root / "tests/scenario/day_example.cpp").read_text(encoding="utf-8")
    days = {f"day_example.cpp {k}": text for k, text in
            enumerate(re.findall(r'R"\((.*?)\n\)"', source, re.DOTALL), 1)}
    example = days["day_example.cpp 1"]
    for file in sorted((root / "scenarios").rglob("*.yaml")):
        text = file.read_text(encoding="utf-8")
        if re.search(r"^gineste_day *:", text, re.MULTILINE):
            days[file.name] = text
    faults = [f"{name}: {fault.json_path}: {fault.message[:160]}" for name, text in days.items()
              for fault in validator.iter_errors(yaml.load(text, Loader=CoreLoader))]
    for right, wrong in DAY_MISTAKES:
        assert right in example, right
        document = yaml.load(example.replace(right, wrong), Loader=CoreLoader)
        if validator.is_valid(document):
            faults.append(f"day with '{wrong}' for '{right}': accepted")
    return faults


def main():
    root = pathlib.Path(sys.argv[1])
    schema = json.loads((root / "scenarios/scenario.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    wrong = []

    def faults(name, text):
        document = yaml.load(text, Loader=CoreLoader)
        return [f"{name}: {fault.json_path}: {fault.message[:160]}"
                for fault in validator.iter_errors(document)]

    for good in sorted((root / "scenarios").glob("*.yaml")):
        text = good.read_text(encoding="utf-8")
        if not re.search(r"^gineste_day *:", text, re.MULTILINE):
            wrong += faults(good.name, text)
    readme = (root / "scenarios/README.md").read_text(encoding="utf-8")
    wrong += faults("README.md", re.search(r"```yaml\n(.*?)```", readme, re.DOTALL).group(1))
    for name in STRUCTURAL:
        text = (root / f"tests/scenario/bad/{name}.yaml").read_text(encoding="utf-8")
        if not faults(name, text):
            wrong.append(f"{name}: accepted")
    wrong += day_faults(root)
    print("\n".join(wrong) or f"accepted what is right, refused {len(STRUCTURAL)} that are wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
