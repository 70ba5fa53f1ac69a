// SPDX-License-Identifier: Apache-2.0
import type { Run } from "../load/load";
import type { Cells } from "../model/cells";
import { levelOf } from "../model/cells";
import { label, niceStep } from "./canvas";
import { channels, CLASSES, INK, LOST_LIMITS, MUTED, waveColour } from "./colour";
import { onScreen, type MapPlane, type View } from "./map";

export type RunnerColour = "wave" | "lost";

/** A runner's own place across the road, -0.5 to 0.5: any even spread will do. */
function across(bib: number): number {
  return (Math.imul(bib, 2654435761) >>> 0) / 4294967296 - 0.5;
}

/** A canvas's pixels, row by row. */
export interface Picture {
  pixels: Uint32Array;
  columns: number;
  rows: number;
}

/** In place of a colour. */
const NOT_SHOWN = 255;

/** Draws everybody. */
export class RunnerMarks {
  private readonly offset: Float32Array;
  private readonly lot: Uint8Array;
  private readonly levels: Uint8Array;
  private readonly x: Float32Array;
  private readonly y: Float32Array;

  constructor(
    private readonly run: Run, private readonly cells: Cells, private readonly plane: MapPlane,
  ) {
    const n = run.data.runners;
    this.offset = Float32Array.from(run.columns.bib, across);
    this.lot = new Uint8Array(n);
    this.levels = new Uint8Array(cells.segments);
    this.x = new Float32Array(plane.x.length);
    this.y = new Float32Array(plane.y.length);
  }

  /** How many colours there are. */
  private lots(by: RunnerColour): number {
    return by === "wave" ? this.run.data.summary.waves.length : CLASSES.length;
  }

  private colour(by: RunnerColour, lot: number): string {
    return by === "wave" ? waveColour(lot) : CLASSES[lot]!;
  }

  /** Into which colour each runner goes. */
  private allot(chainage_m: Float32Array, time_s: number, by: RunnerColour, hidden: ReadonlySet<number>): void {
    const { wave } = this.run.columns;
    const interval = this.cells.intervalAt(time_s);
    const { levels } = this;
    for (let s = 0; s < levels.length; ++s) {
      levels[s] = levelOf(this.cells.lostShare(this.cells.cell(s, interval)) ?? 0, LOST_LIMITS);
    }
    for (let i = 0; i < chainage_m.length; ++i) {
      if (chainage_m[i]! < 0 || hidden.has(wave[i]!)) this.lot[i] = NOT_SHOWN;
      else this.lot[i] = by === "wave" ? wave[i]! : levels[this.cells.segmentAt(chainage_m[i]!)]!;
    }
  }

  /** Into a picture of the ground, pixel by pixel: as many small rectangles on a canvas take a
   *  browser without a graphics card ten times as long. A dot that the edge would cut is left out. */
  draw(
    picture: Picture, view: View, size: { width: number; height: number },
    chainage_m: Float32Array, time_s: number, by: RunnerColour, hidden: ReadonlySet<number>,
  ): void {
    const { x, y, plane, lot, offset } = this;
    const { pixels, columns, rows } = picture;
    const fine = columns / size.width;
    this.place(view, size, fine);
    this.allot(chainage_m, time_s, by, hidden);
    const colours = this.colours(by);
    const spacing = this.run.data.profile_spacing_m;
    const road_px = Math.max(9, (9 * view.zoom) / plane.pixel_m) * fine;
    const dot = Math.round((view.zoom > 4 ? 3 : 2) * fine);
    for (let i = 0; i < lot.length; ++i) {
      if (lot[i] === NOT_SHOWN) continue;
      const place = chainage_m[i]! / spacing;
      const k = Math.min(x.length - 2, place | 0);
      const share = place - k;
      const dx = x[k + 1]! - x[k]!;
      const dy = y[k + 1]! - y[k]!;
      const aside = (offset[i]! * road_px) / (Math.sqrt(dx * dx + dy * dy) || 1);
      const left = Math.round(x[k]! + dx * share - dy * aside - dot / 2);
      const top = Math.round(y[k]! + dy * share + dx * aside - dot / 2);
      if (left < 0 || top < 0 || left + dot > columns || top + dot > rows) continue;
      const colour = colours[lot[i]!]!;
      for (let row = top; row < top + dot; ++row) {
        for (let column = left; column < left + dot; ++column) pixels[row * columns + column] = colour;
      }
    }
  }

