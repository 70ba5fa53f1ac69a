#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The files beside the report, opened by other programs: opened.py GINESTE CLAIM."""
import csv
import datetime
import hashlib
import json
import math
import os
import pathlib
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "cli"))
import small_race

GINESTE = pathlib.Path(sys.argv.pop(1)).resolve()
HOSTILE = "</script><img onerror=alert(1)>"
FILES = ["tables.xlsx", "results.gpkg", "course.gpx", "results.nc", "trajectories.sqlite"]
WINDOW = "450-550 m, 09:01-09:10"  # across the narrowing at 400 m and the tables at 600 m
SCENARIO = (small_race.SCENARIO.replace("name: Petite course d'été", f"name: '{HOSTILE}'")
            .replace("name: Eau", "name: '=1+1'").replace("name: First", "name: '@SUM(A1)'"))
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def xarray_or_skip():
    try:
        import xarray
        return xarray
    except ImportError:
        raise unittest.SkipTest("this Python has no xarray (Debian: python3-xarray)")


class Opened(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = pathlib.Path(holder.name).resolve()
        self.scenario = small_race.write(self.folder, SCENARIO)

    def run_race(self, out="out", *arguments, **options):
        if "--trajectories" not in arguments:
            arguments = (*arguments, "--trajectories", WINDOW)
        return subprocess.run([GINESTE, "run", self.scenario, "-o", out, *arguments],
                              cwd=self.folder, text=True, capture_output=True, timeout=100,
                              **options)

    def raced(self, out="out", *arguments):
        done = self.run_race(out, *arguments)
        self.assertEqual(done.returncode, 0, done.stderr)
        return self.folder / out

    # --- tables.xlsx ----------------------------------------------------------------------------

    def sheets_as_csv(self, out):
        """Every sheet of tables.xlsx as LibreOffice shows it, by name: lists of rows."""
        if not shutil.which("soffice"):
            self.skipTest("LibreOffice is not installed (Debian: libreoffice-calc-nogui)")
        text_csv = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"
        done = subprocess.run(["soffice", f"-env:UserInstallation=file://{self.folder}/profile",
                               "--headless", "--convert-to", text_csv, "--outdir", self.folder,
                               out / "tables.xlsx"], capture_output=True, text=True, timeout=100)
        sheets = {}
        for file in self.folder.glob("tables-*.csv"):
            with open(file, encoding="utf-8", newline="") as rows:
                sheets[file.stem.removeprefix("tables-")] = list(csv.reader(rows))
        self.assertIn("Summary", sheets, done.stderr)
        return sheets

    def test_spreadsheets_open_with_numbers_as_numbers(self):
        out = self.raced()
        summary = json.loads((out / "summary.json").read_text("utf-8"))
        sheets = self.sheets_as_csv(out)
        figures = {row[0]: row[1] for row in sheets["Summary"]}
        self.assertEqual(float(figures["Finished"]), summary["runners"]["finished"])
        self.assertEqual(float(figures["Finish, busiest minute"]),
                         summary["finish"]["peak_per_min"])
        waves = sheets["Waves"]
        for row, wave in zip(waves[1:], summary["waves"], strict=True):
            self.assertEqual(row[0], wave["name"])
            self.assertEqual(int(row[2]), wave["started"])
            # Shown as 09:00:00, and a date nevertheless: a text would come out as it is shown.
            gun = datetime.datetime.strptime(row[waves[0].index("Gun")], "%m/%d/%Y %H:%M:%S")
            nine = datetime.datetime(2024, 10, 27, 9)
            self.assertEqual((gun - nine).total_seconds(), wave["gun_s"])
        station = sheets["Stations"][1]
        self.assertEqual(float(station[0]), 0.6)

    def test_no_cell_is_a_formula_and_no_name_is_markup(self):
        out = self.raced()
        with zipfile.ZipFile(out / "tables.xlsx") as book:
            self.assertIsNone(book.testzip())
            for part in book.namelist():
                root = xml.etree.ElementTree.fromstring(book.read(part))
                self.assertEqual(list(root.iter(SHEET + "f")), [], part)
        sheets = self.sheets_as_csv(out)
        self.assertEqual(sheets["Stations"][1][1], "=1+1")
        self.assertEqual(sheets["Waves"][1][0], "@SUM(A1)")
        self.assertIn(HOSTILE, [row[4] for row in sheets["Summary"]])
        gpx = xml.etree.ElementTree.parse(out / "course.gpx").getroot()
        space = "{http://www.topografix.com/GPX/1/1}"
        self.assertEqual(gpx.find(f"{space}trk/{space}name").text, HOSTILE)
        names = [name.text for name in gpx.findall(f"{space}wpt/{space}name")]
        self.assertIn("=1+1", names)

    # --- results.gpkg ---------------------------------------------------------------------------

    def test_geopackage_keeps_to_its_standard(self):
        base = sqlite3.connect(self.raced() / "results.gpkg")
        ask = lambda sql: base.execute(sql).fetchall()
        self.assertEqual(ask("PRAGMA application_id"), [(0x47504B47,)])
        self.assertGreaterEqual(ask("PRAGMA user_version")[0][0], 10200)
        self.assertEqual(ask("PRAGMA integrity_check"), [("ok",)])
        self.assertEqual(ask("PRAGMA foreign_key_check"), [])
        contents = dict(ask("SELECT table_name, data_type FROM gpkg_contents"))
        self.assertEqual(contents, {"course": "features", "segments": "features",
                                    "worst_places": "features", "stations": "features",
                                    "layer_styles": "attributes"})
        for table, column, kind, system in ask("SELECT table_name, column_name, "
                                               "geometry_type_name, srs_id "
                                               "FROM gpkg_geometry_columns"):
            self.assertEqual(system, 4326)
            wkb = 1 if kind == "POINT" else 2
            for (blob,) in ask(f'SELECT "{column}" FROM "{table}"'):
                self.assertEqual(blob[:3], b"GP\x00")
                envelope = [0, 32, 48, 48, 64][(blob[3] >> 1) & 7]
                order = "little" if blob[3] & 1 else "big"
                self.assertEqual(int.from_bytes(blob[4:8], order), system)
                self.assertEqual(int.from_bytes(blob[9 + envelope:13 + envelope], "little"), wkb)
        self.assertEqual(ask("SELECT count(*) FROM segments WHERE begin NOT LIKE "
                             "'____-__-__T__:__:__.___Z' OR begin >= \"end\""), [(0,)])

    def test_geopackage_passes_the_validator_of_gdal(self):
        try:
            from osgeo_utils.samples import validate_gpkg
        except ImportError:
            self.skipTest("this Python has no osgeo_utils (Debian: python3-gdal)")
        self.assertEqual(validate_gpkg.main(["", str(self.raced() / "results.gpkg")]), 0)

    def test_geopackage_opens_with_ogrinfo_and_its_styles_are_xml(self):
        if not shutil.which("ogrinfo"):
            self.skipTest("ogrinfo is not installed (Debian: gdal-bin)")
        out = self.raced()
        done = subprocess.run(["ogrinfo", "-al", "-so", out / "results.gpkg"], text=True,
                              capture_output=True)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertIn("begin: DateTime", done.stdout)
        self.assertIn('ID["EPSG",4326]', done.stdout)
        base = sqlite3.connect(out / "results.gpkg")
        styles = base.execute("SELECT f_table_name, styleQML, styleSLD FROM layer_styles")
        for layer, qml, sld in styles.fetchall():
            drawn = xml.etree.ElementTree.fromstring(qml)
            self.assertIsNotNone(drawn.find("renderer-v2/symbols/symbol/layer"), layer)
            xml.etree.ElementTree.fromstring(sld.encode())
            if layer == "segments":
                time = drawn.find("temporal").attrib
                self.assertEqual((time["startField"], time["endField"]), ("begin", "end"))

    # --- results.nc -----------------------------------------------------------------------------

    def test_fields_open_in_xarray_and_keep_to_cf(self):
        xarray = xarray_or_skip()
        raw = xarray.open_dataset(self.raced() / "results.nc", decode_cf=False)
        data = xarray.open_dataset(self.folder / "out" / "results.nc")
        self.assertEqual(raw.attrs["Conventions"], "CF-1.8")
        self.assertEqual(str(data.time.values[0]), "2024-10-27T08:00:30.000000000")
        known = {"m", "s", "m s-1", "m-2", "s-1", "1", "degrees_north", "degrees_east"}
        for name, variable in raw.variables.items():
            units = variable.attrs.get("units")
            if units and not units.startswith("seconds since 2024-10-27 08:00:00"):
                self.assertIn(units, known, name)
            if not name.endswith("_bounds"):
                self.assertIn("long_name", variable.attrs, name)
        for axis, letter in (("time", "T"), ("chainage", "X")):
            self.assertEqual(raw[axis].attrs["axis"], letter)
            bounds = raw[raw[axis].attrs["bounds"]].values
            self.assertEqual(bounds.shape, (raw.sizes[axis], 2))
            self.assertTrue((bounds[1:, 0] == bounds[:-1, 1]).all(), axis)
            self.assertTrue((bounds.mean(axis=1) == raw[axis].values).all(), axis)
        for axis in ("time", "chainage", "mark"):
            self.assertTrue((raw[axis].diff(axis) > 0).all(), axis)
        self.assertEqual(raw.time.attrs["standard_name"], "time")
        for name in ("density", "flow", "speed", "occupancy"):
            self.assertEqual(raw[name].dims, ("time", "chainage"))
        self.assert_physics(data)

    def assert_physics(self, data):
        """flow = density · width · speed, and occupancy = density · area, where anybody is."""
        there = data.density.values > 0
        self.assertGreater(there.sum(), 20)
        flow = (data.density * data.width * data.speed).values[there]
        self.assertLess(abs(flow / data.flow.values[there] - 1).max(), 1e-5)
        occupancy = (data.density * data.width * 100.0).values[there]
        self.assertLess(abs(occupancy / data.occupancy.values[there] - 1).max(), 1e-5)
        self.assertTrue(math.isnan(data.speed.values[~there].mean()))

    # --- trajectories.sqlite --------------------------------------------------------------------

    def positions(self, out):
        """As PedPy's loader reads them: frames per second, {bib: [(frame, x, y)]}, the area."""
        base = sqlite3.connect(out / "trajectories.sqlite")
        version, fps = (base.execute("SELECT value FROM metadata WHERE key = ?", (key,))
                        .fetchone()[0] for key in ("version", "fps"))
        self.assertEqual(int(version), 2)
        runners = {}
        for frame, bib, x, y in base.execute("SELECT frame, id, pos_x, pos_y FROM trajectory_data "
                                             "ORDER BY frame"):
            runners.setdefault(bib, []).append((frame, x, y))
        (area,), = base.execute("SELECT wkt FROM geometry")
        points = [tuple(map(float, point.split()))
                  for point in area.removeprefix("POLYGON ((").removesuffix("))").split(",")]
        return float(fps), runners, points

    def test_trajectories_are_on_the_road_and_in_the_window(self):
        fps, runners, area = self.positions(self.raced())
        self.assertEqual(fps, 2.0)
        self.assertEqual(area[0], area[-1])
        self.assertEqual({round(abs(y), 3) for x, y in area}, {1.5})  # 3 m wide here
        self.assertEqual(len(runners), 240)
        for bib, path in runners.items():
            frames = [frame for frame, _, _ in path]
            self.assertEqual(frames, list(range(frames[0], frames[-1] + 1)), bib)
            for frame, x, y in path:
                self.assertTrue(0 <= frame <= 1080 and 450 <= x <= 550 and abs(y) < 1.5, (bib, x, y))

    def test_trajectories_pass_the_marks_when_the_passages_say(self):
        xarray = xarray_or_skip()
        out = self.raced()
        fps, runners, _ = self.positions(out)
        data = xarray.open_dataset(out / "results.nc", decode_times=False)
        passed = dict(zip(data.bib.values, data.passage_time.sel(mark=500.0).values))
        for bib, path in runners.items():
            before = max(point for point in path if point[1] < 500.0)
            after = min(point for point in path if point[1] >= 500.0)
            part = (500.0 - before[1]) / (after[1] - before[1])
            time_s = 60.0 + (before[0] + part) / fps  # frame 0 is at 09:01
            self.assertAlmostEqual(time_s, passed[bib], delta=0.0011, msg=bib)

    def test_trajectories_come_at_the_rate_asked_for(self):
        out = self.raced("out", "--trajectories", "0.1-0.2 km, 09:00-09:02, every 2 s")
        base = sqlite3.connect(out / "trajectories.sqlite")
        self.assertEqual(base.execute("SELECT value FROM metadata WHERE key = 'fps'").fetchone(),
                         ("0.5",))
        self.assertEqual(base.execute("SELECT count(*) FROM frame_data").fetchone(), (60,))

    def test_a_window_that_is_none_is_refused(self):
        for window in ("3 km", "2-1 km, 09:00-09:10", "1-2 km, 09:10-09:00", "1-2 km, 09:00-25:00",
                       "0-1 km, 09:00-09:10, every 0.7 s", "0-1 m, 09:00-09:01, every 0.000000001 s",
                       "0-20 km, 09:00-14:00"):
            done = self.run_race("out", "--trajectories", window)
            self.assertEqual(done.returncode, 2, window)
            self.assertIn("--trajectories", done.stderr)
        self.assertFalse((self.folder / "out").exists())

    # --- all of them ----------------------------------------------------------------------------

    def test_same_inputs_give_the_same_bytes(self):
        one, other = self.raced("one"), self.raced("other", "--threads", "1")
        for name in [*FILES, "manifest.json"]:
            self.assertEqual((one / name).read_bytes(), (other / name).read_bytes(), name)

    def manifest_holds(self, out):
        manifest = json.loads((out / "manifest.json").read_text("utf-8"))
        listed = {file["name"]: file for file in manifest["files"]}
        self.assertEqual({*listed, "manifest.json"}, set(os.listdir(out)))
        for name, file in listed.items():
            content = (out / name).read_bytes()
            self.assertEqual(file["bytes"], len(content))
            self.assertEqual(file["sha256"], hashlib.sha256(content).hexdigest(), name)
        return manifest

    def test_manifest_says_where_everything_is_from(self):
        out = self.raced("out", "--seed", "6", "--lang", "fr")
        manifest = self.manifest_holds(out)
        self.assertEqual(manifest["command"], ["gineste", "run", "small.yaml", "--seed", "6",
                                               "--lang", "fr", "--trajectories", WINDOW])
        self.assertEqual((manifest["seed"], manifest["scenario"]), (6, HOSTILE))
        self.assertRegex(manifest["version"], r"^\d+\.\d+")
        self.assertEqual(manifest["input_sha256"],
                         json.loads((out / "summary.json").read_text())["input_sha256"])
        self.assertEqual({file["name"] for file in manifest["inputs"]},
                         {"small.yaml", "line.csv", "dem.asc", "dem.prj"})
        for file in manifest["inputs"]:
            content = (self.folder / file["name"]).read_bytes()
            self.assertEqual(file["sha256"], hashlib.sha256(content).hexdigest())

    def test_a_page_built_anew_leaves_the_others_as_they_are(self):
        out = self.raced()
        if not (out / "report.html").exists():
            self.skipTest("this program was built without the page")
        before = {name: (out / name).read_bytes() for name in os.listdir(out)}
        subprocess.run([GINESTE, "report", out, "--lang", "fr"], check=True, capture_output=True)
        manifest = self.manifest_holds(out)
        old = json.loads(before["manifest.json"])
        for part in set(old) - {"files"}:
            self.assertEqual(manifest[part], old[part])
        for name in set(before) - {"report.html", "manifest.json"}:
            self.assertEqual((out / name).read_bytes(), before[name], name)

    def test_what_cannot_be_written_whole_is_not_written(self):
        out = self.raced()
        before = {name: (out / name).read_bytes() for name in os.listdir(out)}

        def little_room():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))

        done = self.run_race("out", "--seed", "9", preexec_fn=little_room)
        self.assertEqual(done.returncode, 74, done.stderr)
        self.assertEqual({name: (out / name).read_bytes() for name in os.listdir(out)}, before)
        self.assertEqual([name for name in os.listdir(self.folder) if "tmp" in name], [])


if __name__ == "__main__":
    claim = f"Opened.{sys.argv.pop(1)}"
    result = unittest.main(argv=[sys.argv[0], claim], exit=False).result
    skipped = result.skipped and not result.failures and not result.errors
    sys.exit(77 if skipped else 0 if result.wasSuccessful() else 1)
