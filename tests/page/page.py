#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the tests of the report page in a real browser.

    page.py PROGRAM WORKING_FOLDER             writes the reports that the tests look at
    page.py PROGRAM WORKING_FOLDER SPEC [--junit FILE] [--claim WORDS]
                                               the tests of that file, or those with these words

The working folder gets the tests, what npm fetches for them, and the reports that PROGRAM writes:
the flagship's, that of a small race with hostile names and two studies of it, that of one
without a terrain model, that of a few runners on closed roads, and that of a race day.
All are made anew where the program or a test is another, and the flagship where the program is.
Exit code 77: something is missing to look at a page with.
"""
import argparse
import fcntl
import hashlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(HERE.parent / "cli"))
import small_race  # noqa: E402

SKIPPED = 77
FLAGSHIP = ROOT / "scenarios/marseille-cassis-2024.yaml"
CLOSED_ROADS = ROOT / "scenarios/marseille-cassis-2026.yaml"
# All that a scenario may say of roads, late guns, vehicles, named runners and a pursuit.
ROADS = f"""\
extends: {CLOSED_ROADS}
name: Marseille-Cassis 2026, routes fermées
start: {{after_delay: keep_gaps}}
waves:
  - {{name: Vague A, entrants: 100, gun: "09:00", delay: 4 min, order: by_prediction}}
  - {{name: Vague B, entrants: 300, gun: "09:08"}}
  - {{name: Vague C, entrants: 300, gun: "09:16"}}
  - {{name: Poursuivant, entrants: 1, gun: "09:20"}}
field: {{entrants: 701}}
roads:
  closures:
    Cassis (RD41E): {{opens: "12:00"}}
sweeper: {{cut_offs: [{{at: 9.78 km, time: "10:55"}}]}}
named:
  - {{name: Le champion, wave: Poursuivant, bib: 1, pace: 3:10/km}}
  - {{name: Une favorite, wave: Vague A, sex: woman, finish: "1:12:40"}}
pursuer: Le champion
vehicles:
  - {{name: Pompiers, crosses: 4430 m, at: "09:40", length: 8 m, side: left}}
  - {{name: Ambulance, from: 12 km, to: 8.05 km, at: "10:00", speed: 30 km/h, lane: 3 m, side: right}}
"""
SEARCH = """\
gineste_optimise: 1
name: "<b onclick=alert(1)>Waves</b>"
scenario: hostile.yaml
population: 8
generations: 3
one_in: 1
vary: {waves: {from: 2, to: 4}, wave_size: {from: 20, to: 180}, gap: {from: 30 s, to: 4 min}}
keep: {last_gun: "09:04"}
objectives: [{minimise: peak_density}, {minimise: time_lost}]
agents: {finalists: 3, first_races: 2, races: 10, confirm: 3}
"""
# Two races that merge, one out and back across them, one of two laps: all that a day may have.
DAY = """\
gineste_day: 1
name: "'</script><img src=x onerror=\\"window.hacked=1\\">'"
legs:
  - {name: Nord, length: 800 m, width: 6 m}
  - {name: Sud, length: 500 m, width: 6 m}
  - {name: "<b onclick=alert(1)>&amp;", length: 1.2 km, width: 7 m}
  - {name: =Quai, length: 900 m, width: 6 m, traffic: shared}
  - {name: Anneau, length: 500 m, width: 5 m}
races:
  - {name: Grande course, scenario: first.yaml, route: [Nord, "<b onclick=alert(1)>&amp;"]}
  - {name: =1+1, scenario: second.yaml, route: [Sud, "<b onclick=alert(1)>&amp;"]}
  - {name: Aller-retour, scenario: third.yaml, route: [=Quai, =Quai back]}
  - {name: Deux tours, scenario: fourth.yaml, colour: "#7a5c00", route: [Anneau, Anneau]}
merges:
  - {into: "<b onclick=alert(1)>&amp;", rule: priority, first: Nord}
crossings:
  - {name: "\\"><script>window.hacked=1</script>", leg: "<b onclick=alert(1)>&amp;", at: 500 m,
     other_leg: =Quai, other_at: 300 m, rule: gaps, gap: 4 s}
places:
  - {name: Mairie, leg: "<b onclick=alert(1)>&amp;", at: 900 m}
