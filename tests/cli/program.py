#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What the program promises on the command line: program.py GINESTE CLAIM."""
import json
import os
import pathlib
import pty
import re
import signal
import subprocess
import sys
import tempfile
import time
import unittest
import xml.etree.ElementTree

import small_race

GINESTE = sys.argv.pop(1)
FILES = ["congestion.csv", "course.gpx", "manifest.json", "results.gpkg", "results.nc",
         "station_arrivals.csv", "station_stock.csv", "stations.csv", "summary.json",
         "summary.schema.json", "tables.xlsx", "verdict.txt", "waves.csv"]
# The page is there where the program was built with node and npm.
if b"gineste: data" in pathlib.Path(GINESTE).read_bytes():
    FILES = sorted([*FILES, "report.html"])
# Enough work for a signal to find the race under way.
LONG = (small_race.SCENARIO.replace("entrants: 120", "entrants: 6000")
        .replace('"09:02"', '"10:30"').replace("seed: 5", "seed: 5\nstep: 0.05 s"))


class Program(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = pathlib.Path(holder.name).resolve()
        self.scenario = small_race.write(self.folder)
        self.inputs = set(os.listdir(self.folder))

    def call(self, *arguments, **options):
        return subprocess.run([GINESTE, *map(str, arguments)], cwd=self.folder, text=True,
                              capture_output=True, timeout=100, **options)

    def run_race(self, out, *arguments):
        done = self.call("run", self.scenario, "-o", out, *arguments)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done

    def summary(self, out):
        return json.loads((self.folder / out / "summary.json").read_text(encoding="utf-8"))

    def assert_refused(self, done, code, *words):
        self.assertEqual(done.returncode, code, done.stderr)
        self.assertEqual(done.stdout, "")
        for word in words:
            self.assertIn(word, done.stderr)

    def assert_nothing_written(self):
        self.assertEqual(set(os.listdir(self.folder)), self.inputs)

    # --- a good run -----------------------------------------------------------------------------

    def test_a_page_is_built_anew_from_its_own_data(self):
        if "report.html" not in FILES:
            self.skipTest("this program was built without the page")
        self.run_race("report")
        page = self.folder / "report" / "report.html"
        english = page.read_bytes()
        self.assertEqual(self.call("report", "report", "--lang", "fr").returncode, 0)
        self.assertNotEqual(page.read_bytes(), english)
        self.assertEqual(self.call("report", "report").returncode, 0)
        self.assertEqual(page.read_bytes(), english)
        self.assertEqual(sorted(os.listdir(self.folder / "report")), FILES)
        page.write_text("something else", encoding="utf-8")
        self.assertEqual(self.call("report", "report").returncode, 65)

    def test_good_run_writes_every_file_and_says_the_verdict(self):
        done = self.run_race("report")
        self.assertEqual(sorted(os.listdir(self.folder / "report")), FILES)
        self.assertEqual(done.stdout, (self.folder / "report" / "verdict.txt").read_text("utf-8"))
        self.assertIn("240 entered, 240 started, 240 finished", done.stdout)
        summary = self.summary("report")
        self.assertEqual(summary["runners"]["finished"], 240)
        self.assertTrue(summary["complete"])
        self.assertRegex(summary["input_sha256"], "^[0-9a-f]{64}$")
        self.assertEqual(summary["stations"][0]["name"], "Eau")
        self.assertEqual([wave["started"] for wave in summary["waves"]], [120, 120])

    def test_default_folder_bears_scenario_and_date(self):
        self.assertEqual(self.call("run", self.scenario).returncode, 0)
        self.assertEqual(sorted(os.listdir(self.folder / "out" / "small-2024-10-27")), FILES)

    def test_json_puts_the_summary_on_standard_output(self):
        done = self.run_race("report", "--json")
        self.assertEqual(done.stdout, (self.folder / "report" / "summary.json").read_text("utf-8"))

    def test_quiet_says_nothing(self):
        done = self.run_race("report", "--quiet")
        self.assertEqual((done.stdout, done.stderr), ("", ""))

    def test_no_name_becomes_a_formula(self):
        self.run_race("report")
        table = (self.folder / "report" / "congestion.csv").read_text("utf-8")
        self.assertIn(",'=Ruelle,", table)
        self.assertNotIn(",=", table)

    def test_second_report_replaces_the_first_and_keeps_the_users_files(self):
        self.run_race("report")
        (self.folder / "report" / "notes.txt").write_text("mine")
        self.run_race("report", "--seed", "6")
        self.assertEqual(self.summary("report")["seed"], 6)
        self.assertEqual((self.folder / "report" / "notes.txt").read_text(), "mine")
        self.assertEqual(set(os.listdir(self.folder)), self.inputs | {"report"})

    def test_names_of_entrants_appear_nowhere(self):
        rows = [f"{k},Zebulon{k},Quatrebarbes,z{k}@example.org,1961-02-03,F,First,5:30"
                for k in range(1, 41)]
        (self.folder / "entrants.csv").write_text(
            "\n".join(["Dossard,Prénom,Nom,Mail,Naissance,Sexe,Vague,Temps visé", *rows]) + "\n")
        small_race.write(self.folder, small_race.SCENARIO
                         .replace("  law: normal_pace", "  entrants_file: entrants.csv")
                         .replace(", entrants: 120", ""))
        done = self.run_race("report")
        self.assertEqual(self.summary("report")["runners"]["entered"], 40)
        for name in FILES:
            content = (self.folder / "report" / name).read_bytes() + done.stdout.encode()
            if name.endswith(".json"):  # where any four digits come up by chance
                content = re.sub(rb"[0-9a-f]{64}|\d+\.\d+", b"", content)
            for word in (b"Zebulon", b"Quatrebarbes", b"example.org", b"1961"):
                self.assertNotIn(word, content, name)

    # --- the same bytes -------------------------------------------------------------------------

    def assert_same(self, one, other):
        names = sorted(os.listdir(self.folder / one))  # without the page where it was not built
        self.assertEqual(names, sorted(os.listdir(self.folder / other)))
        self.assertIn("summary.json", names)
        for name in names:
            self.assertEqual((self.folder / one / name).read_bytes(),
                             (self.folder / other / name).read_bytes(), name)

    def test_same_run_gives_the_same_bytes(self):
        self.run_race("one")
        self.run_race("two")
        self.assert_same("one", "two")

    def test_number_of_threads_changes_no_byte(self):
        self.run_race("one", "--threads", "1")
        self.run_race("two", "--threads", "2", "--timing", "two.json")
        self.run_race("three", "--threads", "3")
        self.assert_same("one", "two")
        self.assert_same("one", "three")
        timing = json.loads((self.folder / "two.json").read_text(encoding="utf-8"))
        self.assertEqual(timing["threads"], 2)
        self.assertGreater(timing["phases"]["move_s"], 0.0)
        self.assertGreaterEqual(timing["simulation_s"], sum(timing["phases"].values()))

    def test_another_seed_gives_another_race(self):
        self.run_race("one")
        self.run_race("two", "--seed", "6")
        self.assertNotEqual(self.summary("one")["state_hash"], self.summary("two")["state_hash"])
        self.assertEqual(self.summary("one")["input_sha256"], self.summary("two")["input_sha256"])

    def test_input_hash_follows_every_file_and_no_folder(self):
        self.run_race("one")
        with tempfile.TemporaryDirectory() as elsewhere:
            moved = small_race.write(pathlib.Path(elsewhere))
            self.assertEqual(self.call("run", moved, "-o", "two").returncode, 0)
        terrain = self.folder / "dem.asc"
        terrain.write_text(terrain.read_text().replace("20.2 ", "20.3 ", 1))
        self.run_race("three")
        one, two, three = (self.summary(x)["input_sha256"] for x in ("one", "two", "three"))
        self.assertEqual(one, two)
        self.assertNotEqual(one, three)

    # --- bad input ------------------------------------------------------------------------------

    def test_bad_scenario_is_65_with_place_and_nothing_written(self):
        bad = small_race.write(self.folder, small_race.SCENARIO.replace("seed: 5", "sead: 5"))
        for command in ("run", "check", "course", "forecast", "size"):
            done = self.call(command, bad)
            self.assert_refused(done, 65, "small.yaml:5:1: ", "sead", "seed")
        self.assert_nothing_written()

    def test_every_problem_is_said_at_once(self):
        small_race.write(self.folder, small_race.SCENARIO.replace("width: 3 m", "width: 3 miles")
                         .replace("entrants: 120", "entrants: many"))
        done = self.call("check", self.scenario)
        self.assert_refused(done, 65)
        self.assertEqual(len(re.findall(r"small\.yaml:\d+:\d+: ", done.stderr)), 3)

    def test_missing_scenario_is_66(self):
        self.assert_refused(self.call("run", "absent.yaml"), 66, "absent.yaml")
        self.assert_nothing_written()

    def test_missing_terrain_is_66_or_65_and_names_the_file(self):
        done = self.call("run", self.scenario, "--dem", "absent.tif")
        self.assertIn(done.returncode, (65, 66))
        self.assertIn("absent.tif", done.stderr)
        self.assertEqual(done.stdout, "")

    # --- usage ----------------------------------------------------------------------------------

    def test_mistakes_of_usage_are_2(self):
        for wrong in ([], ["fly"], ["run"], ["run", "a.yaml", "--unknown"], ["run", "a", "b"],
                      ["run", "a.yaml", "--threads", "-1"], ["run", "a.yaml", "--threads", "two"],
                      ["run", "a.yaml", "--seed", "-1"], ["run", "a.yaml", "--seed", "1.5"],
                      ["run", "a.yaml", "--quiet", "--json"], ["explain", "no.such.key"],
                      ["explain", "--schema", "--manual"]):
            with self.subTest(wrong=wrong):
                done = self.call(*wrong)
                self.assert_refused(done, 2)
                self.assertNotEqual(done.stderr, "")
        self.assert_nothing_written()

    def test_help_and_version_go_to_standard_output(self):
        for arguments, word in ((["--help"], "run"), (["run", "--help"], "SCENARIO"),
                                (["--version"], "gineste ")):
            done = self.call(*arguments)
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            self.assertIn(word, done.stdout)

    # --- the other commands ---------------------------------------------------------------------

    def test_check_says_ok_and_what_it_read(self):
        done = self.call("check", self.scenario)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertTrue(done.stdout.startswith("ok  Petite course d'été\n"), done.stdout)
        self.assertIn("240 entrants, 2 waves, 1 station", done.stdout)
        self.assertIn("course 1.00 km", done.stdout)
        self.assert_nothing_written()

    def test_course_shows_the_profile_and_writes_it(self):
        done = self.call("course", self.scenario, "-o", "profile")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("Quai", done.stdout)
        self.assertEqual(sorted(os.listdir(self.folder / "profile")),
                         ["course-manifest.json", "profile.csv", "profile.geojson", "profile.gpx"])
        json.loads((self.folder / "profile" / "profile.geojson").read_text("utf-8"))

    def test_forecast_says_queues_and_flows_and_writes_them_as_json(self):
        done = self.call("forecast", self.scenario, "--at", "0.2,0.8", "--json", "f.json")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("Petite course d'été · forecast", done.stdout)
        self.assertIn("240 at the line", done.stdout)
        self.assertRegex(done.stderr, r"Forecast in [\d.]+ ms on one thread")
        forecast = json.loads((self.folder / "f.json").read_text("utf-8"))
        self.assertEqual([mark["km"] for mark in forecast["marks"]], [0.2, 0.8, 1.0])
        self.assertEqual([mark["passed"] for mark in forecast["marks"]], [240, 240, 240])
        self.assertEqual([wave["gun_s"] for wave in forecast["waves"]], [0, 120])
        self.assertEqual(forecast["narrowings"][0]["width_m"], 3)
        self.assertEqual(set(os.listdir(self.folder)), self.inputs | {"f.json"})

    def test_forecast_gives_the_same_bytes_and_another_seed_others(self):
        said = [self.call("forecast", self.scenario, "--seed", seed).stdout for seed in (5, 5, 6)]
        self.assertEqual(said[0], said[1])
        self.assertNotEqual(said[0], said[2])

    def test_forecast_that_cannot_be_written_is_73_and_beyond_the_finish_2(self):
        self.assert_refused(self.call("forecast", self.scenario, "--json", "none/f.json"), 73,
                            "none/f.json")
        self.assert_refused(self.call("forecast", self.scenario, "--at", "3"), 2, "beyond")
        self.assert_refused(self.call("forecast", self.scenario, "--at", "-1"), 2)
        self.assert_nothing_written()

    def test_size_prints_what_is_enough_beside_what_the_plan_has(self):
        done = self.call("size", self.scenario, "--wait-p95", "30s", "--runs", "5")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("stations, for a wait under 30 s by 95 %", done.stdout)
        self.assertRegex(done.stdout, r"0\.6  Eau +4 +2 +[\d–]+ +12 ")
        self.assertIn("race 1 of at most 5\n", done.stderr)
        self.assert_nothing_written()

    def test_size_as_json_is_the_same_on_any_number_of_threads(self):
        said = [self.call("size", self.scenario, "--wait-p95", "30s", "--runs", "4", "--json",
                          "--threads", threads).stdout for threads in (1, 3)]
        self.assertEqual(said[0], said[1])
        study = json.loads(said[0])
        self.assertEqual(study["goal_wait_p95_s"], 30)
        self.assertLessEqual(study["races"], 4)
        self.assertEqual(study["stations"][0]["plan"]["volunteers"], 12)
        self.assertEqual(study["outcome"], study["stations"][0]["outcome"])

    def test_size_refuses_a_wait_that_is_no_time(self):
        for wrong in ("soon", "0 s", "-5 s"):
            self.assert_refused(self.call("size", self.scenario, f"--wait-p95={wrong}"), 2,
                                "--wait-p95")
        self.assert_refused(self.call("size", self.scenario, "--runs", "1"), 2)

    def test_follow_says_when_a_runner_comes_by_and_writes_waypoints(self):
        done = self.call("follow", self.scenario, "--finish", "6:00", "--json", "--gpx", "f.gpx")
        self.assertEqual(done.returncode, 0, done.stderr)
        places = json.loads(done.stdout)["places"]
        self.assertEqual([places[0]["place"], places[-1]["place"]], ["Start", "Finish"])
        self.assertIn("Eau", [place["place"] for place in places])
        root = xml.etree.ElementTree.parse(self.folder / "f.gpx").getroot()
        self.assertEqual(len(root.findall("{http://www.topografix.com/GPX/1/1}wpt")), len(places))
        said = self.call("follow", self.scenario, "--bib", "7").stdout
        self.assertRegex(said, r"0\.6  Eau +09:0")

    def test_follow_refuses_who_cannot_be(self):
        for wrong in (["--finish", "soon"], ["--finish", "1:00"], ["--bib", "9999"], [],
                      ["--finish", "6:00", "--wave", "Third"]):
            self.assert_refused(self.call("follow", self.scenario, *wrong), 2)
        self.assert_nothing_written()

    def test_fair_needs_somebody_to_be_ahead_of(self):
        self.assert_refused(self.call("fair", self.scenario), 65, "pursuer")
        self.assert_refused(self.call("fair", self.scenario, "--share", "110 %"), 2, "--share")

    def test_explain_gives_a_key_the_schema_and_the_manual(self):
        self.assertIn("gun", self.call("explain", "waves.gun").stdout)
        self.assertIn("waves", self.call("explain").stdout)
        self.assertIn("$schema", json.loads(self.call("explain", "--schema").stdout))
        self.assertIn("## `waves`", self.call("explain", "--manual").stdout)
        self.assertIn("waves.gun", self.call("explain", "waves.gan").stderr)

    # --- output that cannot be ------------------------------------------------------------------

    def test_folder_that_cannot_be_is_73_before_anything_is_simulated(self):
        (self.folder / "file").write_text("mine")
        (self.folder / "others").mkdir()
        (self.folder / "others" / "thesis.tex").write_text("mine")
        for out in ("file", "file/below", "others", ".", "/proc/none/report"):
            with self.subTest(out=out):
                begin = time.monotonic()
                self.assert_refused(self.call("run", self.scenario, "-o", out), 73, out)
                self.assertLess(time.monotonic() - begin, 5.0)
        self.assertEqual((self.folder / "others" / "thesis.tex").read_text(), "mine")

    def test_full_standard_output_is_74(self):
        with open("/dev/full", "w", encoding="ascii") as full:
            done = subprocess.run([GINESTE, "explain", "--manual"], stdout=full, text=True,
                                  stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, 74)
        self.assertIn("standard output", done.stderr)

    # --- terminal, signals ----------------------------------------------------------------------

    def test_progress_stays_away_when_nobody_watches(self):
        done = self.run_race("report")
        self.assertNotIn("\r", done.stderr)
        self.assertNotIn("\x1b", done.stdout + done.stderr)
        self.assertEqual(len(done.stderr.splitlines()), 1)

    def start_and_watch(self, out):
        """Starts a long race with a terminal as standard error; returns once progress is shown."""
        small_race.write(self.folder, LONG)
        terminal, side = pty.openpty()
        self.addCleanup(os.close, terminal)
        race = subprocess.Popen([GINESTE, "run", str(self.scenario), "-o", out], cwd=self.folder,
                                stdout=subprocess.PIPE, stderr=side, text=True)
        self.addCleanup(race.kill)
        os.close(side)
        shown = ""
        while " on course" not in shown:
            shown += os.read(terminal, 4096).decode("utf-8", "replace")
        return race, shown

    def test_progress_shows_clock_and_runners_on_a_terminal(self):
        race, shown = self.start_and_watch("report")
        race.kill()
        race.communicate()
        self.assertRegex(shown, r"\r\x1b\[K\d\d:\d\d:\d\d  [\d,]+ on course, [\d,]+ finished")

    def test_first_signal_stops_and_keeps_what_there_is(self):
        for number, code in ((signal.SIGINT, 130), (signal.SIGTERM, 143)):
            with self.subTest(signal=number):
                race, _ = self.start_and_watch(f"report-{code}")
                begin = time.monotonic()
                race.send_signal(number)
                output, _ = race.communicate(timeout=60)
                self.assertEqual(race.returncode, code)
                self.assertLess(time.monotonic() - begin, 5.0)
                self.assertIn("STOPPED at ", output)
                folder = self.folder / f"report-{code}"
                self.assertEqual(sorted(os.listdir(folder)), FILES)
                summary = self.summary(folder)
                self.assertFalse(summary["complete"])
                self.assertGreater(summary["engine"]["simulated_s"], 0.0)
                runners = summary["runners"]
                self.assertEqual(runners["started"], runners["finished"] + runners["withdrawn"]
                                 + runners["on_course"])

    def test_second_signal_ends_at_once(self):
        race, _ = self.start_and_watch("report")
        begin = time.monotonic()
        while race.poll() is None and time.monotonic() - begin < 10.0:
            race.send_signal(signal.SIGTERM)
            time.sleep(0.002)
        race.communicate()
        self.assertEqual(race.returncode, 143)
        self.assertLess(time.monotonic() - begin, 2.0)


if __name__ == "__main__":
    sys.argv[1:] = [f"Program.{claim}" for claim in sys.argv[1:]]
    unittest.main()
