// SPDX-License-Identifier: Apache-2.0
import { STATUS } from "../format/columns";
import type { Run } from "../load/load";

/** Pairs in which the greater comes first: each is an overtaking that held to the end. */
export function inversions(order: readonly number[] | Float64Array): number {
  let from = Float64Array.from(order);
  let to = new Float64Array(from.length);
  let count = 0;
  for (let width = 1; width < from.length; width *= 2) {
    for (let begin = 0; begin < from.length; begin += 2 * width) {
      const middle = Math.min(begin + width, from.length);
      const end = Math.min(begin + 2 * width, from.length);
      let left = begin;
      let right = middle;
      for (let at = begin; at < end; ++at) {
        if (right >= end || (left < middle && from[left]! <= from[right]!)) to[at] = from[left++]!;
        else {
          count += middle - left;
          to[at] = from[right++]!;
        }
      }
    }
    [from, to] = [to, from];
  }
  return count;
}

/** Finish times in the order of the start, of those who finished. */
function finishOrder(run: Run, wave: number | null): number[] {
  const { start_ms, finish_ms, status, wave: waves } = run.columns;
  const runners: number[] = [];
  for (let i = 0; i < start_ms.length; ++i) {
    if (status[i] === STATUS.finished && (wave === null || waves[i] === wave)) runners.push(i);
  }
  runners.sort((a, b) => start_ms[a]! - start_ms[b]! || a - b);
  return runners.map((i) => finish_ms[i]!);
}

export interface Overtakes {
  within: number[];
  between: number;
}

/** Pairs of finishers whose order at the finish is not that of the start, by wave and across. */
export function overtakes(run: Run): Overtakes {
  const within = run.data.summary.waves.map((_, w) => inversions(finishOrder(run, w)));
  const all = inversions(finishOrder(run, null));
  return { within, between: all - within.reduce((sum, count) => sum + count, 0) };
}
