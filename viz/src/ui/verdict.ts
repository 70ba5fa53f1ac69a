// SPDX-License-Identifier: Apache-2.0
import type { Threshold, Wave } from "../format/page";
import { LETTERS } from "../marks/colour";
import { levelOf } from "../model/cells";
import { clock, count, from, minute, number, share, span, text, without, type Cell, type Table } from "../model/table";
import type { Key } from "../words/en";
import { h } from "./dom";
import type { Page } from "./page";
import { csvButton, facts, shownTable } from "./table";

type Judgement = "good" | "watch" | "bad";
interface Finding {
  judgement: Judgement;
  question: string;
  answer: string;
  where: string;
  reading: string;
}

/** From where on a finding is no longer within bounds: this page's own, for want of the scenario's. */
const WATCH = { level: 2, lost_s: 600, unserved_share: 0.02, wait_s: 600 };
const ACT = { level: 4 };

const SIGNS: Record<Judgement, string> = { good: "●", watch: "◆", bad: "▲" };

/** First of all, where the crowd went past what the model knows: nothing below is a trade then. */
function collapse({ run, words }: Page): Finding[] {
  const beyond = run.data.summary.beyond_model;
  if (!beyond) return [];
  return [{
    judgement: "bad",
    question: words.t("qCollapse"),
    answer: words.t("aCollapse", { density: words.number(beyond.peak_density_per_m2, 1) }),
    where: words.t("wCollapse", { km: words.number(beyond.peak_km, 1), from: words.minute(beyond.from_s), until: words.minute(beyond.until_s) }),
    reading: words.t("rCollapse", { moving: words.number(beyond.trusted_moving_per_m2, 0), standing: words.number(beyond.trusted_standing_per_m2, 0) }),
  }];
}

function crowding({ run, words }: Page): Finding[] {
  const { congestion } = run.data.summary;
  const { levels_per_m2: least } = run.data;
  const level = levelOf(congestion.peak_density_per_m2, least);
  const judgement: Judgement = level >= ACT.level ? "bad" : level >= WATCH.level ? "watch" : "good";
  const threshold = words.number(congestion.threshold_per_m2, 1);
  const worst = congestion.worst_places[0];
  return [
    {
      judgement,
      question: words.t("qCrowd"),
      answer: words.t("aCrowd", { density: words.number(congestion.peak_density_per_m2, 2), letter: LETTERS[level]!, level: words.engine(congestion.level) }),
      where: words.t("wCrowd", { km: words.number(congestion.peak_km, 1), time: words.minute(congestion.peak_s) }) + (worst ? ` · ${worst.place}` : ""),
      reading: words.t("rCrowd", { threshold, platoon: words.number(least[2]!, 1) }),
    },
    {
      judgement: congestion.places > 0 ? "watch" : "good",
      question: words.t("qPlaces"),
      answer: words.t("aPlaces", { n: congestion.places, threshold }),
      where: congestion.worst_places.slice(0, 4).map((place) => `km ${words.number(place.from_km, 1)}–${words.number(place.to_km, 1)}`).join(", "),
      reading: words.t("rPlaces", { hours: words.count(congestion.lost_runner_h) }),
    },
  ];
}

function station({ run, words }: Page): Finding[] {
  const { stations } = run.data.summary;
  if (stations.length === 0) return [];
  const tightest = stations.reduce((a, b) => (b.hands_needed / b.volunteers > a.hands_needed / a.volunteers ? b : a));
  const longest = stations.reduce((a, b) => ((b.wait_p95_s ?? 0) > (a.wait_p95_s ?? 0) ? b : a));
  const unserved = stations.reduce((sum, one) => sum + one.unserved, 0);
  const takers = stations.reduce((sum, one) => sum + one.takers, 0);
  const short = tightest.hands_needed > tightest.volunteers || stations.some((one) => one.found_none > 0);
  return [{
    judgement: short ? "bad" : unserved > WATCH.unserved_share * takers ? "watch" : "good",
    question: words.t("qStation"),
    answer: words.t("aStationGood", { unserved: words.count(unserved), takers: words.count(takers) }),
    where: words.t("wStation", { name: longest.name, wait: words.span(longest.wait_p95_s) }),
    reading: words.t("rStation", { need: tightest.hands_needed, have: tightest.volunteers }),
  }];
}

