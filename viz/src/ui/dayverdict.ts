// SPDX-License-Identifier: Apache-2.0
import type { Meeting } from "../format/day";
import { LETTERS } from "../marks/colour";
import { levelOf } from "../model/cells";
import { clock, count, from, km, minute, number, span, text, type Cell, type Table } from "../model/table";
import type { Key } from "../words/en";
import { h } from "./dom";
import { nodeName, passName, raceName, type DayPage } from "./races";
import { csvButton, facts, headings, madeTable, valueOf } from "./table";

interface Finding {
  /** null: nothing to hold it against. */
  judgement: "good" | "watch" | "bad" | null;
  question: string;
  answer: string;
  where: string;
  reading: string;
}

/** From where on a finding is no longer within bounds: this page's own. */
const WATCH = { level: 2, lost_s: 600, held_s: 60 };
const ACT = { level: 4 };

const SIGNS = { good: "●", watch: "◆", bad: "▲" } as const;

const sum = (values: number[]): number => values.reduce((all, one) => all + one, 0);
/** The one with the greatest value; null of none. */
function greatest<T>(all: T[], value: (one: T) => number | null): T | null {
  return all.reduce<T | null>((best, one) => (best === null || (value(one) ?? 0) > (value(best) ?? 0) ? one : best), null);
}

const overtakesOf = (one: Meeting): number => one.overtakes + one.other_overtakes;
const sharedLegs = ({ day }: DayPage): number => day.legs.filter((leg) => leg.passes.length > 1).length;

function together(page: DayPage): Finding[] {
  const { day, words, levels_per_m2: levels } = page;
  const worst = greatest(day.meetings, (one) => one.peak_density_per_m2);
  const shared = sharedLegs(page);
  const question = words.t("dayQTogether");
  if (!worst) return [{ judgement: "good", question, answer: words.t("dayANever"), where: "", reading: words.t("dayRNever", { shared }) }];
  const leg = day.legs[worst.leg]!;
  const level = levelOf(worst.peak_density_per_m2, levels);
  const name = (pass: number, of = leg): string => passName(day, of, pass, words);
  const first = day.meetings[0]!;
  const last_s = Math.max(...day.meetings.map((one) => one.last_s ?? 0));
  const firstLeg = day.legs[first.leg]!;
  return [
    {
      judgement: level >= ACT.level ? "bad" : level >= WATCH.level ? "watch" : "good", question,
      answer: words.t("dayATogether", { density: words.number(worst.peak_density_per_m2, 2), letter: LETTERS[level]!, level: words.t(`level${level}` as Key) }),
      where: words.t("dayWTogether", { leg: leg.name, km: words.number(worst.peak_at_m / 1000, 1), time: words.minute(worst.peak_s) }),
      reading: words.t("dayRTogether", { first: name(worst.pass), share: words.number(worst.share * 100, 0), other: name(worst.other) }),
    },
    {
      judgement: null, question: words.t("dayQWhere"),
      answer: words.t("dayAWhere", { met: new Set(day.meetings.map((one) => one.leg)).size, shared, first: words.minute(first.first_s), last: words.minute(last_s) }),
      where: "",
      reading: words.t("dayRWhere", { first: name(first.pass, firstLeg), other: name(first.other, firstLeg), leg: firstLeg.name }),
    },
    passing(page),
  ];
}

function passing({ day, words }: DayPage): Finding {
  const question = words.t("dayQPass");
  const most = greatest(day.meetings, (one) => Math.max(one.overtakes, one.other_overtakes));
  if (!most || overtakesOf(most) === 0) {
    return { judgement: null, question, answer: words.t("dayAPassNone"), where: "", reading: words.t("dayRPassNone") };
  }
  const leg = day.legs[most.leg]!;
  const turned = most.other_overtakes > most.overtakes;
  const [first, other] = (turned ? [most.other, most.pass] : [most.pass, most.other]).map((pass) => passName(day, leg, pass, words)) as [string, string];
  const n = Math.max(most.overtakes, most.other_overtakes);
  const met = turned ? most.other_met : most.met;
  return {
    judgement: null, question,
    answer: words.t("dayAPass", { n: words.count(sum(day.meetings.map(overtakesOf))) }),
    where: words.t("dayWPass", { first, other, leg: leg.name, n: words.count(n) }),
    reading: words.t("dayRPass", { each: words.number(met > 0 ? n / met : 0, 1), first, other }),
  };
}

