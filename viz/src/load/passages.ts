// SPDX-License-Identifier: Apache-2.0
import type { Columns } from "../format/columns";
import type { PageData } from "../format/page";

/** Half seconds: what passages are kept in. */
export const TICKS_PER_S = 2;
export const NEVER = -1;

/** When each runner was over each mark. */
export interface Passages {
  runners: number;
  marks: number;
  spacing_m: number;
  /** Runner-major: ticks[runner × marks + mark], after the first gun; NEVER where it was not. */
  ticks: Int32Array;
}

/** 0, 1, 2, 3, 4 ... as 0, -1, 1, -2, 2 ... */
export function unzigzag(code: number): number {
  return code & 1 ? -((code + 1) >> 1) : code >> 1;
}

/**
 * Undoes what engine/report/page_columns.cpp does: each step's time was foretold from the runner's
 * last one as the field's median goes, in whole numbers, and only the difference was written.
 */
export function unpackPassages(columns: Columns, data: PageData): Passages {
  const { start_ms, passage_median: median, passage_low: low, passage_high: high } = columns;
  const { runners, marks, mark_spacing_m: spacing_m } = data;
  const ticks = new Int32Array(runners * marks).fill(NEVER);
  const last = new Int32Array(runners);
  for (let i = 0; i < start_ms.length; ++i) {
    const ms = start_ms[i]!;
    if (ms >= 0) ticks[i * marks] = Math.floor((ms + 250) / 500);
  }
  for (let k = 0; k + 1 < marks; ++k) {
    const now = median[k]!;
    const before = k === 0 ? now : median[k - 1]!;
    for (let i = 0; i < runners; ++i) {
      const at = k * runners + i;
      const code = low[at]! | (high[at]! << 8);
      const from = ticks[i * marks + k]!;
      if (code === 0xffff || from === NEVER) continue;
      const guess = k === 0 ? now : Math.floor((2 * last[i]! * now + before) / (2 * before));
      last[i] = guess + unzigzag(code);
      ticks[i * marks + k + 1] = from + last[i]!;
    }
  }
  return { runners, marks, spacing_m, ticks };
}
