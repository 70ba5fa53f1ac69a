// SPDX-License-Identifier: Apache-2.0
import type { Language } from "../format/page";
import type { Words } from "../words/words";
import { h } from "./dom";

/** One numbered part of a page. */
export interface Part {
  id: string;
  title: string;
  lead: string | null;
  content: HTMLElement[];
}

/** All that is said around the parts. */
export interface Frame {
  words: Words;
  /** Of the document, without what kind of page it is. */
  name: string;
  kind: string;
  /** The small line above the name. */
  origin: string;
  subtitle: string;
  warning: string | null;
  /** At the head and foot of every printed page. */
  printed: { head: string; foot: string };
  parts: Part[];
}

function partOf({ id, title, lead, content }: Part, number: number): HTMLElement {
  return h("section", { id, "aria-labelledby": `${id}-title` },
    h("h2", { id: `${id}-title` }, h("span", { class: "number" }, String(number)), title),
    lead && h("p", { class: "lead" }, lead), content);
}

function banner(frame: Frame, speak: (language: Language) => void): HTMLElement {
  const { words } = frame;
  const languages = (["en", "fr"] as const).map((language) =>
    h("button", {
      type: "button", lang: language, "aria-pressed": String(language === words.language), class: "language",
      onclick: () => speak(language),
    }, language === "en" ? "English" : "Français"));
  return h("header", { class: "banner" },
    h("div", { class: "row" },
      h("p", { class: "quiet" }, `${frame.kind} · ${frame.origin}`),
      h("div", { class: "tools screen-only", role: "group", "aria-label": words.t("language") }, languages,
        h("button", { type: "button", onclick: () => window.print() }, words.t("print")))),
    h("h1", {}, frame.name),
    h("p", { class: "subtitle" }, frame.subtitle),
    h("p", { class: "disclaimer" }, words.t("notice")),
    frame.warning && h("p", { class: "warning" }, frame.warning));
}

function contents({ words, parts }: Frame): HTMLElement {
  const items = parts.map(({ id, title }, k) =>
    h("li", {}, h("a", { href: `#${id}` }, h("span", { class: "number" }, String(k + 1)), title)));
  return h("nav", { class: "contents screen-only", "aria-label": words.t("contents") }, h("ol", {}, items));
}

/** Text as a string of CSS: every letter that could end it is written by its number. */
function cssString(text: string): string {
  return `"${text.replace(/[^\p{L}\p{N} .,:·-]/gu, (one) => `\\${one.codePointAt(0)!.toString(16)} `)}"`;
}

let pageRule: CSSPageRule | null = null;

function headPages({ head, foot }: Frame["printed"]): void {
  const sheet = document.styleSheets[0]!;
  if (pageRule) sheet.deleteRule([...sheet.cssRules].indexOf(pageRule));
  const style = "font: 8pt system-ui, sans-serif; color: #55606d;";
  const at = sheet.insertRule(
    `@page { @top-left { content: ${cssString(head)}; ${style} width: 100% } @bottom-left { content: ${cssString(foot)}; ${style} width: 70% } ` +
      `@bottom-right { content: counter(page) " / " counter(pages); ${style} } }`,
    sheet.cssRules.length,
  );
  pageRule = sheet.cssRules[at] as CSSPageRule;
}

/** Puts a page in the place of what is there; `again` says it in another language. */
export function showFrame(frame: Frame, again: (language: Language) => void): void {
  const { words } = frame;
  document.documentElement.lang = words.language;
  document.title = `${frame.name} · ${frame.kind}`;
  const speak = (language: Language): void => {
    const top = window.scrollY;
    again(language);
    window.scrollTo({ top, behavior: "instant" });
    document.querySelector<HTMLElement>(`button[lang="${language}"]`)?.focus();
  };
  document.getElementById("page")!.replaceChildren(
    h("a", { class: "skip", href: "#main" }, words.t("skip")),
    banner(frame, speak),
    h("div", { class: "columns" }, contents(frame),
      h("main", { id: "main", tabindex: -1 }, frame.parts.map((part, k) => partOf(part, k + 1)))));
  headPages(frame.printed);
}
