// SPDX-License-Identifier: Apache-2.0
import type { Run } from "../load/load";

/** Densities and speeds by segment of road and interval of time, as congestion.csv has them. */
export class Cells {
  readonly segments: number;
  readonly intervals: number;
  readonly interval_s: number;
  readonly segment_m: number;
  readonly density: Float32Array;

  constructor(private readonly run: Run) {
    const { data, columns } = run;
    this.segments = data.segments.length;
    this.intervals = data.intervals;
    this.interval_s = data.interval_s;
    this.segment_m = data.segment_m;
    this.density = new Float32Array(columns.cell_runner_s.length);
    data.segments.forEach((segment, s) => {
      const area_s = (segment.to_m - segment.from_m) * segment.width_m * this.interval_s;
      for (let t = 0; t < this.intervals; ++t) {
        const cell = s * this.intervals + t;
        this.density[cell] = columns.cell_runner_s[cell]! / area_s;
      }
    });
  }

  cell(segment: number, interval: number): number {
    return segment * this.intervals + interval;
  }
  segmentAt(at_m: number): number {
    return Math.min(this.segments - 1, Math.max(0, Math.floor(at_m / this.segment_m)));
  }
  intervalAt(time_s: number): number {
    return Math.min(this.intervals - 1, Math.max(0, Math.floor(time_s / this.interval_s)));
  }
  /** Mean number on the segment during the interval. */
  runners(cell: number): number {
    return this.run.columns.cell_runner_s[cell]! / this.interval_s;
  }
  speed_mps(cell: number): number | null {
    const speed = this.run.columns.cell_speed_cmps[cell]!;
    return speed === 0xffff ? null : speed / 100;
  }
  /** Share of the speed without others that is lost; null: nobody there. */
  lostShare(cell: number): number | null {
    const share = this.run.columns.cell_speed_share[cell]!;
    return share === 255 ? null : 1 - share / 250;
  }

  peakOf(segment: number): { density: number; interval: number } {
    let best = { density: 0, interval: 0 };
    for (let t = 0; t < this.intervals; ++t) {
      const density = this.density[this.cell(segment, t)]!;
      if (density > best.density) best = { density, interval: t };
    }
    return best;
  }

  /** Share of pace lost by everybody who ran there, weighed by the time they spent. */
  meanLost(segment: number): number {
    let lost = 0;
    let time = 0;
    for (let t = 0; t < this.intervals; ++t) {
      const cell = this.cell(segment, t);
      const share = this.lostShare(cell);
      if (share === null) continue;
      lost += share * this.runners(cell);
      time += this.runners(cell);
    }
    return time > 0 ? lost / time : 0;
  }

  /** The last interval in which anybody was anywhere, and one more. */
  used(): number {
    for (let t = this.intervals - 1; t >= 0; --t) {
      for (let s = 0; s < this.segments; ++s) {
        if (this.run.columns.cell_runner_s[this.cell(s, t)]! > 0) return t + 1;
      }
    }
    return 0;
  }

  /** Mean number of runners on each kilometre during each interval: [kilometre][interval]. */
  perKilometre(): number[][] {
    const perKm = Math.max(1, Math.round(1000 / this.segment_m));
    const rows: number[][] = [];
    for (let s = 0; s < this.segments; ++s) {
      const km = Math.floor(s / perKm);
      const row = (rows[km] ??= new Array<number>(this.intervals).fill(0));
      for (let t = 0; t < this.intervals; ++t) row[t]! += this.runners(this.cell(s, t));
    }
    return rows;
  }
}

/** 0 free, 1 light, 2 restricted, 3 platoon, 4 shuffle, 5 breakdown. */
export function levelOf(density: number, least: readonly number[]): number {
  return least.filter((limit) => density >= limit).length;
}
