# SPDX-License-Identifier: Apache-2.0
"""Shared by scripts/bench and scripts/bench-sumo: the reference race, and programs under watch."""
import csv
import json
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
REFERENCE = ROOT / "scenarios/reference-flat.yaml"
REFERENCE_FIELD = 20000
ROAD_M = 7.0
LENGTH_M = 20000.0
WAVE = 2000
WAVE_GAP_S = 360
INTERVAL_S = 60.0  # of congestion.csv


def wave_sizes(runners, grow):
    """Fields up to 20,000 have waves of 2,000, fewer of them; larger ones have ten larger waves,
    or more waves."""
    count = max(1, runners // WAVE)
    if runners > REFERENCE_FIELD and grow == "width":
        count = REFERENCE_FIELD // WAVE
    return [runners * (k + 1) // count - runners * k // count for k in range(count)]


def wave_line(k, entrants):
    """Every six minutes from 09:00; a gun that would go on the next day is delayed until then."""
    minutes = 9 * 60 + k * WAVE_GAP_S // 60
    gun = min(minutes, 24 * 60 - 1)
    held = f", delay: {minutes - gun} min" if minutes > gun else ""
    return (f"  - {{name: Wave {k + 1}, entrants: {entrants},"
            f" gun: \"{gun // 60:02d}:{gun % 60:02d}\"{held}, fill: by_lot}}")


def reference_scenario(runners, step_s, grow="width"):
    """The reference race for another field, as dense; its text."""
    text = REFERENCE.read_text(encoding="utf-8")
    sizes = wave_sizes(runners, grow)
    waves = re.findall(r"^  - \{name: Wave .*$", text, flags=re.M)
    first, last = text.index(waves[0]), text.index(waves[-1]) + len(waves[-1])
    lines = "\n".join(wave_line(k, entrants) for k, entrants in enumerate(sizes))
    text = text[:first] + lines + text[last:]
    width_m = ROAD_M * max(sizes[0] / WAVE, 1.0)
    text = re.sub(r"((?:pen_|line_|)width: )7 m", rf"\g<1>{width_m:g} m", text)
    text = text.replace("../terrain", str(ROOT / "terrain"))
    return text.replace("seed: 1\n", f"seed: 1\nstep: {step_s:g} s\n", 1)


class Failed(Exception):
    """A program did not do what it was asked to; what it said."""


def watch(command, folder=None):
    """Runs a program to its end: what it used of the machine. The peak of memory is not under that
    of this script, from which the program is started (some 20 MB)."""
    with tempfile.TemporaryFile() as errors:
        began = time.monotonic()
        process = subprocess.Popen([str(word) for word in command], cwd=folder,
                                   stdout=subprocess.DEVNULL, stderr=errors)
        try:
            _, status, used = os.wait4(process.pid, 0)
        except BaseException:
            process.kill()
            process.wait()
            raise
        took_s = time.monotonic() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            errors.seek(0)
            said = errors.read().decode(errors="replace").strip()
            raise Failed(f"{pathlib.Path(command[0]).name} ended with"
                         f" {process.returncode}:\n{said}")
    return {"program_s": took_s, "cpu_s": used.ru_utime + used.ru_stime,
            "peak_memory_mb": used.ru_maxrss / 1024}


def run_race(program, scenario, threads, folder):
    """One race by the real program: its own account of the time, and the machine's."""
    used = watch([program, "run", scenario, "-o", folder / "report", "--quiet",
                  "--threads", threads, "--timing", folder / "timing.json"])
    timing = json.loads((folder / "timing.json").read_text(encoding="utf-8"))
    summary = json.loads((folder / "report/summary.json").read_text(encoding="utf-8"))
    return {"engine": {**summary["engine"], **timing}, "finished": summary["runners"]["finished"],
            "lost_median_s": summary["finish"]["lost_median_s"], **used}


def runner_seconds(folder):
    """What runners spent between the lines in the race last run there, all together."""
    with open(folder / "report/congestion.csv", encoding="utf-8", newline="") as table:
        return INTERVAL_S * sum(float(row["runners"]) for row in csv.DictReader(table))


def stop_on_signal():
    """Being asked to stop is an exception, so that children and scratch folders go."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