function crossings({ day, words }: DayPage): Finding[] {
  if (day.crossings.length === 0) return [];
  const flows = day.crossings.flatMap((one) => one.flows.map((flow) => ({ ...flow, name: one.name })));
  const longest = greatest(flows, (flow) => flow.held_most_s)!;
  const open = greatest(day.crossings.filter((one) => one.rule === "none"), (one) => one.at_once);
  const most_s = longest.held_most_s ?? 0;
  return [{
    judgement: open && open.at_once > 0 ? "bad" : most_s > WATCH.held_s ? "watch" : "good",
    question: words.t("dayQCrossings"),
    answer: words.t("dayACrossings", { held: words.count(sum(flows.map((flow) => flow.held))), runners: words.count(sum(flows.map((flow) => flow.runners))) }),
    where: most_s > 0 ? words.t("dayWCrossings", { name: longest.name, most: words.span(most_s) }) : "",
    reading: open && open.at_once > 0 ? words.t("dayRAtOnce", { name: open.name, n: open.at_once }) : words.t("dayRCrossings"),
  }];
}

function merges({ day, words }: DayPage): Finding[] {
  const busiest = greatest(day.merges, (one) => one.busiest_per_min);
  if (!busiest || busiest.busiest_per_min === null) return [];
  return [{
    judgement: null, question: words.t("dayQMerges"),
    answer: words.t("dayAMerges", { n: words.count(busiest.busiest_per_min) }),
    where: words.t("dayWMerges", { leg: nodeName(busiest.into, words), time: words.minute(busiest.busiest_s) }),
    reading: busiest.streams.map((stream) => `${nodeName(stream.from, words)} ${words.number(100 * (stream.busiest_share ?? 0), 0)} %`).join(", "),
  }];
}

/** What those who are in have lost, and when the last is; nothing where nobody is in. */
function finishers({ day, words }: DayPage): Finding[] {
  const dearest = greatest(day.races, (race) => race.lost_p95_s)!;
  const last = greatest(day.races, (race) => race.last_finish_s)!;
  if (last.last_finish_s === null) return [];
  return [
    {
      judgement: (dearest.lost_p95_s ?? 0) > WATCH.lost_s ? "watch" : "good", question: words.t("dayQCost"),
      answer: words.t("aLost", { median: words.span(dearest.lost_median_s), p95: words.span(dearest.lost_p95_s) }),
      where: "", reading: words.t("dayRCost", { race: dearest.name }),
    },
    {
      judgement: null, question: words.t("qLast"), answer: words.t("aLast", { time: words.minute(last.last_finish_s) }),
      where: "", reading: words.t("dayRLast", { race: last.name, span: words.race(last.last_finish_s) }),
    },
  ];
}

const findingsOf = (page: DayPage): Finding[] => [...together(page), ...crossings(page), ...merges(page), ...finishers(page)];

function keyFigures({ day, words }: DayPage): HTMLElement {
  const worst = greatest(day.meetings, (one) => one.peak_density_per_m2);
  const last = greatest(day.races, (race) => race.last_finish_s)!;
  const held = day.crossings.flatMap((one) => one.flows.map((flow) => flow.held));
  const list: [string, Cell][] = [
    [words.t("dayKeyStarted"), count(sum(day.races.map((race) => race.started)))],
    [words.t("dayKeyMeetings"), count(day.meetings.length)],
    [words.t("dayKeyDensity"), worst
      ? from(`meetings.${day.meetings.indexOf(worst)}.peak_density_per_m2`, number(worst.peak_density_per_m2, 2)) : number(null)],
    [words.t("dayKeyOvertakes"), count(sum(day.meetings.map(overtakesOf)))],
  ];
  if (held.length > 0) list.push([words.t("dayKeyHeld"), count(sum(held))]);
  list.push([words.t("dayKeyLast"), from(`races.${day.races.indexOf(last)}.last_finish_s`, minute(last.last_finish_s))]);
  const strip = facts(list, words);
  strip.classList.add("key-figures");
  return strip;
}

