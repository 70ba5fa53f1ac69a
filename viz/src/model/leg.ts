// SPDX-License-Identifier: Apache-2.0
import type { DayLeg } from "../format/day";

/** The minute of the day in which an interval begins. */
export const minuteOf = ({ interval_s }: DayLeg, interval: number): number => Math.floor((interval * interval_s) / 60);

/** Who was on a shared leg where and when. */
export class LegCells {
  /** Intervals in which anybody was there: [from, to). */
  readonly from: number;
  readonly to: number;

  constructor(readonly leg: DayLeg) {
    const there = Array.from({ length: leg.intervals }, (_, k) => leg.passes.some((_pass, p) => this.runners(p, k) > 0));
    this.from = Math.max(0, there.indexOf(true));
    this.to = Math.max(this.from + 1, there.lastIndexOf(true) + 1);
  }

  private spent_s(pass: number, segment: number, interval: number): number {
    return this.leg.runner_s[(pass * this.leg.segments + segment) * this.leg.intervals + interval] ?? 0;
  }

  /** Runners of a pass per m² of the whole width. */
  density(pass: number, segment: number, interval: number): number {
    return this.spent_s(pass, segment, interval) / (this.leg.area_m2[segment]! * this.leg.interval_s);
  }

  /** Of each pass, in the order of the passes. */
  densities(segment: number, interval: number): number[] {
    return this.leg.passes.map((_, pass) => this.density(pass, segment, interval));
  }

  together(segment: number, interval: number): number {
    return this.densities(segment, interval).reduce((sum, one) => sum + one, 0);
  }

  /** Mean number of a pass on the leg during an interval. */
  runners(pass: number, interval: number): number {
    let spent_s = 0;
    for (let s = 0; s < this.leg.segments; ++s) spent_s += this.spent_s(pass, s, interval);
    return spent_s / this.leg.interval_s;
  }

  /** Who of a pass ran over the end of the leg in an interval, a minute. */
  out_per_min(pass: number, interval: number): number {
    return this.leg.passes[pass]!.out_per_min[minuteOf(this.leg, interval)] ?? 0;
  }

  /** First and last interval of a pass in each segment; null: nobody. */
  spans(pass: number): ([first: number, last: number] | null)[] {
    return Array.from({ length: this.leg.segments }, (_, s) => {
      let [first, last] = [-1, -1];
      for (let k = this.from; k < this.to; ++k) {
        if (this.spent_s(pass, s, k) <= 0) continue;
        if (first < 0) first = k;
        last = k;
      }
      return first < 0 ? null : [first, last];
    });
  }

  /** How long a place lies empty between two passes, where that is shortest; in seconds. Nothing
   *  where no place sees both, or they were there together. */
  gap_s(pass: number, other: number): number | null {
    const [one, two] = [this.spans(pass), this.spans(other)];
    const gaps = one.flatMap((span, s) => {
      const next = two[s];
      return span && next ? [Math.max(next[0] - span[1], span[0] - next[1]) - 1] : [];
    });
    const least = Math.min(...gaps);
    return Number.isFinite(least) && least >= 0 ? least * this.leg.interval_s : null;
  }

  /** The interval in which a segment is densest. */
  densest(segment: number): number {
    let best = this.from;
    for (let k = this.from; k < this.to; ++k) if (this.together(segment, k) > this.together(segment, best)) best = k;
    return best;
  }
}
