// SPDX-License-Identifier: Apache-2.0
// What the engine puts into the page of a race day: the JSON of #gineste-data, beside `format` and
// `language`. `day` is day.json, whose schema lies beside every one, and in it the way to the page
// of each race. Times ending in _s are seconds after the first gun of the day, null
// stands for what did not happen. Races, legs and passes are told by their index.

import type { Language, PageData, Seconds } from "./page";

export type Direction = "forward" | "back";

export interface DayRace {
  name: string;
  /** "#rrggbb"; empty: the page's own. */
  colour: string;
  first_gun_s: number;
  length_m: number;
  entrants: number;
  started: number;
  finished: number;
  first_finish_s: Seconds;
  median_finish_s: Seconds;
  last_finish_s: Seconds;
  lost_median_s: Seconds;
  lost_p95_s: Seconds;
  /** Its own page, from the folder of this one; none was written where it is null or missing. */
  report?: string | null;
}

/** One time that a race runs a leg. */
export interface LegPass {
  race: number;
  step: number;
  direction: Direction;
  begin_m: number;
  /** Over the beginning of the leg as it is run. */
  first_s: Seconds;
  /** Over its end. */
  last_s: Seconds;
  runners: number;
  peak_per_min: number;
  /** Over its end by minute of the day: entry k in [k, k + 1) minutes; ends with that of the last. */
  out_per_min: number[];
}

/** Cells of `runner_s` are time spent, runners · seconds: cell (pass, segment, interval) is entry
 *  (pass · segments + segment) · intervals + interval. Kept of legs with more than one pass. */
export interface DayLeg {
  name: string;
  length_m: number;
  traffic: "one_way" | "separated" | "shared";
  passes: LegPass[];
  segment_m: number;
  interval_s: number;
  segments: number;
  intervals: number;
  runner_s: number[];
  area_m2: number[];
  peak_density_per_m2: number | null;
  peak_at_m: number | null;
  peak_s: Seconds;
}

/** Two passes of a leg that were there at the same time; places are on the leg. */
export interface Meeting {
  leg: number;
  pass: number;
  other: number;
  same_direction: boolean;
  first_s: Seconds;
  first_at_m: number;
  last_s: Seconds;
  last_at_m: number;
  peak_s: Seconds;
  peak_at_m: number;
  peak_density_per_m2: number;
  /** Of that density, of the first. */
  share: number;
  met: number;
  other_met: number;
  overtakes: number;
  other_overtakes: number;
}

export interface PlacePass {
  race: number;
  at_m: number;
  first_s: Seconds;
  median_s: Seconds;
  last_s: Seconds;
  runners: number;
}

export interface DayPlace {
  kind: "start" | "joint" | "merge" | "split" | "turn" | "crossing" | "finish" | "named";
  name: string;
  passes: PlacePass[];
}

export interface Merge {
  into: string;
  rule: "zip" | "priority";
  streams: { from: string; runners: number; busiest_share: number | null }[];
  busiest_per_min: number | null;
  busiest_s: Seconds;
}

export interface CrossingFlow {
  leg: string;
  runners: number;
  held: number;
  held_mean_s: Seconds;
  held_most_s: Seconds;
  first_s: Seconds;
  last_s: Seconds;
}

export interface DayCrossing {
  name: string;
  rule: "none" | "gaps" | "pulses";
  flows: CrossingFlow[];
  releases: number;
  /** Minutes in which both flows crossed. */
  at_once: number;
}

export interface Day {
  version: string;
  name: string;
  file: string;
  complete: boolean;
  races: DayRace[];
  legs: DayLeg[];
  meetings: Meeting[];
  places: DayPlace[];
  merges: Merge[];
  crossings: DayCrossing[];
  remarks: string[];
  state_hashes: string[];
}

export interface DayData {
  format: number;
  language: Language;
  clock: PageData["clock"];
  levels_per_m2: number[];
  day: Day;
}
