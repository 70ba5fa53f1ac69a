// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "@playwright/test";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { dayOf, drawnLegs, PAGE } from "./day_legs";
import { englishShown, wordsOf } from "./language";
import { printed, rowsPrinted, wordsOutside } from "./printing";
import { axeFindings, compareFigures, DAY, measured, open, summaryOf } from "./report";

/** Figures that the page has to show, by their places in day.json. */
function wantedPlaces(day: any): string[] {
  const wanted: string[] = [];
  const all = (path: string, list: unknown[], names: string): void =>
    list.forEach((_, k) => names.split(" ").forEach((name) => wanted.push(`${path}.${k}.${name}`)));
  all("races", day.races, "first_gun_s length_m entrants started finished first_finish_s median_finish_s last_finish_s lost_median_s lost_p95_s");
  all("meetings", day.meetings, "first_s first_at_m last_s last_at_m peak_s peak_at_m peak_density_per_m2 share met other_met");
  day.meetings.forEach((one: any, k: number) => {
    if (one.same_direction) wanted.push(`meetings.${k}.overtakes`, `meetings.${k}.other_overtakes`);
  });
  day.legs.forEach((leg: any, k: number) => {
    if (leg.passes.length > 1) all(`legs.${k}.passes`, leg.passes, "begin_m runners first_s last_s peak_per_min");
  });
  day.merges.forEach((merge: any, k: number) => all(`merges.${k}.streams`, merge.streams, "runners busiest_share"));
  all("merges", day.merges, "busiest_per_min busiest_s");
  day.crossings.forEach((one: any, k: number) => {
    all(`crossings.${k}.flows`, one.flows, "runners held first_s last_s");
    one.flows.forEach((flow: any, f: number) => {
      if (flow.held > 0) wanted.push(`crossings.${k}.flows.${f}.held_mean_s`, `crossings.${k}.flows.${f}.held_most_s`);
    });
  });
  all("crossings", day.crossings, "releases at_once");
  day.places.forEach((place: any, k: number) => all(`places.${k}.passes`, place.passes, "first_s median_s last_s"));
  return wanted;
}

test("a day opens from disk with no request and no complaint", async ({ page }) => {
  const watch = await open(page, DAY, PAGE);
  for (const summary of await page.locator("summary").all()) await summary.click();
  for (const id of await page.locator("main section").evaluateAll((all) => all.map((one) => one.id))) {
    await page.locator(`#${id}`).scrollIntoViewIfNeeded();
  }
  await page.waitForTimeout(300);
  await expect(page.locator("main section")).toHaveCount(6);
  await expect(page.locator("h1")).toHaveText(dayOf().name);
  expect(await page.evaluate(() => (window as any).hacked)).toBe(undefined);
  expect(await page.locator("img, [onerror], [onclick], #page script").count()).toBe(0);
  expect(watch.requests).toEqual([]);
  expect(watch.complaints).toEqual([]);
});

test("every figure of a day equals day json", async ({ page }) => {
  const day = dayOf();
  // The day has all that the page can show.
  expect(day.meetings.some((one: any) => one.same_direction && one.overtakes + one.other_overtakes > 0)).toBe(true);
  expect(day.meetings.some((one: any) => !one.same_direction)).toBe(true);
  expect(day.merges.length).toBeGreaterThan(0);
  expect(day.crossings.some((one: any) => one.flows.some((flow: any) => flow.held > 0))).toBe(true);
  await open(page, DAY, PAGE);
  const { compared, places } = await compareFigures(page, day);
  expect(wantedPlaces(day).filter((one) => !places.has(one))).toEqual([]);
  measured(`${compared} figures compared with day.json`);
});

test("times of a day are those of the engine's own clocks", async ({ page }) => {
  const day = dayOf();
  await open(page, DAY, PAGE);
  const told = (path: string) => page.locator(`tbody [data-figure="${path}"]`).first();
  for (const [k, race] of day.races.entries()) {
    await expect(told(`races.${k}.first_gun_s`)).toHaveText(race.first_gun_clock.slice(0, 5));
    await expect(told(`races.${k}.last_finish_s`)).toHaveText(race.last_finish_clock);
  }
  for (const [k, one] of day.meetings.entries()) await expect(told(`meetings.${k}.first_s`)).toHaveText(one.first_clock.slice(0, 5));
});

