// SPDX-License-Identifier: Apache-2.0
import type { Run } from "../load/load";
import type { Cells } from "../model/cells";
import { levelOf } from "../model/cells";
import type { Envelope } from "../model/crossing";
import type { Words } from "../words/words";
import { fit, FONT, label, line, niceStep, type Surface } from "./canvas";
import { channels, CLASSES, INK, MUTED, RULE, waveColour } from "./colour";

/** Where the diagram stands on its canvas: distance to the right, time downwards. */
export interface Frame {
  left: number;
  top: number;
  width: number;
  height: number;
  length_m: number;
  from_s: number;
  to_s: number;
}

export const TOP = 34;
export const LEFT = 62;
const RIGHT = 24;
const BAND = { gap: 22, elevation: 80, grade: 50, width: 40, foot: 24 };

export function frameOf(run: Run, cells: Cells, width: number, height: number): Frame {
  const bands = 3 * BAND.gap + BAND.elevation + BAND.grade + BAND.width + BAND.foot;
  return {
    left: LEFT,
    top: TOP,
    width: width - LEFT - RIGHT,
    height: height - TOP - bands,
    length_m: run.data.summary.course.length_m,
    from_s: 0,
    to_s: cells.used() * cells.interval_s,
  };
}

export const xOf = (frame: Frame, at_m: number): number =>
  frame.left + (at_m / frame.length_m) * frame.width;
export const yOf = (frame: Frame, time_s: number): number =>
  frame.top + ((time_s - frame.from_s) / (frame.to_s - frame.from_s)) * frame.height;

/** Cells by number. */
interface Grid {
  segments: number;
  cell: (segment: number, interval: number) => number;
}

/** One pixel per cell, to be drawn enlarged. */
export function raster(cells: Grid, intervals: number, colourOf: (cell: number) => string | null): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = cells.segments;
  canvas.height = Math.max(1, intervals);
  const ctx = canvas.getContext("2d")!;
  const image = ctx.createImageData(canvas.width, canvas.height);
  const known = new Map<string, [number, number, number]>();
  for (let t = 0; t < intervals; ++t) {
    for (let s = 0; s < cells.segments; ++s) {
      const colour = colourOf(cells.cell(s, t));
      if (colour === null) continue;
      let rgb = known.get(colour);
      if (!rgb) known.set(colour, (rgb = channels(colour)));
      image.data.set([rgb[0], rgb[1], rgb[2], 255], 4 * (t * cells.segments + s));
    }
  }
  ctx.putImageData(image, 0, 0);
  return canvas;
}

function drawCells(ctx: CanvasRenderingContext2D, frame: Frame, run: Run, cells: Cells): void {
  const least = run.data.levels_per_m2;
  const intervals = cells.used();
  const picture = raster(cells, intervals, (cell) => {
    const density = cells.density[cell]!;
    return density > 0 ? CLASSES[levelOf(density, least)]! : null;
  });
  ctx.imageSmoothingEnabled = false;
  const wide = (cells.segments * cells.segment_m) / frame.length_m;
  ctx.drawImage(picture, frame.left, frame.top, frame.width * wide, frame.height);
  ctx.imageSmoothingEnabled = true;
}

export function drawAxes(ctx: CanvasRenderingContext2D, frame: Frame, words: Words, bottom: number): void {
  ctx.font = FONT;
  ctx.fillStyle = MUTED;
  ctx.strokeStyle = RULE;
  ctx.lineWidth = 1;
  const hour_s = niceClockStep(frame.to_s - frame.from_s);
  ctx.textAlign = "right";
  ctx.textBaseline = "middle";
  for (let at = words.clocks.next(frame.from_s, hour_s); at <= frame.to_s; at += hour_s) {
    const y = Math.round(yOf(frame, at)) + 0.5;
    ctx.globalAlpha = 0.6;
    line(ctx, frame.left, y, frame.left + frame.width, y);
    ctx.globalAlpha = 1;
    ctx.fillText(words.minute(at), frame.left - 8, y);
  }
  ctx.textAlign = "center";
  ctx.textBaseline = "top";
  const step_m = niceStep(frame.length_m, frame.width / 70);
  for (let at = 0; at <= frame.length_m + 1; at += step_m) {
    const x = Math.round(xOf(frame, at)) + 0.5;
    ctx.globalAlpha = 0.6;
    line(ctx, x, frame.top, x, bottom);
    ctx.globalAlpha = 1;
    const km = words.number(at / 1000, step_m < 1000 ? 1 : 0);
    ctx.fillText(`${km} km`, x, bottom + 6);
  }
}

