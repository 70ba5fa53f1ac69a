#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What the program promises of race days on the command line: day.py GINESTE CLAIM."""
import json
import os
import pathlib
import pty
import signal
import subprocess
import sys
import tempfile
import time
import unittest

import small_race

GINESTE = sys.argv.pop(1)
HAS_PAGE = b"gineste: data" in pathlib.Path(GINESTE).read_bytes()
FILES = ["1-lang", "2-kurz", "day-manifest.json", "day.json", "day.schema.json", "day.txt",
         "network.geojson", "network.svg", "network.txt", *(["day.html"] if HAS_PAGE else [])]
RACE_FILES = ["congestion.csv", "manifest.json", "summary.json", "verdict.txt", "waves.csv",
              *(["report.html"] if HAS_PAGE else [])]

# Two races that run into one road, a crossing and a station: 240 runners.
DAY = """\
gineste_day: 1
name: Petite fête d'été
legs:
  - {name: upper, length: 300 m, grade: 1 %, width: 4 m}
  - {name: lower, length: 400 m, width: 4 m}
  - {name: quay, length: 500 m, width: 5 m}
races:
  - {name: Läng, scenario: long.yaml, length: 800 m, colour: "#0072b2", route: [upper, quay]}
  - {name: Kürz, scenario: short.yaml, route: [lower, quay]}
merges:
  - {into: quay, rule: zip}
crossings:
  - {name: Mill, leg: upper, at: 200 m, other_leg: lower, other_at: 100 m, rule: gaps}
stations:
  - {leg: quay, name: Eau, at: 100 m, length: 20 m, tables: 2}
places:
  - {name: Bridge, leg: quay, at: 250 m}
"""

DAY_ON_THE_MAP = """\
gineste_day: 1
name: Surveyed
lines:
  - {name: shore, line: line.csv, dem: dem.asc, length: 1 km}
legs:
  - {name: near, line: shore, to: 400 m, width: 5 m}
  - {name: far, line: shore, from: 400 m, width: 5 m}
races:
  - {name: One, scenario: long.yaml, route: [near, far]}
"""

RACE = """\
gineste: 1
name: Long
date: 2024-10-27
zone: Europe/Paris
seed: 5
start: {line_width: 4 m, pen_width: 4 m}
waves:
  - {name: All, entrants: 120, gun: "09:00"}
field:
  law: normal_pace
  no_show_share: 0
  withdraw_share: 0
"""


