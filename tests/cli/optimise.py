#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What optimise promises on the command line: optimise.py GINESTE CLAIM."""
import csv
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

import small_race

GINESTE = sys.argv.pop(1)
SKIPPED = 77
STUDY = """\
gineste_optimise: 1
name: Small waves
scenario: small.yaml
population: 8
generations: 3
one_in: 1
kept_waves: 0
vary:
  waves: {from: 2, to: 4}
  wave_size: {from: 20, to: 180}
  gap: {from: 30 s, to: 4 min}
keep:
  last_gun: "09:04"
objectives:
  - {minimise: peak_density}
  - {minimise: time_lost}
agents: {finalists: 3, first_races: 2, races: 10, confirm: 3}
"""


class Optimise(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = pathlib.Path(holder.name).resolve()
        small_race.write(self.folder)

    def need_searcher(self):
        if not pathlib.Path(GINESTE).with_name("gineste-optimise").exists():
            print("SKIPPED: gineste-optimise was not built (libpagmo-dev)", file=sys.stderr)
            os._exit(SKIPPED)

    def call(self, *arguments, program=GINESTE):
        return subprocess.run([program, *map(str, arguments)], cwd=self.folder, text=True,
                              capture_output=True, timeout=100)

    def study(self, change=lambda text: text):
        path = self.folder / "study.yaml"
        path.write_text(change(STUDY), encoding="utf-8")
        return path

    def refused(self, words, change):
        """Told before anything is written, at the line of the study."""
        done = self.call("optimise", self.study(change), "-o", "found")
        self.assertEqual(done.returncode, 65, done.stderr)
        for word in words:
            self.assertIn(word, done.stderr)
        self.assertRegex(done.stderr, r"(study|small)\.yaml:\d+:\d+: ")
        self.assertFalse((self.folder / "found").exists())

    def found(self, out="found", *more):
        done = self.call("optimise", self.study(), "-o", out, *more)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done, json.loads((self.folder / out / "optimise.json").read_text())

    # --- what it finds --------------------------------------------------------------------------

    # 2026-12-01: plans were written, with exit code 0, that nobody could read.
    def test_optimise_writes_plans_that_can_be_read_whatever_names_there_are(self):
        self.need_searcher()
        hostile = small_race.SCENARIO
        for name, written in [("First", r'"a \"first\"\n- one: #1"'), ("Second", '"yes"'),
                              ("Petite course d'été", r'"\"\\\" # race\nname: x"')]:
            hostile = hostile.replace(f"name: {name}", f"name: {written}")
        small_race.write(self.folder, hostile)
        done = self.call("optimise", self.study(), "-o", "found")
        self.assertEqual(done.returncode, 0, done.stderr)
        plans = sorted((self.folder / "found").glob("plan-*.yaml"))
        self.assertTrue(plans)
        for plan in plans:
            checked = self.call("check", plan)
            self.assertEqual(checked.returncode, 0, checked.stderr)

    def test_optimise_writes_a_front_and_scenarios_that_run(self):
        self.need_searcher()
        done, found = self.found()
        self.assertIn("Hypervolume", done.stdout)
        self.assertEqual(len(found["hypervolume"]), 4)
        self.assertGreaterEqual(found["hypervolume"][-1], found["hypervolume"][0])
        rows = list(csv.DictReader((self.folder / "found/front.csv").read_text().splitlines()))
        self.assertEqual(rows[0]["plan"], "base")
        self.assertEqual(len(rows), 1 + len(found["plans"]))
        for plan in found["plans"]:
            scenario = self.folder / "found" / plan["file"]
            self.assertTrue(scenario.read_text().startswith("# " + plan["reason"]))
            self.assertEqual(sum(wave["entrants"] for wave in plan["waves"]), 240)
            self.assertLessEqual(plan["waves"][-1]["gun_s"], 9 * 3600 + 240)
            ran = self.call("run", scenario, "-o", "run", "--quiet")
            self.assertEqual(ran.returncode, 0, ran.stderr)
            waves = json.loads((self.folder / "run/summary.json").read_text())["waves"]
            self.assertEqual([wave["entrants"] for wave in waves],
                             [wave["entrants"] for wave in plan["waves"]])

    def test_optimise_finds_the_same_on_any_number_of_threads(self):
        self.need_searcher()
        self.found("one", "--threads", 1)
        self.found("two", "--threads", 2)
        names = sorted(path.name for path in (self.folder / "one").iterdir())
        self.assertEqual(names, sorted(path.name for path in (self.folder / "two").iterdir()))
        for name in names:
            self.assertEqual((self.folder / "one" / name).read_bytes(),
                             (self.folder / "two" / name).read_bytes(), name)

    # --- what it refuses ------------------------------------------------------------------------

    def test_optimise_refuses_an_unknown_key(self):
        self.refused(["gaps", "gap"], lambda text: text.replace("  gap:", "  gaps:"))

    def test_optimise_refuses_an_empty_range(self):
        self.refused(["empty range"], lambda text: text.replace("from: 20, to: 180", "from: 180, to: 20"))

    def test_optimise_refuses_sizes_that_cannot_hold_the_field(self):
        self.refused(["no number of waves holds the field"],
                     lambda text: text.replace("to: 180", "to: 40"))

    def test_optimise_refuses_a_last_gun_that_no_plan_keeps(self):
        self.refused(["keep.last_gun"], lambda text: text.replace('"09:04"', '"09:00:10"'))

    def test_optimise_refuses_pens_that_are_too_small(self):
        self.refused(["keep.pen_density"], lambda text: text.replace(
            'last_gun: "09:04"', "pen_density: 3 /m2\n  pen_length: 2 m"))

    def test_optimise_refuses_a_road_that_no_plan_frees_in_time(self):
        self.need_searcher()
        self.refused(["no plan within the ranges", "keep.roads"], lambda text: text.replace(
            '  last_gun: "09:04"', '  roads: [{at: 500 m, by: "09:01"}]'))

    def test_optimise_refuses_waves_without_gaps(self):
        self.refused(["vary.gap"], lambda text: text.replace(
            "  gap: {from: 30 s, to: 4 min}\n", ""))

    def test_optimise_refuses_one_objective(self):
        self.refused(["objectives"], lambda text: text.replace("  - {minimise: time_lost}\n", ""))

    def test_optimise_refuses_a_station_that_is_not_there(self):
        self.refused(["no station 'Eaux'", "'Eau'"], lambda text: text.replace(
            "keep:\n", "  stations: [{name: Eaux, tables: {from: 1, to: 3}}]\nkeep:\n"))

    def test_optimise_leaves_a_folder_of_others_alone(self):
        (self.folder / "found").mkdir()
        (self.folder / "found/mine.txt").write_text("mine")
        done = self.call("optimise", self.study(), "-o", "found")
        self.assertEqual(done.returncode, 73, done.stderr)
        self.assertEqual((self.folder / "found/mine.txt").read_text(), "mine")

    def test_optimise_says_what_to_install_where_the_searcher_is_not_there(self):
        alone = self.folder / "gineste"
        shutil.copy(GINESTE, alone)
        done = self.call("optimise", self.study(), "-o", "found", program=alone)
        self.assertEqual(done.returncode, 66, done.stderr)
        self.assertIn("libpagmo-dev", done.stderr)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *(f"Optimise.{claim}" for claim in sys.argv[1:])])
