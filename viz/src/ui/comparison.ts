// SPDX-License-Identifier: Apache-2.0
import type { Comparison, ComparedMeasure, Difference, Study } from "../format/study";
import { INK, MUTED } from "../marks/colour";
import { drawWhiskers, heightOf, type Whisker } from "../marks/whiskers";
import { count, from, text, type Cell, type Table } from "../model/table";
import type { Key } from "../words/en";
import type { Words } from "../words/words";
import { densityDiagrams } from "./densities";
import { h } from "./dom";
import type { Frame } from "./frame";
import { differenceCell, isOfRace, isOfStation, isOfWave, measureName, range, signed, unitName, valueCell } from "./measures";
import { drawn } from "./page";
import { figureOf, shownTable } from "./table";

type ComparisonStudy = Extract<Study, { kind: "compare" }>;

export const letterOf = (plan: number): string => String.fromCharCode(65 + plan);

const READS: Record<Difference["verdict"], Key> = { less: "vLess", more: "vMore", same: "vSame", not_shown: "vNotShown", not_weighed: "vNotWeighed" };
const COLOURS: Record<Difference["verdict"], string> = { less: "#00694b", more: "#a33b00", same: INK, not_shown: MUTED, not_weighed: MUTED };

const differenceOf = (measure: ComparedMeasure, plan: number): Difference => measure.plans[plan]!.difference!;

function listed(measures: ComparedMeasure[], plan: number, verdict: Difference["verdict"], words: Words): string {
  return measures
    .filter((measure) => differenceOf(measure, plan).verdict === verdict)
    .map((measure) => {
      if (verdict === "not_shown") return measureName(measure, words);
      return `${measureName(measure, words)} (${signed(differenceOf(measure, plan).mean, words)} ${unitName(measure.unit, words)})`;
    }).join("; ");
}

/** What an organiser takes home: one sentence for each plan, and what it rests on. */
function sentence(measures: ComparedMeasure[], plan: number, document: Comparison, words: Words): HTMLElement {
  const collapsed = [0, plan].filter((one) => document.plans[one]!.collapses).map(letterOf);
  if (collapsed.length > 0) {
    return h("div", {}, h("p", {}, h("strong", {}, words.t("saysCollapse", { plans: collapsed.join(", ") }))));
  }
  const better = listed(measures, plan, "less", words);
  const worse = listed(measures, plan, "more", words);
  const open = listed(measures, plan, "not_shown", words);
  const says: Key = better && worse ? "saysTrade" : better ? "saysBetter" : worse ? "saysWorse" : "saysNothing";
  return h("div", {},
    h("p", {}, h("strong", {}, words.t(says, { plan: letterOf(plan) }))),
    better && h("p", {}, words.t("betterIn", { list: better })),
    worse && h("p", {}, words.t("worseIn", { list: worse })),
    open && h("p", { class: "quiet" }, words.t("openIn", { list: open })));
}

function whiskers(measures: ComparedMeasure[], plan: number, words: Words): Whisker[] {
  return measures.flatMap((measure) => {
    const { mean, low, high, verdict } = differenceOf(measure, plan);
    const base = measure.plans[0]!.mean;
    if (mean === null || low === null || high === null || !base) return [];
    const share = (value: number): number => (100 * value) / Math.abs(base);
    return [{
      name: measureName(measure, words), low: share(low), point: share(mean), high: share(high), colour: COLOURS[verdict],
      said: `${signed(share(mean), words)} % · ${words.t(READS[verdict])}`,
    }];
  });
}

function forest(measures: ComparedMeasure[], plan: number, document: Comparison, words: Words): HTMLElement {
  const rows = whiskers(measures, plan, words);
  const title = words.t("differenceOf", { plan: letterOf(plan) });
  const canvas = h("canvas", { role: "img", "aria-label": title });
  const host = h("div", { class: "layers" }, canvas);
  host.style.minHeight = `${heightOf(rows.length)}px`;
  // Up to the end that lies farthest, but not so far that nothing else can be read.
  const ends = rows.flatMap((row) => [row.low, row.high]).map(Math.abs).sort((a, b) => a - b);
  const most = Math.max(1, Math.min(ends.at(-1) ?? 1, 4 * (ends[Math.floor(ends.length / 2)] ?? 1)));
  drawn(host, (width) => drawWhiskers(canvas, width, rows, { from: -most, to: most }, (value) => `${words.signed(value, most < 2 ? 1 : 0)} %`));
  return figureOf({
    title, unit: words.t("differenceUnit"), source: words.t("compareSource", { n: words.count(document.plans[0]!.state_hashes.length) }),
    drawing: host, table: () => tableOfMeasures(measures, plan, document, words),
  }, words);
}

function needed({ verdict, seeds_needed }: Difference, words: Words): Cell {
  if (verdict === "same" || seeds_needed === null) return count(null);
  return seeds_needed > 100000 ? text(words.t("many")) : count(seeds_needed);
}