export function niceClockStep(range_s: number, most = 12): number {
  return [300, 600, 900, 1800, 3600, 7200].find((step) => range_s / step <= most) ?? 14400;
}

function drawEnvelopes(ctx: CanvasRenderingContext2D, frame: Frame, run: Run, waves: Envelope[]): void {
  const path = (times: (number | null)[]): void => {
    ctx.beginPath();
    times.forEach((time_s, k) => {
      if (time_s !== null) ctx.lineTo(xOf(frame, k * run.data.mark_spacing_m), yOf(frame, time_s));
    });
    ctx.stroke();
  };
  waves.forEach((wave, w) => {
    for (const [times, dash] of [[wave.first_s, []], [wave.last_s, [5, 4]]] as const) {
      const last = dash.length > 0;
      ctx.setLineDash([]);
      ctx.globalAlpha = last ? 0.7 : 1;
      ctx.strokeStyle = "rgba(255,255,255,0.7)";
      ctx.lineWidth = 2.4;
      if (!last) path(times);
      ctx.setLineDash([...dash]);
      ctx.strokeStyle = waveColour(w);
      ctx.lineWidth = last ? 1 : 1.3;
      path(times);
      ctx.globalAlpha = 1;
    }
  });
  ctx.setLineDash([]);
  ctx.textBaseline = "middle";
  ctx.textAlign = "left";
  ctx.font = `600 ${FONT}`;
  waves.forEach((wave, w) => {
    // One number each, staggered along the course so that none hides another.
    const k = Math.min(wave.first_s.length - 1, Math.round(wave.first_s.length * (0.3 + 0.06 * (w % 9))));
    const time_s = wave.first_s[k];
    if (time_s === null || time_s === undefined) return;
    label(ctx, String(w + 1), xOf(frame, k * run.data.mark_spacing_m) + 3, yOf(frame, time_s) - 7, waveColour(w));
  });
  ctx.font = FONT;
}

/** Chainages where the road gets at least a tenth narrower within 100 m. */
export function narrowings(run: Run): number[] {
  const widths = run.columns.profile_width_m;
  const reach = Math.max(1, Math.round(100 / run.data.profile_spacing_m));
  const found: number[] = [];
  for (let k = 1; k < widths.length; ++k) {
    const before = Math.max(...widths.subarray(Math.max(0, k - reach), k));
    const settled = k + 1 >= widths.length || widths[k + 1]! >= widths[k]! - 1e-4;
    if (widths[k]! <= 0.9 * before && settled && widths[k]! < widths[k - 1]!) {
      found.push(k * run.data.profile_spacing_m);
    }
  }
  return found;
}

function drawMarks(ctx: CanvasRenderingContext2D, frame: Frame, run: Run): void {
  for (const station of run.data.summary.stations) {
    if (station.after_line) continue;
    const x = xOf(frame, station.km * 1000);
    ctx.strokeStyle = INK;
    ctx.globalAlpha = 0.55;
    ctx.lineWidth = 1;
    ctx.setLineDash([2, 3]);
    line(ctx, x, frame.top, x, frame.top + frame.height);
    ctx.setLineDash([]);
    ctx.globalAlpha = 1;
    ctx.fillStyle = INK;
    ctx.fillRect(x - 4, frame.top - 13, 8, 8);
  }
  ctx.fillStyle = "#a33b00";
  for (const at_m of narrowings(run)) {
    const x = xOf(frame, at_m);
    ctx.beginPath();
    ctx.moveTo(x - 5, frame.top - 14);
    ctx.lineTo(x + 5, frame.top - 14);
    ctx.lineTo(x, frame.top - 4);
    ctx.fill();
  }
}

interface Band {
  top: number;
  height: number;
  title: string;
  values: ArrayLike<number>;
  from: number;
  to: number;
  scale: number;
  digits: number;
}

