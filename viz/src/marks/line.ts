// SPDX-License-Identifier: Apache-2.0
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import type { Words } from "../words/words";
import { FONT } from "./canvas";
import { MUTED, RULE } from "./colour";
import { niceClockStep } from "./spacetime";

export interface Series {
  name: string;
  colour: string;
  values: (number | null)[];
  dash?: number[];
  /** Draws to an axis of its own on the right, with this unit. */
  right?: string;
  digits?: number;
}

export interface LineChart {
  label: string;
  unit: string;
  /** Seconds after the first gun, or plain numbers. */
  x: number[];
  xName?: string;
  series: Series[];
  /** A second reading of the same lines on the right: values divided by something. */
  right?: { unit: string; divisor: number };
  /** Counts of a whole minute: level from its beginning to its end. */
  stepped?: boolean;
  /** Colours what lies between two of the series. */
  fill?: { between: [upper: number, lower: number]; colour: string }[];
  height?: number;
}

function clockTicks(words: Words) {
  return (_: uPlot, __: number, from: number, to: number): number[] => {
    const step = niceClockStep(to - from);
    const ticks: number[] = [];
    for (let at = words.clocks.next(from, step); at <= to; at += step) ticks.push(at);
    return ticks;
  };
}

/** A line chart over time of day (or over `xName`). */
export function lineChart(host: HTMLElement, width: number, chart: LineChart, words: Words): uPlot {
  const axis = { stroke: MUTED, font: FONT, grid: { stroke: RULE, width: 1 }, ticks: { stroke: RULE, width: 1 } };
  const plain = (_: uPlot, values: number[]): string[] =>
    values.map((value) => words.number(value, Number.isInteger(value) ? 0 : value < 1 ? 2 : 1));
  const overClock = chart.xName === undefined;
  const right = chart.series.find((series) => series.right !== undefined)?.right;
  const axes: uPlot.Axis[] = [
    overClock
      ? { ...axis, splits: clockTicks(words), values: (_, at) => at.map((s) => words.minute(s)) }
      : { ...axis, values: plain, label: chart.xName!, labelFont: FONT, labelSize: 20 },
    { ...axis, label: chart.unit, labelFont: FONT, labelSize: 20, size: 62, values: plain },
  ];
  if (right !== undefined) {
    axes.push({ ...axis, scale: "r", side: 1, grid: { show: false }, label: right, labelFont: FONT, labelSize: 20, size: 62, values: plain });
  }
  const upFromZero: uPlot.Range.Function = (_, __, most) => [0, Math.max(1e-6, most) * 1.06];
  const scales: uPlot.Scales = { x: { time: false }, y: { range: upFromZero }, r: { range: upFromZero } };
  if (chart.right) {
    const { unit, divisor } = chart.right;
    axes.push({ ...axis, scale: "second", side: 1, grid: { show: false }, label: unit, labelFont: FONT, labelSize: 20, size: 62, values: plain });
    scales["second"] = { from: "y", range: (_, least, most) => [least / divisor, most / divisor] };
  }
  const paths = chart.stepped ? uPlot.paths.stepped!({ align: 1 }) : uPlot.paths.linear!();
  const plot = new uPlot(
    {
      width: Math.max(280, width),
      height: chart.height ?? 230,
      cursor: { y: false, drag: { x: false, y: false } },
      scales,
      axes,
      bands: (chart.fill ?? []).map(({ between: [upper, lower], colour }) => ({ series: [upper + 1, lower + 1], fill: colour })),
      series: [
        { label: overClock ? words.t("time") : chart.xName!, value: (_, at) => (at === null ? "" : overClock ? words.minute(at) : words.number(at, 1)) },
        ...chart.series.map((series): uPlot.Series => ({
          label: series.name,
          stroke: series.colour,
          width: 1.6,
          points: { show: false },
          paths,
          ...(series.dash ? { dash: series.dash } : {}),
          ...(series.right !== undefined ? { scale: "r" } : {}),
          value: (_, value) => (value === null ? "" : words.number(value, series.digits ?? 0)),
        })),
      ],
    },
    [chart.x, ...chart.series.map((series) => series.values)] as uPlot.AlignedData,
    host,
  );
  const canvas = plot.root.querySelector("canvas")!;
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", chart.label);
  return plot;
}