function afterLine({ run, words }: Page): Finding[] {
  const findings: Finding[] = [];
  const { services = [], roster } = run.data.summary;
  const longest = services.reduce<(typeof services)[number] | null>((a, b) => (b.largest_queue > (a?.largest_queue ?? 0) ? b : a), null);
  if (longest) {
    findings.push({
      judgement: (longest.wait_p95_s ?? 0) > WATCH.wait_s ? "watch" : "good",
      question: words.t("qService"),
      answer: words.t("aService", { name: longest.name, queue: words.count(longest.largest_queue) }),
      where: words.minute(longest.largest_queue_s),
      reading: words.t("rService", { wait: words.span(longest.wait_p95_s) }),
    });
  }
  if (roster) {
    const posted = roster.all.posted ?? roster.all.most;
    const enough = roster.available === null || posted <= roster.available;
    findings.push({
      judgement: enough ? "good" : "bad",
      question: words.t("qVolunteers"),
      answer: roster.available === null
        ? words.t("aVolunteersOnly", { posted: words.count(posted) })
        : words.t("aVolunteers", { posted: words.count(posted), available: words.count(roster.available) }),
      where: "",
      reading: words.t("rVolunteers", { most: words.count(roster.all.most) }),
    });
  }
  return findings;
}

export function findingsOf(page: Page): Finding[] {
  const { run, words } = page;
  const { finish } = run.data.summary;
  return [
    ...collapse(page),
    ...crowding(page),
    {
      judgement: (finish.lost_p95_s ?? 0) > WATCH.lost_s ? "watch" : "good",
      question: words.t("qLost"),
      answer: words.t("aLost", { median: words.span(finish.lost_median_s), p95: words.span(finish.lost_p95_s) }),
      where: "",
      reading: words.t("rLost"),
    },
    ...station(page),
    {
      judgement: finish.peak_per_min > finish.rule_of_thumb_per_min ? "watch" : "good",
      question: words.t("qFinish"),
      answer: words.t("aFinish", { peak: words.count(finish.peak_per_min) }),
      where: words.minute(finish.peak_s),
      reading: words.t("rFinish", { rule: words.count(finish.rule_of_thumb_per_min) }),
    },
    ...afterLine(page),
    {
      judgement: "good",
      question: words.t("qLast"),
      answer: words.t("aLast", { time: words.minute(finish.last_s) }),
      where: "",
      reading: words.t("rLast", { first: words.minute(finish.first_s), median: words.minute(finish.median_s) }),
    },
  ];
}

function keyFigures({ run, words }: Page): HTMLElement {
  const { runners, finish, congestion } = run.data.summary;
  const list: [string, Cell][] = [
    [words.t("started"), from("runners.started", count(runners.started))],
    [words.t("finished"), from("runners.finished", count(runners.finished))],
    [words.t("keyDensity"), from("congestion.peak_density_per_m2", number(congestion.peak_density_per_m2, 2))],
    [words.t("keyLost"), from("finish.lost_median_s", span(finish.lost_median_s))],
    [words.t("keyPeak"), from("finish.peak_per_min", count(finish.peak_per_min))],
    [words.t("keyLast"), from("finish.last_s", minute(finish.last_s))],
  ];
  const strip = facts(list, words);
  strip.classList.add("key-figures");
  return strip;
}

/** A threshold's figure, as it is written for what it measures. */
function figure(what: Threshold["what"], value: number | null): Cell {
  switch (what) {
    case "peak_density_per_m2": return number(value, 2);
    case "lost_p95_s":
    case "wait_p95_s": return span(value);
    case "unserved_share": return share(value);
    case "finishers_per_min": return count(value);
    case "last_start_s":
    case "last_finish_s": return clock(value);
  }
}

/** What the scenario asks the plan to keep to, and whether it does. */
function thresholds({ run, words }: Page): HTMLElement[] {
  const asked = run.data.summary.thresholds ?? [];
  if (asked.length === 0) return [];
  const table: Table = {
    head: [words.t("threshold"), words.t("atMost"), words.t("found"), words.t("met"), words.t("place"), words.t("time")],
    rows: asked.map((one, k) => [
      text(words.t(`threshold_${one.what}` as Key)),
      from(`thresholds.${k}.most`, figure(one.what, one.most)),
      from(`thresholds.${k}.found`, figure(one.what, one.found)),
      text(one.met ? `${SIGNS.good} ${words.t("yes")}` : `${SIGNS.bad} ${words.t("no")}`),
      text([one.place, one.km === null ? "" : `km ${words.number(one.km, 1)}`].filter(Boolean).join(" · ")),
      from(`thresholds.${k}.at_s`, minute(one.at_s)),
    ]),
  };
  return [shownTable(table, words.t("thresholds"), words)];
}

function levels({ run, words }: Page): HTMLElement {
  const table: Table = {
    head: [words.t("letter"), words.t("fromDensity"), "", words.t("meaning")],
    rows: [0, ...run.data.levels_per_m2].map((least, k) => [
      text(LETTERS[k]!), number(least, 2), text(words.t(`level${k}` as Key)), text(words.t(`mean${k}` as Key)),
    ]),
  };
  return shownTable({ ...table, head: [words.t("letter"), words.t("fromDensity"), words.t("levels"), words.t("meaning")] }, words.t("levels"), words);
}

