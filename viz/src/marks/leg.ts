// SPDX-License-Identifier: Apache-2.0
import type { LegCells } from "../model/leg";
import type { Words } from "../words/words";
import { fit, FONT, label, line, niceStep } from "./canvas";
import { INK, MUTED, RULE } from "./colour";
import { levelColour } from "./density";
import { mixed } from "./mix";
import { niceClockStep, raster } from "./spacetime";
import { drawStack } from "./stack";

/** A pass of a leg as it is drawn: what stands for it, in what colour. */
export interface PassLook {
  mark: string;
  colour: string;
}

/** What is drawn of a leg. */
export interface LegView {
  cells: LegCells;
  looks: PassLook[];
  levels: readonly number[];
  /** Where two passes are densest together. */
  peaks: { time_s: number; at_m: number }[];
  titles: { who: string; density: string; count: string };
}

/** One panel: time to the right. */
export interface Panel {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The same time in all three. */
export interface LegPicture {
  who: Panel;
  density: Panel;
  count: Panel;
  from_s: number;
  to_s: number;
}

const LEFT = 62;
const RIGHT = 14;
const TITLE = 24;
const FOOT = 22;
/** On paper two legs fit on a page. */
const NARROW = 800;

const countHigh = (width: number): number => (width < NARROW ? 66 : 88);
const roomFor = ({ leg }: LegCells, width: number): number =>
  Math.round(Math.max(80, Math.min(width < NARROW ? 118 : 190, leg.segments * 9)));

export const heightOfLeg = (cells: LegCells, width: number): number =>
  3 * TITLE + 2 * roomFor(cells, width) + countHigh(width) + FOOT + 8;

function pictureOf(cells: LegCells, width: number): LegPicture {
  const room = roomFor(cells, width);
  const panel = (top: number, height: number): Panel => ({ left: LEFT, top, width: width - LEFT - RIGHT, height });
  const { interval_s } = cells.leg;
  return {
    who: panel(TITLE, room), density: panel(2 * TITLE + room + 4, room), count: panel(3 * TITLE + 2 * room + 8, countHigh(width)),
    from_s: cells.from * interval_s, to_s: cells.to * interval_s,
  };
}

export const xAt = ({ who, from_s, to_s }: LegPicture, time_s: number): number =>
  who.left + ((time_s - from_s) / (to_s - from_s)) * who.width;
export const yAt = (panel: Panel, at_m: number, length_m: number): number => panel.top + panel.height * (1 - at_m / length_m);

/** The clock below all panels, the leg beside the upper two, runners beside the last. */
function drawAxes(ctx: CanvasRenderingContext2D, picture: LegPicture, { cells, titles }: LegView, most: number, words: Words): void {
  const { who, density, count, from_s, to_s } = picture;
  const step_s = niceClockStep(to_s - from_s, Math.min(12, who.width / 62));
  ctx.lineWidth = 1;
  ctx.strokeStyle = RULE;
  ctx.textAlign = "center";
  ctx.textBaseline = "top";
  ctx.fillStyle = MUTED;
  for (let at = words.clocks.next(from_s, step_s); at <= to_s; at += step_s) {
    const x = Math.round(xAt(picture, at)) + 0.5;
    ctx.globalAlpha = 0.6;
    for (const { top, height } of [who, density, count]) line(ctx, x, top, x, top + height);
    ctx.globalAlpha = 1;
    ctx.fillText(words.minute(at), x, count.top + count.height + 6);
  }
  ctx.textAlign = "right";
  ctx.textBaseline = "middle";
  const { length_m } = cells.leg;
  const step_m = niceStep(length_m, who.height / 28);
  const tick = (text: string, panel: Panel, y: number): void => {
    ctx.globalAlpha = 0.6;
    line(ctx, panel.left, Math.round(y) + 0.5, panel.left + panel.width, Math.round(y) + 0.5);
    ctx.globalAlpha = 1;
    ctx.fillText(text, panel.left - 8, y);
  };
  for (let at = 0; at <= length_m; at += step_m) {
    for (const panel of [who, density]) tick(`${words.number(at / 1000, step_m < 1000 ? 1 : 0)} km`, panel, yAt(panel, at, length_m));
  }
  const step = Math.max(1, niceStep(most, 3));
  for (let at = 0; at <= most; at += step) tick(words.count(at), count, count.top + count.height * (1 - at / most));
  ctx.textAlign = "left";
  ctx.textBaseline = "bottom";
  ctx.fillStyle = INK;
  for (const [title, panel] of [[titles.who, who], [titles.density, density], [titles.count, count]] as const) ctx.fillText(title, panel.left, panel.top - 6);
}

/** From the first to the last of each pass, place by place: solid and dashed, with what stands for it. */
function drawEdges(ctx: CanvasRenderingContext2D, picture: LegPicture, panel: Panel, { cells, looks }: LegView): void {
  const { segment_m, interval_s, length_m, segments } = cells.leg;
  looks.forEach(({ colour, mark }, pass) => {
    const spans = cells.spans(pass);
    const path = (which: 0 | 1): void => {
      ctx.beginPath();
      spans.forEach((span, s) => {
        if (!span) return;
        const x = xAt(picture, (span[which] + which) * interval_s);
        // Through the middle of each piece, and to both ends of the leg.
        if (s === 0) ctx.lineTo(x, yAt(panel, 0, length_m));
        ctx.lineTo(x, yAt(panel, (s + 0.5) * segment_m, length_m));
        if (s + 1 === segments) ctx.lineTo(x, yAt(panel, length_m, length_m));
      });
      ctx.stroke();
    };
    for (const which of [0, 1] as const) {
      ctx.setLineDash([]);
      ctx.strokeStyle = "rgba(255,255,255,0.75)";
      ctx.lineWidth = 3;
      path(which);
      ctx.setLineDash(which === 0 ? [] : [5, 3]);
      ctx.strokeStyle = colour;
      ctx.lineWidth = 1.5;
      path(which);
    }
    ctx.setLineDash([]);
    // Staggered, so that none hides another.
    const s = Math.min(segments - 1, Math.floor(segments * (0.35 + 0.3 * (pass % 2))));
    const span = spans[s];
    if (!span) return;
    ctx.font = `600 ${FONT}`;
    ctx.textAlign = "left";
    ctx.textBaseline = "middle";
    label(ctx, mark, xAt(picture, span[0] * interval_s) + 6, yAt(panel, (s + 0.5) * segment_m, length_m), colour);
    ctx.font = FONT;
  });
}

function drawPeaks(ctx: CanvasRenderingContext2D, picture: LegPicture, panel: Panel, { cells, peaks }: LegView): void {
  for (const { time_s, at_m } of peaks) {
    const [x, y] = [xAt(picture, time_s + cells.leg.interval_s / 2), yAt(panel, at_m, cells.leg.length_m)];
    for (const [colour, wide] of [["#ffffff", 4], [INK, 1.8]] as const) {
      ctx.beginPath();
      ctx.arc(x, y, 5.5, 0, 2 * Math.PI);
      ctx.strokeStyle = colour;
      ctx.lineWidth = wide;
      ctx.stroke();
    }
  }
}

function drawTogether(ctx: CanvasRenderingContext2D, panel: Panel, { cells, levels }: LegView): void {
  const { segments, segment_m, length_m } = cells.leg;
  const n = cells.to - cells.from;
  // One pixel per cell; intervals go down in the raster and to the right here.
  const picture = raster({ segments: n, cell: (k, s) => s * n + k }, segments, (cell) => {
    const s = segments - 1 - Math.floor(cell / n);
    return levelColour(cells.together(s, cells.from + (cell % n)), levels);
  });
  const high = (panel.height * segments * segment_m) / length_m;
  ctx.save();
  ctx.beginPath();
  ctx.rect(panel.left, panel.top, panel.width, panel.height);
  ctx.clip();
  ctx.imageSmoothingEnabled = false;
  ctx.drawImage(picture, panel.left, panel.top + panel.height - high, panel.width, high);
  ctx.restore();
}

/** Who is on a leg where and when, how dense it is, and how many of each are on it. */
export function drawLeg(canvas: HTMLCanvasElement, width: number, view: LegView, words: Words): LegPicture {
  const { cells, looks, levels } = view;
  const { ctx, height } = fit(canvas, width, heightOfLeg(cells, width));
  const picture = pictureOf(cells, width);
  const { who, density, count } = picture;
  ctx.fillStyle = "#ffffff";
  ctx.fillRect(0, 0, width, height);
  const fine = canvas.width / width;
  ctx.drawImage(mixed(cells, who, fine, looks.map((one) => one.colour), levels), who.left, who.top, who.width, who.height);
  drawTogether(ctx, density, view);
  const layers = looks.map((look, pass) => (
    { ...look, values: Array.from({ length: cells.to - cells.from }, (_, k) => cells.runners(pass, cells.from + k)) }));
  const most = Math.max(1, ...layers[0]!.values.map((_, k) => layers.reduce((sum, layer) => sum + layer.values[k]!, 0))) * 1.06;
  drawStack(ctx, count, layers, most);
  ctx.font = FONT;
  drawAxes(ctx, picture, view, most, words);
  drawEdges(ctx, picture, who, view);
  drawEdges(ctx, picture, density, view);
  drawPeaks(ctx, picture, density, view);
  ctx.strokeStyle = "#9aa4af";
  ctx.lineWidth = 1;
  for (const panel of [who, density, count]) ctx.strokeRect(panel.left + 0.5, panel.top + 0.5, panel.width, panel.height);
  return picture;
}
