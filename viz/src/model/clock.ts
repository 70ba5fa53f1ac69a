// SPDX-License-Identifier: Apache-2.0
import type { PageData } from "../format/page";

const DAY_S = 86400;

/** A time of day as people on the course read it. */
export interface TimeOfDay {
  hour: number;
  minute: number;
  second: number;
}

/** Seconds after the first gun to local time, over a change of the clocks too. */
export class LocalClock {
  constructor(private readonly clock: PageData["clock"]) {}

  private offset_s(time_s: number): number {
    let offset = this.clock.utc_offsets[0]?.[1] ?? 0;
    for (const [from_s, offset_s] of this.clock.utc_offsets) {
      if (time_s >= from_s) offset = offset_s;
    }
    return offset;
  }

  /** To the nearest second. */
  at(time_s: number): TimeOfDay {
    const local = Math.round(this.clock.first_gun_instant_s + time_s) + this.offset_s(time_s);
    const day = ((local % DAY_S) + DAY_S) % DAY_S;
    return {
      hour: Math.floor(day / 3600),
      minute: Math.floor(day / 60) % 60,
      second: day % 60,
    };
  }

  /** Midnight UTC of the local day, by default the race's, for the calendar. */
  date(time_s = 0): Date {
    const local = this.clock.first_gun_instant_s + time_s + this.offset_s(time_s);
    return new Date(Math.floor(local / DAY_S) * DAY_S * 1000);
  }

  /** "2026-10-24T18:00:00+02:00" in seconds after the first gun; null for an empty text. */
  ofIso(iso: string): number | null {
    return iso === "" ? null : Date.parse(iso) / 1000 - this.clock.first_gun_instant_s;
  }

  /** When clocks first show "12:15:00" from `from_s` on; null for an empty text. */
  ofClock(clock: string, from_s = 0): number | null {
    if (clock === "") return null;
    const [hour, minute, second] = clock.split(":").map(Number) as [number, number, number];
    const start = this.at(from_s);
    const wait_s = (hour - start.hour) * 3600 + (minute - start.minute) * 60 + second - start.second;
    const time_s = from_s + (wait_s + DAY_S) % DAY_S;
    return time_s - (this.offset_s(time_s) - this.offset_s(from_s));
  }

  /** The first moment from `time_s` on whose local clock is a multiple of `step_s`. */
  next(time_s: number, step_s: number): number {
    const local = this.clock.first_gun_instant_s + this.offset_s(time_s) + time_s;
    return time_s + (Math.ceil(local / step_s) * step_s - local);
  }
}
