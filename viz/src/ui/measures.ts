// SPDX-License-Identifier: Apache-2.0
import { number, race, signed as signedNumber, type Cell } from "../model/table";
import type { Key } from "../words/en";
import type { Words } from "../words/words";

/** How the engine begins the label of each kind of measure; what follows is the user's own name. */
const KINDS: [key: RegExp, begins: string, word: Key][] = [
  [/^beyond_model_runner_min$/, "time past what the model knows", "mBeyondModel"],
  [/^peak_density_per_m2$/, "peak density", "mPeakDensity"],
  [/^crowded_runner_min$/, "time at ", "mCrowded"],
  [/^lost_median_s$/, "time lost, median", "mLostMedian"],
  [/^lost_p95_s$/, "time lost, 95 %", "mLostP95"],
  [/^lost_total_runner_h$/, "time lost, all runners", "mLostTotal"],
  [/^last_start_s$/, "last start after the first gun", "mLastStart"],
  [/^last_finish_s$/, "last finish after the first gun", "mLastFinish"],
  [/^start_duration_s$/, "from the first gun to the last start", "mStartDuration"],
  [/^finish_peak_per_min$/, "finishers in the busiest minute", "mFinishPeak"],
  [/^road_km_h$/, "road taken", "mRoad"],
  [/^wave_\d+_lost_median_s$/, "time lost, median, ", "mWaveMedian"],
  [/^wave_\d+_lost_p95_s$/, "time lost, 95 %, ", "mWaveP95"],
  [/^station_\d+_peak_per_min$/, "cups in the busiest minute, ", "mCups"],
  [/^station_\d+_wait_p95_s$/, "wait, 95 %, ", "mWait"],
  [/^station_\d+_unserved$/, "went without, ", "mUnserved"],
];

interface Named {
  key: string;
  unit: string;
  label: string;
}

/** The name of a measure as the reader's language has it. */
export function measureName({ key, label }: Named, words: Words): string {
  const kind = KINDS.find(([pattern]) => pattern.test(key));
  if (!kind) return label;
  const [, begins, word] = kind;
  const rest = label.slice(begins.length);
  // Of a part of the road: ", km 3.2-4.6".
  const stretch = /, km .*$/.exec(rest)?.[0] ?? "";
  return words.t(word, { name: rest, threshold: words.number(Number.parseFloat(rest), 2), stretch });
}

const UNITS: Record<string, Key> = { "1/m2": "uPerM2", "runner min": "uRunnerMin", "runner h": "uRunnerH", "1/min": "uPerMin", "km h": "uKmH", "1": "uRunners" };

export function unitName(unit: string, words: Words): string {
  const key = UNITS[unit];
  return key ? words.t(key) : unit;
}

export const isOfWave = ({ key }: Named): boolean => key.startsWith("wave_");
export const isOfStation = ({ key }: Named): boolean => key.startsWith("station_");
export const isOfRace = (measure: Named): boolean => !isOfWave(measure) && !isOfStation(measure);

/** Digits after the point that leave three figures that count. */
export function digitsFor(value: number | null): number {
  const size = Math.abs(value ?? 0);
  return size === 0 ? 0 : Math.max(0, Math.min(6, 2 - Math.floor(Math.log10(size))));
}

const isLongTime = ({ key }: Named): boolean => /^last_(start|finish)_s$/.test(key);

/** A value in the unit of its measure; the two long times as hours, minutes, seconds. */
export function valueCell(measure: Named, value: number | null): Cell {
  return isLongTime(measure) ? race(value) : number(value, digitsFor(value));
}

export const differenceCell = (value: number | null): Cell => signedNumber(value, digitsFor(value));

/** "+1.25", "−3.00" */
export const signed = (value: number | null, words: Words): string => words.signed(value, digitsFor(value));
export const unsigned = (value: number | null, words: Words): string => words.number(value, digitsFor(value));

/** "−3.00 … +1.25" */
export function range(low: number | null, high: number | null, words: Words, write = signed): string {
  return low === null && high === null ? "–" : `${write(low, words)} … ${write(high, words)}`;
}
