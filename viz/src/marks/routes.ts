// SPDX-License-Identifier: Apache-2.0
import type { Words } from "../words/words";
import { fit, FONT, line, niceStep } from "./canvas";
import { INK, MUTED, RULE } from "./colour";
import { tint } from "./mix";

/** A race's way: its legs one after another. */
export interface RouteRow {
  mark: string;
  colour: string;
  length_m: number;
  legs: { name: string; begin_m: number; end_m: number; back: boolean; shared: boolean }[];
}

const ROW = 34;
const BAR = 22;
const LEFT = 24;
const RIGHT = 22;
const TOP = 4;
const FOOT = 22;

export const heightOfRoutes = (rows: RouteRow[]): number => rows.length * ROW + TOP + FOOT;

/** One row for each race, distance to the right; legs with more than one pass are filled. */
export function drawRoutes(canvas: HTMLCanvasElement, width: number, rows: RouteRow[], words: Words): void {
  const { ctx, height } = fit(canvas, width, heightOfRoutes(rows));
  ctx.fillStyle = "#ffffff";
  ctx.fillRect(0, 0, width, height);
  const most_m = Math.max(...rows.map((row) => row.length_m));
  const x = (at_m: number): number => LEFT + (at_m / most_m) * (width - LEFT - RIGHT);
  const step_m = niceStep(most_m, (width - LEFT - RIGHT) / 70);
  ctx.textAlign = "center";
  ctx.textBaseline = "top";
  for (let at = 0; at <= most_m; at += step_m) {
    ctx.strokeStyle = RULE;
    line(ctx, Math.round(x(at)) + 0.5, TOP, Math.round(x(at)) + 0.5, height - FOOT);
    ctx.fillStyle = MUTED;
    ctx.fillText(`${words.number(at / 1000, step_m < 1000 ? 1 : 0)} km`, x(at), height - FOOT + 6);
  }
  rows.forEach((row, k) => drawRoute(ctx, row, TOP + k * ROW + (ROW - BAR) / 2, x));
}

function drawRoute(ctx: CanvasRenderingContext2D, { mark, colour, legs }: RouteRow, top: number, x: (at_m: number) => number): void {
  ctx.textAlign = "left";
  ctx.textBaseline = "middle";
  ctx.font = `600 ${FONT}`;
  ctx.fillStyle = colour;
  ctx.fillText(mark, 4, top + BAR / 2);
  ctx.font = FONT;
  ctx.textAlign = "center";
  for (const { name, begin_m, end_m, back, shared } of legs) {
    const [begin, wide] = [x(begin_m), x(end_m) - x(begin_m) - 1.5];
    ctx.fillStyle = shared ? tint(colour, 0.35) : "#ffffff";
    ctx.fillRect(begin, top, wide, BAR);
    ctx.strokeStyle = colour;
    ctx.lineWidth = shared ? 1.6 : 1;
    ctx.strokeRect(begin + 0.5, top + 0.5, Math.max(1, wide - 1), BAR - 1);
    ctx.lineWidth = 1;
    const said = back ? `← ${name}` : name;
    if (ctx.measureText(said).width > wide - 6) continue;
    ctx.fillStyle = INK;
    ctx.fillText(said, begin + wide / 2, top + BAR / 2 + 0.5);
  }
}
