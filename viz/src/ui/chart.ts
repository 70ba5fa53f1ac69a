// SPDX-License-Identifier: Apache-2.0
import type uPlot from "uplot";
import { lineChart, type LineChart } from "../marks/line";
import type { Table } from "../model/table";
import type { Words } from "../words/words";
import { h } from "./dom";
import { drawn, type Page } from "./page";
import { figureOf } from "./table";

type Figure = LineChart & { source: string; table: () => Table; lead?: HTMLElement };

/** A line chart as a figure; drawn once it stands in the document and has a width. */
export function lineFigure(parts: Figure, words: Words): HTMLElement {
  const host = h("div", { class: "chart" });
  let plot: uPlot | null = null;
  drawn(host, (width) => {
    if (plot) plot.setSize({ width: Math.max(280, width), height: plot.height });
    else plot = lineChart(host, width, parts, words);
  });
  return figureOf(
    { title: parts.label, unit: parts.unit, source: parts.source, drawing: host, table: parts.table, ...(parts.lead ? { lead: parts.lead } : {}) },
    words,
  );
}

export const chartOf = (page: Page, parts: Figure): HTMLElement => lineFigure(parts, page.words);

/** Minutes after the first gun as seconds, for an x axis. */
export const minutesOf = (n: number): number[] => Array.from({ length: n }, (_, k) => k * 60);