"""
DAY_RACE = """\
gineste: 1
name: {name}
date: 2024-10-27
zone: Europe/Paris
seed: {seed}
start: {{line_width: 4 m, pen_width: 6 m}}
waves: [{{name: Vague, entrants: {entrants}, gun: "{gun}"}}]
field: {{law: normal_pace, no_show_share: 0, withdraw_share: 0}}
"""
DAY_RACES = [("first", 200, "09:00"), ("second", 200, "09:01"), ("third", 150, "09:00"),
             ("fourth", 200, "09:03")]
HOSTILE = (small_race.SCENARIO
           .replace("Petite course d'été", "'</script><img src=x onerror=\"window.hacked=1\">'")
           .replace("name: =Ruelle", "name: '=1+1'")
           .replace("name: First", "name: '<b onclick=alert(1)>&amp;'")
           .replace("name: Eau", "name: '\"><script>window.hacked=1</script>'"))


def skip(why):
    print(f"SKIPPED: {why}")
    sys.exit(SKIPPED)


def stamp(program, sources):
    """What the program makes of files depends on."""
    sums = hashlib.sha256()
    for file in sorted(sources):
        sums.update(file.read_bytes())
    state = program.stat()
    return f"{sums.hexdigest()} {state.st_mtime_ns} {state.st_size}"


class Once:
    """Within it, work is done that the stamp in a file says is not done yet."""

    def __init__(self, file, wanted):
        self.file, self.wanted = file, wanted
        self.due = not file.exists() or file.read_text(encoding="utf-8") != wanted

    def __enter__(self):
        return self.due

    def __exit__(self, failed, *_):
        if not failed:
            self.file.write_text(self.wanted, encoding="utf-8")


def passages(folder, every):
    """Times of every n-th runner over each mark, as ncdump reads them off results.nc."""
    text = subprocess.run(["ncdump", "-v", "passage_time", folder / "results.nc"], check=True,
                          capture_output=True, text=True).stdout
    marks = int(re.search(r"mark = (\d+)", text).group(1))
    values = text[text.rindex("passage_time ="):].split("=", 1)[1].split(";")[0].split(",")
    rows = []
    for runner in range(0, len(values) // marks, every):
        row = values[runner * marks:(runner + 1) * marks]
        times = [None if value.strip() == "_" else int(value) / 1000 for value in row]
        rows.append({"runner": runner, "time_s": times})
    return rows


def run(program, scenario, folder, *options):
    subprocess.run([program, "run", scenario, "-o", folder, "--quiet", *options], check=True)


def fetch(work):
    for file in [*HERE.glob("*.ts"), *HERE.glob("package*.json"), HERE / ".npmrc"]:
        shutil.copy(file, work / file.name)
    shutil.copytree(ROOT / "viz/src/words", work / "words", dirs_exist_ok=True)
    locked = (HERE / "package-lock.json").read_text(encoding="utf-8")
    with Once(work / "fetched", locked) as due:
        if not due:
            return
        fetched = subprocess.run(["npm", "ci", "--ignore-scripts", "--prefer-offline"], cwd=work,
                                 capture_output=True, text=True, check=False)
        if fetched.returncode != 0:
            sys.exit("npm could not fetch what the tests of the page stand on\n" + fetched.stderr)


def write_small(program, work):
    small = work / "small"
    small.mkdir(exist_ok=True)
    hostile = small_race.write(small, HOSTILE, "hostile.yaml")
    run(program, hostile, work / "hostile", "--threads", "1")
    run(program, hostile, work / "again", "--threads", "2")
    bare = small_race.write(small, small_race.WITHOUT_DEM, "bare.yaml")
    run(program, bare, work / "bare")


def write_studies(program, work):
    """Two plans of the small race, one of them on many days, a search for better ones."""
    plan = small_race.write(work / "small", HOSTILE.replace("line_width: 4 m", "line_width: 6 m"),
                            "hostile-wide.yaml")
    out = work / "studies"
    out.mkdir(exist_ok=True)
    for name, *command in [
            ("comparison", "compare", work / "small/hostile.yaml", plan, "--seeds", "12"),
            ("ensemble", "ensemble", work / "small/hostile.yaml", "--seeds", "80")]:
        subprocess.run([program, *command, "--page", out / f"{name}.html", "--json",
                        out / f"{name}.json"], check=True, capture_output=True)
    if not (program.parent / "gineste-optimise").exists():
        return  # built without pagmo; the tests of its page skip
    study = work / "small/search.yaml"
    study.write_text(SEARCH, encoding="utf-8")
    subprocess.run([program, "optimise", study, "-o", out / "search"], check=True,
                   capture_output=True)


def write_collapse(program, work):
    """Heights come with the line, there is no terrain model, and the narrowing is far too narrow."""
    scenario = small_race.write(work / "small", small_race.WITHOUT_DEM.replace(
        "width: 3 m", "width: 1.2 m").replace("entrants: 120", "entrants: 500"), "collapse.yaml")
    run(program, scenario, work / "collapsed")
    for language in ["en", "fr"]:
        subprocess.run([program, "report", work / "collapsed", "--lang", language], check=True,
                       capture_output=True)
        shutil.copy(work / "collapsed/report.html", work / f"collapsed-{language}.html")


def write_day(program, work):
    folder = work / "days"
    folder.mkdir(exist_ok=True)
    for seed, (name, entrants, gun) in enumerate(DAY_RACES, 1):
        text = DAY_RACE.format(name=name, seed=seed, entrants=entrants, gun=gun)
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    day = folder / "day.yaml"
    day.write_text(DAY, encoding="utf-8")
    subprocess.run([program, "day", day, "-o", work / "day", "--quiet"], check=True)


def write_roads(program, work):
    scenario = work / "roads.yaml"
    scenario.write_text(ROADS, encoding="utf-8")
    run(program, scenario, work / "roads")


def write_flagship(program, work):
    began = time.monotonic()
    run(program, FLAGSHIP, work / "flagship", "--timing", work / "timing.json")
    taken_s = time.monotonic() - began
    timing = json.loads((work / "timing.json").read_text(encoding="utf-8"))
    rest_s = taken_s - timing["simulation_s"]
    print(f"[ measured ] survey, relief and every file: {rest_s:.1f} s (goal for the files: under "
          f"2), load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    (work / "passages.json").write_text(json.dumps(passages(work / "flagship", 100)))


def prepare(program, work):
    fetch(work)
    small_sources = [HERE / "page.py", HERE.parent / "cli/small_race.py"]
    with Once(work / "small.done", stamp(program, small_sources)) as due:
        if due:
            write_small(program, work)
            write_studies(program, work)
            write_day(program, work)
            write_collapse(program, work)
    with Once(work / "roads.done", stamp(program, [HERE / "page.py", CLOSED_ROADS, FLAGSHIP])) as due:
        if due:
            write_roads(program, work)
    with Once(work / "flagship.done", stamp(program, [HERE / "page.py", FLAGSHIP])) as due:
        if due:
            write_flagship(program, work)


def look(work, asked):
    """Runs a file of tests as Playwright does: the exit code."""
    environment = dict(os.environ, GINESTE_REPORTS=str(work), CHROMIUM=shutil.which("chromium"),
                       NO_COLOR="1")
    command = ["node_modules/.bin/playwright", "test", asked.spec, "--reporter=list",
               "--output", f"results/{asked.spec}"]
    if asked.junit:
        environment["PLAYWRIGHT_JUNIT_OUTPUT_NAME"] = str(asked.junit)
        command[3] += ",junit"
    if asked.claim:
        command += ["--grep", re.escape(asked.claim)]
    return subprocess.run(command, cwd=work, env=environment, check=False).returncode


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("work", type=pathlib.Path)
    parser.add_argument("spec", nargs="?")
    parser.add_argument("--junit", type=pathlib.Path)
    parser.add_argument("--claim")
    asked = parser.parse_args()
    program, work = asked.program, asked.work
    for needed in ["node", "npm", "chromium", "ncdump", "pdftotext"]:
        if not shutil.which(needed):
            skip(f"{needed} is not installed")
    if b"gineste: data" not in program.read_bytes():
        skip("this program was built without the page")
    work.mkdir(parents=True, exist_ok=True)
    with open(work / "lock", "w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        prepare(program, work)
    if asked.spec:
        sys.exit(look(work, asked))


if __name__ == "__main__":
    main()
