// SPDX-License-Identifier: Apache-2.0
// What day.json says of shared legs, worked out here and not taken from the page.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DAY } from "./report";

export const PAGE = "day.html";

export const dayOf = (): any => JSON.parse(readFileSync(join(DAY, "day.json"), "utf8"));

/** Legs with a diagram: those on which two passes meet. */
export const drawnLegs = (day: any): any[] =>
  day.legs.filter((_: any, k: number) => day.meetings.some((one: any) => one.leg === k));

/** Runners per m² of a pass in a cell of its leg. */
export function density(leg: any, pass: number, segment: number, interval: number): number {
  const cell = (pass * leg.segments + segment) * leg.intervals + interval;
  return leg.runner_s[cell] / (leg.area_m2[segment] * leg.interval_s);
}

/** First minute in which anybody is on a leg, and the one after the last. */
export function minutesOf(leg: any): [from: number, to: number] {
  const there = Array.from({ length: leg.intervals }, (_, k) => leg.passes.some((__: any, p: number) =>
    Array.from({ length: leg.segments }, (___, s) => density(leg, p, s, k)).some((one) => one > 0)));
  return [there.indexOf(true), there.lastIndexOf(true) + 1];
}

/** How many of each pass run over the end of a leg in a minute. */
export const outIn = (leg: any, minute: number): number[] => leg.passes.map((pass: any) => pass.out_per_min[minute] ?? 0);
export const sumOf = (values: number[]): number => values.reduce((all, one) => all + one, 0);

/** LEFT, RIGHT, TITLE and BETWEEN of marks/leg.ts, and the room that it gives its panels. */
export function layoutOf(leg: any, width: number): { left: number; wide: number; high: number; top: number; flow: { top: number; high: number } } {
  const high = width < 800 ? 80 : Math.max(80, Math.min(190, leg.segments * 9));
  const stack = width < 800 ? 44 : 80;
  return { left: 62, wide: width - 62 - 14, top: 24, high, flow: { top: 4 * 24 + 3 * 4 + 2 * high + stack, high: stack } };
}
