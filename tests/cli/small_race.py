# SPDX-License-Identifier: Apache-2.0
"""A race small enough to run many times: 240 runners, 1 km of road due north, one table of water."""

LINE = "lon_deg,lat_deg\n" + "".join(f"5.4000,{43.2700 + k * 0.0005:.4f}\n" for k in range(19))

WGS84 = ('GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],'
         'PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]]')

SCENARIO = """\
gineste: 1
name: Petite course d'été
date: 2024-10-27
zone: Europe/Paris
seed: 5
course:
  line: line.csv
  dem: dem.asc
  length: 1 km
  sections:
    - {from: 0 m, to: 400 m, width: 6 m, name: Quai}
    - {from: 400 m, to: 1 km, width: 3 m, name: =Ruelle}
start: {line_width: 4 m, pen_width: 6 m}
waves:
  - {name: First, entrants: 120, gun: "09:00"}
  - {name: Second, entrants: 120, gun: "09:02"}
field:
  law: normal_pace
  no_show_share: 0
  withdraw_share: 0
stations:
  - {name: Eau, at: 600 m, kind: refreshment, length: 20 m, tables: 2}
"""


# The same with heights in its line, and no terrain model.
WITHOUT_DEM = SCENARIO.replace("line: line.csv\n  dem: dem.asc", "line: high.csv")


def write(folder, scenario=SCENARIO, name="small.yaml"):
    """Writes line, terrain and scenario into the folder; returns the scenario's path."""
    (folder / "line.csv").write_text(LINE)
    head, *points = LINE.splitlines()
    (folder / "high.csv").write_text(
        f"{head},ground_m\n" + "".join(f"{point},{20 + k % 3}\n" for k, point in enumerate(points)))
    columns, rows = 60, 100
    heights = "\n".join(" ".join(f"{20 + 0.2 * (rows - r):.1f}" for _ in range(columns))
                        for r in range(rows))
    (folder / "dem.asc").write_text(
        f"ncols {columns}\nnrows {rows}\nxllcorner 5.385\nyllcorner 43.25\n"
        f"cellsize 0.0005\nNODATA_value -9999\n{heights}\n")
    (folder / "dem.prj").write_text(WGS84)
    path = folder / name
    path.write_text(scenario, encoding="utf-8")
    return path
