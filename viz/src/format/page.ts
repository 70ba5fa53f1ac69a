// SPDX-License-Identifier: Apache-2.0
// What the engine puts into the page: the JSON of the element #gineste-data. `summary` is
// summary.json, whose schema lies beside every report; times ending in _s are seconds after the
// first gun, null stands for what did not happen.

export const FORMAT = 1;
export type Language = "en" | "fr";
export type Seconds = number | null;

export interface Place {
  from_km: number;
  to_km: number;
  place: string;
  width_m: number;
  grade: number;
  from_s: number;
  to_s: number;
  peak_density_per_m2: number;
  level: string;
  peak_km: number;
  peak_s: number;
  peak_speed_share: number;
  runners_delayed: number;
  lost_runner_h: number;
  likely_cause: string;
}

export interface Wave {
  name: string;
  entrants: number;
  started: number;
  finished: number;
  gun_due_s: Seconds;
  late_s?: Seconds;
  gun_s: Seconds;
  first_over_line_s: Seconds;
  last_over_line_s: Seconds;
  line_width_m: number;
  flow_per_s_per_m: number;
  peak_flow_per_s_per_m: number;
  lost_median_s: Seconds;
  lost_p95_s: Seconds;
  net_median_s: Seconds;
}

export interface Good {
  name: string;
  wanted: number;
  handed: number;
  litres: number;
  stock: number | null;
  refilled: number;
  left: number | null;
  out_s: Seconds;
  left_by_quarter_hour: number[];
}

export interface Zone {
  from_km: number;
  to_km: number;
  peak_runners: number;
  mean_stay_s: Seconds;
  peak_density_per_m2: number;
  passers_lost_share: number | null;
  opens_s: Seconds;
  closes_s: Seconds;
}

export interface Station {
  name: string;
  km: number;
  kind: string;
  side: string;
  length_m: number;
  tables: number;
  volunteers: number;
  cups_per_min_possible: number;
  after_line: boolean;
  arrivals: number;
  takers: number;
  served: number;
  unserved: number;
  found_none: number;
  cups: number;
  litres: number;
  peak_s: Seconds;
  peak_1min_cups: number;
  peak_5min_cups_per_min: number;
  peak_1min_wanted: number;
  peak_1min_arrivals: number;
  hands_needed: number;
  peak_queue: number;
  wait_median_s: Seconds;
  wait_p95_s: Seconds;
  wait_max_s: Seconds;
  goods: Good[];
  zone: Zone | null;
}

export interface Service {
  name: string;
  kind: string;
  role: string;
  servers: number;
  places: number;
  arrivals: number;
  served: number;
  wait_median_s: Seconds;
  wait_p95_s: Seconds;
  present_most: number | null;
  largest_queue: number;
  largest_queue_s: Seconds;
  utilisation: number | null;
  last_served_s: Seconds;
  coaches?: { departures: number; seats: number; seats_used: number; last_departure_s: Seconds };
}

export interface Closure {
  km: number;
  first_s: Seconds;
  last_s: Seconds;
}

export interface Cases {
  expected: number;
  p95: number;
}

export interface Largest {
  runners: number;
  at_s: Seconds;
}

export interface Medical {
  starters: number;
  encounters: Cases;
  serious: Cases;
  severe_collapses: Cases;
  cardiac_arrests: Cases;
  largest_on_course: Largest;
  largest_present: Largest;
  others_present: number;
  ris: { index: number; persons: number; ris: number; device: string };
}

export interface Hands {
  name: string;
  role: string;
  most: number;
  most_clock: string;
  posted?: number;
}

export interface Roster {
  available: number | null;
  slot_s: number;
  all: Hands;
  roles: Hands[];
  posts: Hands[];
}

/** "2026-10-24T18:00:00+02:00"; empty: did not happen. */
export type LocalTime = string;

export interface Road {
  name: string;
  from_km: number;
  to_km: number;
  closes: LocalTime;
  announced_opening: LocalTime;
  first: LocalTime;
  last: LocalTime;
  opens: LocalTime;
  closed_h: number | null;
  spare_min: number | null;
}

export interface RoadRow {
  km: number;
  place: string;
  road: string;
  closes: LocalTime;
  first: LocalTime;
  median: LocalTime;
  last: LocalTime;
  sweeper: LocalTime;
  opens: LocalTime;
}

export interface RoadTimetable {
  clearing_s: number;
  roads: Road[];
  rows: RoadRow[];
}

