#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What compare, ensemble and sweep promise on the command line: studies.py GINESTE CLAIM."""
import csv
import json
import os
import pathlib
import pty
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

import small_race

GINESTE = sys.argv.pop(1)
LOCAL = pathlib.Path(__file__).resolve().parents[2] / "scripts/cluster/local"
STUDY = """\
gineste_study: 1
name: Line and order
scenario: small.yaml
design: grid
seeds: 3
factors:
  - {key: start.line_width, values: [2 m, 4 m]}
  - {key: "waves[2].gun", values: ["09:01", "09:03"]}
  - {key: "waves[*].order", values: [mixed, by_prediction]}
"""
SCHEDULERS = ("SLURM_ARRAY_TASK_ID", "PBS_ARRAY_INDEX", "SGE_TASK_ID", "LSB_JOBINDEX",
              "HQ_TASK_ID", "PARALLEL_SEQ", "AWS_BATCH_JOB_ARRAY_INDEX")


class Studies(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = pathlib.Path(holder.name).resolve()
        self.scenario = small_race.write(self.folder)
        self.environment = {k: v for k, v in os.environ.items() if k not in SCHEDULERS}

    def call(self, *arguments, **variables):
        return subprocess.run([GINESTE, *map(str, arguments)], cwd=self.folder, text=True,
                              capture_output=True, timeout=100,
                              env={**self.environment, **variables})

    def good(self, *arguments, **variables):
        done = self.call(*arguments, **variables)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done

    def refused(self, code, words, *arguments, **variables):
        done = self.call(*arguments, **variables)
        self.assertEqual(done.returncode, code, done.stderr)
        for word in words:
            self.assertIn(word, done.stderr)

    def plan(self, name, change):
        path = self.folder / name
        path.write_text(change(small_race.SCENARIO), encoding="utf-8")
        return path

    def study(self, text=STUDY, name="study.yaml"):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def results(self, out):
        return ((self.folder / out / "results.csv").read_bytes(),
                (self.folder / out / "results.nc").read_bytes())

    def single_hash(self, scenario, seed):
        self.good("run", scenario, "-o", "one", "--seed", seed, "--quiet")
        return json.loads((self.folder / "one" / "summary.json").read_text())["state_hash"]

    # --- compare --------------------------------------------------------------------------------

    def test_compare_says_which_plan_is_better_and_how_surely(self):
        wide = self.plan("wide.yaml", lambda text: text.replace("line_width: 4 m", "line_width: 6 m"))
        done = self.good("compare", self.scenario, wide, "--seeds", "8", "--json", "compare.json")
        self.assertIn("2 plans, 8 seeds each, the first 5", done.stdout)
        self.assertNotIn("do not have the same runners", done.stdout)
        compared = json.loads((self.folder / "compare.json").read_text())
        self.assertTrue(compared["same_runners"])
        rows = {row["key"]: row for row in compared["measures"]}
        # A line half as wide again: the second wave of 120 is over it sooner.
        difference = rows["last_start_s"]["plans"][1]["difference"]
        self.assertEqual(difference["verdict"], "less")
        self.assertLess(difference["high"], 0)
        self.assertEqual(len(rows["peak_density_per_m2"]["plans"][0]["values"]), 8)

    def test_compare_runs_the_races_that_run_runs(self):
        other = self.plan("other.yaml", lambda text: text.replace('"09:02"', '"09:03"'))
        self.good("compare", self.scenario, other, "--seeds", "2", "--json", "compare.json")
        plans = json.loads((self.folder / "compare.json").read_text())["plans"]
        for plan, scenario in zip(plans, (self.scenario, other)):
            self.assertEqual(plan["state_hashes"],
                             [self.single_hash(scenario, seed) for seed in (5, 6)])

    def test_compare_warns_where_the_runners_are_not_the_same(self):
        other = self.plan("other.yaml", lambda text: text.replace(
            "law: normal_pace", "law: normal_pace\n  pace: {mean: 6:30/km}"))
        done = self.good("compare", self.scenario, other, "--seeds", "2")
        self.assertIn("do not have the same runners", done.stdout)

    def test_compare_refuses_one_plan(self):
        self.refused(2, [], "compare", self.scenario)

    # --- ensemble -------------------------------------------------------------------------------

    def test_ensemble_is_the_single_races_on_any_number_of_threads(self):
        for threads in (1, 3):
            self.good("ensemble", self.scenario, "--seeds", "5", "--threads", threads, "--json",
                      f"{threads}.json")
        one, three = ((self.folder / f"{k}.json").read_bytes() for k in (1, 3))
        self.assertEqual(one, three)
        self.assertEqual(json.loads(one)["state_hashes"],
                         [self.single_hash(self.scenario, seed) for seed in range(5, 10)])

    def test_ensemble_stops_when_the_mean_is_known_well_enough(self):
        done = self.good("ensemble", self.scenario, "--seeds", "200", "--until", "peak_density:10%",
                         "--json", "ensemble.json")
        found = json.loads((self.folder / "ensemble.json").read_text())
        self.assertIn("Stopped after", done.stdout)
        self.assertTrue(found["until"]["is_met"])
        spread = found["measures"][0]
        self.assertEqual(spread["races"] % 10, 0)
        self.assertLess(spread["races"], 200)
        low, high = spread["mean_interval"]
        self.assertLessEqual(0.5 * (high - low), 0.1 * spread["mean"])

    def test_ensemble_refuses_a_rule_that_names_no_measure(self):
        for wrong in ("peak", "peak_density", "peak_density:0%", "lost:2%", "width:2%"):
            self.refused(2, ["--until"], "ensemble", self.scenario, "--until", wrong)

    # --- sweep ----------------------------------------------------------------------------------

    def whole(self, out="whole"):
        study = self.study()
        self.good("sweep", "run", study, "-o", out)
        self.good("sweep", "merge", study, "-o", out)
        return study, self.results(out)

    def test_sweep_has_every_point_and_seed_once_with_the_hash_of_the_single_race(self):
        _, (table, _) = self.whole()
        rows = list(csv.DictReader(table.decode().splitlines()))
        self.assertEqual(len(rows), 2 * 2 * 2 * 3)
        self.assertEqual(len({(row["point"], row["seed"]) for row in rows}), 24)
        row = next(row for row in rows if row["start.line_width"] == "2 m" and row["seed"] == "6"
                   and row["waves[2].gun"] == "09:03" and row["waves[*].order"] == "mixed")
        alone = self.plan("alone.yaml", lambda text: text.replace("line_width: 4 m", "line_width: 2 m")
                          .replace('"09:02"', '"09:03"'))
        self.assertEqual(row["state_hash"], self.single_hash(alone, 6))

    def test_sweep_in_shards_and_on_other_threads_merges_to_the_same_bytes(self):
        study, whole = self.whole()
        for shard in (3, 1, 2):
            self.good("sweep", "run", study, "-o", "parts", "--shard", f"{shard}/3",
                      "--threads", shard)
            if shard != 2:
                self.refused(65, ["races are missing"], "sweep", "merge", study, "-o", "parts")
        # The same rows once more, cut another way: repeated, and bit-equal.
        self.good("sweep", "run", study, "-o", "parts", "--shard", "2/5")
        done = self.good("sweep", "merge", study, "-o", "parts")
        self.assertIn("24 races, each once (5 repeated with the same bytes)", done.stdout)
        self.assertEqual(self.results("parts"), whole)

    def test_sweep_takes_its_shard_from_schedulers(self):
        study, whole = self.whole()
        self.good("sweep", "run", study, "-o", "parts", "--shards", "3", SLURM_ARRAY_TASK_ID="1")
        self.good("sweep", "run", study, "-o", "parts", "--shards", "3",
                  AWS_BATCH_JOB_ARRAY_INDEX="1")
        self.good("sweep", "run", study, "-o", "parts", "--shards", "3", PARALLEL_SEQ="3")
        self.good("sweep", "merge", study, "-o", "parts")
        self.assertEqual(self.results("parts"), whole)

    def test_sweep_refuses_shards_that_cannot_be(self):
        study = self.study()
        run = ("sweep", "run", study, "-o", "parts")
        for wrong in ("4/3", "0/3", "3", "1/0", "-1/3", "a/b", "1/3/5"):
            self.refused(2, ["shard"], *run, f"--shard={wrong}")
        self.refused(2, ["shard 4 of 3"], *run, "--shards", "3", SLURM_ARRAY_TASK_ID="4")
        self.refused(2, ["one job of many"], *run, SLURM_ARRAY_TASK_ID="2")
        self.refused(2, ["both set"], *run, "--shards", "3", SLURM_ARRAY_TASK_ID="1",
                     PARALLEL_SEQ="2")
        self.refused(2, ["no scheduler"], *run, "--shards", "3")
        self.assertFalse((self.folder / "parts").exists())

    def test_sweep_refuses_bad_studies_and_names_the_place(self):
        for wrong, words in {
                "start.line_width": ["start.line_widht", "no key of a scenario",
                                     "Did you mean `start.line_width`?"],
                "values: [2 m, 4 m]": ["from: 4 m, to: 2 m, steps: 3", "an empty range"],
                "[2 m, 4 m]": ["[]"],
                "2 m, 4 m": ["2 m, 4 bananas", "point 5", "bananas"],
                "waves[2]": ["waves[7]", "waves has 2 items"],
                "design: grid": ["design: sobol", "has no `points`"],
                "start.line_width, ": ["start, ", "not a single value"],
                "seeds: 3": ["seeds: 0", "seeds"],
                "key: start.line_width, values: [2 m, 4 m]":
                    ["key: seed, values: [1, 2]", "every point has the same seeds"],
                "name: Line and order": ["nam: x", "nam"],
                'waves[2].gun", values: ["09:01", "09:03"]':
                    ['waves[2].name", values: [Second, Third]', "point 3", "in another order"],
        }.items():
            study = self.study(STUDY.replace(wrong, words[0], 1))
            self.refused(65, ["study.yaml:", *words[1:]], "sweep", "plan", study, "-o", "out")
        self.assertFalse((self.folder / "out").exists())

    def test_sweep_refuses_a_folder_with_another_study_and_loses_nothing(self):
        study, whole = self.whole()
        before = {path.name: path.read_bytes() for path in (self.folder / "whole").iterdir()}
        other = self.study(STUDY.replace("seeds: 3", "seeds: 4"), "other.yaml")
        for step in ("plan", "run", "merge", "status"):
            self.refused(65, ["another study"], "sweep", step, other, "-o", "whole")
        # Nor is a changed scenario the same study.
        self.plan("small.yaml", lambda text: text.replace("entrants: 120", "entrants: 119", 1))
        self.refused(65, ["another study"], "sweep", "merge", study, "-o", "whole")
        after = {path.name: path.read_bytes() for path in (self.folder / "whole").iterdir()}
        self.assertEqual(before, after)

    def test_sweep_runs_again_what_is_damaged(self):
        study, whole = self.whole()
        rows = self.folder / "whole" / "shard-000001-of-000001.rows"
        lines = rows.read_bytes().split(b"\n")
        lines[7] = lines[7].replace(b",", b";", 1)
        rows.write_bytes(b"\n".join(lines))
        self.refused(65, ["1 of 24 races are missing", "1 lines are damaged"],
                     "sweep", "merge", study, "-o", "whole")
        done = self.good("sweep", "run", study, "-o", "whole")
        self.assertIn("1 races", done.stderr)
        self.good("sweep", "merge", study, "-o", "whole")
        self.assertEqual(self.results("whole"), whole)

    def test_sweep_resumes_after_any_kill_to_the_same_bytes(self):
        study, whole = self.whole()
        shard = self.folder / "whole" / "shard-000001-of-000001.rows"
        took_s = time.monotonic()
        self.good("sweep", "run", study, "-o", "timed")
        took_s = time.monotonic() - took_s
        chance = random.Random(8)
        kills = 0
        while kills < 100:
            out = f"killed-{kills}"
            for _ in range(1000):
                process = subprocess.Popen([GINESTE, "sweep", "run", study, "-o", out],
                                           cwd=self.folder, stderr=subprocess.DEVNULL,
                                           env=self.environment, start_new_session=True)
                try:
                    process.wait(chance.uniform(0.0, 0.7 * took_s))
                except subprocess.TimeoutExpired:
                    os.killpg(process.pid, signal.SIGKILL)
                    process.wait()
                    kills += 1
                    continue
                self.assertEqual(process.returncode, 0)
                break
            self.good("sweep", "merge", study, "-o", out)
            self.assertEqual(self.results(out), whole)
            self.assertEqual((self.folder / out / shard.name).read_bytes(), shard.read_bytes())
            self.assertEqual(list((self.folder / out).glob("*.part")), [])

    def most_kib(self, seeds):
        """The most memory that a sweep of so many seeds has at a time."""
        study = self.study(STUDY.replace("seeds: 3", f"seeds: {seeds}"))
        process = subprocess.Popen([GINESTE, "sweep", "run", study, "-o", f"of-{seeds}"],
                                   cwd=self.folder, stderr=subprocess.DEVNULL,
                                   env=self.environment)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        self.assertEqual(process.returncode, 0)
        return usage.ru_maxrss

    def test_sweep_needs_no_more_memory_for_more_races(self):
        few, many = self.most_kib(2), self.most_kib(40)
        print(f"[ measured ] 16 races: {few / 1024:.1f} MiB, 320 races: {many / 1024:.1f} MiB")
        self.assertLess(many, 1.1 * few)

    def test_sweep_tells_a_terminal_how_much_time_is_left(self):
        ours, theirs = pty.openpty()
        subprocess.run([GINESTE, "sweep", "run", self.study(), "-o", "told"], cwd=self.folder,
                       stderr=theirs, env=self.environment, check=True, timeout=100)
        os.close(theirs)
        told = b""
        try:
            while piece := os.read(ours, 65536):
                told += piece
        except OSError:  # the other end is closed
            pass
        os.close(ours)
        self.assertRegex(told.decode(), r"race 12 of 24, about \d+ s left")

    def test_sweep_with_two_writers_of_one_shard_is_the_same(self):
        study, whole = self.whole()
        calls = [subprocess.Popen([GINESTE, "sweep", "run", study, "-o", "both"], cwd=self.folder,
                                  stderr=subprocess.DEVNULL, env=self.environment)
                 for _ in range(2)]
        self.assertEqual([call.wait() for call in calls], [0, 0])
        self.good("sweep", "merge", study, "-o", "both")
        self.assertEqual(self.results("both"), whole)

    def test_sweep_by_gnu_parallel_is_the_same(self):
        if shutil.which("parallel") is None:
            self.skipTest("GNU parallel is not installed (Debian: parallel)")
        study, whole = self.whole()
        out = "courses d'été"  # 2026-12-01: the shells of GNU parallel took such a name apart
        subprocess.run([LOCAL, study, "4", out], cwd=self.folder, check=True, timeout=100,
                       capture_output=True, env={**self.environment, "GINESTE": GINESTE})
        self.assertEqual(self.results(out), whole)
        self.assertEqual(len(list((self.folder / out).glob("shard-*-of-000004.rows"))), 4)

    def test_sweep_opens_in_xarray_with_factors_as_coordinates(self):
        try:
            import xarray
        except ImportError:
            self.skipTest("this Python has no xarray (Debian: python3-xarray)")
        self.whole()
        with xarray.open_dataset(self.folder / "whole" / "results.nc") as data:
            self.assertEqual(dict(data.sizes), {"point": 8, "seed": 3})
            self.assertIn("start_line_width", data.coords)
            self.assertIn("waves_2_gun", data.coords)
            self.assertEqual(list(data["seed"].values), [5, 6, 7])
            wide = data.where(data["start_line_width"] == 4.0, drop=True)
            narrow = data.where(data["start_line_width"] == 2.0, drop=True)
            self.assertLess(float(wide["last_start_s"].mean()), float(narrow["last_start_s"].mean()))


if __name__ == "__main__":
    sys.argv[1:] = [f"Studies.{claim}" for claim in sys.argv[1:]]
    result = unittest.main(exit=False).result
    for _, reason in result.skipped:
        print(f"SKIPPED: {reason}")
        sys.exit(77)
    sys.exit(0 if result.wasSuccessful() else 1)
