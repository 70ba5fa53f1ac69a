// SPDX-License-Identifier: Apache-2.0
import type { Run } from "../load/load";
import type { Words } from "../words/words";
import { FONT, label } from "./canvas";
import { INK } from "./colour";

/** Which part of the relief is seen: its middle, in relief pixels, and how many CSS pixels each is. */
export interface View {
  x: number;
  y: number;
  zoom: number;
}

/** The map's plane: pixels of the relief, along which longitude and latitude are even. */
export class MapPlane {
  readonly columns: number;
  readonly rows: number;
  readonly pixel_m: number;
  /** By point of the profile. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  private readonly toned: HTMLCanvasElement | null;

  constructor(private readonly run: Run) {
    const { relief } = run.data;
    const { profile_lon_deg: lon, profile_lat_deg: lat } = run.columns;
    this.columns = relief.columns;
    this.rows = relief.rows;
    this.x = new Float32Array(lon.length);
    this.y = new Float32Array(lat.length);
    for (let k = 0; k < lon.length; ++k) {
      this.x[k] = ((lon[k]! - relief.west_deg) / (relief.east_deg - relief.west_deg)) * relief.columns;
      this.y[k] = ((relief.north_deg - lat[k]!) / (relief.north_deg - relief.south_deg)) * relief.rows;
    }
    this.pixel_m = ((relief.north_deg - relief.south_deg) * 111195) / Math.max(1, relief.rows);
    this.toned = run.relief ? tone(run.relief) : null;
  }

  /** Where a chainage is, in relief pixels. */
  at(chainage_m: number): [number, number] {
    const place = Math.max(0, Math.min(this.x.length - 1, chainage_m / this.run.data.profile_spacing_m));
    const k = Math.min(this.x.length - 2, Math.floor(place));
    const share = place - k;
    return [
      this.x[k]! + (this.x[k + 1]! - this.x[k]!) * share,
      this.y[k]! + (this.y[k + 1]! - this.y[k]!) * share,
    ];
  }

  whole(width: number, height: number): View {
    return {
      x: this.columns / 2,
      y: this.rows / 2,
      zoom: Math.min(width / this.columns, height / this.rows),
    };
  }

  drawGround(ctx: CanvasRenderingContext2D, view: View, width: number, height: number): void {
    ctx.fillStyle = "#eceeee";
    ctx.fillRect(0, 0, width, height);
    if (!this.toned) return;
    ctx.imageSmoothingEnabled = true;
    const [x, y] = onScreen(view, width, height, 0, 0);
    ctx.drawImage(this.toned, x, y, this.columns * view.zoom, this.rows * view.zoom);
  }
}

export function onScreen(view: View, width: number, height: number, x: number, y: number): [number, number] {
  return [width / 2 + (x - view.x) * view.zoom, height / 2 + (y - view.y) * view.zoom];
}

/** The engine's greys as quiet ground: 0 unknown, 1 water, then dark to light. */
function tone(image: HTMLImageElement): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth;
  canvas.height = image.naturalHeight;
  const ctx = canvas.getContext("2d", { willReadFrequently: true })!;
  ctx.drawImage(image, 0, 0);
  const pixels = ctx.getImageData(0, 0, canvas.width, canvas.height);
  const dark = [142, 152, 148];
  const light = [252, 252, 249];
  for (let at = 0; at < pixels.data.length; at += 4) {
    const grey = pixels.data[at]!;
    const share = ((grey - 2) / 253) ** 0.9;
    for (let c = 0; c < 3; ++c) {
      pixels.data[at + c] =
        grey === 0 ? 236 : grey === 1 ? [205, 222, 233][c]! : dark[c]! + (light[c]! - dark[c]!) * share;
    }
  }
  ctx.putImageData(pixels, 0, 0);
  return canvas;
}

/** The course as a ribbon whose colour goes by chainage, cased in dark so that light ones show. */
export function drawCourse(
  ctx: CanvasRenderingContext2D, plane: MapPlane, view: View, size: { width: number; height: number },
  width: number, pieces: { from_m: number; to_m: number; colour: string }[],
): void {
  const path = (from_m: number, to_m: number): void => {
    ctx.beginPath();
    const step = 20;
    for (let at = from_m; ; at = Math.min(to_m, at + step)) {
      const [x, y] = plane.at(at);
      ctx.lineTo(...onScreen(view, size.width, size.height, x, y));
      if (at >= to_m) break;
    }
    ctx.stroke();
  };
  if (pieces.length === 0) return;
  ctx.lineCap = "butt";
  ctx.lineJoin = "round";
  ctx.strokeStyle = INK;
  ctx.lineWidth = width + 2.5;
  path(pieces[0]!.from_m, pieces[pieces.length - 1]!.to_m);
  ctx.lineWidth = width;
  for (const piece of pieces) {
    ctx.strokeStyle = piece.colour;
    // A little further than its end, so that no seam shows.
    path(piece.from_m, Math.min(piece.to_m + 8, pieces[pieces.length - 1]!.to_m));
  }
}

