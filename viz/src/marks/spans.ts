// SPDX-License-Identifier: Apache-2.0
import type { Words } from "../words/words";
import { clipped, fit, FONT, line } from "./canvas";
import { INK, MUTED, RULE } from "./colour";
import { tint } from "./mix";
import { niceClockStep } from "./spacetime";

/** When a place is in use by each that passes it. */
export interface SpanRow {
  name: string;
  spans: { mark: string; colour: string; first_s: number; median_s: number | null; last_s: number }[];
}

const BAR = 12;
const GAP = 10;
const TOP = 6;
const FOOT = 24;

const heightOfRow = (row: SpanRow): number => Math.max(1, row.spans.length) * BAR + GAP;

export const heightOfSpans = (rows: SpanRow[]): number => rows.reduce((sum, row) => sum + heightOfRow(row), TOP + FOOT);

/** One row for each place, in it one bar for each pass from its first to its last runner, with a
 *  stroke at the median. */
export function drawSpans(canvas: HTMLCanvasElement, width: number, rows: SpanRow[], words: Words): void {
  const { ctx, height } = fit(canvas, width, heightOfSpans(rows));
  ctx.fillStyle = "#ffffff";
  ctx.fillRect(0, 0, width, height);
  const all = rows.flatMap((row) => row.spans);
  const [from_s, to_s] = [Math.min(...all.map((one) => one.first_s)), Math.max(...all.map((one) => one.last_s))];
  const left = Math.min(260, Math.round(width * 0.3));
  const right = width - 22;
  const x = (time_s: number): number => left + ((time_s - from_s) / Math.max(1, to_s - from_s)) * (right - left);
  const bottom = height - FOOT;
  ctx.textAlign = "center";
  ctx.textBaseline = "top";
  const step_s = niceClockStep(to_s - from_s, Math.min(12, (right - left) / 62));
  for (let at = words.clocks.next(from_s, step_s); at <= to_s; at += step_s) {
    ctx.strokeStyle = RULE;
    line(ctx, Math.round(x(at)) + 0.5, TOP, Math.round(x(at)) + 0.5, bottom);
    ctx.fillStyle = MUTED;
    ctx.fillText(words.minute(at), x(at), bottom + 8);
  }
  let top = TOP;
  for (const row of rows) {
    drawRow(ctx, row, { top, left, width }, x);
    top += heightOfRow(row);
  }
}

function drawRow(
  ctx: CanvasRenderingContext2D, row: SpanRow, { top, left, width }: { top: number; left: number; width: number }, x: (time_s: number) => number,
): void {
  const height = heightOfRow(row);
  ctx.strokeStyle = RULE;
  line(ctx, 0, Math.round(top + height) - 0.5, width, Math.round(top + height) - 0.5);
  ctx.textAlign = "left";
  ctx.textBaseline = "middle";
  ctx.fillStyle = INK;
  ctx.fillText(clipped(ctx, row.name, left - 28), 0, top + height / 2);
  row.spans.forEach(({ mark, colour, first_s, median_s, last_s }, k) => {
    const [begin, end] = [x(first_s), x(last_s)];
    const y = top + GAP / 2 + k * BAR;
    ctx.fillStyle = tint(colour, 0.45);
    ctx.fillRect(begin, y + 2, Math.max(2, end - begin), BAR - 4);
    ctx.fillStyle = colour;
    ctx.fillRect(begin, y + 1, 1.6, BAR - 2);
    ctx.fillRect(end - 1.6, y + 1, 1.6, BAR - 2);
    if (median_s !== null) ctx.fillRect(x(median_s) - 1.2, y + 1, 2.4, BAR - 2);
    ctx.textAlign = "right";
    ctx.font = `600 10px ${FONT.slice(FONT.indexOf(" ") + 1)}`;
    ctx.fillText(mark, begin - 4, y + BAR / 2 + 0.5);
    ctx.font = FONT;
  });
}