class Day(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = pathlib.Path(holder.name).resolve()
        self.write("long.yaml", RACE)
        self.write("short.yaml", "extends: long.yaml\nname: Short\nseed: 6\n")
        self.write("day.yaml", DAY)
        self.scenario = small_race.write(self.folder)
        self.inputs = set(os.listdir(self.folder))

    def write(self, name, text):
        (self.folder / name).write_text(text, encoding="utf-8")

    def call(self, *arguments):
        return subprocess.run([GINESTE, *map(str, arguments)], cwd=self.folder, text=True,
                              capture_output=True, timeout=100)

    def run_day(self, out, *arguments):
        done = self.call("day", "day.yaml", "-o", out, *arguments)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done

    def day_json(self, out):
        return json.loads((self.folder / out / "day.json").read_text(encoding="utf-8"))

    def assert_refused(self, done, code, *words):
        self.assertEqual(done.returncode, code, done.stderr)
        self.assertEqual(done.stdout, "")
        for word in words:
            self.assertIn(word, done.stderr)
        self.assertEqual(set(os.listdir(self.folder)), self.inputs)

    # --- a good day -----------------------------------------------------------------------------

    def test_day_writes_every_file_and_says_where_races_meet(self):
        done = self.run_day("report")
        self.assertEqual(sorted(os.listdir(self.folder / "report")), sorted(FILES))
        for race in ("1-lang", "2-kurz"):
            files = os.listdir(self.folder / "report" / race)
            self.assertEqual([name for name in RACE_FILES if name not in files], [])
        self.assertEqual(done.stdout, (self.folder / "report" / "day.txt").read_text("utf-8"))
        self.assertIn("Petite fête d'été", done.stdout)
        self.assertRegex(done.stdout, r"Läng +0\.80 +09:00 +120 +120 +120 ")
        self.assertRegex(done.stderr, r"^Race day simulated in [\d.]+ s; report in report\n$")

    def test_day_is_told_in_numbers(self):
        self.run_day("report")
        day = self.day_json("report")
        self.assertTrue(day["complete"])
        self.assertEqual([race["finished"] for race in day["races"]], [120, 120])
        self.assertEqual([stream["runners"] for stream in day["merges"][0]["streams"]], [120, 120])
        self.assertEqual(day["crossings"][0]["name"], "Mill")
        self.assertIn("Bridge", [place["name"] for place in day["places"]])
        meetings = [day["legs"][meeting["leg"]]["name"] for meeting in day["meetings"]]
        self.assertEqual(meetings, ["quay"])

    def test_day_keeps_to_its_schema(self):
        try:
            from jsonschema import Draft202012Validator
        except ImportError:
            self.skipTest("this Python has no jsonschema (Debian: python3-jsonschema)")
        self.run_day("report")
        schema = json.loads((self.folder / "report" / "day.schema.json").read_text("utf-8"))
        Draft202012Validator.check_schema(schema)
        Draft202012Validator(schema).validate(self.day_json("report"))

    def test_day_report_of_a_race_links_with_the_day(self):
        if not HAS_PAGE:
            self.skipTest("this program was built without the page")
        self.run_day("report")
        page = (self.folder / "report" / "day.html").read_text("utf-8")
        for race in ("1-lang", "2-kurz"):
            self.assertIn(f"{race}/report.html", page)

    def test_day_manifest_lists_every_file_and_input(self):
        self.run_day("report", "--seed", "9")
        manifest = json.loads((self.folder / "report" / "day-manifest.json").read_text("utf-8"))
        self.assertEqual([file["name"] for file in manifest["inputs"]],
                         ["day.yaml", "long.yaml", "short.yaml", "long.yaml"])
        self.assertEqual(manifest["command"], ["gineste", "day", "day.yaml", "--seed", "9"])
        self.assertEqual([race["seed"] for race in manifest["races"]], [9, 9])

    def test_day_as_json_or_in_silence(self):
        done = self.run_day("report", "--json")
        self.assertEqual(done.stdout, (self.folder / "report" / "day.json").read_text("utf-8"))
        done = self.run_day("report", "--quiet")
        self.assertEqual((done.stdout, done.stderr), ("", ""))

    def test_day_has_a_folder_of_its_own_unless_told(self):
        self.assertEqual(self.call("day", "day.yaml", "--quiet").returncode, 0)
        self.assertEqual(sorted(os.listdir(self.folder / "out" / "day")), sorted(FILES))

    # --- the same bytes -------------------------------------------------------------------------

    def files_of(self, out):
        folder = self.folder / out
        return {file.relative_to(folder): file.read_bytes()
                for file in folder.rglob("*") if file.is_file()}

    def assert_same(self, one, other):
        files, others = self.files_of(one), self.files_of(other)
        self.assertEqual(sorted(files), sorted(others))
        self.assertGreater(len(files), 20)
        self.assertEqual([str(name) for name in files if files[name] != others[name]], [])

    def test_same_day_gives_the_same_bytes(self):
        self.run_day("one")
        self.run_day("two")
        self.assert_same("one", "two")

    def test_number_of_threads_changes_no_byte_of_a_day(self):
        self.run_day("one", "--threads", "1")
        self.run_day("two", "--threads", "2")
        self.assert_same("one", "two")

    # --- the other commands ---------------------------------------------------------------------

    def test_check_takes_a_day(self):
        done = self.call("check", "day.yaml")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertTrue(done.stdout.startswith("ok  Petite fête d'été\n    2 races, 3 legs\n"))
        self.assertIn("Läng: first gun 2024-10-27T09:00:00+01:00, 120 entrants", done.stdout)
        self.assertEqual(set(os.listdir(self.folder)), self.inputs)

    def test_course_of_a_day_lists_and_draws_the_network(self):
        done = self.call("course", "day.yaml", "-o", "network")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(sorted(os.listdir(self.folder / "network")),
                         ["course-manifest.json", "network.geojson", "network.svg", "network.txt"])
        self.assertEqual(done.stdout, (self.folder / "network" / "network.txt").read_text("utf-8"))
        for word in ("upper", "lower", "quay", "Mill", "zip"):
            self.assertIn(word, done.stdout)
        json.loads((self.folder / "network" / "network.geojson").read_text("utf-8"))

    def test_explain_knows_the_keys_of_a_day(self):
        self.assertIn("cones between them", self.call("explain", "--day", "legs.traffic").stdout)
        self.assertIn("crossings", self.call("explain", "--day").stdout)
        schema = json.loads(self.call("explain", "--day", "--schema").stdout)
        self.assertIn("gineste_day", schema["properties"])
        self.assertIn("## `crossings`", self.call("explain", "--day", "--manual").stdout)
        wrong = self.call("explain", "legs.traffic")
        self.assertEqual(wrong.returncode, 2)
        self.assertIn("gineste explain --day legs.traffic", wrong.stderr)

    # --- bad input ------------------------------------------------------------------------------

    def test_missing_day_is_66_and_a_missing_race_65(self):
        for command in ("day", "check", "course"):
            self.assert_refused(self.call(command, "absent.yaml"), 66, "absent.yaml")
        self.write("day.yaml", DAY.replace("short.yaml", "gone.yaml"))
        self.assert_refused(self.call("day", "day.yaml"), 65, "day.yaml:9:28: ", "gone.yaml")

    def test_bad_day_is_65_with_place_and_nothing_written(self):
        self.write("day.yaml", DAY.replace("into: quay", "into: key"))
        for command in ("day", "check", "course"):
            self.assert_refused(self.call(command, "day.yaml"), 65, "day.yaml:11:12: ",
                                "no leg has that name", "quay")

    def test_certified_length_of_a_day_out_of_reach_is_65(self):
        self.write("day.yaml", DAY.replace("length: 800 m", "length: 1.2 km"))
        self.assert_refused(self.call("day", "day.yaml"), 65, "day.yaml:8:5: ", "1.200 km")

    def test_route_that_does_not_connect_is_65(self):
        self.write("day.yaml", DAY_ON_THE_MAP)
        self.assertEqual(self.call("check", "day.yaml").returncode, 0)
        self.write("day.yaml", DAY_ON_THE_MAP.replace("from: 400 m", "from: 700 m"))
        for command in ("day", "check"):
            self.assert_refused(self.call(command, "day.yaml"), 65, "day.yaml:", "'far'", "300 m")

    def test_leg_that_nobody_runs_and_a_crossing_without_a_rule_are_said(self):
        self.write("day.yaml", DAY.replace("races:", "  - {name: spare, length: 1 km, width: 4 m}\n"
                                           "races:").replace(", rule: gaps", ""))
        nobody = "No race runs the leg 'spare'."
        self.assertIn(nobody, self.call("check", "day.yaml").stdout)
        self.assertIn(nobody, self.call("course", "day.yaml", "-o", "network").stdout)
        said = " ".join(self.run_day("report").stdout.split())
        self.assertIn(nobody, said)
        self.assertIn("came over the crossing 'Mill' in the same", said)

    def test_bad_race_of_a_day_points_into_its_scenario(self):
        self.write("long.yaml", RACE.replace("seed: 5", "sead: 5"))
        self.assert_refused(self.call("day", "day.yaml"), 65, "long.yaml:5:1: ", "sead", "seed")

    def test_day_that_another_command_is_given_is_told_what_runs_it(self):
        for command in ("run", "forecast", "size", "ensemble", "fair"):
            with self.subTest(command=command):
                done = self.call(command, "day.yaml")
                self.assert_refused(done, 65, "day.yaml:1:1: this is a race day", "`gineste day`")
                self.assertEqual(done.stderr.count("day.yaml:"), 1)

    def test_scenario_that_day_is_given_is_told_what_runs_it(self):
        done = self.call("day", self.scenario)
        self.assert_refused(done, 65, "small.yaml:1:1: this is the scenario of one race",
                            "`gineste run`")
        self.assertEqual(done.stderr.count("small.yaml:"), 1)

    def test_mistakes_of_usage_of_day_are_2(self):
        for wrong in (["day"], ["day", "a.yaml", "b.yaml"], ["day", "a.yaml", "--unknown"],
                      ["day", "a.yaml", "--threads", "two"], ["day", "a.yaml", "--seed", "-1"],
                      ["day", "a.yaml", "--quiet", "--json"], ["explain", "--day", "no.such.key"]):
            with self.subTest(wrong=wrong):
                self.assert_refused(self.call(*wrong), 2)

    def test_day_whose_folder_cannot_be_is_73_before_anything_is_simulated(self):
        self.write("file", "mine")
        self.inputs.add("file")
        self.assert_refused(self.call("day", "day.yaml", "-o", "file"), 73, "file")

    # --- signals --------------------------------------------------------------------------------

    def start_and_watch(self, out):
        """Starts a long day with a terminal as standard error; returns once progress is shown."""
        self.write("long.yaml", RACE.replace("entrants: 120", "entrants: 6000")
                   .replace("seed: 5", "seed: 5\nstep: 0.05 s"))
        terminal, side = pty.openpty()
        self.addCleanup(os.close, terminal)
        day = subprocess.Popen([GINESTE, "day", "day.yaml", "-o", out], cwd=self.folder,
                               stdout=subprocess.PIPE, stderr=side, text=True)
        self.addCleanup(day.kill)
        os.close(side)
        shown = ""
        while " on course" not in shown:
            shown += os.read(terminal, 4096).decode("utf-8", "replace")
        return day, shown

    def test_day_that_a_signal_stops_keeps_what_there_is(self):
        for number, code in ((signal.SIGINT, 130), (signal.SIGTERM, 143)):
            with self.subTest(signal=number):
                day, shown = self.start_and_watch(f"report-{code}")
                self.assertRegex(shown, r"\r\x1b\[K\d\d:\d\d:\d\d  [\d,]+ on course, [\d,]+ in")
                begin = time.monotonic()
                day.send_signal(number)
                output, _ = day.communicate(timeout=60)
                self.assertEqual(day.returncode, code)
                self.assertIn("STOPPED before the last runner was in", output)
                self.assertLess(time.monotonic() - begin, 5.0)
                folder = self.folder / f"report-{code}"
                self.assertEqual(sorted(os.listdir(folder)), sorted(FILES))
                said = self.day_json(folder)
                self.assertFalse(said["complete"])
                self.assertLess(said["races"][0]["finished"], 6000)
                manifest = json.loads((folder / "day-manifest.json").read_text("utf-8"))
                self.assertFalse(manifest["complete"])


if __name__ == "__main__":
    sys.argv[1:] = [f"Day.{claim}" for claim in sys.argv[1:]]
    result = unittest.main(exit=False).result
    for _, reason in result.skipped:
        print(f"SKIPPED: {reason}")
        sys.exit(77)
    sys.exit(0 if result.wasSuccessful() else 1)
