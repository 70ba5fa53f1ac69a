// SPDX-License-Identifier: Apache-2.0
import type { Meeting } from "../format/day";
import { drawRoutes, heightOfRoutes, type RouteRow } from "../marks/routes";
import { count, from, km, minute, number, share, span, text, type Cell, type Table } from "../model/table";
import { h } from "./dom";
import { legFigure, passesTable } from "./legs";
import { drawn } from "./page";
import { passName, passNamed, raceColour, raceMark, type DayPage } from "./races";
import { densityLegend, figureOf, headings, madeTable, shownTable, valueOf } from "./table";

function routeRows({ day }: DayPage): RouteRow[] {
  return day.races.map((race, k) => ({
    mark: raceMark(k), colour: raceColour(day, k), length_m: race.length_m,
    legs: day.legs.flatMap((leg) => leg.passes.filter((pass) => pass.race === k).map((pass) => ({ leg, pass })))
      .sort((a, b) => a.pass.step - b.pass.step)
      .map(({ leg, pass }, step, all) => ({
        name: leg.name, begin_m: pass.begin_m, end_m: all[step + 1]?.pass.begin_m ?? race.length_m,
        back: pass.direction === "back", shared: leg.passes.length > 1,
      })),
  }));
}

function routes(page: DayPage): HTMLElement {
  const { words } = page;
  const rows = routeRows(page);
  const title = words.t("dayRoutes");
  const canvas = h("canvas", { role: "img", "aria-label": title });
  const host = h("div", { class: "layers" }, canvas);
  host.style.minHeight = `${heightOfRoutes(rows)}px`;
  drawn(host, (width) => drawRoutes(canvas, width, rows, words));
  const table = (): Table => ({
    head: [words.t("dayRace"), words.t("dayLeg"), words.t("dayBegins"), words.t("dayLength")],
    rows: rows.flatMap((row, k) => row.legs.map((leg) => [
      text(page.day.races[k]!.name), text(leg.back ? `← ${leg.name}` : leg.name), km(leg.begin_m, 2), km(leg.end_m - leg.begin_m, 2),
    ])),
  });
  return figureOf({
    title, unit: words.t("dayRoutesUnit"), source: words.t("dayLegSource"), table,
    drawing: h("div", {}, host, h("p", { class: "quiet" }, words.t("dayRoutesHint"))),
  }, words);
}

const sense = (page: DayPage, { leg, pass, other, same_direction }: Meeting): string => {
  const { passes } = page.day.legs[leg]!;
  if (!same_direction) return page.words.t("dayOpposite");
  return page.words.t(passes[pass]!.race === passes[other]!.race ? "dayItself" : "daySame");
};

/** What a meeting is to each of the two: line by line. */
function sidesOf(meeting: Meeting, k: number): { pass: number; share: Cell; met: Cell; overtakes: Cell }[] {
  const at = (name: string, cell: Cell): Cell => from(`meetings.${k}.${name}`, cell);
  const passing = (name: "overtakes" | "other_overtakes"): Cell => (meeting.same_direction ? at(name, count(meeting[name])) : count(null));
  return [
    { pass: meeting.pass, share: at("share", share(meeting.share)), met: at("met", count(meeting.met)), overtakes: passing("overtakes") },
    { pass: meeting.other, share: share(1 - meeting.share), met: at("other_met", count(meeting.other_met)), overtakes: passing("other_overtakes") },
  ];
}

/** When and where: first, last, densest. */
function momentsOf(meeting: Meeting, k: number): [time: Cell, place: Cell][] {
  return (["first", "last", "peak"] as const).map((name) => [
    from(`meetings.${k}.${name}_s`, minute(meeting[`${name}_s`])), from(`meetings.${k}.${name}_at_m`, km(meeting[`${name}_at_m`], 1)),
  ]);
}

const densityOf = (meeting: Meeting, k: number): Cell =>
  from(`meetings.${k}.peak_density_per_m2`, number(meeting.peak_density_per_m2, 2));

