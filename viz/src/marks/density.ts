// SPDX-License-Identifier: Apache-2.0
import type { Diagrams } from "../format/study";
import type { Words } from "../words/words";
import { fit, FONT } from "./canvas";
import { CLASSES } from "./colour";
import { drawAxes, LEFT, raster, type Frame } from "./spacetime";

/** Less is blue and more is orange, the farther from nothing the darker; also to colour-blind eyes. */
export const LESS = ["#d3e4f3", "#96c0e0", "#4f93c4", "#1d63a0", "#08306b"] as const;
export const MORE = ["#fde0c5", "#fbb574", "#ee7f2f", "#c4520c", "#7a2a04"] as const;
/** Differences in runners/m² that the classes stand for. */
export const DIFFERENCES = [0.005, 0.05, 0.1, 0.2, 0.4] as const;

const TOP = 10;
const RIGHT = 26;
const FOOT = 24;

export function levelColour(density: number, levels: readonly number[]): string | null {
  return density > 0 ? CLASSES[levels.filter((least) => density >= least).length]! : null;
}

export function differenceColour(difference: number): string | null {
  const level = DIFFERENCES.filter((least) => Math.abs(difference) >= least).length - 1;
  if (level < 0) return null;
  return (difference < 0 ? LESS : MORE)[level]!;
}

/** Distance to the right, time downwards; the colour of each cell as told. */
export function drawDensity(
  canvas: HTMLCanvasElement, size: { width: number; height: number }, { segments, intervals, interval_s }: Diagrams,
  colourOf: (cell: number) => string | null, words: Words,
): Frame {
  const { ctx } = fit(canvas, size.width, size.height);
  const frame: Frame = {
    left: LEFT, top: TOP, width: size.width - LEFT - RIGHT, height: size.height - TOP - FOOT,
    length_m: segments.at(-1)!.to_m, from_s: 0, to_s: intervals * interval_s,
  };
  ctx.fillStyle = "#ffffff";
  ctx.fillRect(0, 0, size.width, size.height);
  const cells = { segments: segments.length, cell: (s: number, t: number) => s * intervals + t };
  ctx.imageSmoothingEnabled = false;
  ctx.drawImage(raster(cells, intervals, colourOf), frame.left, frame.top, frame.width, frame.height);
  ctx.imageSmoothingEnabled = true;
  ctx.font = FONT;
  drawAxes(ctx, frame, words, frame.top + frame.height);
  ctx.strokeStyle = "#9aa4af";
  ctx.lineWidth = 1;
  ctx.strokeRect(frame.left + 0.5, frame.top + 0.5, frame.width, frame.height);
  return frame;
}
