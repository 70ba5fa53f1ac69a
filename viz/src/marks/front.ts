// SPDX-License-Identifier: Apache-2.0
import { fit, FONT, label, line, niceStep } from "./canvas";
import { INK, MUTED, RULE } from "./colour";

/** One plan: where it lies by two measures, how surely, and its number. */
export interface FrontPoint {
  name: string;
  x: number;
  y: number;
  /** Ends of the interval of each; null: not known. */
  xEnds: [number, number] | null;
  yEnds: [number, number] | null;
  colour: string;
  /** The plan that the others are held to. */
  base: boolean;
}

export interface Axis {
  title: string;
  write: (value: number) => string;
}

const MARGIN = { left: 78, right: 18, top: 14, bottom: 46 };

function rangeOf(values: number[]): { from: number; to: number } {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const air = Math.max((most - least) * 0.08, Math.abs(most) * 0.005, 1e-9);
  return { from: least - air, to: most + air };
}

/** Plans by two measures of which less is better: the lower left is where everybody wants to be. */
export function drawFront(
  canvas: HTMLCanvasElement, size: { width: number; height: number }, points: FrontPoint[], xAxis: Axis, yAxis: Axis,
): void {
  const { ctx } = fit(canvas, size.width, size.height);
  ctx.fillStyle = "#ffffff";
  ctx.fillRect(0, 0, size.width, size.height);
  const box = { left: MARGIN.left, top: MARGIN.top, right: size.width - MARGIN.right, bottom: size.height - MARGIN.bottom };
  const xs = rangeOf(points.flatMap((one) => [one.x, ...(one.xEnds ?? [])]));
  const ys = rangeOf(points.flatMap((one) => [one.y, ...(one.yEnds ?? [])]));
  const x = (value: number): number => box.left + ((value - xs.from) / (xs.to - xs.from)) * (box.right - box.left);
  const y = (value: number): number => box.bottom - ((value - ys.from) / (ys.to - ys.from)) * (box.bottom - box.top);
  ctx.font = FONT;
  ctx.strokeStyle = RULE;
  ctx.fillStyle = MUTED;
  ctx.textAlign = "center";
  ctx.textBaseline = "top";
  const xStep = niceStep(xs.to - xs.from, (box.right - box.left) / 90);
  for (let at = Math.ceil(xs.from / xStep) * xStep; at <= xs.to; at += xStep) {
    line(ctx, x(at), box.top, x(at), box.bottom);
    ctx.fillText(xAxis.write(at), x(at), box.bottom + 6);
  }
  ctx.fillText(xAxis.title, (box.left + box.right) / 2, box.bottom + 26);
  ctx.textAlign = "right";
  ctx.textBaseline = "middle";
  const yStep = niceStep(ys.to - ys.from, (box.bottom - box.top) / 40);
  for (let at = Math.ceil(ys.from / yStep) * yStep; at <= ys.to; at += yStep) {
    line(ctx, box.left, y(at), box.right, y(at));
    ctx.fillText(yAxis.write(at), box.left - 8, y(at));
  }
  ctx.save();
  ctx.translate(14, (box.top + box.bottom) / 2);
  ctx.rotate(-Math.PI / 2);
  ctx.textAlign = "center";
  ctx.fillText(yAxis.title, 0, 0);
  ctx.restore();
  for (const point of points) drawPoint(ctx, point, x, y);
}

function drawPoint(ctx: CanvasRenderingContext2D, point: FrontPoint, x: (value: number) => number, y: (value: number) => number): void {
  ctx.strokeStyle = point.colour;
  ctx.fillStyle = point.colour;
  ctx.lineWidth = 1.4;
  if (point.xEnds) line(ctx, x(point.xEnds[0]), y(point.y), x(point.xEnds[1]), y(point.y));
  if (point.yEnds) line(ctx, x(point.x), y(point.yEnds[0]), x(point.x), y(point.yEnds[1]));
  ctx.lineWidth = 1;
  if (point.base) {
    ctx.fillRect(x(point.x) - 5, y(point.y) - 5, 10, 10);
  } else {
    ctx.beginPath();
    ctx.arc(x(point.x), y(point.y), 5, 0, 2 * Math.PI);
    ctx.fill();
  }
  ctx.textAlign = "left";
  ctx.textBaseline = "bottom";
  label(ctx, point.name, x(point.x) + 7, y(point.y) - 4, point.base ? INK : point.colour);
}