/** Stations as squares, kilometres as ticks with numbers, start and finish by name. */
export function drawSigns(
  ctx: CanvasRenderingContext2D, plane: MapPlane, view: View, size: { width: number; height: number },
  run: Run, words: Words,
): void {
  const length_m = run.data.summary.course.length_m;
  const screen = (at_m: number): [number, number] =>
    onScreen(view, size.width, size.height, ...plane.at(at_m));
  ctx.font = FONT;
  ctx.textBaseline = "middle";
  ctx.textAlign = "center";
  const every = length_m > 25000 ? 5000 : length_m > 8000 ? 2000 : 1000;
  for (let at = every; at < length_m; at += every) {
    const [x, y] = screen(at);
    ctx.beginPath();
    ctx.arc(x, y, 2.2, 0, 7);
    ctx.fillStyle = "#ffffff";
    ctx.fill();
    label(ctx, String(at / 1000), x, y + 14, INK);
  }
  for (const station of run.data.summary.stations) {
    if (station.after_line) continue;
    const [x, y] = screen(station.km * 1000);
    ctx.fillStyle = INK;
    ctx.fillRect(x - 5, y - 5, 10, 10);
    ctx.fillStyle = "#ffffff";
    ctx.fillRect(x - 3, y - 3, 6, 6);
  }
  ctx.font = `600 ${FONT}`;
  nameEnd(ctx, words.t("postStart"), screen(0), screen(Math.min(300, length_m)), size.width);
  nameEnd(ctx, words.t("postFinish"), screen(length_m), screen(Math.max(0, length_m - 300)), size.width);
  ctx.font = FONT;
}

/** A name beyond an end of the course, on the side where the course is not, whole on the picture. */
function nameEnd(ctx: CanvasRenderingContext2D, name: string, [x, y]: [number, number], [, inner_y]: [number, number], width: number): void {
  const half = ctx.measureText(name).width / 2 + 4;
  label(ctx, name, Math.max(half, Math.min(width - half, x)), inner_y >= y ? y - 14 : y + 18, INK);
}

/** A bar of whole kilometres in the lower left corner, and where north is. */
export function drawScale(ctx: CanvasRenderingContext2D, plane: MapPlane, view: View, height: number): void {
  const perMetre = view.zoom / plane.pixel_m;
  const metres = [200, 500, 1000, 2000, 5000].find((m) => m * perMetre > 60) ?? 10000;
  ctx.fillStyle = INK;
  ctx.fillRect(14, height - 18, metres * perMetre, 3);
  ctx.font = FONT;
  ctx.textAlign = "left";
  ctx.textBaseline = "bottom";
  label(ctx, metres < 1000 ? `${metres} m` : `${metres / 1000} km`, 14, height - 22, INK);
  const x = 26;
  ctx.beginPath();
  ctx.moveTo(x, height - 74);
  ctx.lineTo(x + 6, height - 56);
  ctx.lineTo(x, height - 61);
  ctx.lineTo(x - 6, height - 56);
  ctx.closePath();
  ctx.fill();
  ctx.textAlign = "center";
  label(ctx, "N", x, height - 75, INK);
}

/** Numbered discs at the worst places. */
export function drawPlaces(
  ctx: CanvasRenderingContext2D, plane: MapPlane, view: View, size: { width: number; height: number },
  run: Run, chosen: number | null,
): void {
  const places = run.data.summary.congestion.worst_places;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.font = `600 ${FONT}`;
  places.forEach((place, k) => {
    const [x, y] = onScreen(view, size.width, size.height, ...plane.at(place.peak_km * 1000));
    const up = y - 20;
    ctx.strokeStyle = INK;
    ctx.lineWidth = 1.5;
    ctx.beginPath();
    ctx.moveTo(x, y);
    ctx.lineTo(x, up);
    ctx.stroke();
    ctx.beginPath();
    ctx.arc(x, up, 10, 0, 7);
    ctx.fillStyle = chosen === k ? "#a33b00" : INK;
    ctx.fill();
    ctx.fillStyle = "#ffffff";
    ctx.fillText(String(k + 1), x, up + 0.5);
  });
  ctx.font = FONT;
}
