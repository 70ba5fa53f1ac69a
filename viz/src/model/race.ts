// SPDX-License-Identifier: Apache-2.0
import { STATUS } from "../format/columns";
import type { Run } from "../load/load";
import { NEVER, TICKS_PER_S } from "../load/passages";

/** Where a runner is: chainage in metres, or why not. */
export const BEFORE = -1;
export const AFTER = -2;
export const OUT = -3;

/**
 * Where everybody is at one time: between two marks at even speed. A runner who gives up is shown
 * as far as the last mark. What was found of a runner holds until the next mark, so that most
 * frames read no passage at all.
 */
export class Positions {
  readonly chainage_m: Float32Array;
  /** In ticks: found for from <= tick < till, where a runner is at from_m and gains m_per_tick. */
  private readonly from: Float64Array;
  private readonly till: Float64Array;
  private readonly from_m: Float64Array;
  private readonly m_per_tick: Float64Array;

  constructor(private readonly run: Run) {
    const n = run.data.runners;
    this.chainage_m = new Float32Array(n).fill(BEFORE);
    this.from = new Float64Array(n);
    this.till = new Float64Array(n);
    this.from_m = new Float64Array(n);
    this.m_per_tick = new Float64Array(n);
  }

  moveTo(time_s: number): Float32Array {
    const { chainage_m, from, till, from_m, m_per_tick } = this;
    const tick = time_s * TICKS_PER_S;
    for (let i = 0; i < chainage_m.length; ++i) {
      if (!(tick >= from[i]! && tick < till[i]!)) this.find(i, tick);
      chainage_m[i] = m_per_tick[i] === 0 ? from_m[i]! : from_m[i]! + (tick - from[i]!) * m_per_tick[i]!;
    }
    return chainage_m;
  }

  private find(i: number, tick: number): void {
    const { ticks, marks, spacing_m } = this.run.passages;
    const finish_s = this.run.columns.finish_ms[i]! / 1000;
    const finish = finish_s >= 0 ? finish_s * TICKS_PER_S : Infinity;
    if (tick >= finish) return this.keep(i, finish, Infinity, AFTER, AFTER);
    const first = i * marks;
    const k = lastMark(ticks, first, marks, tick);
    const next = k + 1 < marks ? ticks[first + k + 1]! : NEVER;
    if (k < 0) return this.keep(i, -Infinity, next === NEVER ? Infinity : next, BEFORE, BEFORE);
    const begin = ticks[first + k]!;
    const here_m = k * spacing_m;
    if (next !== NEVER) this.keep(i, begin, Math.min(next, finish), here_m, here_m + spacing_m, next);
    else if (finish < Infinity) this.keep(i, begin, finish, here_m, this.run.data.summary.course.length_m);
    else this.keep(i, begin, Infinity, OUT, OUT);
  }

  private keep(i: number, from: number, till: number, from_m: number, to_m: number, end = till): void {
    this.from[i] = from;
    this.till[i] = till;
    this.from_m[i] = from_m;
    this.m_per_tick[i] = to_m === from_m || end <= from ? 0 : (to_m - from_m) / (end - from);
  }
}

/** Index of the last mark passed at a time, or -1. They are passed one after another, and after
 *  the first that was not, none is. */
function lastMark(ticks: Int32Array, first: number, marks: number, tick: number): number {
  let low = -1;
  let high = marks;
  while (high - low > 1) {
    const k = (low + high) >> 1;
    const at = ticks[first + k]!;
    if (at !== NEVER && at <= tick) low = k;
    else high = k;
  }
  return low;
}

export interface HeadsUp {
  onCourse: number;
  finished: number;
  notStarted: number;
}

/** Counts at one time, by the start and finish times and not by marks. */
export function headsUp(run: Run, time_s: number): HeadsUp {
  const { start_ms, finish_ms, status } = run.columns;
  const marks = run.passages.marks;
  const time_ms = time_s * 1000;
  const counts = { onCourse: 0, finished: 0, notStarted: 0 };
  for (let i = 0; i < start_ms.length; ++i) {
    if (status[i] === STATUS.absent) continue;
    if (start_ms[i]! < 0 || start_ms[i]! > time_ms) ++counts.notStarted;
    else if (finish_ms[i]! >= 0 && finish_ms[i]! <= time_ms) ++counts.finished;
    else if (finish_ms[i]! >= 0 || lastTick(run, i, marks) > time_s * TICKS_PER_S) ++counts.onCourse;
  }
  return counts;
}

/** The last passage of a runner, in ticks; NEVER where there is none. */
export function lastTick(run: Run, i: number, marks: number): number {
  const { ticks } = run.passages;
  for (let k = marks - 1; k >= 0; --k) {
    const tick = ticks[i * marks + k]!;
    if (tick !== NEVER) return tick;
  }
  return NEVER;
}

/** When everything is over: the last finisher, or the last passage where a run was cut short. */
export function end_s(run: Run): number {
  const last = run.data.summary.finish.last_s ?? 0;
  return Math.max(last, run.data.summary.engine.simulated_s);
}
