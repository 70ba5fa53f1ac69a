// SPDX-License-Identifier: Apache-2.0
import { FONT, label } from "./canvas";
import { INK } from "./colour";
import { tint } from "./mix";

interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface Layer {
  colour: string;
  mark: string;
  /** By interval. */
  values: number[];
}

/** What stands one upon another, up to `most`; each with its mark where it is thickest. */
export function drawStack(ctx: CanvasRenderingContext2D, box: Box, layers: Layer[], most: number): void {
  const x = (k: number, n: number): number => box.left + (k / n) * box.width;
  const y = (value: number): number => box.top + box.height * (1 - value / most);
  let floor = layers[0]!.values.map(() => 0);
  const marks: [mark: string, x: number, y: number][] = [];
  for (const { colour, mark, values } of layers) {
    const n = values.length;
    const top = values.map((value, k) => floor[k]! + value);
    // Level from the beginning of each interval to its end.
    const outline = (heights: number[], backwards: boolean): void => {
      for (let step = 0; step < n; ++step) {
        const k = backwards ? n - 1 - step : step;
        for (const side of backwards ? [k + 1, k] : [k, k + 1]) ctx.lineTo(x(side, n), y(heights[k]!));
      }
    };
    ctx.beginPath();
    outline(top, false);
    outline(floor, true);
    ctx.closePath();
    ctx.fillStyle = tint(colour, 0.55);
    ctx.fill();
    // Nothing has no line: it would be that of what it stands upon.
    ctx.beginPath();
    values.forEach((value, k) => {
      if (value <= 0) return;
      if (!(values[k - 1]! > 0)) ctx.moveTo(x(k, n), y(floor[k]!));
      ctx.lineTo(x(k, n), y(top[k]!));
      ctx.lineTo(x(k + 1, n), y(top[k]!));
      if (!(values[k + 1]! > 0)) ctx.lineTo(x(k + 1, n), y(floor[k]!));
    });
    ctx.strokeStyle = colour;
    // A thick line on short intervals would be all that is seen.
    ctx.lineWidth = Math.max(0.6, Math.min(1.3, box.width / n / 2));
    ctx.stroke();
    const thick = values.indexOf(Math.max(...values));
    if (values[thick]! > 0) marks.push([mark, x(thick + 0.5, n), y(floor[thick]! + values[thick]! / 2)]);
    floor = top;
  }
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.font = `600 ${FONT}`;
  for (const [mark, at, height] of marks) label(ctx, mark, at, height, INK);
  ctx.font = FONT;
}
