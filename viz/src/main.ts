// SPDX-License-Identifier: Apache-2.0
import type { Language } from "./format/page";
import { loadRun, type Run } from "./load/load";
import { MapPlane } from "./marks/map";
import { Cells } from "./model/cells";
import { LocalClock } from "./model/clock";
import { envelopes } from "./model/crossing";
import "./style.css";
import { card } from "./ui/card";
import { diagram } from "./ui/diagram";
import { h } from "./ui/dom";
import { crossSections, finish, start } from "./ui/flows";
import { kilometres } from "./ui/kilometres";
import { map } from "./ui/map";
import type { Page } from "./ui/page";
import { people } from "./ui/people";
import { player, type Player } from "./ui/player";
import { postSheets } from "./ui/posts";
import { roads } from "./ui/roads";
import { stations } from "./ui/stations";
import { verdict } from "./ui/verdict";
import type { Key } from "./words/en";
import { Words } from "./words/words";

/** For whoever wants to look inside, and for tests. */
declare global {
  interface Window {
    gineste?: { run: Run; player: Player | null };
  }
}

type Section = [id: string, title: Key, lead: Key | null, parts: (page: Page) => HTMLElement[]];

const SECTIONS: Section[] = [
  ["verdict", "verdict", "verdictLead", verdict],
  ["start", "start", "startLead", start],
  ["space-time", "spacetime", "spacetimeLead", diagram],
  ["map", "map", "mapLead", map],
  ["cross-sections", "sections", "sectionsLead", crossSections],
  ["kilometres", "perKm", "perKmLead", kilometres],
  ["stations", "stations", "stationsLead", stations],
  ["finish", "finish", "finishLead", finish],
  ["roads", "roads", "roadsLead", roads],
  ["runners", "runners", "runnersLead", people],
  ["posts", "posts", "postsLead", postSheets],
  ["card", "card", "cardLead", card],
];

function sectionOf(number: number, id: string, title: string, lead: string | null, parts: HTMLElement[]): HTMLElement {
  return h("section", { id, "aria-labelledby": `${id}-title` },
    h("h2", { id: `${id}-title` }, h("span", { class: "number" }, String(number)), title),
    lead && h("p", { class: "lead" }, lead), parts);
}

function banner({ run, words }: Page, speak: (language: Language) => void): HTMLElement {
  const { summary } = run.data;
  const languages = (["en", "fr"] as const).map((language) =>
    h("button", {
      type: "button", lang: language, "aria-pressed": String(language === words.language), class: "language",
      onclick: () => speak(language),
    }, language === "en" ? "English" : "Français"));
  const subtitle = words.t("subtitle", {
    date: words.date(), gun: words.minute(0), zone: run.data.clock.label, km: words.number(summary.course.length_m / 1000, 2),
    runners: words.count(summary.runners.started),
  });
  return h("header", { class: "banner" },
    h("div", { class: "row" },
      h("p", { class: "quiet" }, `${words.t("title")} · gineste ${summary.version} · ${words.t("hash", { hash: summary.input_sha256.slice(0, 12) })}`),
      h("div", { class: "tools screen-only", role: "group", "aria-label": words.t("language") }, languages,
        h("button", { type: "button", onclick: () => window.print() }, words.t("print")))),
    h("h1", {}, summary.scenario),
    h("p", { class: "subtitle" }, subtitle),
    h("p", { class: "disclaimer" }, words.t("notice")),
    !summary.complete && h("p", { class: "warning" }, words.t("incomplete")));
}

function contents(words: Words): HTMLElement {
  const link = (id: string, title: Key, number: number): HTMLElement =>
    h("li", {}, h("a", { href: `#${id}` }, h("span", { class: "number" }, String(number)), words.t(title)));
  const items = SECTIONS.map(([id, title], k) => link(id, title, k + 1));
  items.push(link("player", "player", SECTIONS.length + 1));
  return h("nav", { class: "contents screen-only", "aria-label": words.t("contents") }, h("ol", {}, items));
}

/** The page in one language; said anew as a whole when the language changes. */
function show(run: Run, language: Language): void {
  const words = new Words(language, new LocalClock(run.data.clock));
  const places = run.data.relief.columns > 0 && run.columns.profile_lon_deg.length > 1;
  let shownPlayer: Player | null = null;
  const page: Page = {
    run, words, cells: new Cells(run), envelopes: envelopes(run), plane: places ? new MapPlane(run) : null,
    goTo: (time_s) => {
      shownPlayer?.goTo(time_s);
      const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
      shownPlayer?.element.scrollIntoView({ behavior: calm ? "auto" : "smooth", block: "center" });
    },
  };
  document.documentElement.lang = language;
  document.title = `${run.data.summary.scenario} · ${words.t("title")}`;
  const playing = player(page);
  shownPlayer = playing.player;
  const main = h("main", { id: "main", tabindex: -1 },
    SECTIONS.map(([id, title, lead, parts], k) => sectionOf(k + 1, id, words.t(title), lead && words.t(lead), parts(page))),
    sectionOf(SECTIONS.length + 1, "player", words.t("player"), words.t("playerLead"), playing.parts));
  const speak = (other: Language): void => {
    const top = window.scrollY;
    show(run, other);
    window.scrollTo({ top, behavior: "instant" });
    document.querySelector<HTMLElement>(`button[lang="${other}"]`)?.focus();
  };
  document.getElementById("page")!.replaceChildren(
    h("a", { class: "skip", href: "#main" }, words.t("skip")),
    banner(page, speak),
    h("div", { class: "columns" }, contents(words), main));
  headPages(page);
  window.gineste = { run, player: shownPlayer };
}

/** Text as a string of CSS: every letter that could end it is written by its number. */
function cssString(text: string): string {
  return `"${text.replace(/[^\p{L}\p{N} .,:·-]/gu, (one) => `\\${one.codePointAt(0)!.toString(16)} `)}"`;
}

let pageRule: CSSPageRule | null = null;

/** What stands at the head and foot of every printed page. */
function headPages({ run, words }: Page): void {
  const sheet = document.styleSheets[0]!;
  if (pageRule) sheet.deleteRule([...sheet.cssRules].indexOf(pageRule));
  const { scenario, input_sha256: hash, version } = run.data.summary;
  const head = cssString(`${scenario} · ${words.date()} · ${words.t("notice")}`);
  const foot = cssString(`gineste ${version} · ${words.t("hash", { hash: hash.slice(0, 12) })}`);
  const style = "font: 8pt system-ui, sans-serif; color: #55606d;";
  const at = sheet.insertRule(
    `@page { @top-left { content: ${head}; ${style} width: 100% } @bottom-left { content: ${foot}; ${style} width: 70% } ` +
      `@bottom-right { content: counter(page) " / " counter(pages); ${style} } }`,
    sheet.cssRules.length,
  );
  pageRule = sheet.cssRules[at] as CSSPageRule;
}

async function begin(): Promise<void> {
  const run = await loadRun();
  if (run) show(run, run.data.language);
  document.documentElement.dataset["ready"] = "yes";
}

void begin();
