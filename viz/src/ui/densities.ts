// SPDX-License-Identifier: Apache-2.0
import type { Diagrams } from "../format/study";
import { DIFFERENCES, differenceColour, drawDensity, LESS, levelColour, MORE } from "../marks/density";
import type { Frame } from "../marks/spacetime";
import { number, text, type Table } from "../model/table";
import type { Words } from "../words/words";
import { letterOf } from "./comparison";
import { h } from "./dom";
import { drawn } from "./page";
import { densityLegend, figureOf, legend } from "./table";

const HEIGHT = 340;

/** Reads all diagrams at one place and time. */
class Reader {
  private segment = 0;
  private interval = 0;

  constructor(private readonly diagrams: Diagrams, private readonly words: Words, private readonly output: HTMLElement) {
    const { density_per_m2: cells } = diagrams.plans[0]!;
    const densest = cells.reduce((best, value, cell) => (value > cells[best]! ? cell : best), 0);
    this.segment = Math.floor(densest / diagrams.intervals);
    this.interval = densest % diagrams.intervals;
  }

  watch(canvas: HTMLCanvasElement, frame: () => Frame | null): void {
    canvas.tabIndex = 0;
    canvas.addEventListener("pointermove", (event) => {
      const at = frame();
      if (!at) return;
      this.segment = Math.floor(((event.offsetX - at.left) / at.width) * this.diagrams.segments.length);
      this.interval = Math.floor(((event.offsetY - at.top) / at.height) * this.diagrams.intervals);
      this.show();
    });
    canvas.addEventListener("keydown", (event) => {
      const steps: Record<string, [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
      const step = steps[event.key];
      if (!step) return;
      event.preventDefault();
      this.segment += step[0];
      this.interval += step[1];
      this.show();
    });
  }

  private show(): void {
    const { segments, intervals, interval_s, plans } = this.diagrams;
    this.segment = Math.max(0, Math.min(segments.length - 1, this.segment));
    this.interval = Math.max(0, Math.min(intervals - 1, this.interval));
    const cell = this.segment * intervals + this.interval;
    const road = segments[this.segment]!;
    this.output.textContent = this.words.t("compareHover", {
      km: `${this.words.number(road.from_m / 1000, 1)}–${this.words.number(road.to_m / 1000, 1)}${road.place ? ` (${road.place})` : ""}`,
      time: this.words.minute(this.interval * interval_s),
      values: plans.map((plan, k) => `${letterOf(k)} ${this.words.number(plan.density_per_m2[cell]!, 2)}`).join(", "),
    });
  }
}

function differenceLegend(words: Words): HTMLElement {
  const side = (colours: readonly string[], sign: string, word: string) =>
    colours.map((colour, k) => ({ colour, mark: sign, text: `${k === 0 ? `${word} ` : ""}≥ ${words.number(DIFFERENCES[k]!, k === 0 ? 3 : 2)}` }));
  return legend(words.t("differenceLegend"), [...side(LESS, "−", words.t("emptier")), ...side(MORE, "+", words.t("denser"))]);
}

/** By piece of road: the densest minute of a curve of cells, by size. */
function extremes({ segments, intervals, interval_s }: Diagrams, cells: number[], words: Words): Table {
  return {
    head: [words.t("kmRange"), words.t("place"), words.t("peak"), words.t("peakAt")],
    rows: segments.map((segment, s) => {
      let best = s * intervals;
      for (let cell = best; cell < (s + 1) * intervals; ++cell) if (Math.abs(cells[cell]!) > Math.abs(cells[best]!)) best = cell;
      const at = cells[best] === 0 ? "–" : words.minute((best - s * intervals) * interval_s);
      return [number(segment.from_m / 1000, 1), text(segment.place), number(cells[best]!, 2), text(at)];
    }),
  };
}

function diagramOf(
  diagrams: Diagrams, cells: number[], title: string, source: string, colourOf: (value: number) => string | null, lead: HTMLElement,
  reader: Reader, words: Words,
): HTMLElement {
  const canvas = h("canvas", { role: "img", "aria-label": title });
  const host = h("div", { class: "layers" }, canvas);
  let frame: Frame | null = null;
  drawn(host, (width) => {
    frame = drawDensity(canvas, { width, height: HEIGHT }, diagrams, (cell) => colourOf(cells[cell]!), words);
  });
  reader.watch(canvas, () => frame);
  return h("div", {}, lead,
    figureOf({ title, unit: words.t("densityUnit"), source, drawing: host, table: () => extremes(diagrams, cells, words) }, words));
}

/** The plans one below another, each followed by its difference to the first. */
export function densityDiagrams(diagrams: Diagrams | null, races: number, words: Words): HTMLElement[] {
  if (!diagrams) return [h("p", { class: "note" }, words.t("diagramsNone"))];
  const output = h("output", { class: "reading" }, words.t("compareHint"));
  const reader = new Reader(diagrams, words, output);
  const source = words.t("compareSource", { n: words.count(races) });
  const levels = diagrams.levels_per_m2;
  const figures = diagrams.plans.flatMap((plan, k) => {
    const letter = letterOf(k);
    const density = diagramOf(diagrams, plan.density_per_m2, words.t("meanDensityOf", { plan: letter }), source,
      (value) => levelColour(value, levels), densityLegend(levels, words), reader, words);
    if (!plan.difference) return [density];
    return [density, diagramOf(diagrams, plan.difference, words.t("densityDifferenceOf", { plan: letter }), source,
      differenceColour, differenceLegend(words), reader, words)];
  });
  return [output, ...figures];
}
