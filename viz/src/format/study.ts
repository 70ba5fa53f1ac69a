// SPDX-License-Identifier: Apache-2.0
// What the engine puts into the page of a study: the JSON of #gineste-data, beside `format` and
// `language`. `document` is what the study writes with --json. Times ending in _s are seconds after
// the first gun; null stands for what did not happen, and for an end that no race can bound.

import type { Language, PageData } from "./page";

export interface Mean {
  seeds: number;
  mean: number | null;
  sd: number | null;
  low: number | null;
  high: number | null;
}

export interface Difference extends Mean {
  verdict: "less" | "more" | "same" | "not_shown" | "not_weighed";
  seeds_needed: number | null;
  variance_ratio: number | null;
}

export interface ComparedMeasure {
  key: string;
  unit: string;
  label: string;
  plans: (Mean & { values: (number | null)[]; difference?: Difference })[];
}

export interface Comparison {
  version: string;
  confidence: number;
  first_seed: number;
  same_runners: boolean;
  /** `collapses`: some race of it went past what the model knows. */
  plans: { name: string; file: string; collapses: boolean; state_hashes: string[] }[];
  measures: ComparedMeasure[];
}

/** Cells are segment-major: cell (s, t) is entry s · intervals + t. */
export interface Diagrams {
  segments: { from_m: number; to_m: number; width_m: number; place: string }[];
  intervals: number;
  interval_s: number;
  levels_per_m2: number[];
  /** `difference`: to the first plan; 0 where it is within the noise */
  plans: { density_per_m2: number[]; difference?: number[] }[];
}

export type Ends = [low: number | null, high: number | null];

export interface SpreadMeasure {
  key: string;
  unit: string;
  label: string;
  races: number;
  mean: number | null;
  sd: number | null;
  mean_interval: Ends;
  least: number | null;
  p5: number | null;
  median: number | null;
  median_interval: Ends;
  p95: number | null;
  p95_interval: Ends;
  most: number | null;
  values: (number | null)[];
}

export interface Band {
  mean: number[];
  p5: number[];
  p95: number[];
  mean_low: (number | null)[];
  mean_high: (number | null)[];
}

export interface Ensemble {
  version: string;
  scenario: string;
  confidence: number;
  first_seed: number;
  until: { key: string; half_width_share: number; is_met: boolean } | null;
  state_hashes: string[];
  measures: SpreadMeasure[];
  curves: {
    interval_s: number;
    on_road_runners: Band;
    density_per_m2: Band;
    density_from_km: number;
    density_to_km: number;
  };
}

export interface Estimate {
  mean: number | null;
  low: number | null;
  high: number | null;
  races: number;
}

/** `forecast`, `agents` and `minus_base` are in the order of the objectives. */
export interface FoundPlan {
  /** Its scenario; empty: the plan as it is. */
  file: string;
  reason: string;
  standing: "front" | "beaten" | "behind" | "breaks a bound";
  forecast: (number | null)[];
  agents: Estimate[];
  minus_base: Estimate[];
  line_width_m: number;
  waves: { name: string; entrants: number; gun_s: number | null }[];
}

export interface Search {
  name: string;
  scenario: string;
  version: string;
  seed: number;
  search_seed: number;
  forecasts: number;
  races: number;
  objectives: { key: string; unit: string; label: string }[];
  /** By generation. */
  hypervolume: number[];
  base: FoundPlan;
  plans: FoundPlan[];
  confirmation?: { plan: string; seeds: number; minus_base: Estimate[]; excess: number; excess_of_base: number };
}

interface OfAnyStudy {
  clock: PageData["clock"];
}

export type Study = OfAnyStudy &
  (
    | { kind: "compare"; document: Comparison; diagrams: Diagrams | null }
    | { kind: "ensemble"; document: Ensemble }
    | { kind: "optimise"; document: Search }
  );

export interface StudyData {
  format: number;
  language: Language;
  study: Study;
}
