// SPDX-License-Identifier: Apache-2.0
import { waveColour } from "../marks/colour";
import { crossingAt, crossingAtFinish, type Crossing } from "../model/crossing";
import { clock, count, from, minute, number, race, type Cell, type Table } from "../model/table";
import { chartOf, minutesOf } from "./chart";
import { h } from "./dom";
import type { Page } from "./page";
import { facts, shownTable } from "./table";
import { lateness, startTable } from "./verdict";

export function crossingTable({ words }: Page, crossing: Crossing): Table {
  return {
    head: [words.t("time"), words.t("perMinute"), words.t("perMinutePerMetre"), words.t("cumulative")],
    rows: crossing.perMinute.map((runners, k) => [
      minute(k * 60), count(runners), number(crossing.perMinutePerMetre[k]!, 1), count(crossing.cumulative[k]!),
    ]),
  };
}

export function start(page: Page): HTMLElement[] {
  const { run, words } = page;
  const crossing = crossingAt(run, 0);
  const first = crossing.perMinute.length;
  const late = lateness(page);
  return [
    shownTable(startTable(page), words.t("waves"), words),
    ...(late ? [h("p", {}, late)] : []),
    chartOf(page, {
      label: words.t("startChart"), unit: words.t("perMinute"), source: "results.nc", x: minutesOf(first + 1),
      series: [{ name: words.t("perMinute"), colour: waveColour(0), values: [...crossing.perMinute, 0] }],
      height: 180, stepped: true, table: () => crossingTable(page, crossing),
    }),
  ];
}

/** Start, every five kilometres, where it is narrowest, finish. */
function defaultMarks({ run }: Page): number[] {
  const { marks, spacing_m } = run.passages;
  const widths = run.columns.profile_width_m;
  const narrowest = widths.indexOf(Math.min(...widths)) * run.data.profile_spacing_m;
  const step = Math.max(1, Math.round(5000 / spacing_m));
  const chosen = new Set([0, Math.round(narrowest / spacing_m)]);
  for (let k = step; k < marks; k += step) chosen.add(k);
  return [...chosen].filter((k) => k < marks).sort((a, b) => a - b);
}

export function crossSections(page: Page): HTMLElement[] {
  const { run, words } = page;
  const crossings = defaultMarks(page).map((mark) => crossingAt(run, mark));
  const summary: Table = {
    head: [words.t("kmRange"), words.t("width"), words.t("passedAll"), words.t("peakFlow"), words.t("perMinutePerMetre"), words.t("peakMinute")],
    rows: crossings.map((one) => [
      number(one.at_m / 1000, 1), number(one.width_m, 1), count(one.cumulative.at(-1) ?? 0), count(one.peak),
      number(one.peak / one.width_m, 1), minute(one.peak > 0 ? one.peakMinute * 60 : null),
    ]),
  };
  const host = h("div", {});
  const choice = h("select", { onchange: () => show() });
  for (let mark = 0; mark < run.passages.marks; ++mark) {
    const km = words.number((mark * run.passages.spacing_m) / 1000, 1);
    choice.append(h("option", { value: mark }, `km ${km}`));
  }
  const show = (): void => {
    const crossing = crossingAt(run, Number(choice.value));
    const km = `km ${words.number(crossing.at_m / 1000, 1)}`;
    const begin = Math.max(0, crossing.perMinute.findIndex((n) => n > 0) - 1);
    const seen = (values: number[]): number[] => values.slice(begin);
    const shared = { source: "results.nc", table: () => crossingTable(page, crossing), x: seen(minutesOf(crossing.perMinute.length)), height: 200 };
    host.replaceChildren(
      chartOf(page, {
        ...shared, label: `${words.t("flow")} · ${km}`, unit: words.t("perMinute"), stepped: true,
        right: { unit: words.t("perMinutePerMetre"), divisor: crossing.width_m },
        series: [{ name: words.t("perMinute"), colour: waveColour(0), values: seen(crossing.perMinute) }],
      }),
      chartOf(page, { ...shared, label: `${words.t("cumulative")} · ${km}`, unit: words.t("runnersUnit"), series: [
        { name: words.t("cumulative"), colour: waveColour(2), values: seen(crossing.cumulative) },
      ] }));
  };
  const step = Math.max(1, Math.round(5000 / run.passages.spacing_m));
  choice.value = String(Math.min(run.passages.marks - 1, step));
  show();
  return [
    shownTable(summary, words.t("sectionsTable"), words),
    h("p", { class: "screen-only" }, h("label", {}, `${words.t("sectionAt")} `, choice)),
    host,
  ];
}

export function finish(page: Page): HTMLElement[] {
  const { run, words } = page;
  const { finish: found, runners } = run.data.summary;
  const crossing = crossingAtFinish(run);
  const begin = Math.max(0, crossing.perMinute.findIndex((n) => n > 0) - 1);
  const seen = (values: number[]): number[] => values.slice(begin);
  const at = (name: string): string => `finish.${name}`;
  const fastest: [string, Cell][] = [];
  if (found.first_man_s !== undefined) fastest.push([words.t("firstMan"), from(at("first_man_s"), race(found.first_man_s))]);
  if (found.first_woman_s !== undefined) fastest.push([words.t("firstWoman"), from(at("first_woman_s"), race(found.first_woman_s))]);
  return [
    facts([
      [words.t("finished"), from("runners.finished", count(runners.finished))],
      [words.t("withdrawn"), from("runners.withdrawn", count(runners.withdrawn))],
      [words.t("firstIn"), from(at("first_s"), clock(found.first_s))],
      ...fastest,
      [words.t("medianIn"), from(at("median_s"), clock(found.median_s))],
      [words.t("lastIn"), from(at("last_s"), clock(found.last_s))],
      [words.t("peakFlow"), from(at("peak_per_min"), count(found.peak_per_min))],
      [words.t("peakIn"), from(at("peak_s"), minute(found.peak_s))],
      [words.t("rule"), from(at("rule_of_thumb_per_min"), count(found.rule_of_thumb_per_min))],
    ], words),
    chartOf(page, {
      label: words.t("finishChart"), unit: words.t("perMinute"), source: "results.nc", x: seen(minutesOf(crossing.perMinute.length)), stepped: true,
      series: [
        { name: words.t("perMinute"), colour: waveColour(0), values: seen(crossing.perMinute) },
        { name: words.t("cumulative"), colour: waveColour(1), values: seen(crossing.cumulative), right: words.t("cumulative"), dash: [6, 4] },
      ],
      table: () => crossingTable(page, crossing),
    }),
  ];
}
