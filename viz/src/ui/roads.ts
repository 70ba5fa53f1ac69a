// SPDX-License-Identifier: Apache-2.0
import type { LocalTime, RoadTimetable } from "../format/page";
import { clock, count, from, minute, moment, number, race, span, text, without, word, type Cell, type Table } from "../model/table";
import { h } from "./dom";
import type { Page } from "./page";
import { facts, shownTable } from "./table";

/** First and last runner by kilometre, where the scenario says nothing of roads. */
function closures({ run, words }: Page): HTMLElement {
  const table: Table = {
    head: [words.t("kmRange"), words.t("place"), words.t("postOpens"), words.t("lastRunnerAt"), words.t("closedFor")],
    rows: run.data.summary.closures.map((one, k) => {
      const segment = run.data.segments.find((s) => s.to_m > one.km * 1000) ?? run.data.segments.at(-1);
      const taken = one.first_s !== null && one.last_s !== null ? one.last_s - one.first_s : null;
      return [
        number(one.km, 1), text(segment?.place ?? ""), from(`closures.${k}.first_s`, clock(one.first_s)),
        from(`closures.${k}.last_s`, clock(one.last_s)), race(taken),
      ];
    }),
  };
  return shownTable(table, words.t("roadsTable"), words);
}

/** A time that summary.json gives in words, as a cell. */
type Write = (path: string, time: LocalTime) => Cell;

function roadsTable({ words }: Page, { roads }: RoadTimetable, at: Write): Table {
  return {
    head: [
      words.t("road"), words.t("kmRange"), words.t("roadCloses"), words.t("postOpens"), words.t("lastRunnerAt"),
      words.t("roadOpens"), words.t("roadAnnounced"), words.t("roadSpare"), words.t("roadClosedFor"),
    ],
    rows: roads.map((road, k) => {
      const path = `road_timetable.roads.${k}`;
      return [
        text(road.name), text(`${words.number(road.from_km, 1)}–${words.number(road.to_km, 1)}`),
        at(`${path}.closes`, road.closes), at(`${path}.first`, road.first), at(`${path}.last`, road.last),
        at(`${path}.opens`, road.opens), at(`${path}.announced_opening`, road.announced_opening),
        from(`${path}.spare_min`, number(road.spare_min, 0)), from(`${path}.closed_h`, number(road.closed_h, 1)),
      ];
    }),
  };
}

const SWEEPER_COLUMN = 7;

function rowsTable({ words }: Page, { rows }: RoadTimetable, at: Write): Table {
  const table: Table = {
    head: [
      words.t("kmRange"), words.t("place"), words.t("road"), words.t("roadCloses"), words.t("postOpens"),
      words.t("roadMedian"), words.t("lastRunnerAt"), words.t("sweeper"), words.t("roadOpens"),
    ],
    rows: rows.map((row, k) => {
      const path = `road_timetable.rows.${k}`;
      return [
        from(`${path}.km`, number(row.km, 2)), word(row.place), text(row.road), at(`${path}.closes`, row.closes),
        at(`${path}.first`, row.first), at(`${path}.median`, row.median), at(`${path}.last`, row.last),
        at(`${path}.sweeper`, row.sweeper), at(`${path}.opens`, row.opens),
      ];
    }),
  };
  return rows.some((row) => row.sweeper !== "") ? table : without(table, SWEEPER_COLUMN);
}

function timetable(page: Page, found: RoadTimetable): HTMLElement[] {
  const { words } = page;
  const at: Write = (path, time) => from(path, moment(words.clocks.ofIso(time)));
  const early = found.roads.filter((road) => (road.spare_min ?? 0) < 0).map((road) => road.name);
  return [
    ...(early.length > 0 ? [h("p", { class: "warning" }, words.t("roadEarly", { roads: early.join(", ") }))] : []),
    ...(found.roads.length > 0 ? [shownTable(roadsTable(page, found, at), words.t("closedRoads"), words)] : []),
    h("p", { class: "quiet" }, words.t("roadClearing", { clearing: words.span(found.clearing_s) })),
    shownTable(rowsTable(page, found, at), words.t("roadsRows"), words),
  ];
}

function sweeper({ run, words }: Page): HTMLElement[] {
  const { sweeper: found } = run.data.summary;
  if (!found) return [];
  const cutOffs: Table = {
    head: [words.t("kmRange"), words.t("cutOffBy"), words.t("takenOff")],
    rows: found.cut_offs.map((one, k) => {
      const path = `sweeper.cut_offs.${k}`;
      return [
        from(`${path}.km`, number(one.km, 2)), from(`${path}.clock`, moment(words.clocks.ofClock(one.clock))),
        from(`${path}.taken_off`, count(one.taken_off)),
      ];
    }),
  };
  return [
    h("h3", {}, words.t("sweeper")),
    facts([
      [words.t("sweeperSetsOff"), from("sweeper.sets_off_s", minute(found.sets_off_s))],
      [words.t("sweeperPace"), words.pace(1000 / found.pace_s_per_km)],
      [words.t("takenOff"), from("sweeper.taken_off", count(found.taken_off))],
    ], words),
    ...(found.cut_offs.length > 0 ? [shownTable(cutOffs, words.t("cutOffs"), words)] : []),
  ];
}

/** A vehicle may be there this long before the first gun. */
const BEFORE_GUN_S = 6 * 3600;

function vehicles({ run, words }: Page): HTMLElement[] {
  const { vehicles: all = [] } = run.data.summary;
  if (all.length === 0) return [];
  const km = (value: number): string => `km ${words.number(value, 1)}`;
  const table: Table = {
    head: [
      words.t("vehicle"), words.t("kmRange"), words.t("vehicleComes"), words.t("vehicleArrives"),
      words.t("vehicleTaken"), words.t("vehicleHeldUp"), words.t("vehicleBehind"),
    ],
    rows: all.map((one, k) => {
      const at = (name: string): string => `vehicles.${k}.${name}`;
      const way = one.from_km === one.to_km ? words.t("acrossAt", { km: km(one.from_km) }) : `${words.number(one.from_km, 1)} → ${words.number(one.to_km, 1)}`;
      const comes_s = words.clocks.ofClock(one.comes_clock, -BEFORE_GUN_S);
      return [
        text(one.name), text(way), from(at("comes_clock"), clock(comes_s)),
        from(at("arrives_clock"), clock(words.clocks.ofClock(one.arrives_clock, comes_s ?? 0))),
        from(at("taken_s"), span(one.taken_s)), from(at("held_up_s"), span(one.held_up_s)),
        from(at("peak_density_behind_per_m2"), number(one.peak_density_behind_per_m2, 2)),
      ];
    }),
  };
  return [shownTable(table, words.t("vehicles"), words)];
}

export function roads(page: Page): HTMLElement[] {
  const { road_timetable: found } = page.run.data.summary;
  return [...(found ? timetable(page, found) : [closures(page)]), ...sweeper(page), ...vehicles(page)];
}
