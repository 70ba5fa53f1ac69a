// SPDX-License-Identifier: Apache-2.0
import type { Words } from "../words/words";
import { fit, FONT } from "./canvas";
import { CLASSES, MUTED } from "./colour";
import { niceClockStep } from "./spacetime";

/** Rows (kilometres) by intervals of time, time to the right; six even classes of cividis. */
export function drawHeat(
  canvas: HTMLCanvasElement, size: { width: number; height: number }, rows: number[][],
  intervals: number, interval_s: number, limits: number[], words: Words,
): { left: number; top: number; width: number; height: number } {
  const { ctx } = fit(canvas, size.width, size.height);
  const box = { left: 52, top: 6, width: size.width - 66, height: size.height - 34 };
  ctx.fillStyle = "#ffffff";
  ctx.fillRect(0, 0, size.width, size.height);
  const wide = box.width / intervals;
  const high = box.height / rows.length;
  rows.forEach((row, km) => {
    for (let t = 0; t < intervals; ++t) {
      const value = row[t]!;
      if (value <= 0) continue;
      ctx.fillStyle = CLASSES[limits.filter((limit) => value >= limit).length]!;
      ctx.fillRect(box.left + t * wide, box.top + (rows.length - 1 - km) * high, wide + 0.5, high - 1);
    }
  });
  ctx.font = FONT;
  ctx.fillStyle = MUTED;
  ctx.textAlign = "right";
  ctx.textBaseline = "middle";
  const every = Math.ceil(rows.length / (box.height / 16));
  for (let km = 0; km < rows.length; km += every) {
    ctx.fillText(`km ${km + 1}`, box.left - 6, box.top + (rows.length - 0.5 - km) * high);
  }
  ctx.textAlign = "center";
  ctx.textBaseline = "top";
  const step = niceClockStep(intervals * interval_s);
  for (let at = words.clocks.next(0, step); at <= intervals * interval_s; at += step) {
    ctx.fillText(words.minute(at), box.left + (at / interval_s) * wide, box.top + box.height + 6);
  }
  return box;
}
