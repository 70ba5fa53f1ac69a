// SPDX-License-Identifier: Apache-2.0
import type { Estimate, FoundPlan, Search, Study } from "../format/study";
import { INK, MUTED } from "../marks/colour";
import { drawFront, type FrontPoint } from "../marks/front";
import { clock, count, from, number, text, type Table } from "../model/table";
import type { Key } from "../words/en";
import type { Words } from "../words/words";
import { lineFigure } from "./chart";
import { h } from "./dom";
import type { Frame } from "./frame";
import { digitsFor, measureName, range, signed, unitName, valueCell } from "./measures";
import { drawn } from "./page";
import { figureOf, legend, shownTable } from "./table";

type SearchStudy = Extract<Study, { kind: "optimise" }>;

const STANDINGS: Record<FoundPlan["standing"], { word: Key; colour: string }> = {
  front: { word: "standsFront", colour: "#00508c" },
  behind: { word: "standsBehind", colour: "#7a5200" },
  beaten: { word: "standsBeaten", colour: MUTED },
  "breaks a bound": { word: "standsBreaks", colour: "#a33b00" },
};

const HEIGHT = 380;

/** 0 is the plan as it is. */
const nameOf = (plan: number, words: Words): string => (plan === 0 ? words.t("asItIs") : String(plan));
const allPlans = ({ base, plans }: Search): FoundPlan[] => [base, ...plans];

const endsOf = ({ low, high }: Estimate): [number, number] | null => (low === null || high === null ? null : [low, high]);

function pointsOf(document: Search, first: number, second: number, words: Words): FrontPoint[] {
  return allPlans(document).flatMap((plan, k) => {
    const [x, y] = [plan.agents[first]!, plan.agents[second]!];
    if (x.mean === null || y.mean === null) return [];
    const base = k === 0;
    return [{ name: nameOf(k, words), x: x.mean, y: y.mean, xEnds: endsOf(x), yEnds: endsOf(y), base, colour: base ? INK : STANDINGS[plan.standing].colour }];
  });
}

function front(document: Search, first: number, second: number, words: Words): HTMLElement {
  const points = pointsOf(document, first, second, words);
  const axis = (objective: number) => {
    const measure = document.objectives[objective]!;
    const most = Math.max(...points.map((one) => Math.abs(objective === first ? one.x : one.y)));
    return {
      title: `${measureName(measure, words)} (${unitName(measure.unit, words)})`,
      write: (value: number) => words.number(value, Math.min(3, digitsFor(most))),
    };
  };
  const title = words.t("frontOf", { x: measureName(document.objectives[first]!, words), y: measureName(document.objectives[second]!, words) });
  const canvas = h("canvas", { role: "img", "aria-label": title });
  const host = h("div", { class: "layers" }, canvas);
  host.style.minHeight = `${HEIGHT}px`;
  drawn(host, (width) => drawFront(canvas, { width, height: HEIGHT }, points, axis(first), axis(second)));
  const standings = legend(words.t("standing"), [
    ...Object.values(STANDINGS).map(({ word, colour }) => ({ colour, text: words.t(word) })), { colour: INK, text: words.t("asItIs") },
  ]);
  return figureOf({
    title, unit: words.t("frontUnit"), source: words.t("frontSource", { n: words.count(document.races) }), drawing: h("div", {}, standings, host),
    table: () => judged(document, words),
  }, words);
}

/** Every pair of objectives once. */
function fronts(document: Search, words: Words): HTMLElement[] {
  const n = document.objectives.length;
  const pairs = document.objectives.flatMap((_, k) => Array.from({ length: n - k - 1 }, (__, j): [number, number] => [k, k + j + 1]));
  return [...confirmed(document, words), ...pairs.map(([first, second]) => front(document, first, second, words))];
}

function judged(document: Search, words: Words): Table {
  const { objectives } = document;
  return {
    head: [words.t("plan"), ...objectives.flatMap((one) => {
      const name = measureName(one, words);
      return [`${name}: ${words.t("byForecast")}`, `${name}: ${words.t("byAgents")}`, words.t("interval", { percent: 95 })];
    }), words.t("races"), words.t("standing")],
    rows: allPlans(document).map((plan, k) => [
      text(nameOf(k, words)),
      ...objectives.flatMap((one, j) => {
        const { mean, low, high } = plan.agents[j]!;
        const path = k === 0 ? `base.agents.${j}.mean` : `plans.${k - 1}.agents.${j}.mean`;
        const digits = digitsFor(mean);
        return [valueCell(one, plan.forecast[j]!), from(path, valueCell(one, mean)), text(range(low, high, words, (value) => words.number(value, digits)))];
      }),
      count(plan.agents[0]!.races), text(k === 0 ? "–" : words.t(STANDINGS[plan.standing].word)),
    ]),
  };
}

