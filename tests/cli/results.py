#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What calibrate and validate promise on the command line: results.py GINESTE CLAIM."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

import small_race

GINESTE = sys.argv.pop(1)


class Results(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = pathlib.Path(holder.name).resolve()
        self.scenario = small_race.write(self.folder)

    def call(self, *arguments):
        return subprocess.run([GINESTE, *map(str, arguments)], cwd=self.folder, text=True,
                              capture_output=True, timeout=100)

    def assert_refused(self, done, code, *words):
        self.assertEqual(done.returncode, code, done.stderr)
        self.assertEqual(done.stdout, "")
        for word in words:
            self.assertIn(word, done.stderr)

    def write_results(self):
        """240 runners who are let go two a second and walk 1 km in 10 to 12 minutes; one row is broken."""
        rows = ["Dossard;Nom;Vague;Décalage;0,5 km;Temps réel"]
        for k in range(240):
            start = k // 2 if k < 120 else 120 + (k - 120) // 2
            time = 620 + k // 2
            wave = "First" if k < 120 else "Second"
            rows.append(f"{k + 1};Nom{k};{wave};0:{start // 60:02}:{start % 60:02};"
                        f"0:{time // 2 // 60:02}:{time // 2 % 60:02};{time // 60}'{time % 60:02}")
        rows[17] = rows[17].replace("'", "x")
        path = self.folder / "results.csv"
        path.write_text("\n".join(rows) + "\n", encoding="utf-8")
        return path

    def test_calibrate_writes_a_fragment_that_runs(self):
        done = self.call("calibrate", self.write_results(), "--scenario", self.scenario,
                         "-o", "fit.yaml")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("240 rows, 1 broken (0.4 %) and left out", done.stderr)
        self.assertIn("line 18, Temps réel", done.stderr)
        fragment = (self.folder / "fit.yaml").read_text()
        self.assertIn("density:", fragment)
        self.assertTrue((self.folder / "fit.svg").read_text().startswith("<svg"))
        for text in (done.stdout, done.stderr, fragment):
            self.assertNotIn("Nom1", text)
        done = self.call("run", self.scenario, "-o", "out", "--fit", "fit.yaml")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("fit.yaml: the waves are the scenario's", done.stderr)
        manifest = (self.folder / "out/manifest.json").read_text(encoding="utf-8")
        self.assertIn("the waves are the scenario's", manifest)
        done = self.call("forecast", self.scenario, "--fit", "fit.yaml", "--fit-waves")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("fit.yaml: the waves are the fragment's: 2 waves from 09:00", done.stderr)
        done = self.call("forecast", self.scenario, "--fit-waves")  # of which fragment?
        self.assertEqual(done.returncode, 2, done.stderr)

    def test_validate_prints_predicted_against_observed(self):
        results = self.write_results()
        self.call("calibrate", results, "--scenario", self.scenario, "-o", "fit.yaml")
        done = self.call("validate", results, "--scenario", self.scenario, "--fit", "fit.yaml",
                         "--runs", "2", "--every", "1 min", "--csv", "curves.csv")
        self.assertEqual(done.returncode, 0, done.stderr)
        for word in ("start", "count", "pace", "finish", "mean of 2 runs"):
            self.assertIn(word, done.stdout)
        heading, first = (self.folder / "curves.csv").read_text().splitlines()[:2]
        self.assertEqual(heading, "measure,where,at,observed,predicted,sd")
        self.assertEqual(first.split(",")[:2], ["start", "First"])

    def test_validate_reads_a_run(self):
        results = self.write_results()
        self.call("run", self.scenario, "-o", "out")
        raced = self.call("validate", results, "--scenario", self.scenario, "--runs", "1",
                          "--csv", "raced.csv")
        read = self.call("validate", results, "--scenario", self.scenario, "--run", "out",
                         "--csv", "read.csv")
        self.assertEqual(read.returncode, 0, read.stderr)
        self.assertNotIn("race 1", read.stderr)
        self.assertEqual(raced.stdout, read.stdout)
        self.assert_refused(self.call("validate", results, "--scenario", self.scenario, "--run",
                                      "nowhere"), 66, "results.nc")

    def test_results_that_cannot_be_used_are_65_and_66(self):
        self.assert_refused(self.call("calibrate", "none.csv", "--scenario", self.scenario), 66,
                            "none.csv")
        names = self.folder / "names.csv"
        names.write_text("bib,name\n1,Alpha\n")
        self.assert_refused(self.call("validate", names, "--scenario", self.scenario), 65,
                            "no column of times")
        self.assert_refused(self.call("validate", names, "--scenario", self.scenario,
                                      "--every", "often"), 2)


if __name__ == "__main__":
    sys.argv[1:] = [f"Results.{claim}" for claim in sys.argv[1:]]
    unittest.main()