function tableOfMeasures(measures: ComparedMeasure[], plan: number, document: Comparison, words: Words): Table {
  const percent = words.number(100 * document.confidence, 0);
  return {
    head: [words.t("measure"), words.t("unitHead"), "A", letterOf(plan), words.t("difference"), words.t("interval", { percent }),
      words.t("seedsNeeded"), words.t("sameRunnersSave"), words.t("reads")],
    rows: measures.map((measure) => {
      const difference = differenceOf(measure, plan);
      const ratio = difference.variance_ratio;
      const at = `measures.${document.measures.indexOf(measure)}.plans`;
      return [
        text(measureName(measure, words)), text(unitName(measure.unit, words)), from(`${at}.0.mean`, valueCell(measure, measure.plans[0]!.mean)),
        from(`${at}.${plan}.mean`, valueCell(measure, measure.plans[plan]!.mean)),
        from(`${at}.${plan}.difference.mean`, differenceCell(difference.mean)), text(range(difference.low, difference.high, words)),
        needed(difference, words), text(ratio === null ? "–" : words.t("times", { n: words.number(ratio, ratio < 10 ? 1 : 0) })),
        text(words.t(READS[difference.verdict])),
      ];
    }),
  };
}

function tables(keep: (measure: ComparedMeasure) => boolean, document: Comparison, words: Words): HTMLElement[] {
  const measures = document.measures.filter(keep);
  if (measures.length === 0) return [h("p", { class: "note" }, words.t("none"))];
  return document.plans.slice(1).map((_, k) =>
    shownTable(tableOfMeasures(measures, k + 1, document, words), `A – ${letterOf(k + 1)}`, words));
}

function verdict(document: Comparison, words: Words): HTMLElement[] {
  const measures = document.measures.filter(isOfRace);
  const list = h("dl", { class: "facts" }, document.plans.map((plan, k) =>
    h("div", {}, h("dt", {}, words.t("planName", { letter: letterOf(k) })), h("dd", {}, plan.name))));
  return [
    list,
    ...(document.same_runners ? [] : [h("p", { class: "warning" }, words.t("otherRunners"))]),
    ...document.plans.slice(1).flatMap((_, k) => [sentence(measures, k + 1, document, words), forest(measures, k + 1, document, words)]),
    h("p", { class: "quiet" }, words.t("lessIsBetter")),
  ];
}

function card(document: Comparison, words: Words): HTMLElement[] {
  const n = document.plans[0]!.state_hashes.length;
  const rows: [string, string][] = [
    [words.t("programVersion"), `gineste ${document.version}`],
    [words.t("seedsOf"), words.t("seedsFrom", { first: document.first_seed, last: document.first_seed + n - 1 })],
    [words.t("confidence"), `${words.number(100 * document.confidence, 0)} %`],
    ...document.plans.map((plan, k): [string, string] => [words.t("planName", { letter: letterOf(k) }), plan.file]),
    [words.t("again"), `gineste compare ${document.plans.map((plan) => plan.file).join(" ")} --seeds ${n} --seed ${document.first_seed}`],
    ...document.plans.map((plan, k): [string, string] => [words.t("hashesOf", { plan: letterOf(k) }), plan.state_hashes.join(" ")]),
  ];
  return [
    h("p", {}, words.t("compareModel")),
    h("table", { class: "card" }, h("caption", { class: "hidden" }, words.t("howKnown")),
      h("tbody", {}, rows.map(([name, value]) => h("tr", {}, h("th", { scope: "row" }, name), h("td", {}, h("code", {}, value)))))),
  ];
}

/** Plans beside one another: which one, how surely, and where on the road. */
export function comparisonFrame({ document, diagrams, clock }: ComparisonStudy, words: Words): Frame {
  const n = document.plans[0]!.state_hashes.length;
  const names = document.plans.map((plan) => plan.name);
  const told = new Set(names).size === names.length ? names : document.plans.map((plan) => plan.file);
  const name = told.join(" · ");
  const origin = `gineste ${document.version}`;
  return {
    words, name, kind: words.t("compareTitle"), origin,
    subtitle: words.t("studySubtitleEach", { date: words.date(), gun: words.minute(0), zone: clock.label, n: words.count(n) }),
    warning: null,
    printed: { head: `${name} · ${words.t("notice")}`, foot: origin },
    parts: [
      { id: "verdict", title: words.t("compareVerdict"), lead: words.t("compareVerdictLead"), content: verdict(document, words) },
      { id: "space-time", title: words.t("diagrams"), lead: words.t("diagramsLead"), content: densityDiagrams(diagrams, n, words) },
      { id: "race", title: words.t("wholeRace"), lead: words.t("compareTablesLead"), content: tables(isOfRace, document, words) },
      { id: "waves", title: words.t("byWaves"), lead: null, content: tables(isOfWave, document, words) },
      { id: "stations", title: words.t("byStations"), lead: null, content: tables(isOfStation, document, words) },
      { id: "card", title: words.t("howKnown"), lead: null, content: card(document, words) },
    ],
  };
}
