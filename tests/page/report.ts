// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";

/** Where page.py had the program write its reports. */
const WORK = process.env["GINESTE_REPORTS"]!;

export const FLAGSHIP = join(WORK, "flagship");
/** A few runners on closed roads, with all that a scenario may say of them. */
export const ROADS = join(WORK, "roads");
/** A small race whose names try to be markup, script and formulas. */
export const HOSTILE = join(WORK, "hostile");

/** The same race by other names and without a terrain model. */
export const BARE = join(WORK, "bare");

/** A race without a terrain model whose crowd collapses; beside the folder collapsed-en.html and -fr.html. */
export const COLLAPSED = join(WORK, "collapsed");

/** Two plans of that race compared, and one of them on many days: comparison.html and .json. */
export const STUDIES = join(WORK, "studies");

/** A day with every kind of meeting, its names as bad as those. */
export const DAY = join(WORK, "day");

export function summaryOf(folder: string): any {
  return JSON.parse(readFileSync(join(folder, "summary.json"), "utf8"));
}

export interface Watch {
  requests: string[];
  complaints: string[];
  ready_ms: number;
}

/** Opens a report from disk; what it asks the network for and complains about is kept. */
export async function open(page: Page, folder: string, name = "report.html"): Promise<Watch> {
  const watch: Watch = { requests: [], complaints: [], ready_ms: 0 };
  const file = `file://${join(folder, name)}`;
  page.on("request", (request) => {
    const own = request.url().split("#")[0] === file || /^(data|blob):/.test(request.url());
    if (!own) watch.requests.push(request.url());
  });
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") watch.complaints.push(message.text());
  });
  page.on("pageerror", (error) => watch.complaints.push(error.message));
  const began = Date.now();
  await page.goto(file);
  await page.waitForSelector("html[data-ready=yes]");
  // What is in sight is drawn with the next frame, and shown with the one after.
  await page.evaluate(() => new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown))));
  watch.ready_ms = Date.now() - began;
  return watch;
}

export function measured(what: string): void {
  console.log(`[ measured ] ${what}`);
}

/** Compares every figure on the page that names its place in summary.json, in day.json, or in what a
 *  study wrote with --json; returns these places. */
export async function compareFigures(page: Page, summary: any): Promise<{ compared: number; places: Set<string> }> {
  const figures = await page.locator("[data-figure]").evaluateAll((all) =>
    all.map((one) => ({ ...(one as HTMLElement).dataset, text: one.textContent })));
  for (const { figure, kind, digits, text } of figures) {
    const value = figure!.split(".").reduce((at, name) => at[name], summary);
    expect(value, figure).not.toBe(undefined);
    expect(text, figure).toBe(typeof value === "string" ? written(kind!, value, summary) : english(kind!, value, Number(digits ?? 0)));
  }
  return { compared: figures.length, places: new Set(figures.map((one) => one.figure!)) };
}

const two = (n: number): string => String(n).padStart(2, "0");

const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** The engine's own "2026-10-24T18:00:00+02:00" or "10:00:00", as the page writes it in English. */
function written(kind: string, value: string, summary: any): string {
  if (value === "") return "–";
  if (/^\d\d:\d\d:\d\d$/.test(value)) return kind === "clock" ? value : value.slice(0, 5);
  const [day, minute] = [value.slice(0, 10), value.slice(11, 16)];
  if (day === summary.first_gun.local.slice(0, 10)) return minute;
  const date = new Date(`${day}T00:00:00Z`);
  return [DAYS[date.getUTCDay()], date.getUTCDate(), MONTHS[date.getUTCMonth()], minute].join("\u00a0");
}

/** Written anew here and not taken from the page. First gun 09:00 local, no change of clocks. */
function english(kind: string, value: number | null, digits: number): string {
  if (value === null) return "–";
  const number = (n: number, d: number): string =>
    n.toLocaleString("en-GB", { minimumFractionDigits: d, maximumFractionDigits: d });
  const clock = (s: number): string => {
    const at = 9 * 3600 + s;
    return `${two(Math.floor(at / 3600))}:${two(Math.floor(at / 60) % 60)}:${two(at % 60)}`;
  };
  const whole = Math.round(value);
  const texts: Record<string, () => string> = {
    count: () => number(value, 0),
    number: () => number(value, digits),
    signed: () => `${value > 0 ? "+" : value < 0 ? "−" : ""}${number(Math.abs(value), digits)}`,
    share: () => number(value * 100, 1),
    km: () => number(value / 1000, digits),
    clock: () => clock(whole),
    minute: () => clock(Math.floor(value)).slice(0, 5),
    span: () => (whole < 60 ? `${whole}\u00a0s` : `${Math.floor(whole / 60)}\u00a0min\u00a0${two(whole % 60)}\u00a0s`),
    race: () => `${Math.floor(whole / 3600)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`,
  };
  return texts[kind]!();
}

/** What axe has to say against the page as it stands. */
export async function axeFindings(page: Page): Promise<string[]> {
  // Through the debugger: the page itself allows no script but its own.
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"));
  return page.evaluate(async () => {
    const runOnly = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"];
    const found = await (window as any).axe.run(document, { runOnly });
    return found.violations.map((one: any) =>
      `${one.id}: ${one.nodes.length} × ${one.nodes[0].html.slice(0, 160)} ${one.nodes[0].failureSummary}`);
  });
}
