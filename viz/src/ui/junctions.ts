// SPDX-License-Identifier: Apache-2.0
import type { CrossingFlow, DayCrossing, Merge } from "../format/day";
import { count, from, minute, share, span, text, type Cell, type Table } from "../model/table";
import { h } from "./dom";
import { nodeName, type DayPage } from "./races";
import { headings, madeTable, valueOf } from "./table";

const figure = (page: DayPage, cell: Cell): HTMLElement => h("td", { class: "figure" }, valueOf(cell, page.words));

/** A cell that stands for all lines of a group. */
function spanning(lines: number, cell: HTMLTableCellElement): HTMLTableCellElement {
  cell.rowSpan = lines;
  return cell;
}

/** A share as a bar beside its figure. */
function shareCell(page: DayPage, cell: Cell): HTMLElement {
  const bar = h("span", { class: "bar", "aria-hidden": "true" }, h("span", {}));
  (bar.firstElementChild as HTMLElement).style.width = `${100 * Number(cell.value ?? 0)}%`;
  return h("td", { class: "figure" }, bar, valueOf(cell, page.words));
}

function mergeFigures(merge: Merge, k: number): Cell[] {
  const at = (name: string): string => `merges.${k}.${name}`;
  return [from(at("busiest_per_min"), count(merge.busiest_per_min)), from(at("busiest_s"), minute(merge.busiest_s))];
}

function streamFigures({ streams }: Merge, k: number, s: number): [runners: Cell, share: Cell] {
  const at = (name: string): string => `merges.${k}.streams.${s}.${name}`;
  return [from(at("runners"), count(streams[s]!.runners)), from(at("busiest_share"), share(streams[s]!.busiest_share))];
}

function mergeRows(page: DayPage, merge: Merge, k: number): HTMLElement[] {
  const { words } = page;
  const n = merge.streams.length;
  return merge.streams.map((stream, s) => {
    const [runners, part] = streamFigures(merge, k, s);
    const group = s > 0 ? [] : [
      spanning(n, h("th", { scope: "rowgroup", class: "text" }, nodeName(merge.into, words), h("div", { class: "where" }, words.t(`dayRule_${merge.rule}`)))),
      ...mergeFigures(merge, k).map((cell) => spanning(n, h("td", { class: "figure" }, valueOf(cell, words)))),
    ];
    return h("tr", { class: s + 1 < n ? "with-next" : undefined }, group, h("td", { class: "text" }, nodeName(stream.from, words)), figure(page, runners), shareCell(page, part));
  });
}

function merges(page: DayPage): HTMLElement[] {
  const { day, words } = page;
  if (day.merges.length === 0) return [];
  const titles = (["dayInto", "dayBusiest", "dayBusiestFrom", "dayFrom", "dayCame", "dayBusiestShare"] as const).map((key) => words.t(key));
  const head = headings(titles, 1);
  head.children[3]!.className = "text";
  const csv = (): Table => ({
    head: [titles[0]!, words.t("dayRule"), ...titles.slice(1)],
    rows: day.merges.flatMap((merge, k) => merge.streams.map((stream, s) => [
      text(nodeName(merge.into, words)), text(words.t(`dayRule_${merge.rule}`)), ...mergeFigures(merge, k), text(nodeName(stream.from, words)), ...streamFigures(merge, k, s),
    ])),
  });
  return [madeTable(words.t("dayMerges"), { head: [head], rows: day.merges.flatMap((merge, k) => mergeRows(page, merge, k)), csv }, words)];
}

function flowFigures(flow: CrossingFlow, at: (name: string) => string): Cell[] {
  const stood = flow.held > 0;
  return [
    from(at("runners"), count(flow.runners)), from(at("first_s"), minute(flow.first_s)), from(at("last_s"), minute(flow.last_s)),
    from(at("held"), count(flow.held)), share(flow.runners > 0 ? flow.held / flow.runners : null),
    stood ? from(at("held_mean_s"), span(flow.held_mean_s)) : span(null), stood ? from(at("held_most_s"), span(flow.held_most_s)) : span(null),
  ];
}

function crossingFigures(one: DayCrossing, k: number): Cell[] {
  return [
    from(`crossings.${k}.releases`, count(one.releases)), from(`crossings.${k}.at_once`, count(one.at_once)),
  ];
}

function crossingRows(page: DayPage, one: DayCrossing, k: number): HTMLElement[] {
  const { words } = page;
  const n = one.flows.length;
  return one.flows.map((flow, f) => h("tr", { class: f + 1 < n ? "with-next" : undefined },
    f === 0 && spanning(n, h("th", { scope: "rowgroup", class: "text" }, one.name, h("div", { class: "where" }, words.t(`dayRule_${one.rule}`)))),
    h("td", { class: "text" }, flow.leg),
    flowFigures(flow, (name) => `crossings.${k}.flows.${f}.${name}`).map((cell) => figure(page, cell)),
    f === 0 ? crossingFigures(one, k).map((cell) => spanning(n, h("td", { class: "figure" }, valueOf(cell, words)))) : []));
}

function crossings(page: DayPage): HTMLElement[] {
  const { day, words } = page;
  if (day.crossings.length === 0) return [];
  const titles = (["dayCrossing", "dayLeg", "dayCrossed", "dayFirst", "dayLast", "dayHeld", "dayHeldShare", "dayHeldMean", "dayHeldMost", "dayReleases", "dayAtOnce"] as const)
    .map((key) => words.t(key));
  const csv = (): Table => ({
    head: [titles[0]!, words.t("dayRule"), ...titles.slice(1)],
    rows: day.crossings.flatMap((one, k) => one.flows.map((flow) => [
      text(one.name), text(words.t(`dayRule_${one.rule}`)), text(flow.leg), ...flowFigures(flow, (name) => name), ...crossingFigures(one, k),
    ])),
  });
  return [madeTable(words.t("dayCrossings"), { head: [headings(titles, 2)], rows: day.crossings.flatMap((one, k) => crossingRows(page, one, k)), csv }, words)];
}

/** What comes through the merges, and what the crossings cost. */
export function junctions(page: DayPage): HTMLElement[] {
  const parts = [...merges(page), ...crossings(page)];
  return parts.length > 0 ? parts : [h("p", { class: "note" }, page.words.t("dayNoJunctions"))];
}