/** One line for each of the two; what is theirs together stands beside both. */
function meetingRows(page: DayPage, meeting: Meeting, k: number): HTMLElement[] {
  const { day, words } = page;
  const leg = day.legs[meeting.leg]!;
  const both = { class: "figure", rowspan: 2 };
  const together = [
    ...momentsOf(meeting, k).map(([time, place]) => h("td", both,
      h("div", {}, valueOf(time, words)), h("div", { class: "where" }, "km ", valueOf(place, words)))),
    h("td", both, valueOf(densityOf(meeting, k), words)),
  ];
  return sidesOf(meeting, k).map(({ pass, share: part, met, overtakes }, line) => h("tr", { class: line === 0 ? "with-next" : undefined },
    line === 0 && h("th", { scope: "rowgroup", class: "text", rowspan: 2 }, leg.name, h("div", { class: "where" }, sense(page, meeting))),
    h("td", { class: "text" }, passNamed(day, leg, pass, words)),
    line === 0 ? together : [],
    [part, met, overtakes].map((cell) => h("td", { class: "figure" }, valueOf(cell, words)))));
}

function meetingsCsv(page: DayPage): Table {
  const { day, words } = page;
  const moments = (["dayFirstMet", "dayLastMet", "dayDensest"] as const).flatMap((key) => [words.t(key), words.t("dayKm")]);
  const sides = (["dayShare", "dayMet", "dayOvertakes"] as const).map((key) => words.t(key));
  return {
    head: [words.t("dayLeg"), "", ...moments, words.t("dayBothDensity"), words.t("dayWho"), ...sides, words.t("dayWho"), ...sides],
    rows: day.meetings.map((meeting, k) => [
      text(day.legs[meeting.leg]!.name), text(sense(page, meeting)), ...momentsOf(meeting, k).flat(), densityOf(meeting, k),
      ...sidesOf(meeting, k).flatMap((side) => [
        text(passName(day, day.legs[meeting.leg]!, side.pass, words)), side.share, side.met, side.overtakes,
      ]),
    ]),
  };
}

function meetingsTable(page: DayPage): HTMLElement[] {
  const { day, words } = page;
  if (day.meetings.length === 0) return [h("p", { class: "note" }, words.t("dayNoMeetings"))];
  const leg = day.legs[day.meetings[0]!.leg]!;
  const head = (["dayLeg", "dayWho", "dayFirstMet", "dayLastMet", "dayDensest", "dayBothDensity", "dayShare", "dayMet", "dayOvertakes"] as const)
    .map((key) => words.t(key));
  return [
    madeTable(words.t("dayMeetings"), {
      head: [headings(head, 2)], rows: day.meetings.flatMap((meeting, k) => meetingRows(page, meeting, k)), csv: () => meetingsCsv(page),
    }, words),
    h("p", { class: "quiet" }, words.t("dayMeetingsReading", { segment: words.count(leg.segment_m), interval: words.span(leg.interval_s) })),
  ];
}

/** Legs that several run, one after another. */
function apart({ day, words, cells }: DayPage, met: Set<number>): HTMLElement[] {
  const rows = day.legs.flatMap((leg, k) => {
    const found = cells[k];
    if (!found || met.has(k)) return [];
    return leg.passes.slice(1).map((_, at) => [
      text(leg.name), text(passName(day, leg, at, words)), text(passName(day, leg, at + 1, words)), span(found.gap_s(at, at + 1)),
    ]);
  });
  if (rows.length === 0) return [];
  const head = [words.t("dayLeg"), words.t("dayFirstOn"), words.t("dayThen"), words.t("dayApartGap")];
  return [shownTable({ head, rows }, words.t("dayApart"), words)];
}

/** How the diagrams of the legs read. */
function key({ words, levels_per_m2 }: DayPage): HTMLElement {
  const marks = (["dayStripes", "dayEdges", "dayPeakMark"] as const).map((one) => h("li", {}, words.t(one)));
  return h("div", { class: "key" },
    h("h3", {}, words.t("dayLegs")),
    densityLegend(levels_per_m2, words), h("ul", { class: "legend quiet" }, marks));
}

export function meetings(page: DayPage): HTMLElement[] {
  const { day, cells } = page;
  const met = new Set(day.meetings.map((one) => one.leg));
  const drawings = day.legs.flatMap((_, k) => (cells[k] && met.has(k) ? [legFigure(page, k, cells[k])] : []));
  return [
    routes(page),
    ...meetingsTable(page),
    ...(drawings.length > 0 ? [key(page), ...drawings] : []),
    ...apart(page, met),
    ...(day.legs.some((leg) => leg.passes.length > 1) ? [passesTable(page)] : []),
  ];
}
