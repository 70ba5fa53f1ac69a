#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What becomes of the files that people bring, whatever stands in them: inputs.py GINESTE CLAIM."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

import small_race

GINESTE = sys.argv.pop(1)


class Inputs(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = pathlib.Path(holder.name).resolve()

    def call(self, *arguments):
        return subprocess.run([GINESTE, *map(str, arguments)], cwd=self.folder, text=True,
                              capture_output=True, timeout=100, check=False)

    # 2026-12-01: `check` said ok of it, and `run` "gineste: : no such file".
    def test_scenario_without_a_terrain_model_runs(self):
        scenario = small_race.write(self.folder, small_race.WITHOUT_DEM, "without.yaml")
        for command in ["check", "forecast", "size", "course"]:
            done = self.call(command, scenario, *(["-o", "profile"] if command == "course" else []))
            self.assertEqual(done.returncode, 0, f"{command}: {done.stderr}")
        done = self.call("run", scenario, "-o", "out")
        self.assertEqual(done.returncode, 0, done.stderr)
        for name in ["verdict.txt", "summary.json", "results.gpkg", "results.nc", "tables.xlsx"]:
            self.assertTrue((self.folder / "out" / name).exists(), name)
        if b"gineste: data" in pathlib.Path(GINESTE).read_bytes():
            self.assertTrue((self.folder / "out/report.html").exists())

    # 2026-12-01: one bad cell printed the row, with name, mail and date of birth.
    def test_bad_cell_of_an_entrants_file_shows_nothing_of_anybody(self):
        scenario = small_race.write(self.folder, small_race.SCENARIO.replace(
            "field:\n", "field:\n  entrants_file: people.csv\n"), "people.yaml")
        head = "name,mail,born,bib,sex,wave\n"
        good = "Zoé Martin,zoe@example.org,1990-02-03,1,F,First\n"
        for bad in ["Léo Durand,leo@example.org,1985-06-07,two,M,First\n",
                    "Léo Durand,leo@example.org,1985-06-07,2,M,First,more\n",
                    "Léo Durand,leo@example.org,1985-06-07,2,M,\"First\n"]:
            (self.folder / "people.csv").write_text(head + good + bad, encoding="utf-8")
            for command in ["forecast", "run"]:
                done = self.call(command, scenario)
                self.assertEqual(done.returncode, 65, done.stderr)
                self.assertIn("people.csv:3", done.stderr)
                for private in ["Durand", "Zo", "example.org", "1985", "1990"]:
                    self.assertNotIn(private, done.stderr)

    # 2026-12-01: the patch could not be read where a wave's name has a quote.
    def test_fair_prints_a_patch_that_can_be_read_whatever_names_there_are(self):
        scenario = small_race.write(self.folder, small_race.SCENARIO.replace(
            "name: First", r'name: "a \"first\": #1\nof two"').replace(
            "field:\n", '  - {name: Last, entrants: 1, gun: "09:04"}\nfield:\n').replace(
            "stations:", "named: [{name: Hare, wave: Last, pace: 3:00/km}]\npursuer: Hare\nstations:"),
            "hunted.yaml")
        done = self.call("fair", scenario, "--runs", "2")
        self.assertEqual(done.returncode, 0, done.stderr)
        (self.folder / "patched.yaml").write_text(
            "extends" + done.stdout.split("\nextends", 1)[1], encoding="utf-8")
        checked = self.call("check", "patched.yaml")
        self.assertEqual(checked.returncode, 0, checked.stderr)


if __name__ == "__main__":
    sys.argv[1:] = [f"Inputs.{claim}" for claim in sys.argv[1:]]
    unittest.main()
