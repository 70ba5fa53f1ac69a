// SPDX-License-Identifier: Apache-2.0
import type { Run } from "../load/load";
import { NEVER, TICKS_PER_S } from "../load/passages";

/** What goes over one line across the road, minute by minute after the first gun. */
export interface Crossing {
  at_m: number;
  width_m: number;
  perMinute: number[];
  /** Runners a minute for each metre of width. */
  perMinutePerMetre: number[];
  cumulative: number[];
  peak: number;
  peakMinute: number;
}

function widthAt(run: Run, at_m: number): number {
  const widths = run.columns.profile_width_m;
  const k = Math.round(at_m / run.data.profile_spacing_m);
  return widths[Math.min(k, widths.length - 1)] ?? Number.NaN;
}

export function counted(at_m: number, width_m: number, perMinute: number[]): Crossing {
  let sum = 0;
  const cumulative = perMinute.map((count) => (sum += count));
  const peak = Math.max(0, ...perMinute);
  return {
    at_m,
    width_m,
    perMinute,
    perMinutePerMetre: perMinute.map((count) => count / width_m),
    cumulative,
    peak,
    peakMinute: perMinute.indexOf(peak),
  };
}

/** At a mark of the passages. */
export function crossingAt(run: Run, mark: number): Crossing {
  const { ticks, marks, runners, spacing_m } = run.passages;
  const perMinute: number[] = [];
  for (let i = 0; i < runners; ++i) {
    const tick = ticks[i * marks + mark]!;
    if (tick === NEVER) continue;
    const minute = Math.floor(tick / TICKS_PER_S / 60);
    while (perMinute.length <= minute) perMinute.push(0);
    ++perMinute[minute]!;
  }
  return counted(mark * spacing_m, widthAt(run, mark * spacing_m), perMinute);
}

/** At the finish, by the times of the finishers to the millisecond. */
export function crossingAtFinish(run: Run): Crossing {
  const perMinute: number[] = [];
  for (const ms of run.columns.finish_ms) {
    if (ms < 0) continue;
    const minute = Math.floor(ms / 60000);
    while (perMinute.length <= minute) perMinute.push(0);
    ++perMinute[minute]!;
  }
  const length_m = run.data.summary.course.length_m;
  return counted(length_m, widthAt(run, length_m), perMinute);
}

/** First and last runner of each wave at each mark, in seconds; null: nobody. */
export interface Envelope {
  first_s: (number | null)[];
  last_s: (number | null)[];
}

export function envelopes(run: Run): Envelope[] {
  const { ticks, marks, runners } = run.passages;
  const waves = run.data.summary.waves.length;
  const first = new Int32Array(waves * marks).fill(NEVER);
  const last = new Int32Array(waves * marks).fill(NEVER);
  for (let i = 0; i < runners; ++i) {
    const row = run.columns.wave[i]! * marks;
    for (let k = 0; k < marks; ++k) {
      const tick = ticks[i * marks + k]!;
      if (tick === NEVER) break;
      if (first[row + k] === NEVER || tick < first[row + k]!) first[row + k] = tick;
      if (tick > last[row + k]!) last[row + k] = tick;
    }
  }
  const seconds = (tick: number): number | null => (tick === NEVER ? null : tick / TICKS_PER_S);
  return run.data.summary.waves.map((_, w) => ({
    first_s: Array.from(first.subarray(w * marks, (w + 1) * marks), seconds),
    last_s: Array.from(last.subarray(w * marks, (w + 1) * marks), seconds),
  }));
}

/** A wave's first or last runner at a place, between two marks in proportion; null: nobody. */
export function timeAt(times_s: (number | null)[], at_m: number, spacing_m: number): number | null {
  const place = Math.min(times_s.length - 1, at_m / spacing_m);
  const mark = Math.floor(place + 1e-6);
  const before_s = times_s[mark] ?? null;
  const after_s = times_s[mark + 1] ?? null;
  if (before_s === null || after_s === null) return before_s;
  return before_s + (after_s - before_s) * Math.max(0, place - mark);
}
