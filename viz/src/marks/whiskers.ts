// SPDX-License-Identifier: Apache-2.0
import { fit, FONT, line, niceStep } from "./canvas";
import { INK, MUTED, RULE } from "./colour";

/** One row: a range with a point in it, and what is written beside it. */
export interface Whisker {
  name: string;
  low: number;
  point: number;
  high: number;
  colour: string;
  said: string;
}

const ROW = 26;
const FOOT = 30;
const TOP = 8;

export const heightOf = (rows: number): number => TOP + rows * ROW + FOOT;

/** The names take what they need; the widest `said` likewise. */
function columnsOf(ctx: CanvasRenderingContext2D, rows: Whisker[], width: number): { left: number; right: number } {
  const widest = (texts: string[]): number => Math.max(0, ...texts.map((one) => ctx.measureText(one).width));
  return {
    left: Math.min(width * 0.45, widest(rows.map((row) => row.name)) + 14),
    right: width - Math.min(width * 0.3, widest(rows.map((row) => row.said)) + 14),
  };
}

/** Ranges one below another on one scale. Where a range leaves the scale it ends in an arrow. */
export function drawWhiskers(
  canvas: HTMLCanvasElement, width: number, rows: Whisker[], scale: { from: number; to: number },
  tick: (value: number) => string,
): void {
  const height = heightOf(rows.length);
  const { ctx } = fit(canvas, width, height);
  ctx.fillStyle = "#ffffff";
  ctx.fillRect(0, 0, width, height);
  ctx.font = FONT;
  const { left, right } = columnsOf(ctx, rows, width);
  const x = (value: number): number => left + ((value - scale.from) / (scale.to - scale.from)) * (right - left);
  const bottom = TOP + rows.length * ROW;
  const step = niceStep(scale.to - scale.from, (right - left) / 60);
  ctx.textAlign = "center";
  ctx.textBaseline = "top";
  for (let k = Math.ceil(scale.from / step - 1e-9); k * step <= scale.to + 1e-9; ++k) {
    ctx.strokeStyle = k === 0 ? MUTED : RULE;
    line(ctx, x(k * step), TOP, x(k * step), bottom);
    ctx.fillStyle = MUTED;
    ctx.fillText(tick(k * step), x(k * step), bottom + 6);
  }
  rows.forEach((row, k) => drawRow(ctx, row, TOP + (k + 0.5) * ROW, { left, right, width }, scale, x));
}

function drawRow(
  ctx: CanvasRenderingContext2D, row: Whisker, y: number, columns: { left: number; right: number; width: number },
  scale: { from: number; to: number }, x: (value: number) => number,
): void {
  ctx.textBaseline = "middle";
  ctx.textAlign = "left";
  ctx.fillStyle = INK;
  ctx.fillText(row.name, 0, y, columns.left - 8);
  ctx.textAlign = "right";
  ctx.fillStyle = row.colour;
  ctx.fillText(row.said, columns.width, y, columns.width - columns.right - 6);
  const inside = (value: number): number => Math.max(scale.from, Math.min(scale.to, value));
  ctx.strokeStyle = row.colour;
  ctx.lineWidth = 2;
  line(ctx, x(inside(row.low)), y, x(inside(row.high)), y);
  ctx.lineWidth = 1;
  for (const end of [row.low, row.high]) drawEnd(ctx, x(inside(end)), y, Math.sign(end - inside(end)));
  if (row.point === inside(row.point)) {
    ctx.beginPath();
    ctx.arc(x(row.point), y, 4, 0, 2 * Math.PI);
    ctx.fill();
  }
}

/** A stroke where the range ends; an arrow where it goes on. */
function drawEnd(ctx: CanvasRenderingContext2D, x: number, y: number, beyond: number): void {
  if (beyond === 0) {
    line(ctx, x, y - 4, x, y + 4);
    return;
  }
  ctx.beginPath();
  ctx.moveTo(x + 6 * beyond, y);
  ctx.lineTo(x - beyond, y - 5);
  ctx.lineTo(x - beyond, y + 5);
  ctx.fill();
}