  /** The course in the picture's pixels. */
  private place(view: View, size: { width: number; height: number }, fine: number): void {
    const { x, y, plane } = this;
    for (let k = 0; k < x.length; ++k) {
      x[k] = (size.width / 2 + (plane.x[k]! - view.x) * view.zoom) * fine;
      y[k] = (size.height / 2 + (plane.y[k]! - view.y) * view.zoom) * fine;
    }
  }

  /** By lot, as a pixel is kept: red in the lowest byte. */
  private colours(by: RunnerColour): Uint32Array {
    return Uint32Array.from({ length: this.lots(by) }, (_, lot) => {
      const [red, green, blue] = channels(this.colour(by, lot));
      return (255 << 24) | (blue << 16) | (green << 8) | red;
    });
  }

  /** The ground in profile, and on it how many are where, one bar each 4 pixels. */
  drawProfile(
    ctx: CanvasRenderingContext2D, box: { left: number; top: number; width: number; height: number },
    chainage_m: Float32Array, by: RunnerColour, mostPerMetre: number,
  ): void {
    const { profile_elevation_m: z } = this.run.columns;
    const length_m = this.run.data.summary.course.length_m;
    const columns = Math.max(1, Math.floor(box.width / 4));
    const lots = this.lots(by);
    const counts = new Uint16Array(columns * lots);
    for (let i = 0; i < chainage_m.length; ++i) {
      if (this.lot[i] === NOT_SHOWN) continue;
      const column = Math.min(columns - 1, Math.floor((chainage_m[i]! / length_m) * columns));
      ++counts[column * lots + this.lot[i]!]!;
    }
    const least = z.reduce((a, b) => Math.min(a, b), 0);
    const most = Math.max(least + 20, z.reduce((a, b) => Math.max(a, b), 0));
    const ground = (k: number): number => box.top + box.height - 18 - ((z[k]! - least) / (most - least)) * (box.height * 0.5);
    ctx.beginPath();
    ctx.moveTo(box.left, box.top + box.height - 16);
    for (let k = 0; k < z.length; ++k) ctx.lineTo(box.left + (k / (z.length - 1)) * box.width, ground(k));
    ctx.lineTo(box.left + box.width, box.top + box.height - 16);
    ctx.closePath();
    ctx.fillStyle = "#d4dae0";
    ctx.fill();
    const full = mostPerMetre * (length_m / columns);
    for (let lot = 0; lot < lots; ++lot) {
      ctx.fillStyle = this.colour(by, lot);
      for (let column = 0; column < columns; ++column) {
        const n = counts[column * lots + lot]!;
        if (n === 0) continue;
        let below = 0;
        for (let other = 0; other < lot; ++other) below += counts[column * lots + other]!;
        const k = Math.round(((column + 0.5) / columns) * (z.length - 1));
        const unit = (box.height * 0.42) / full;
        ctx.fillRect(box.left + column * 4, ground(k) - (below + n) * unit, 3.2, n * unit);
      }
    }
    ctx.fillStyle = MUTED;
    ctx.textAlign = "center";
    ctx.textBaseline = "bottom";
    const every = Math.max(1, niceStep(length_m / 1000, Math.min(12, box.width / 56)));
    for (let km = 0; km * 1000 <= length_m; km += every) {
      const x = box.left + ((km * 1000) / length_m) * box.width;
      ctx.fillText(`${km} km`, Math.min(box.left + box.width - 20, Math.max(box.left + 16, x)), box.top + box.height);
    }
  }

  /** A ring round the one who is followed, on the map and in profile. */
  drawFollowed(ctx: CanvasRenderingContext2D, view: View, size: { width: number; height: number }, at_m: number, name: string): void {
    const [x, y] = onScreen(view, size.width, size.height, ...this.plane.at(at_m));
    ctx.strokeStyle = "#ffffff";
    ctx.lineWidth = 5;
    ctx.beginPath();
    ctx.arc(x, y, 9, 0, 7);
    ctx.stroke();
    ctx.strokeStyle = "#a33b00";
    ctx.lineWidth = 2.5;
    ctx.stroke();
    ctx.textAlign = "center";
    ctx.textBaseline = "bottom";
    label(ctx, name, x, y - 13, INK);
  }
}
