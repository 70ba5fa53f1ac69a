// SPDX-License-Identifier: Apache-2.0
import type { Band, Ensemble, SpreadMeasure, Study } from "../format/study";
import { INK } from "../marks/colour";
import type { Series } from "../marks/line";
import { drawWhiskers, heightOf, type Whisker } from "../marks/whiskers";
import { from, number, text, type Table } from "../model/table";
import type { Words } from "../words/words";
import { lineFigure } from "./chart";
import { h } from "./dom";
import type { Frame } from "./frame";
import { isOfRace, measureName, range, unitName, unsigned, valueCell } from "./measures";
import { drawn } from "./page";
import { figureOf, shownTable } from "./table";

type EnsembleStudy = Extract<Study, { kind: "ensemble" }>;

function tableOfMeasures(document: Ensemble, words: Words): Table {
  const percent = words.number(100 * document.confidence, 0);
  return {
    head: [words.t("measure"), words.t("unitHead"), words.t("mean"), words.t("interval", { percent }), words.t("p5Head"),
      words.t("medianHead"), words.t("p95Head"), words.t("ofThat")],
    rows: document.measures.map((measure, k) => {
      const value = (name: "mean" | "p5" | "median" | "p95") => from(`measures.${k}.${name}`, valueCell(measure, measure[name]));
      return [
        text(measureName(measure, words)), text(unitName(measure.unit, words)), value("mean"),
        text(range(...measure.mean_interval, words, unsigned)), value("p5"), value("median"), value("p95"),
        text(range(...measure.p95_interval, words, unsigned)),
      ];
    }),
  };
}

function whiskers(measures: SpreadMeasure[], words: Words): Whisker[] {
  return measures.flatMap((measure) => {
    const { mean, p5, median, p95 } = measure;
    if (!mean || p5 === null || median === null || p95 === null) return [];
    const share = (value: number): number => 100 * (value / mean - 1);
    return [{
      name: measureName(measure, words), low: share(p5), point: share(median), high: share(p95), colour: INK,
      said: `${unsigned(p5, words)} – ${unsigned(p95, words)} ${unitName(measure.unit, words)}`,
    }];
  });
}

function spread(document: Ensemble, words: Words): HTMLElement[] {
  const rows = whiskers(document.measures.filter(isOfRace), words);
  const canvas = h("canvas", { role: "img", "aria-label": words.t("spreadOf") });
  const host = h("div", { class: "layers" }, canvas);
  host.style.minHeight = `${heightOf(rows.length)}px`;
  const most = Math.max(1, ...rows.flatMap((row) => [Math.abs(row.low), Math.abs(row.high)]));
  drawn(host, (width) => drawWhiskers(canvas, width, rows, { from: -most, to: most }, (value) => `${words.number(100 + value, 0)} %`));
  const table = (): Table => tableOfMeasures(document, words);
  return [
    ...stopped(document, words),
    figureOf({
      title: words.t("spreadOf"), unit: words.t("spreadUnit"), drawing: host, table,
      source: words.t("compareSource", { n: words.count(document.state_hashes.length) }),
    }, words),
    shownTable(table(), words.t("studySpread"), words),
  ];
}

function stopped({ until, measures }: Ensemble, words: Words): HTMLElement[] {
  if (!until) return [];
  const measure = measures.find((one) => one.key === until.key);
  const name = measure ? measureName(measure, words) : until.key;
  return [h("p", {}, words.t(until.is_met ? "untilMet" : "untilNotMet", { measure: name, share: words.number(100 * until.half_width_share, 1) }))];
}

function bandFigure(band: Band, parts: { title: string; unit: string; digits: number }, document: Ensemble, words: Words): HTMLElement {
  const { interval_s } = document.curves;
  const used = band.p95.reduce((last, value, k) => (value > 0 ? k + 2 : last), 0);
  const x = band.mean.slice(0, used).map((_, k) => (k + 0.5) * interval_s);
  const part = (values: (number | null)[]): (number | null)[] => values.slice(0, used);
  const series: Series[] = [
    { name: words.t("bandHigh"), colour: "#8fb4d6", values: part(band.p95), digits: parts.digits },
    { name: words.t("bandLow"), colour: "#8fb4d6", values: part(band.p5), digits: parts.digits },
    { name: words.t("meanHigh"), colour: "#00508c", values: part(band.mean_high), digits: parts.digits, dash: [4, 3] },
    { name: words.t("meanLow"), colour: "#00508c", values: part(band.mean_low), digits: parts.digits, dash: [4, 3] },
    { name: words.t("bandMean"), colour: INK, values: part(band.mean), digits: parts.digits },
  ];
  const head = [words.t("time"), ...series.map((one) => one.name)];
  return lineFigure({
    label: parts.title, unit: parts.unit, source: words.t("compareSource", { n: words.count(document.state_hashes.length) }),
    x, series, fill: [{ between: [0, 1], colour: "rgba(143, 180, 214, 0.35)" }],
    table: () => ({ head, rows: x.map((at, k) => [text(words.minute(at)), ...series.map((one) => number(one.values[k]!, parts.digits))]) }),
  }, words);
}

function curves(document: Ensemble, words: Words): HTMLElement[] {
  const { on_road_runners, density_per_m2, density_from_km: from, density_to_km: to } = document.curves;
  const km = (value: number): string => words.number(value, 1);
  return [
    bandFigure(on_road_runners, { title: words.t("onRoad"), unit: words.t("uRunners"), digits: 0 }, document, words),
    bandFigure(density_per_m2, { title: words.t("densityFrom", { from: km(from), to: km(to) }), unit: words.t("densityUnit"), digits: 2 }, document, words),
  ];
}

function card(document: Ensemble, words: Words): HTMLElement[] {
  const n = document.state_hashes.length;
  const rows: [string, string][] = [
    [words.t("programVersion"), `gineste ${document.version}`],
    [words.t("seedsOf"), words.t("seedsFrom", { first: document.first_seed, last: document.first_seed + n - 1 })],
    [words.t("confidence"), `${words.number(100 * document.confidence, 0)} %`],
    [words.t("stateHash"), document.state_hashes.join(" ")],
  ];
  return [
    h("p", {}, words.t("ensembleModel")),
    h("table", { class: "card" }, h("caption", { class: "hidden" }, words.t("howKnown")),
      h("tbody", {}, rows.map(([name, value]) => h("tr", {}, h("th", { scope: "row" }, name), h("td", {}, h("code", {}, value)))))),
  ];
}

/** One plan on many days: what to expect of it, and how the day may go. */
export function ensembleFrame({ document, clock }: EnsembleStudy, words: Words): Frame {
  const n = document.state_hashes.length;
  const origin = `gineste ${document.version}`;
  return {
    words, name: document.scenario, kind: words.t("ensembleTitle"), origin,
    subtitle: words.t("studySubtitle", { date: words.date(), gun: words.minute(0), zone: clock.label, n: words.count(n) }),
    warning: null,
    printed: { head: `${document.scenario} · ${words.t("notice")}`, foot: origin },
    parts: [
      { id: "spread", title: words.t("studySpread"), lead: words.t("spreadLead"), content: spread(document, words) },
      { id: "curves", title: words.t("curves"), lead: words.t("curvesLead"), content: curves(document, words) },
      { id: "card", title: words.t("howKnown"), lead: null, content: card(document, words) },
    ],
  };
}