function confirmed({ confirmation, objectives, plans }: Search, words: Words): HTMLElement[] {
  if (!confirmation) return [h("p", { class: "note" }, words.t("notBetter"))];
  const plan = 1 + plans.findIndex((one) => one.file === confirmation.plan);
  const better = confirmation.minus_base.every((one) => one.high !== null && one.high < 0);
  const list = confirmation.minus_base.map((one, k) => {
    const measure = objectives[k]!;
    return `${measureName(measure, words)} ${signed(one.mean, words)} ${unitName(measure.unit, words)} (${range(one.low, one.high, words)})`;
  }).join("; ");
  return [
    h("p", {}, h("strong", {}, words.t(better ? "confirmedBetter" : "confirmedNot", { plan, seeds: words.count(confirmation.seeds) }))),
    h("p", {}, words.t("confirmedBy", { list })),
  ];
}

/** Guns are seconds after local midnight in the file, after the first gun of the plan as it is here. */
function wavesOf(plan: FoundPlan, base: FoundPlan, words: Words): Table {
  const first_s = Math.min(...base.waves.flatMap((wave) => wave.gun_s ?? []));
  return {
    head: [words.t("wave"), words.t("uRunners"), words.t("gun")],
    rows: plan.waves.map((wave) => [text(wave.name), count(wave.entrants), clock(wave.gun_s === null ? null : wave.gun_s - first_s)]),
  };
}

function plansOf(document: Search, words: Words): HTMLElement[] {
  return document.plans.map((plan, k) => h("div", {},
    h("h3", {}, words.t("planNumber", { n: k + 1 })),
    h("p", {}, plan.minus_base.map((one, j) => {
      const base = document.base.agents[j]!.mean;
      const change = one.mean !== null && base ? `${signed((100 * one.mean) / base, words)} %` : signed(one.mean, words);
      return `${measureName(document.objectives[j]!, words)}: ${change}`;
    }).join("; ")),
    h("p", { class: "quiet" }, h("code", {}, plan.file), ` · ${words.t("lineWide", { width: words.number(plan.line_width_m, 1) })}`),
    shownTable(wavesOf(plan, document.base, words), words.t("wavesOfPlan", { n: k + 1 }), words)));
}

function progress({ hypervolume, forecasts }: Search, words: Words): HTMLElement[] {
  const x = hypervolume.map((_, k) => k);
  return [lineFigure({
    label: words.t("hypervolume"), unit: words.t("hypervolumeUnit"), source: words.t("forecastsMade", { n: words.count(forecasts) }),
    x, xName: words.t("generation"), series: [{ name: words.t("hypervolume"), colour: "#00508c", values: hypervolume, digits: 4 }],
    table: () => ({ head: [words.t("generation"), words.t("hypervolume")], rows: x.map((k) => [count(k), number(hypervolume[k]!, 4)]) }),
  }, words)];
}

function card(document: Search, words: Words): HTMLElement[] {
  const rows: [string, string][] = [
    [words.t("programVersion"), `gineste ${document.version}`],
    [words.t("scenarioFile"), document.scenario],
    [words.t("seed"), String(document.seed)],
    [words.t("searchSeed"), String(document.search_seed)],
  ];
  return [
    h("p", {}, words.t("searchModel")),
    h("table", { class: "card" }, h("caption", { class: "hidden" }, words.t("howKnown")),
      h("tbody", {}, rows.map(([name, value]) => h("tr", {}, h("th", { scope: "row" }, name), h("td", {}, h("code", {}, value)))))),
  ];
}

/** The plans that a search found: what each buys and what it costs. */
export function searchFrame({ document, clock: { label } }: SearchStudy, words: Words): Frame {
  const origin = `gineste ${document.version}`;
  return {
    words, name: document.name, kind: words.t("searchTitle"), origin,
    subtitle: words.t("searchSubtitle", {
      date: words.date(), gun: words.minute(0), zone: label, forecasts: words.count(document.forecasts), races: words.count(document.races),
    }),
    warning: null,
    printed: { head: `${document.name} · ${words.t("notice")}`, foot: origin },
    parts: [
      { id: "front", title: words.t("frontTitle"), lead: words.t("frontLead"), content: fronts(document, words) },
      { id: "judged", title: words.t("judgedTitle"), lead: words.t("judgedLead"), content: [shownTable(judged(document, words), words.t("judgedTitle"), words)] },
      { id: "plans", title: words.t("plansTitle"), lead: words.t("plansLead"), content: plansOf(document, words) },
      { id: "progress", title: words.t("progressTitle"), lead: words.t("progressLead"), content: progress(document, words) },
      { id: "card", title: words.t("howKnown"), lead: null, content: card(document, words) },
    ],
  };
}
