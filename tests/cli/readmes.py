#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every command and snippet of every README, done as it says: readmes.py GINESTE CLAIM.

Each fenced block of each .md file is in BLOCKS, by its file and first line: with the claim here that
runs it, or with what else does. A block that is not there fails, and so does an entry without block.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

import small_race

GINESTE = sys.argv.pop(1)
ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PICTURE = "a picture of the rooms, not a command"
NETWORK = "fetches a terrain model from its owner; what is fetched is read by course.* of ../shared"
BLOCKS = {
    ("README.md", "./scripts/run "): "scripts/check-fresh, and scripts/test by itself",
    ("README.md", "build/release/gineste day DAY"): "readme_commands_do_what_they_say",
    ("README.md", " scenario.yaml "): PICTURE,
    ("README.md", "find_package(gineste REQUIRED)"): "install.another_project_finds_builds_and_runs",
    ("README.md", "#include <gineste/gineste.hpp>"): "install.another_project_finds_builds_and_runs",
    ("CONTRIBUTING.md", "./scripts/test --quick"): "the gate itself; scripts/bench by its own tests",
    ("engine/forecast/README.md", "        line  "): PICTURE,
    ("engine/study/OPTIMISE.md", "gineste_optimise: 1"): "readme_search_is_a_search",
    ("scenarios/README.md", "# yaml-language-server: $schema=scenario.s"): "readme_shortest_scenario_runs",
    ("scenarios/README.md", "extends: marseille-cassis-2024.yaml"): "readme_scenario_on_another_one_is_one",
    ("scenarios/README.md", "gineste compare  A.yaml B.yaml"): "readme_studies_of_scenarios_run",
    ("scenarios/README.md", "# yaml-language-server: $schema=day.s"): "readme_days_run",
    ("scenarios/README.md", "gineste_day: 1"): "readme_days_run",
    ("terrain/README.md", "cmake --preset release"): "course.TerrainModel makes it again",
    ("terrain/README.md", "curl -O https://s3"): NETWORK,
    ("terrain/README.md", "tile="): NETWORK,
    ("terrain/README.md", "gdalbuildvrt"): NETWORK,
    ("terrain/README.md", "curl -o rge.tif"): NETWORK,
    ("viz/README.md", " format/"): PICTURE,
}
STUDY = """\
gineste_study: 1
name: Width
scenario: small.yaml
design: sobol
points: 2
seeds: 2
factors: [{key: start.line_width, from: 3 m, to: 5 m}]
"""
SEARCH = """\
gineste_optimise: 1
name: Small waves
scenario: small.yaml
population: 8
generations: 2
one_in: 1
vary: {waves: {from: 2, to: 3}, wave_size: {from: 20, to: 180}, gap: {from: 30 s, to: 4 min}}
objectives: [{minimise: peak_density}, {minimise: time_lost}]
agents: {finalists: 2, first_races: 2, races: 4, confirm: 2}
"""
# All that the search of OPTIMISE.md speaks of: a wave that stays, a station called Col.
SEARCHED = """\
gineste: 1
name: Twelve kilometres
date: 2025-05-04
zone: Europe/Paris
course: {line: line.csv, length: 12 km, sections: [{from: 0, to: 12 km, width: 8 m}]}
start: {line_width: 10 m}
waves:
  - {name: First, entrants: 100, gun: "09:00", order: by_prediction}
  - {name: Second, entrants: 1000, gun: "09:04"}
  - {name: Third, entrants: 1000, gun: "09:08"}
stations: [{name: Col, at: 9.5 km, kind: refreshment, length: 100 m, tables: 20}]
"""
SMALL_MARATHON = """\
gineste: 1
name: {name}
date: 2025-05-04
zone: Europe/Paris
waves: [{{name: All, entrants: {entrants}, gun: "{gun}"}}]
"""


