// SPDX-License-Identifier: Apache-2.0
import type { RoadRow } from "../format/page";
import { crossingAt, crossingAtFinish, timeAt, type Crossing } from "../model/crossing";
import { clock, from, minute, moment, number, text, type Cell, type Table } from "../model/table";
import { h } from "./dom";
import type { Page } from "./page";
import { facts, tableOf } from "./table";

interface Post {
  name: string;
  at_m: number;
  opens_s: number | null;
  closes_s: number | null;
  hands: string;
  cups: string;
  /** null: not a junction. */
  junction: { row: RoadRow; path: string } | null;
}

function posts({ run, words }: Page, everyKilometre: boolean): Post[] {
  const length_m = run.data.summary.course.length_m;
  const plain = (name: string, at_m: number): Post => ({ name, at_m, opens_s: null, closes_s: null, hands: "", cups: "", junction: null });
  const list = [plain(words.t("postStart"), 0)];
  for (const station of run.data.summary.stations) {
    list.push({
      name: station.name, at_m: station.km * 1000, opens_s: station.zone?.opens_s ?? null, closes_s: station.zone?.closes_s ?? null,
      hands: words.t("handsValue", { need: words.count(station.hands_needed), have: words.count(station.volunteers) }), cups: words.count(station.cups), junction: null,
    });
  }
  const rows = run.data.summary.road_timetable?.rows ?? [];
  rows.forEach((row, k) => {
    if (row.place === "" || row.km * 1000 >= length_m - 1) return;
    list.push({ ...plain(row.place, row.km * 1000), junction: { row, path: `road_timetable.rows.${k}` } });
  });
  if (everyKilometre) {
    for (let at = 1000; at < length_m; at += 1000) list.push(plain(words.t("postKm", { km: at / 1000 }), at));
  }
  list.push(plain(words.t("postFinish"), length_m));
  return list.sort((a, b) => a.at_m - b.at_m);
}

/** The first runner of each wave at a mark. */
function firstByWave({ run, words, envelopes }: Page, { at_m, junction }: Post): Table {
  // Between two marks times are in proportion, and only good to the minute.
  const at = (times_s: (number | null)[]): Cell => (junction ? minute : clock)(timeAt(times_s, at_m, run.passages.spacing_m));
  return {
    head: [words.t("wave"), words.t("postOpens"), words.t("lastRunnerAt")],
    rows: run.data.summary.waves.map((wave, w) => [text(`${w + 1} · ${wave.name}`), at(envelopes[w]!.first_s), at(envelopes[w]!.last_s)]),
  };
}

type Facts = [string, Cell | string][];

/** When a junction closes and when its road may reopen, as the road timetable has it. */
function junctionFacts({ words }: Page, { row, path }: NonNullable<Post["junction"]>, busiest: string): Facts {
  const at = (name: "closes" | "first" | "last" | "sweeper" | "opens"): Cell => from(`${path}.${name}`, moment(words.clocks.ofIso(row[name])));
  return [
    [words.t("roadCloses"), at("closes")],
    [words.t("postOpens"), at("first")],
    [words.t("busiest"), busiest],
    [words.t("lastRunnerAt"), at("last")],
    ...(row.sweeper === "" ? [] : [[words.t("sweeper"), at("sweeper")] as Facts[number]]),
    [words.t("roadOpens"), at("opens")],
  ];
}

function sheet(page: Page, post: Post): HTMLElement {
  const { run, words, envelopes } = page;
  const { scenario, input_sha256, closures } = run.data.summary;
  const mark = Math.min(run.passages.marks - 1, Math.round(post.at_m / run.passages.spacing_m));
  const atFinish = post.at_m >= run.data.summary.course.length_m - 1;
  const crossing: Crossing = atFinish ? crossingAtFinish(run) : crossingAt(run, mark);
  const known = (times: (number | null)[]): number[] => times.filter((time): time is number => time !== null);
  const firsts = known(envelopes.map((wave) => wave.first_s[mark] ?? null));
  const lasts = known(envelopes.map((wave) => wave.last_s[mark] ?? null));
  const first = atFinish ? closures.at(-1)!.first_s : firsts.length ? Math.min(...firsts) : null;
  const last = atFinish ? closures.at(-1)!.last_s : lasts.length ? Math.max(...lasts) : null;
  const segment = run.data.segments.find((s) => s.to_m > post.at_m) ?? run.data.segments.at(-1);
  const busiest = crossing.peak > 0 ? words.t("busiestValue", { peak: words.count(crossing.peak), time: words.minute(crossing.peakMinute * 60) }) : "–";
  const timetable: Facts = post.junction ? junctionFacts(page, post.junction, busiest) : [
    [words.t("opens"), clock(post.opens_s ?? first)],
    [words.t("postOpens"), clock(first)],
    [words.t("busiest"), busiest],
    [words.t("lastRunnerAt"), clock(last)],
    [words.t("postCloses"), clock(post.closes_s ?? last)],
  ];
  const road = post.junction?.row.road || segment?.place || "";
  const blank = (name: string, value: string): HTMLElement => h("div", { class: "blank" }, h("span", {}, name), h("span", { class: "pen" }, value));
  return h("article", { class: "sheet" },
    h("p", { class: "sheet-head" }, `${scenario} · ${words.date()} · ${words.t("hash", { hash: input_sha256.slice(0, 12) })} · ${words.t("notice")}`),
    h("h3", {}, post.name),
    h("p", { class: "quiet" }, `km ${words.number(post.at_m / 1000, 1)} · ${road}`),
    facts([...timetable, [words.t("width"), number(segment?.width_m ?? null, 1)]], words),
    tableOf(firstByWave(page, post), words, words.t("firstByWave")),
    blank(words.t("handsField"), post.hands), !post.junction && blank(words.t("cupsField"), post.cups), blank(words.t("phone"), ""), blank(words.t("inCharge"), ""));
}

export function postSheets(page: Page): HTMLElement[] {
  const { words } = page;
  const shown = h("div", { class: "screen-only" });
  const printed = h("div", { class: "print-only" });
  const all = h("input", { type: "checkbox", onchange: () => fill() });
  const choice = h("select", { onchange: () => show() });
  let list: Post[] = [];
  const show = (): void => shown.replaceChildren(sheet(page, list[Number(choice.value)]!));
  const fill = (): void => {
    list = posts(page, all.checked);
    choice.replaceChildren(...list.map((post, k) => h("option", { value: k }, `km ${words.number(post.at_m / 1000, 1)} · ${post.name}`)));
    choice.value = String(Math.min(1, list.length - 1));
    show();
    printed.replaceChildren();
  };
  fill();
  // The sheets are many pages: made when they are printed.
  window.addEventListener("beforeprint", () => printed.replaceChildren(...list.map((post) => sheet(page, post))));
  window.addEventListener("afterprint", () => printed.replaceChildren());
  return [
    h("p", { class: "row screen-only" }, h("label", {}, `${words.t("chooseSheet")} `, choice), h("label", {}, all, ` ${words.t("kmPosts")}`)),
    shown, printed,
  ];
}
