// SPDX-License-Identifier: Apache-2.0
import { LETTERS, waveColour } from "../marks/colour";
import { drawSpaceTime, xOf, yOf, type Frame } from "../marks/spacetime";
import { levelOf } from "../model/cells";
import { clock, number, share, text, type Table } from "../model/table";
import type { Key } from "../words/en";
import { h } from "./dom";
import { drawn, type Page } from "./page";
import { densityLegend, figureOf, legend } from "./table";

function reading(page: Page, at_m: number, time_s: number): string {
  const { run, cells, words } = page;
  const segment = cells.segmentAt(at_m);
  const road = run.data.segments[segment]!;
  const cell = cells.cell(segment, cells.intervalAt(time_s));
  const density = cells.density[cell]!;
  const speed = cells.speed_mps(cell);
  const level = levelOf(density, run.data.levels_per_m2);
  const values = {
    km: words.number(at_m / 1000, 1), time: words.minute(time_s), density: words.number(density, 2),
    level: `${LETTERS[level]} ${words.t(`level${level}` as Key)}`, runners: words.number(cells.runners(cell), 0),
    metres: words.count(road.to_m - road.from_m), speed: speed ? `${words.pace(speed)} min/km` : "–",
    width: words.number(road.width_m, 1), grade: words.number(road.grade * 100, 1), place: road.place,
  };
  return words.t(density > 0 ? "hover" : "hoverEmpty", values);
}

function peaks(page: Page): Table {
  const { run, cells, words } = page;
  return {
    head: [words.t("kmRange"), words.t("place"), words.t("width"), words.t("grade"), words.t("peak"), words.t("peakAt"), words.t("lostPace")],
    rows: run.data.segments.map((segment, s) => {
      const peak = cells.peakOf(s);
      return [
        number(segment.from_m / 1000, 1), text(segment.place), number(segment.width_m, 1), share(segment.grade),
        number(peak.density, 2), clock(peak.density > 0 ? peak.interval * cells.interval_s : null), share(cells.meanLost(s)),
      ];
    }),
  };
}

/** A cross that reads the diagram, moved by pointer or by arrow keys. */
class Cross {
  private at_m = 0;
  private time_s = 0;

  constructor(
    private readonly page: Page, private readonly over: HTMLCanvasElement, private readonly output: HTMLElement,
    private readonly frame: () => Frame | null,
  ) {
    over.addEventListener("pointermove", (event) => this.point(event));
    over.addEventListener("click", (event) => {
      this.point(event);
      page.goTo(this.time_s);
    });
    over.addEventListener("keydown", (event) => this.key(event));
    this.time_s = page.run.data.summary.congestion.peak_s ?? 0;
    this.at_m = page.run.data.summary.congestion.peak_km * 1000;
  }

  private point(event: MouseEvent): void {
    const frame = this.frame();
    if (!frame) return;
    this.at_m = ((event.offsetX - frame.left) / frame.width) * frame.length_m;
    this.time_s = frame.from_s + ((event.offsetY - frame.top) / frame.height) * (frame.to_s - frame.from_s);
    this.show();
  }

  private key(event: KeyboardEvent): void {
    const { cells } = this.page;
    const steps: Record<string, [number, number]> = {
      ArrowLeft: [-cells.segment_m, 0], ArrowRight: [cells.segment_m, 0],
      ArrowUp: [0, -cells.interval_s], ArrowDown: [0, cells.interval_s],
    };
    if (event.key === "Enter") this.page.goTo(this.time_s);
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    this.at_m += step[0];
    this.time_s += step[1];
    this.show();
  }

  private show(): void {
    const frame = this.frame();
    if (!frame) return;
    this.at_m = Math.max(0, Math.min(frame.length_m - 1, this.at_m));
    this.time_s = Math.max(frame.from_s, Math.min(frame.to_s - 1, this.time_s));
    this.output.textContent = reading(this.page, this.at_m, this.time_s);
    const fine = this.over.width / Math.max(1, this.over.clientWidth);
    const ctx = this.over.getContext("2d")!;
    ctx.setTransform(fine, 0, 0, fine, 0, 0);
    ctx.clearRect(0, 0, this.over.width, this.over.height);
    ctx.strokeStyle = "#a33b00";
    ctx.lineWidth = 1;
    const x = Math.round(xOf(frame, this.at_m)) + 0.5;
    const y = Math.round(yOf(frame, this.time_s)) + 0.5;
    ctx.beginPath();
    ctx.moveTo(x, frame.top);
    ctx.lineTo(x, this.over.clientHeight - 24);
    ctx.moveTo(frame.left, y);
    ctx.lineTo(frame.left + frame.width, y);
    ctx.stroke();
  }
}

export function diagram(page: Page): HTMLElement[] {
  const { run, words, cells, envelopes } = page;
  const canvas = h("canvas", { "aria-hidden": "true" });
  const over = h("canvas", { class: "over", tabindex: 0, role: "img", "aria-label": words.t("spacetimeLabel") });
  const output = h("output", { class: "reading" }, words.t("hoverHint"));
  const host = h("div", { class: "layers" }, canvas, over);
  let frame: Frame | null = null;
  drawn(host, (width) => {
    const height = Math.round(Math.min(860, Math.max(620, width * 0.8)));
    const picture = drawSpaceTime(canvas, { width, height }, run, cells, envelopes, words);
    frame = picture.frame;
    over.width = canvas.width;
    over.height = canvas.height;
    over.style.width = canvas.style.width;
    over.style.height = canvas.style.height;
  });
  new Cross(page, over, output, () => frame);
  const waves = legend(words.t("waves"), run.data.summary.waves.map((wave, w) => ({ colour: waveColour(w), mark: String(w + 1), text: wave.name })));
  const marks = h("ul", { class: "legend quiet" }, ([["—", "firstRunner"], ["- -", "lastRunner"], ["■", "stationMark"], ["▼", "narrowing"]] as const)
    .map(([sign, key]) => h("li", {}, `${sign} ${words.t(key)}`)));
  return [
    figureOf({
      title: words.t("spacetimeChart"), unit: words.t("density"), source: "congestion.csv, results.nc",
      drawing: h("div", {}, densityLegend(run.data.levels_per_m2, words), waves, marks, host, output), table: () => peaks(page),
    }, words),
  ];
}