def blocks_of(file):
    """(first line, text) of every fenced block of a file."""
    text = file.read_text(encoding="utf-8")
    return [(block.split("\n")[0], block)
            for block in re.findall(r"^```\w*\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)]


def block(file, begins):
    found = [text for first, text in blocks_of(ROOT / file) if first.startswith(begins)]
    assert len(found) == 1, f"{file}: {len(found)} blocks begin with '{begins}'"
    return found[0]


def papers():
    for folder in [ROOT, *(ROOT / name for name in ("engine", "scenarios", "terrain", "viz",
                                                   "scripts", "tests"))]:
        yield from folder.glob("*.md") if folder == ROOT else folder.rglob("*.md")


class Readmes(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = pathlib.Path(holder.name).resolve()
        self.scenario = small_race.write(self.folder)

    def call(self, *arguments, program=GINESTE):
        done = subprocess.run([program, *map(str, arguments)], cwd=self.folder, text=True,
                              capture_output=True, timeout=110, check=False)
        self.assertEqual(done.returncode, 0, f"{arguments}: {done.stderr}")
        return done.stdout

    def write(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def test_readme_block_is_known_and_run(self):
        seen = set()
        for file in papers():
            name = str(file.relative_to(ROOT))
            for first, _ in blocks_of(file):
                known = [key for key in BLOCKS if key[0] == name and first.startswith(key[1])]
                self.assertTrue(known, f"{name}: who runs the block that begins with '{first}'?")
                seen.update(known)
        self.assertEqual(set(BLOCKS) - seen, set(), "no such block any more")

    # --- README.md ------------------------------------------------------------------------------

    def write_results(self):
        """A table as a timer has it, of the small race itself."""
        self.call("run", self.scenario, "-o", "finished", "--quiet")
        rows = ["Bib;Sex;Wave;Start offset;Net time"]
        for bib in range(1, 241):
            wave = "First" if bib <= 120 else "Second"
            rows.append(f"{bib};{'FM'[bib % 2]};{wave};0:00:{bib % 40:02};0:1{4 + bib % 4}:{bib % 60:02}")
        self.write("results.csv", "\n".join(rows) + "\n")

    def test_readme_commands_do_what_they_say(self):
        self.write_results()
        small_race.write(self.folder, small_race.SCENARIO.replace("line_width: 4 m", "line_width: 6 m"),
                         "wide.yaml")
        small_race.write(self.folder, small_race.SCENARIO.replace(
            "field:\n", '  - {name: Last, entrants: 1, gun: "09:04"}\nfield:\n').replace(
            "stations:", "named: [{name: Hare, wave: Last, pace: 3:00/km}]\npursuer: Hare\nstations:"),
            "hunted.yaml")
        self.write("study.yaml", STUDY)
        self.write("search.yaml", SEARCH)
        words = {"DAY": ROOT / "scenarios/days/two-roads-zip.yaml", "SCENARIO": "small.yaml",
                 "A B …": "small.yaml wide.yaml --seeds 2", "STUDY": "study.yaml",
                 "RESULTS": "results.csv", " S ": " small.yaml ", "FOLDER": "finished",
                 "KEY": "start.line_width", "--finish 1:39": "--finish 6:00"}
        commands = [line.split("#")[0].rstrip() + " " for line in
                    block("README.md", "build/release/gineste day DAY").splitlines()]
        searches = pathlib.Path(GINESTE).with_name("gineste-optimise").exists()
        for command in commands:
            for word, meant in words.items():
                command = command.replace(word, str(meant))
            program, verb, *rest = command.split()
            self.assertEqual(program, "build/release/gineste")
            if verb == "fair":
                rest = ["hunted.yaml", "--runs", "2"]
            if verb == "optimise":
                rest = ["search.yaml"]
                if not searches:
                    continue
            with self.subTest(verb):
                self.call(verb, *rest, *(["--seeds", "3"] if verb == "ensemble" else []))

    # --- scenarios ------------------------------------------------------------------------------

    def test_readme_shortest_scenario_runs(self):
        self.write("line.csv", "lon,lat,ground_m\n" + "".join(
            f"{5.40 + k * 0.0061:.4f},43.30,{10 + k % 5}\n" for k in range(21)))
        self.write("ten.yaml", block("scenarios/README.md", "# yaml-language-server: $schema=scenario.s"))
        self.call("check", "ten.yaml")
        self.call("run", "ten.yaml", "-o", "out")
        self.assertTrue((self.folder / "out/verdict.txt").exists())

    def test_readme_scenario_on_another_one_is_one(self):
        text = block("scenarios/README.md", "extends: marseille-cassis-2024.yaml")
        self.write("later.yaml", text.replace("extends: ", f"extends: {ROOT}/scenarios/"))
        self.call("check", "later.yaml")
        self.call("forecast", "later.yaml")

    def test_readme_studies_of_scenarios_run(self):
        os.rename(self.scenario, self.folder / "A.yaml")
        small_race.write(self.folder, small_race.SCENARIO.replace("line_width: 4 m", "line_width: 6 m"),
                         "B.yaml")
        small_race.write(self.folder)
        (self.folder / "studies").mkdir()
        self.write("studies/marseille-cassis-line.yaml", STUDY.replace("small", "../small"))
        self.write("studies/marseille-cassis-waves.yaml", SEARCH.replace("small.yaml", "../small.yaml"))
        searches = pathlib.Path(GINESTE).with_name("gineste-optimise").exists()
        for line in block("scenarios/README.md", "gineste compare  A.yaml B.yaml").splitlines():
            _, verb, *rest = line.split("#")[0].split()
            if verb == "optimise" and not searches:
                continue
            few = {"compare": ["--seeds", "3"], "ensemble": ["--seeds", "6"]}.get(verb, [])
            with self.subTest(verb):
                self.call(verb, *rest, *few)
        self.assertTrue((self.folder / "compare.html").exists())

    def test_readme_days_run(self):
        for name, gun in [("marathon", "09:00"), ("half", "10:30")]:
            self.write(f"{name}.yaml", SMALL_MARATHON.format(name=name, entrants=60, gun=gun))
        for begins, name in [("# yaml-language-server: $schema=day.s", "one"), ("gineste_day: 1", "two")]:
            self.write(f"{name}.yaml", block("scenarios/README.md", begins))
            self.call("check", f"{name}.yaml")
            self.call("day", f"{name}.yaml", "-o", f"{name}-out", "--quiet")
            self.assertTrue((self.folder / f"{name}-out/day.json").exists())

    def test_readme_search_is_a_search(self):
        """As it stands, but with fewer plans and races, of fewer runners on a course of 12 km."""
        self.write("line.csv", "lon,lat,ground_m\n" + "".join(
            f"{5.40 + k * 0.0059:.4f},43.30,{10 + k % 5}\n" for k in range(26)))
        self.write("race.yaml", SEARCHED)
        text = block("engine/study/OPTIMISE.md", "gineste_optimise: 1")
        agents = "{finalists: 8, first_races: 3, races: 56, indifference: 1 %, confirm: 20}"
        self.assertIn(agents, text)
        self.write("search.yaml", "population: 8\ngenerations: 1\n" + text.replace(
            agents, "{finalists: 2, first_races: 2, races: 4, indifference: 1 %, confirm: 2}"))
        if pathlib.Path(GINESTE).with_name("gineste-optimise").exists():
            self.call("optimise", "search.yaml", "-o", "found")


if __name__ == "__main__":
    sys.argv[1:] = [f"Readmes.test_{claim.removeprefix('test_')}" for claim in sys.argv[1:]]
    unittest.main()