test("the verdict of a day adds up what day json has", async ({ page }) => {
  const day = dayOf();
  await open(page, DAY, PAGE);
  const sum = (values: number[]): string => values.reduce((all, one) => all + one, 0).toLocaleString("en-GB");
  const figures = page.locator("#verdict .key-figures");
  await expect(figures).toContainText(`Started, all races${sum(day.races.map((race: any) => race.started))}`);
  await expect(figures).toContainText(`Meetings of races${day.meetings.length}`);
  await expect(figures).toContainText(
    `Overtakes between races${sum(day.meetings.map((one: any) => one.overtakes + one.other_overtakes))}`);
  await expect(figures).toContainText(
    `Stood at crossings${sum(day.crossings.flatMap((one: any) => one.flows.map((flow: any) => flow.held)))}`);
  const shared = day.legs.filter((leg: any) => leg.passes.length > 1).length;
  await expect(page.locator("#verdict")).toContainText(`On ${drawnLegs(day).length} of ${shared} shared legs`);
});

test("the French page of a day has no English word of the catalogue", async ({ page }) => {
  const day = dayOf();
  await open(page, DAY, PAGE);
  await page.click("button[lang=fr]");
  for (const table of await page.locator("summary").all()) await table.click();
  const named = [day, ...day.races, ...day.legs, ...day.crossings, ...day.places.filter((one: any) => one.kind === "named")];
  // The program's remarks are in the one language that it speaks, and said to be.
  await page.locator("ul[lang=en]").evaluateAll((all) => all.forEach((one) => one.remove()));
  const paths = await page.locator("#races code").allInnerTexts();
  const given = wordsOf([...named.map((one) => one.name), ...paths].join(" "));
  expect(await englishShown(page, given)).toEqual([]);
  await expect(page.locator("#places")).toContainText("Départ de ");
  await expect(page.locator("#places")).not.toContainText("Start of ");
});

for (const language of ["en", "fr"]) {
  test(`axe finds nothing in a day in ${language}`, async ({ page }) => {
    await open(page, DAY, PAGE);
    if (language === "fr") await page.click("button[lang=fr]");
    await expect(page.locator("html")).toHaveAttribute("lang", language);
    expect(await axeFindings(page)).toEqual([]);
  });
}

test("the way to the report of each race leads there", async ({ page }) => {
  const day = dayOf();
  await open(page, DAY, PAGE);
  const links = page.locator("#races a");
  await expect(links).toHaveCount(day.races.length);
  for (let k = 0; k < day.races.length; ++k) {
    const path = decodeURIComponent((await links.nth(k).getAttribute("href"))!);
    expect(existsSync(join(DAY, path)), path).toBe(true);
    await links.nth(k).click();
    await page.waitForSelector("html[data-ready=yes]");
    await expect(page.locator("h1")).toHaveText(summaryOf(join(DAY, dirname(path))).scenario);
    await page.goBack();
    await page.waitForSelector("html[data-ready=yes]");
  }
});

test("keyboard alone reaches every control of a day", async ({ page }) => {
  await open(page, DAY, PAGE);
  const controls = await page.locator("a[href], button, summary, [tabindex='0']").evaluateAll((all) =>
    all.filter((one) => one.getClientRects().length > 0).length);
  const reached = new Set<string>();
  for (let k = 0; k < controls + 20; ++k) {
    await page.keyboard.press("Tab");
    const here = await page.evaluate(() => {
      const one = document.activeElement as HTMLElement;
      if (!one || one === document.body) return null;
      one.dataset["tour"] ??= String(Math.random());
      const style = getComputedStyle(one);
      return { id: one.dataset["tour"], seen: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2, what: one.outerHTML.slice(0, 90) };
    });
    if (!here) continue;
    expect(here.seen, `focus is seen on ${here.what}`).toBe(true);
    reached.add(here.id);
  }
  expect(reached.size).toBe(controls);
  expect(controls).toBeGreaterThan(20);
});

test("a day prints on A4 with no row cut and nothing beyond the margins", async ({ page }, info) => {
  const file = info.outputPath("day.pdf");
  const done = await printed(page, file, DAY, PAGE);
  expect(done.info).toMatch(/Tagged:\s+yes/);
  expect(done.info).toMatch(/A4/);
  for (const one of done.pages.filter((text) => text.trim() !== "")) expect(one).toContain("Une simulation, pas une garantie");
  const { rows, cut } = await rowsPrinted(page, file);
  expect(cut).toEqual([]);
  expect(rows).toBeGreaterThan(30);
  const { words, outside } = wordsOutside(file);
  expect(words).toBeGreaterThan(400);
  expect(outside).toEqual([]);
  measured(`${done.info.match(/Pages:\s+(\d+)/)![1]} pages, ${rows} rows, each whole on one page`);
});