/** All figures of each race, as they stand in day.json. */
function raceCells({ day }: DayPage, race: number): Cell[] {
  const one = day.races[race]!;
  const at = (name: string, cell: Cell): Cell => from(`races.${race}.${name}`, cell);
  return [
    at("length_m", km(one.length_m, 2)), at("first_gun_s", minute(one.first_gun_s)), at("entrants", count(one.entrants)),
    at("started", count(one.started)), at("finished", count(one.finished)), at("first_finish_s", clock(one.first_finish_s)),
    at("median_finish_s", clock(one.median_finish_s)), at("last_finish_s", clock(one.last_finish_s)),
    at("lost_median_s", span(one.lost_median_s)), at("lost_p95_s", span(one.lost_p95_s)),
  ];
}

function racesTable(page: DayPage): HTMLElement {
  const { day, words } = page;
  const head = (["dayRace", "dayLength", "gun", "dayEntrants", "started", "finished", "dayFirstFinish", "dayMedianFinish", "dayLastFinish", "lostMedian", "lost95"] as const)
    .map((key) => words.t(key));
  const csv = (): Table => ({ head, rows: day.races.map((race, k) => [text(race.name), ...raceCells(page, k)]) });
  const rows = day.races.map((_, k) => h("tr", {},
    h("th", { scope: "row", class: "text" }, raceName(day, k)),
    raceCells(page, k).map((cell) => h("td", { class: "figure" }, valueOf(cell, words)))));
  return madeTable(words.t("dayRaces"), { head: [headings(head, 1)], rows, csv, width: "many" }, words);
}

function findingsTable(page: DayPage): HTMLElement {
  const { words } = page;
  const findings = findingsOf(page);
  const head = [words.t("question"), words.t("answer"), words.t("reading")];
  const csv = (): Table => ({
    head: [head[0]!, head[1]!, words.t("where"), head[2]!],
    rows: findings.map((one) => [text(one.question), text(one.answer), text(one.where), text(one.reading)]),
  });
  const title = words.t("dayAnswers");
  const rows = findings.map(({ judgement, question, answer, where, reading }) =>
    h("tr", { class: judgement ?? undefined },
      h("th", { scope: "row" }, h("span", { class: "sign", "aria-hidden": "true" }, judgement && SIGNS[judgement]), question),
      h("td", {}, h("strong", {}, answer), where && h("div", { class: "where" }, where)),
      h("td", { class: "quiet" }, judgement && h("span", { class: "judgement" }, words.t(judgement)), reading)));
  return h("div", { class: "shown-table" },
    h("div", { class: "row" }, h("h3", {}, title), csvButton(csv, title, words)),
    h("table", { class: "verdict" }, h("caption", { class: "hidden" }, title),
      h("thead", {}, h("tr", {}, head.map((one) => h("th", { scope: "col" }, one)))), h("tbody", {}, rows)));
}

export function dayVerdict(page: DayPage): HTMLElement[] {
  const { words, levels_per_m2: levels } = page;
  return [
    keyFigures(page),
    racesTable(page),
    findingsTable(page),
    h("p", { class: "note" }, words.t("dayJudged", {
      watch: words.number(levels[WATCH.level - 1]!, 1), act: words.number(levels[ACT.level - 1]!, 1),
      lost: words.span(WATCH.lost_s), held: words.span(WATCH.held_s),
    })),
    h("p", { class: "note" }, words.t("daySpread")),
  ];
}
