// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "@playwright/test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ENGLISH, englishShown, wordsOf } from "./language";
import { FLAGSHIP, HOSTILE, measured, open, ROADS, summaryOf } from "./report";

/** What the user named; it stays as it is in either language. */
function given(summary: any): string[] {
  const named = [...summary.waves, ...summary.stations, ...summary.services, ...summary.roster.posts];
  const places = summary.congestion.worst_places.map((one: any) => one.place);
  const { roads = [], rows = [] } = summary.road_timetable ?? {};
  named.push(...roads, ...(summary.named ?? []), ...(summary.vehicles ?? []));
  const junctions = rows.map((row: any) => row.place).filter((place: string) => place !== "Finish");
  return wordsOf([summary.scenario, ...named.map((one: any) => one.name), ...places, ...junctions].join(" "));
}

test("the French page has no English word of the catalogue", async ({ page }) => {
  for (const report of [FLAGSHIP, ROADS]) {
    await open(page, report);
    await page.click("button[lang=fr]");
    await expect(page.locator("html")).toHaveAttribute("lang", "fr");
    for (const table of await page.locator("summary").all()) await table.click();
    expect(await englishShown(page, given(summaryOf(report)))).toEqual([]);
  }
  expect(ENGLISH.size).toBeGreaterThan(200);
});

test("numbers and clocks are written as each language writes them", async ({ page }) => {
  await open(page, FLAGSHIP);
  await expect(page.locator("[data-figure='runners.started']").first()).toHaveText("20,000");
  await page.click("button[lang=fr]");
  await expect(page.locator("[data-figure='runners.started']").first()).toHaveText("20\u202f000");
  await expect(page.locator("[data-figure='finish.first_s']").first()).toHaveText(/^10\u00a0h\u00a0\d\d\u00a0min\u00a0\d\d\u00a0s$/);
  await expect(page.locator("[data-figure='congestion.peak_density_per_m2']").first()).toHaveText(/^\d,\d\d$/);
});

test("names that are markup, script or formulas do nothing", async ({ page }) => {
  const watch = await open(page, HOSTILE);
  const name = `</script><img src=x onerror="window.hacked=1">`;
  await expect(page.locator("h1")).toHaveText(name);
  await page.waitForTimeout(300);
  expect(await page.evaluate(() => (window as any).hacked)).toBe(undefined);
  expect(await page.locator("img, [onerror], [onclick], #page script").count()).toBe(0);
  expect(watch.requests).toEqual([]);
  expect(watch.complaints).toEqual([]);
  const source = readFileSync(join(HOSTILE, "report.html"), "utf8");
  expect(source).not.toContain("<img");
  expect(source.match(/<\/script/g)).toHaveLength(source.match(/<script/g)!.length);
});

test("the policy of the page stops a script that is not its own", async ({ page }) => {
  await open(page, HOSTILE);
  const stopped = await page.evaluate(() => new Promise((done) => {
    document.addEventListener("securitypolicyviolation", (event) => done(event.effectiveDirective));
    const script = document.createElement("script");
    script.textContent = "window.hacked = 1";
    document.body.append(script);
    setTimeout(() => done("nothing"), 1000);
  }));
  expect(stopped).toMatch(/^script-src/);
  expect(await page.evaluate(() => (window as any).hacked)).toBe(undefined);
});

test("a table downloads as CSV without formulas", async ({ page }) => {
  await open(page, HOSTILE);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.locator("#map .shown-table button.small, #space-time figure button.small").first().click(),
  ]);
  const text = readFileSync((await download.path())!, "utf8");
  expect(text.split("\r\n").length).toBeGreaterThan(5);
  expect(text).toContain("'=1+1");
  expect(text).not.toMatch(/(^|,)=1/m);
});

test("the same inputs give the same page on any number of threads", () => {
  const one = readFileSync(join(HOSTILE, "report.html"));
  const two = readFileSync(join(HOSTILE, "..", "again", "report.html"));
  expect(one.equals(two)).toBe(true);
});

/** Full deuteranopia or protanopia (Machado et al. 2009, IEEE TVCG 15:1291-1298, severity 1.0), on
 *  linear red, green and blue; and a printer without colours. */
const SIGHTS: Record<string, number[][]> = {
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  "no colour": [[0.2126, 0.7152, 0.0722], [0.2126, 0.7152, 0.0722], [0.2126, 0.7152, 0.0722]],
};
/** Linear sRGB to CIE XYZ, each row over that of white (D65). */
const XYZ = [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]];

const times = (matrix: number[][], v: number[]): number[] =>
  matrix.map((row) => row.reduce((sum, weight, k) => sum + weight * v[k]!, 0));

/** CIE 1976 L*, a*, b* of "rgb(r, g, b)" as that sight has it. */
function labOf(colour: string, sight: number[][]): number[] {
  const linear = colour.match(/\d+/g)!.slice(0, 3).map((c) => Number(c) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  const seen = times(sight, linear).map((c) => Math.min(1, Math.max(0, c)));
  const white = times(XYZ, [1, 1, 1]);
  const [x, y, z] = times(XYZ, seen).map((c, k) => c / white[k]!)
    .map((c) => (c > 0.008856 ? Math.cbrt(c) : 7.787 * c + 16 / 116)) as [number, number, number];
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

test("neighbouring classes and waves are told apart without red and green", async ({ page }) => {
  await open(page, FLAGSHIP);
  const coloursOf = (legend: number): Promise<string[]> =>
    page.locator("#space-time .legend").nth(legend).locator(".swatch").evaluateAll((all) =>
      all.map((one) => getComputedStyle(one).backgroundColor));
  const classes = await coloursOf(0);
  const waves = await coloursOf(1);
  expect(classes).toHaveLength(6);
  expect(waves).toHaveLength(summaryOf(FLAGSHIP).waves.length);
  for (const [name, sight] of Object.entries(SIGHTS)) {
    const labs = (colours: string[]): number[][] => colours.map((colour) => labOf(colour, sight));
    const apart = (of: number[][]): number[] =>
      of.slice(1).map((lab, k) => Math.hypot(...lab.map((value, c) => value - of[k]![c]!)));
    const lighter = labs(classes).slice(1).map((lab, k) => labs(classes)[k]![0]! - lab[0]!);
    measured(`${name}: classes ${Math.min(...apart(labs(classes))).toFixed(1)} apart or more, waves ` +
      `${Math.min(...apart(labs(waves))).toFixed(1)} (a glance tells 10)`);
    // Each class is darker than the one before, whatever the sight.
    expect(Math.min(...lighter), name).toBeGreaterThanOrEqual(10);
    expect(Math.min(...apart(labs(classes))), name).toBeGreaterThanOrEqual(10);
    // Waves have their numbers besides: on a printer without colours those alone.
    if (name !== "no colour") expect(Math.min(...apart(labs(waves))), name).toBeGreaterThanOrEqual(10);
  }
});
