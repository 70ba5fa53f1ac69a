// SPDX-License-Identifier: Apache-2.0
import type { DayPlace, PlacePass } from "../format/day";
import { drawSpans, heightOfSpans, type SpanRow } from "../marks/spans";
import { count, from, km, minute, text, type Cell, type Table } from "../model/table";
import type { Words } from "../words/words";
import { h } from "./dom";
import { drawn } from "./page";
import { nodeName, raceColour, raceMark, raceName, type DayPage } from "./races";
import { figureOf, madeTable, valueOf } from "./table";

/** Up to so many races have their own distance beside their times. */
const RACES_WITH_KM = 3;

/** What stands beneath the name of a place, unless the name says it. */
const KINDS = new Set<DayPlace["kind"]>(["joint", "merge", "split", "turn", "crossing"]);

const kindOf = ({ kind }: DayPlace, words: Words): string => (KINDS.has(kind) ? words.t(`dayKind_${kind}`) : "");

const nameOf = ({ kind, name }: DayPlace, words: Words): string => (kind === "crossing" || kind === "named" ? name : nodeName(name, words));

interface Known {
  pass: PlacePass;
  path: string;
}

/** The passes of one race at a place, by its own distance. */
function passesOf(place: DayPlace, p: number, race: number): Known[] {
  return place.passes.map((pass, k) => ({ pass, path: `places.${p}.passes.${k}` }))
    .filter(({ pass }) => pass.race === race)
    .sort((a, b) => a.pass.at_m - b.pass.at_m);
}

const timesOf = ({ pass, path }: Known): Cell[] => [
  from(`${path}.first_s`, minute(pass.first_s)), from(`${path}.median_s`, minute(pass.median_s)), from(`${path}.last_s`, minute(pass.last_s)),
];

function chart({ day, words }: DayPage, csv: () => Table): HTMLElement[] {
  const rows: SpanRow[] = day.places.map((place) => ({
    name: nameOf(place, words),
    spans: place.passes.flatMap(({ race, first_s, median_s, last_s }) => (
      first_s === null || last_s === null ? [] : [{ mark: raceMark(race), colour: raceColour(day, race), first_s, median_s, last_s }])),
  })).filter((row) => row.spans.length > 0);
  if (rows.length === 0) return [];
  const title = words.t("dayPlacesChart");
  const canvas = h("canvas", { role: "img", "aria-label": title });
  const host = h("div", { class: "layers" }, canvas);
  host.style.minHeight = `${heightOfSpans(rows)}px`;
  drawn(host, (width) => drawSpans(canvas, width, rows, words));
  return [figureOf({
    title, unit: words.t("dayPlacesUnit"), source: words.t("dayLegSource"), table: csv,
    drawing: h("div", {}, h("p", { class: "quiet" }, words.t("dayPlacesHint")), host),
  }, words)];
}

/** One line for each time that the race which comes by most often does. */
function placeRows(page: DayPage, p: number, withKm: boolean): HTMLElement[] {
  const { day, words } = page;
  const place = day.places[p]!;
  const byRace = day.races.map((_, race) => passesOf(place, p, race));
  const lines = Math.max(1, ...byRace.map((passes) => passes.length));
  return Array.from({ length: lines }, (_, line) => {
    const name = h("th", { scope: "rowgroup", class: "text" }, nameOf(place, words), h("div", { class: "where" }, kindOf(place, words)));
    name.rowSpan = lines;
    const figures = byRace.flatMap((passes) => {
      const known = passes[line];
      if (!known) return [h("td", { class: "figure begins", colspan: withKm ? 4 : 3 })];
      const at = withKm ? [from(`${known.path}.at_m`, km(known.pass.at_m, 1)), ...timesOf(known)] : timesOf(known);
      return at.map((cell, k) => h("td", { class: `figure ${k === 0 ? "begins" : ""} ${withKm && k === 0 ? "where" : ""}` }, valueOf(cell, words)));
    });
    return h("tr", { class: line + 1 < lines ? "with-next" : undefined }, line === 0 && name, figures);
  });
}

function timetable(page: DayPage, csv: () => Table): HTMLElement {
  const { day, words } = page;
  const withKm = day.races.length <= RACES_WITH_KM;
  const titles = [...(withKm ? [words.t("dayKm")] : []), words.t("dayFirst"), words.t("dayMedian"), words.t("dayLast")];
  const place = h("th", { scope: "col", class: "text", rowspan: 2 }, words.t("dayPlace"));
  const head = [
    h("tr", {}, place, day.races.map((_, k) => h("th", { scope: "colgroup", class: "group begins", colspan: titles.length }, raceName(day, k)))),
    h("tr", {}, day.races.flatMap(() => titles.map((title, k) => h("th", { scope: "col", class: `figure ${k === 0 ? "begins" : ""}` }, title)))),
  ];
  const rows = day.places.flatMap((_, p) => placeRows(page, p, withKm));
  const width = day.races.length * titles.length > 9 ? { width: "many" as const } : {};
  return madeTable(words.t("dayPlacesTable"), { head, rows, csv, ...width }, words);
}

/** When each place is taken by whom: drawn, and as a timetable. */
export function places(page: DayPage): HTMLElement[] {
  const { day, words } = page;
  if (day.places.every((place) => place.passes.length === 0)) return [h("p", { class: "note" }, words.t("dayNoPlaces"))];
  const csv = (): Table => ({
    head: [words.t("dayPlace"), words.t("dayKind"), words.t("dayRace"), words.t("dayKm"), words.t("dayFirst"), words.t("dayMedian"), words.t("dayLast"), words.t("dayCame")],
    rows: day.places.flatMap((place, p) => day.races.flatMap((race, k) => passesOf(place, p, k).map((known) => [
      text(nameOf(place, words)), text(words.t(`dayKind_${place.kind}`)), text(race.name), km(known.pass.at_m, 2), ...timesOf(known), count(known.pass.runners),
    ]))),
  });
  return [...chart(page, csv), timetable(page, csv)];
}
