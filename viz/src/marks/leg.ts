// SPDX-License-Identifier: Apache-2.0
import type { LegCells } from "../model/leg";
import type { Words } from "../words/words";
import { clipped, fit, FONT, label, line, niceStep } from "./canvas";
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

/** Who is there, how dense it is, how many are on it, how many a minute leave it. */
const PANELS = ["who", "density", "count", "flow"] as const;
type PanelName = (typeof PANELS)[number];
/** Those of runners, one race upon another. */
const STACKED = ["count", "flow"] as const;
type Stacked = (typeof STACKED)[number];

/** What is drawn of a leg. */
export interface LegView {
  cells: LegCells;
  looks: PassLook[];
  levels: readonly number[];
  /** Where two passes are densest together. */
  peaks: { time_s: number; at_m: number }[];
  titles: Record<PanelName, string>;
}

/** One panel: time to the right. */
export interface Panel {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The same time in all of them. */
export interface LegPicture extends Record<PanelName, Panel> {
  from_s: number;
  to_s: number;
}

const LEFT = 62;
const RIGHT = 14;
const TITLE = 24;
const FOOT = 22;
const BETWEEN = 4;
/** On paper two legs fit on a page, with how they read above them. */
const NARROW = 800;

/** Of the panels that count runners. */
const stackHigh = (width: number): number => (width < NARROW ? 44 : 80);
/** Of those that have the leg at their side. */
const roomFor = ({ leg }: LegCells, width: number): number =>
  width < NARROW ? 80 : Math.max(80, Math.min(190, leg.segments * 9));

function pictureOf(cells: LegCells, width: number): LegPicture {
  const [room, high] = [roomFor(cells, width), stackHigh(width)];
  let bottom = 0;
  const next = (height: number): Panel => {
    const top = bottom + TITLE;
    bottom = top + height + BETWEEN;
    return { left: LEFT, top, width: width - LEFT - RIGHT, height };
  };
  const { interval_s } = cells.leg;
  return {
    who: next(room), density: next(room), count: next(high), flow: next(high),
    from_s: cells.from * interval_s, to_s: cells.to * interval_s,
  };
}

const below = ({ top, height }: Panel): number => top + height;

export const heightOfLeg = (cells: LegCells, width: number): number => below(pictureOf(cells, width).flow) + FOOT;

export const xAt = ({ who, from_s, to_s }: LegPicture, time_s: number): number =>
  who.left + ((time_s - from_s) / (to_s - from_s)) * who.width;
export const yAt = (panel: Panel, at: number, most: number): number => panel.top + panel.height * (1 - at / most);

/** The clock below all panels, the leg beside the upper two, runners beside the others. */
function drawAxes(ctx: CanvasRenderingContext2D, picture: LegPicture, { cells, titles }: LegView, most: Record<Stacked, number>, words: Words): void {
  const { who, density, flow, from_s, to_s } = picture;
  const step_s = niceClockStep(to_s - from_s, Math.min(12, who.width / 62));
  ctx.lineWidth = 1;
  ctx.strokeStyle = RULE;
  ctx.textAlign = "center";
  ctx.textBaseline = "top";
  ctx.fillStyle = MUTED;
  for (let at = words.clocks.next(from_s, step_s); at <= to_s; at += step_s) {
    const x = Math.round(xAt(picture, at)) + 0.5;
    ctx.globalAlpha = 0.6;
    for (const name of PANELS) line(ctx, x, picture[name].top, x, below(picture[name]));
    ctx.globalAlpha = 1;
    ctx.fillText(words.minute(at), x, below(flow) + 6);
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
  for (const name of STACKED) {
    const step = Math.max(1, niceStep(most[name], picture[name].height / 18));
    for (let at = 0; at <= most[name]; at += step) tick(words.count(at), picture[name], yAt(picture[name], at, most[name]));
  }
  ctx.textAlign = "left";
  ctx.textBaseline = "bottom";
  ctx.fillStyle = INK;
  for (const name of PANELS) ctx.fillText(clipped(ctx, titles[name], picture[name].width), picture[name].left, picture[name].top - 6);
}

/** The first or the last of a pass, place by place. Where a last one goes no farther, and somebody
 *  before him is the last, the line is broken. */
function edgePath(ctx: CanvasRenderingContext2D, picture: LegPicture, panel: Panel, cells: LegCells, pass: number, which: 0 | 1): void {
  const { segment_m, interval_s, length_m, segments, passes } = cells.leg;
  const onward = passes[pass]!.direction === "forward" ? 1 : -1;
  const spans = cells.spans(pass);
  ctx.beginPath();
  spans.forEach((span, s) => {
    if (!span) return;
    const x = xAt(picture, (span[which] + which) * interval_s);
    const before = spans[s - 1];
    if (before && onward * (span[which] - before[which]) < 0) ctx.moveTo(x, yAt(panel, s * segment_m, length_m));
    // Through the middle of each piece, and to both ends of the leg.
    if (s === 0) ctx.lineTo(x, yAt(panel, 0, length_m));
    ctx.lineTo(x, yAt(panel, (s + 0.5) * segment_m, length_m));
    if (s + 1 === segments) ctx.lineTo(x, yAt(panel, length_m, length_m));
  });
}

/** From the first to the last of each pass: solid and dashed, with what stands for it. */
function drawEdges(ctx: CanvasRenderingContext2D, picture: LegPicture, panel: Panel, { cells, looks }: LegView): void {
  const { segment_m, interval_s, length_m, segments } = cells.leg;
  looks.forEach(({ colour }, pass) => {
    for (const which of [0, 1] as const) {
      edgePath(ctx, picture, panel, cells, pass, which);
      ctx.setLineDash([]);
      ctx.strokeStyle = "rgba(255,255,255,0.75)";
      ctx.lineWidth = 3;
      ctx.stroke();
      ctx.setLineDash(which === 0 ? [] : [5, 3]);
      ctx.strokeStyle = colour;
      ctx.lineWidth = 1.5;
      ctx.stroke();
    }
  });
  ctx.setLineDash([]);
  ctx.font = `600 ${FONT}`;
  ctx.textAlign = "left";
  ctx.textBaseline = "middle";
  looks.forEach(({ colour, mark }, pass) => {
    // Staggered, so that none hides another.
    const s = Math.floor((segments * (pass + 1)) / (looks.length + 1));
    const span = cells.spans(pass)[s];
    if (span) label(ctx, mark, xAt(picture, span[0] * interval_s) + 6, yAt(panel, (s + 0.5) * segment_m, length_m), colour);
  });
  ctx.font = FONT;
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

/** Draws runners race upon race; returns how many the panel is high. */
function drawStacked(ctx: CanvasRenderingContext2D, picture: LegPicture, name: Stacked, { cells, looks }: LegView): number {
  const value = (pass: number, k: number): number => (name === "flow" ? cells.out_per_min(pass, k) : cells.runners(pass, k));
  const layers = looks.map((look, pass) => (
    { ...look, values: Array.from({ length: cells.to - cells.from }, (_, k) => value(pass, cells.from + k)) }));
  const most = Math.max(1, ...layers[0]!.values.map((_, k) => layers.reduce((sum, layer) => sum + layer.values[k]!, 0))) * 1.06;
  drawStack(ctx, picture[name], layers, most);
  return most;
}

/** Who is on a leg where and when, how dense it is, how many of each are on it and leave it. */
export function drawLeg(canvas: HTMLCanvasElement, width: number, view: LegView, words: Words): LegPicture {
  const { cells, looks, levels } = view;
  const { ctx, height } = fit(canvas, width, heightOfLeg(cells, width));
  const picture = pictureOf(cells, width);
  const { who, density } = picture;
  ctx.fillStyle = "#ffffff";
  ctx.fillRect(0, 0, width, height);
  const fine = canvas.width / width;
  ctx.drawImage(mixed(cells, who, fine, looks.map((one) => one.colour), levels), who.left, who.top, who.width, who.height);
  drawTogether(ctx, density, view);
  const most = { count: drawStacked(ctx, picture, "count", view), flow: drawStacked(ctx, picture, "flow", view) };
  ctx.font = FONT;
  drawAxes(ctx, picture, view, most, words);
  drawEdges(ctx, picture, who, view);
  drawEdges(ctx, picture, density, view);
  drawPeaks(ctx, picture, density, view);
  ctx.strokeStyle = "#9aa4af";
  ctx.lineWidth = 1;
  for (const name of PANELS) {
    const { left, top, width: wide, height: high } = picture[name];
    ctx.strokeRect(left + 0.5, top + 0.5, wide, high);
  }
  return picture;
}
