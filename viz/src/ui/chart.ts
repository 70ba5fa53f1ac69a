// SPDX-License-Identifier: Apache-2.0
import type uPlot from "uplot";
import { lineChart, type LineChart } from "../marks/line";
import type { Table } from "../model/table";
import { h } from "./dom";
import { drawn, type Page } from "./page";
import { figureOf } from "./table";

/** A line chart as a figure; drawn once it stands in the document and has a width. */
export function chartOf(page: Page, parts: LineChart & { source: string; table: () => Table; lead?: HTMLElement }): HTMLElement {
  const host = h("div", { class: "chart" });
  let plot: uPlot | null = null;
  drawn(host, (width) => {
    if (plot) plot.setSize({ width: Math.max(280, width), height: plot.height });
    else plot = lineChart(host, width, parts, page.words);
  });
  return figureOf(
    { title: parts.label, unit: parts.unit, source: parts.source, drawing: host, table: parts.table, ...(parts.lead ? { lead: parts.lead } : {}) },
    page.words,
  );
}

/** Minutes after the first gun as seconds, for an x axis. */
export const minutesOf = (n: number): number[] => Array.from({ length: n }, (_, k) => k * 60);