/** Clocks are "12:15:00"; empty: did not happen. */
export interface Sweeper {
  sets_off_s: Seconds;
  pace_s_per_km: number;
  taken_off: number;
  cut_offs: { km: number; clock: string; taken_off: number }[];
}

export interface Vehicle {
  name: string;
  from_km: number;
  to_km: number;
  comes_clock: string;
  arrives_clock: string;
  taken_s: Seconds;
  held_up_s: Seconds;
  peak_density_behind_per_m2: number | null;
}

export interface Named {
  name: string;
  bib: number;
  wave: string;
  finish_s: Seconds;
  gun_s: Seconds;
  net_s: Seconds;
  place: number | null;
}

export interface Pursuit {
  pursuer: string;
  takes_s: number;
  started: number;
  ahead: number;
  waves: {
    name: string;
    started: number;
    ahead: number;
    share: number;
    caught: number;
    first_caught_m: number | null;
    median_caught_m: number | null;
  }[];
}

export interface Summary {
  scenario: string;
  scenario_file: string;
  version: string;
  input_sha256: string;
  seed: number;
  behaviour_seed: number;
  complete: boolean;
  first_gun: { local: string; zone: string };
  course: { length_m: number };
  runners: Record<
    "entered" | "absent" | "waiting" | "started" | "finished" | "withdrawn" | "on_course",
    number
  >;
  finish: {
    first_s: Seconds;
    median_s: Seconds;
    last_s: Seconds;
    net_fastest_s: Seconds;
    net_slowest_s: Seconds;
    net_median_s: Seconds;
    first_man_s?: Seconds;
    first_woman_s?: Seconds;
    gun_median_s: Seconds;
    lost_median_s: Seconds;
    lost_p95_s: Seconds;
    peak_per_min: number;
    peak_s: Seconds;
    rule_of_thumb_per_min: number;
  };
  engine: { step_s: number; steps: number; runner_steps: number; simulated_s: number };
  state_hash: string;
  congestion: {
    threshold_per_m2: number;
    peak_density_per_m2: number;
    level: string;
    peak_km: number;
    peak_s: Seconds;
    lost_runner_h: number;
    places: number;
    worst_places: Place[];
  };
  /** Where the crowd went past what the model knows. */
  beyond_model?: {
    runner_min: number;
    peak_density_per_m2: number;
    peak_km: number;
    from_s: Seconds;
    until_s: Seconds;
    trusted_moving_per_m2: number;
    trusted_standing_per_m2: number;
  };
  thresholds?: Threshold[];
  waves: Wave[];
  stations: Station[];
  closures: Closure[];
  services?: Service[];
  held_behind_line?: { runners: number; most: number; most_s: Seconds };
  medical?: Medical;
  roster?: Roster;
  named?: Named[];
  pursuit?: Pursuit;
  road_timetable?: RoadTimetable;
  sweeper?: Sweeper;
  vehicles?: Vehicle[];
}

export interface Threshold {
  what:
    | "peak_density_per_m2" | "lost_p95_s" | "wait_p95_s" | "unserved_share" | "finishers_per_min"
    | "last_start_s" | "last_finish_s";
  most: number;
  found: number | null;
  met: boolean;
  place: string;
  km: number | null;
  at_s: Seconds;
}

export interface Segment {
  from_m: number;
  to_m: number;
  width_m: number;
  least_width_m: number;
  grade: number;
  elevation_m: number;
  place: string;
}

export interface Column {
  name: string;
  type: "u1" | "u2" | "u4" | "i4" | "f4" | "f8";
  offset: number;
  count: number;
}

export interface PageData {
  format: number;
  language: Language;
  summary: Summary;
  columns: Column[];
  clock: {
    zone: string;
    label: string;
    first_gun_instant_s: number;
    /** [from, local time minus UTC], both in seconds, in order */
    utc_offsets: [number, number][];
  };
  runners: number;
  marks: number;
  mark_spacing_m: number;
  profile_spacing_m: number;
  segment_m: number;
  interval_s: number;
  intervals: number;
  segments: Segment[];
  levels_per_m2: number[];
  stations: {
    arrivals_by_minute: number[];
    arrivals_by_wave: number[][];
    wanted_by_minute: number[];
    cups_by_minute: number[];
    peak_queue: number[];
  }[];
  services_interval_s: number;
  services: { arrivals: number[]; served: number[]; peak_queue: number[]; present: number[] }[];
  relief: {
    columns: number;
    rows: number;
    west_deg: number;
    east_deg: number;
    south_deg: number;
    north_deg: number;
  };
}