export function verdict(page: Page): HTMLElement[] {
  const { words } = page;
  const findings = findingsOf(page);
  const rows = findings.map((finding) =>
    h("tr", { class: finding.judgement },
      h("th", { scope: "row" }, h("span", { class: "sign", "aria-hidden": "true" }, SIGNS[finding.judgement]), finding.question),
      h("td", {}, h("strong", {}, finding.answer), finding.where && h("div", { class: "where" }, finding.where)),
      h("td", { class: "quiet" }, h("span", { class: "judgement" }, words.t(finding.judgement)), ` ${finding.reading}`)));
  const table = (): Table => ({
    head: [words.t("question"), words.t("answer"), words.t("where"), words.t("reading")],
    rows: findings.map((finding) => [text(finding.question), text(finding.answer), text(finding.where), text(finding.reading)]),
  });
  return [
    keyFigures(page),
    ...thresholds(page),
    h("div", { class: "row" }, h("span", {}), csvButton(table, words.t("verdict"), words)),
    h("table", { class: "verdict" },
      h("caption", { class: "hidden" }, words.t("verdict")),
      h("thead", {}, h("tr", {}, h("th", { scope: "col" }, words.t("question")), h("th", { scope: "col" }, words.t("answer")), h("th", { scope: "col" }, words.t("reading")))),
      h("tbody", {}, rows)),
    h("p", { class: "note" }, words.t("judged", {
      watch: words.number(page.run.data.levels_per_m2[WATCH.level - 1]!, 1), act: words.number(page.run.data.levels_per_m2[ACT.level - 1]!, 1),
      lost: words.span(WATCH.lost_s), share: words.share(WATCH.unserved_share), wait: words.span(WATCH.wait_s),
    })),
    h("p", { class: "note" }, words.t("spread")),
    h("h3", {}, words.t("assumptions")),
    h("ul", {}, h("li", {}, words.t("assume1")), h("li", {}, words.t("assume2")), h("li", {}, words.t("assume3"))),
    levels(page),
  ];
}

/** From where on a gun counts as late, as in verdict.txt. */
const LATE_S = 0.5;
const LATE_COLUMN = 4;
const isLate = ({ late_s }: Wave): boolean => (late_s ?? 0) >= LATE_S;

/** How late the first late wave went, and how far that went on. */
export function lateness({ run, words }: Page): string | null {
  const { waves } = run.data.summary;
  const first = waves.findIndex(isLate);
  if (first < 0) return null;
  const after = waves.slice(first + 1);
  const lates_s = after.filter(isLate).map((wave) => wave.late_s!);
  const [least, most] = [words.span(Math.min(...lates_s)), words.span(Math.max(...lates_s))];
  const how = lates_s.length === 0 ? "lateNone" : least === most ? "lateSame" : "lateSome";
  const told = words.t("lateFirst", { wave: waves[first]!.name, late: words.span(waves[first]!.late_s!) });
  return after.length === 0 ? told : `${told} ${words.t(how, { all: after.length, n: lates_s.length, least, most })}`;
}

export function startTable({ run, words }: Page): Table {
  const { waves } = run.data.summary;
  const { bib, wave } = run.columns;
  const table: Table = {
    head: [words.t("wave"), words.t("bibs"), words.t("started"), words.t("gun"), words.t("late"), words.t("firstOver"), words.t("lastOver"), words.t("lineWidth"), words.t("flowLine"), words.t("peakFlowLine"), words.t("gapNext")],
    rows: waves.map((one, w) => {
      let least = Infinity;
      let most = 0;
      for (let i = 0; i < bib.length; ++i) {
        if (wave[i] !== w) continue;
        least = Math.min(least, bib[i]!);
        most = Math.max(most, bib[i]!);
      }
      const next = waves[w + 1]?.gun_s;
      const at = (name: string): string => `waves.${w}.${name}`;
      return [
        text(`${w + 1} · ${one.name}`), text(most - least + 1 === one.entrants ? `${least}–${most}` : "–"), from(at("started"), count(one.started)),
        from(at("gun_s"), clock(one.gun_s)), from(at("late_s"), span(one.late_s ?? null)), from(at("first_over_line_s"), clock(one.first_over_line_s)), from(at("last_over_line_s"), clock(one.last_over_line_s)),
        from(at("line_width_m"), number(one.line_width_m, 1)), from(at("flow_per_s_per_m"), number(one.flow_per_s_per_m, 2)),
        from(at("peak_flow_per_s_per_m"), number(one.peak_flow_per_s_per_m, 2)),
        span(next !== undefined && next !== null && one.gun_s !== null ? next - one.gun_s : null),
      ];
    }),
  };
  const timely = waves.some(isLate) ? table : without(table, LATE_COLUMN);
  // Bibs that were drawn at random say nothing of a wave.
  return table.rows.some((row) => row[1]!.value !== "–") ? timely : without(timely, 1);
}
