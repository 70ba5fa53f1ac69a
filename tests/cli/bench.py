#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""scripts/bench measures a small race, and what it writes keeps to its schema: bench.py PROGRAM."""
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.dont_write_bytecode = True
sys.path.insert(0, str(ROOT / "scripts"))
import bench_race  # noqa: E402

PROGRAM = pathlib.Path(sys.argv.pop(1)).resolve()


class Bench(unittest.TestCase):

    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name)

    def bench(self):
        subprocess.run([ROOT / "scripts/bench", "--build", PROGRAM.parent, "--quick", "--sizes",
                        "100", "--no-kernels", "--no-sumo", "-o", self.folder / "bench.json"],
                       check=True, stdout=subprocess.DEVNULL)
        return json.loads((self.folder / "bench.json").read_text(encoding="utf-8"))

    def check(self, runners, grow):
        """What the program says of the reference race for that many runners."""
        text = bench_race.reference_scenario(runners, 0.5, grow)
        (self.folder / "race.yaml").write_text(text, encoding="utf-8")
        done = subprocess.run([PROGRAM, "check", self.folder / "race.yaml"], check=True,
                              capture_output=True, text=True)
        return done.stdout

    def test_bench_accounts_for_all_of_the_time(self):
        for row in self.bench()["races"]:
            self.assertEqual(row["finished"], 100)
            self.assertAlmostEqual(sum(row["phase_ns_per_runner_step"].values()),
                                   row["ns_per_runner_step"], delta=1e-6)
            self.assertGreaterEqual(row["phase_ns_per_runner_step"]["between"], 0.0)
            for part in ("pace", "jostle", "observe"):
                self.assertGreater(row["move_ns_per_runner_step"][part], 0.0)

    def test_bench_keeps_to_its_schema(self):
        try:
            from jsonschema import Draft202012Validator
        except ImportError:
            self.skipTest("this Python has no jsonschema (Debian: python3-jsonschema)")
        schema = json.loads((ROOT / "scripts/bench.schema.json").read_text(encoding="utf-8"))
        Draft202012Validator.check_schema(schema)
        written = self.bench()
        Draft202012Validator(schema).validate(written)
        del written["races"][0]["serial_share"]
        self.assertFalse(Draft202012Validator(schema).is_valid(written))

    def test_bench_grows_the_reference_race_as_dense(self):
        for runners, grow, waves, width in ((2000, "width", 1, "7.0"),
                                            (500000, "width", 10, "175.0"),
                                            (500000, "waves", 250, "7.0")):
            said = self.check(runners, grow)
            self.assertIn(f"{runners:,} entrants, {waves} wave", said)
            self.assertIn(f"{width} to {width} m wide", said)


if __name__ == "__main__":
    sys.argv[1:] = [f"Bench.{claim}" for claim in sys.argv[1:]]
    result = unittest.main(exit=False).result
    for _, reason in result.skipped:
        print(f"SKIPPED: {reason}")
        sys.exit(77)
    sys.exit(0 if result.wasSuccessful() else 1)
