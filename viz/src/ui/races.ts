// SPDX-License-Identifier: Apache-2.0
import type { Day, DayLeg } from "../format/day";
import { blended, channels, INK, PAPER, readableOn, waveColour } from "../marks/colour";
import type { PassLook } from "../marks/leg";
import type { LegCells } from "../model/leg";
import type { Key } from "../words/en";
import type { Words } from "../words/words";
import { h } from "./dom";

/** What every section of the page of a day is made from. */
export interface DayPage {
  day: Day;
  words: Words;
  levels_per_m2: number[];
  /** By leg; null: run once, or nobody came. */
  cells: (LegCells | null)[];
}

export const raceMark = (race: number): string => String(race + 1);

export function raceColour(day: Day, race: number): string {
  return day.races[race]!.colour || waveColour(race);
}

/** Passes of the same race in the same direction, in the order of its route. */
function laps(leg: DayLeg, pass: number): number[] {
  const { race, direction } = leg.passes[pass]!;
  const same = leg.passes.flatMap((one, k) => (one.race === race && one.direction === direction ? [k] : []));
  return same.sort((a, b) => leg.passes[a]!.step - leg.passes[b]!.step);
}

const bothWays = (leg: DayLeg): boolean => new Set(leg.passes.map((pass) => pass.direction)).size > 1;

/** "1"; where a leg is run both ways "1→" and "1←"; where a race laps "1·1" and "1·2". */
export function passMark(leg: DayLeg, pass: number): string {
  const { race, direction } = leg.passes[pass]!;
  const lap = laps(leg, pass);
  const nth = lap.length > 1 ? `·${lap.indexOf(pass) + 1}` : "";
  const arrow = bothWays(leg) ? (direction === "forward" ? "→" : "←") : "";
  return `${raceMark(race)}${nth}${arrow}`;
}

/** "10 km, back", "Town race, lap 2". */
export function passName(day: Day, leg: DayLeg, pass: number, words: Words): string {
  const { race, direction } = leg.passes[pass]!;
  const lap = laps(leg, pass);
  const parts = [day.races[race]!.name];
  if (bothWays(leg)) parts.push(words.t(direction === "forward" ? "dayForward" : "dayBack"));
  if (lap.length > 1) parts.push(words.t("dayLap", { n: lap.indexOf(pass) + 1 }));
  return parts.join(", ");
}

/** How much of another colour the second, third ... pass of a race on the same leg has. */
const LATER_PASSES = [0, 0.45, 0.65] as const;

/** A race has its own colour where it first comes by, and another shade of it each time after. */
function passColour(day: Day, leg: DayLeg, pass: number): string {
  const { race, step } = leg.passes[pass]!;
  const colour = raceColour(day, race);
  const before = leg.passes.filter((one) => one.race === race && one.step < step).length;
  const part = LATER_PASSES[Math.min(before, LATER_PASSES.length - 1)]!;
  const [red, green, blue] = channels(colour);
  return blended(colour, red + green + blue > 240 ? INK : PAPER, part);
}

export function passLooks(day: Day, leg: DayLeg): PassLook[] {
  return leg.passes.map((_, pass) => ({ mark: passMark(leg, pass), colour: passColour(day, leg, pass) }));
}

/** What stands for a race or a pass wherever it is named. */
export function badge(mark: string, colour: string): HTMLElement {
  const one = h("span", { class: "swatch race", "aria-hidden": "true" }, mark);
  one.style.backgroundColor = colour;
  one.style.color = readableOn(colour);
  return one;
}

export function raceName(day: Day, race: number): HTMLElement {
  return h("span", { class: "named" }, badge(raceMark(race), raceColour(day, race)), day.races[race]!.name);
}

export function passNamed(day: Day, leg: DayLeg, pass: number, words: Words): HTMLElement {
  return h("span", { class: "named" },
    badge(passMark(leg, pass), passColour(day, leg, pass)), passName(day, leg, pass, words));
}

const NODES: [pattern: RegExp, key: Key][] = [
  [/^start and finish of (.*)$/, "dayStartFinishOf"], [/^start of (.*)$/, "dayStartOf"], [/^finish of (.*)$/, "dayFinishOf"],
];

/** The engine's "start of half", "quay → quay back" in the language of the page. */
export function nodeName(name: string, words: Words): string {
  return name.split("; ").map((part) => {
    const known = NODES.find(([pattern]) => pattern.test(part));
    return known
      ? words.t(known[1], { races: known[0].exec(part)![1]! })
      : part.replace(/ back(?= \+ | → |$)/g, ` ${words.t("dayBack")}`);
  }).join("; ");
}

/** A path as the address of a file beside this page, whatever letters it has. */
function addressOf(path: string): string {
  return `./${path.split("/").map(encodeURIComponent).join("/")}`;
}

/** The way to the page of each race. */
export function reports({ day, words }: DayPage): HTMLElement[] {
  const rows = day.races.map((race, k) => h("li", {},
    raceName(day, k),
    race.report
      ? h("a", { href: addressOf(race.report), "aria-label": words.t("dayReportOf", { race: race.name }) }, words.t("dayReport"))
      : h("span", { class: "quiet" }, words.t("dayNoReport")),
    race.report && h("code", { class: "quiet" }, race.report)));
  return [h("ul", { class: "reports" }, rows)];
}