function drawBand(ctx: CanvasRenderingContext2D, frame: Frame, spacing_m: number, band: Band, words: Words): void {
  const y = (value: number): number =>
    band.top + band.height * (1 - (value * band.scale - band.from) / (band.to - band.from));
  const floor = y(Math.max(band.from, Math.min(band.to, 0)) / band.scale);
  ctx.beginPath();
  ctx.moveTo(frame.left, floor);
  for (let k = 0; k < band.values.length; ++k) ctx.lineTo(xOf(frame, k * spacing_m), y(band.values[k]!));
  ctx.lineTo(frame.left + frame.width, floor);
  ctx.closePath();
  ctx.fillStyle = "#dfe5ea";
  ctx.fill();
  ctx.beginPath();
  for (let k = 0; k < band.values.length; ++k) ctx.lineTo(xOf(frame, k * spacing_m), y(band.values[k]!));
  ctx.strokeStyle = "#44505c";
  ctx.lineWidth = 1.2;
  ctx.stroke();
  ctx.strokeStyle = RULE;
  line(ctx, frame.left, floor, frame.left + frame.width, floor);
  ctx.fillStyle = MUTED;
  ctx.textAlign = "right";
  ctx.textBaseline = "middle";
  ctx.fillText(words.number(band.to, band.digits), frame.left - 8, band.top + 5);
  ctx.fillText(words.number(band.from, band.digits), frame.left - 8, band.top + band.height - 5);
  ctx.textAlign = "left";
  ctx.textBaseline = "bottom";
  label(ctx, band.title, frame.left + 6, band.top - 2, INK);
}

function drawProfile(ctx: CanvasRenderingContext2D, frame: Frame, run: Run, words: Words): number {
  const { profile_elevation_m, profile_grade, profile_width_m } = run.columns;
  const spacing_m = run.data.profile_spacing_m;
  const most = (values: Float32Array, scale: number): number => values.reduce((a, b) => Math.max(a, b * scale), 0);
  const least = (values: Float32Array, scale: number): number => values.reduce((a, b) => Math.min(a, b * scale), 0);
  let top = frame.top + frame.height + BAND.gap;
  drawBand(ctx, frame, spacing_m, {
    top, height: BAND.elevation, title: words.t("elevation"), values: profile_elevation_m,
    from: Math.floor(least(profile_elevation_m, 1)), to: Math.ceil(most(profile_elevation_m, 1) + 1), scale: 1, digits: 0,
  }, words);
  top += BAND.elevation + BAND.gap;
  drawBand(ctx, frame, spacing_m, {
    top, height: BAND.grade, title: words.t("grade"), values: profile_grade,
    from: Math.floor(least(profile_grade, 100)) - 1, to: Math.ceil(most(profile_grade, 100)) + 1, scale: 100, digits: 0,
  }, words);
  top += BAND.grade + BAND.gap;
  drawBand(ctx, frame, spacing_m, {
    top, height: BAND.width, title: words.t("width"), values: profile_width_m,
    from: 0, to: Math.ceil(most(profile_width_m, 1)), scale: 1, digits: 0,
  }, words);
  return top + BAND.width;
}

/** The whole picture: cells, waves, marks, and the road beneath at the same distances. */
export function drawSpaceTime(
  canvas: HTMLCanvasElement, size: { width: number; height: number }, run: Run, cells: Cells,
  waves: Envelope[], words: Words,
): { surface: Surface; frame: Frame } {
  const surface = fit(canvas, size.width, size.height);
  const frame = frameOf(run, cells, size.width, size.height);
  const { ctx } = surface;
  ctx.fillStyle = "#ffffff";
  ctx.fillRect(0, 0, size.width, size.height);
  drawCells(ctx, frame, run, cells);
  const bottom = drawProfile(ctx, frame, run, words);
  drawAxes(ctx, frame, words, bottom);
  drawEnvelopes(ctx, frame, run, waves);
  drawMarks(ctx, frame, run);
  ctx.strokeStyle = "#9aa4af";
  ctx.lineWidth = 1;
  ctx.strokeRect(frame.left + 0.5, frame.top + 0.5, frame.width, frame.height);
  return { surface, frame };
}
