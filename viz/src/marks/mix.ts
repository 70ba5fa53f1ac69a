// SPDX-License-Identifier: Apache-2.0
import type { LegCells } from "../model/leg";
import { blended, channels, PAPER } from "./colour";

/** How much of its colour a race has in each class of density; the rest is paper. */
const STRENGTHS = [0.3, 0.45, 0.6, 0.75, 0.88, 1] as const;
/** Of the stripes where several are together, in CSS pixels along a row. */
const PERIOD_PX = 9;
/** What a few among many are drawn with at least, or nobody would see them. */
const LEAST_SHARE = 0.2;

/** A colour thinned with paper. */
export const tint = (colour: string, strength: number): string => blended(PAPER, colour, strength);

/** Where in a period of stripes each one ends, from 0 to 1. */
function stripesOf(densities: number[]): number[] {
  const sum = densities.reduce((all, one) => all + one, 0);
  const parts = densities.map((one) => (one > 0 ? Math.max(LEAST_SHARE, one / sum) : 0));
  const whole = parts.reduce((all, one) => all + one, 0);
  let end = 0;
  return parts.map((part) => (end += part / whole));
}

/** A colour as a canvas keeps a pixel. */
function pixelOf(colour: string): number {
  const [red, green, blue] = channels(colour);
  return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}

/** Time to the right, the leg upwards: each cell in the colour of who is there, the stronger the
 *  denser; where several are together in slanted stripes, as wide as their shares. */
export function mixed(
  cells: LegCells, size: { width: number; height: number }, fine: number, colours: string[], levels: readonly number[],
): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(size.width * fine);
  canvas.height = Math.round(size.height * fine);
  const ctx = canvas.getContext("2d")!;
  const image = ctx.createImageData(canvas.width, canvas.height);
  const pixels = new Uint32Array(image.data.buffer);
  const shades = colours.map((colour) => STRENGTHS.map((strength) => pixelOf(tint(colour, strength))));
  const period = Math.round(PERIOD_PX * fine);
  const { segments } = cells.leg;
  const edge = (s: number): number => Math.round(canvas.height * (1 - s / segments));
  const side = (k: number): number => Math.round((canvas.width * (k - cells.from)) / (cells.to - cells.from));
  for (let s = 0; s < segments; ++s) {
    for (let k = cells.from; k < cells.to; ++k) {
      const densities = cells.densities(s, k);
      const sum = densities.reduce((all, one) => all + one, 0);
      if (sum <= 0) continue;
      const level = levels.filter((least) => sum >= least).length;
      const ends = stripesOf(densities);
      const stripe = Uint32Array.from({ length: period }, (_, at) => shades[ends.findIndex((end) => (at + 0.5) / period < end)]![level]!);
      for (let y = edge(s + 1); y < edge(s); ++y) {
        for (let x = side(k); x < side(k + 1); ++x) pixels[y * canvas.width + x] = stripe[(x + y) % period]!;
      }
    }
  }
  ctx.putImageData(image, 0, 0);
  return canvas;
}
