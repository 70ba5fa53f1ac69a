// SPDX-License-Identifier: Apache-2.0
import { expect, test, type Page } from "@playwright/test";
import { execFileSync } from "node:child_process";
import { FLAGSHIP, measured, open, ROADS, summaryOf } from "./report";

async function printed(page: Page, file: string, report = FLAGSHIP): Promise<{ info: string; pages: string[] }> {
  await open(page, report);
  await page.click("button[lang=fr]");
  // Chromium's own printing does this for whoever presses the button.
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await page.waitForTimeout(500);
  await page.pdf({ path: file, preferCSSPageSize: true, tagged: true, outline: true, printBackground: true });
  const info = execFileSync("pdfinfo", [file], { encoding: "utf8" });
  const pages = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8", maxBuffer: 1e8 }).split("\f");
  return { info, pages };
}

test("prints on A4, tagged, with its text", async ({ page }, info) => {
  const done = await printed(page, info.outputPath("report.pdf"));
  expect(done.info).toMatch(/Tagged:\s+yes/);
  expect(done.info).toMatch(/A4/);
  measured(`${done.info.match(/Pages:\s+(\d+)/)![1]} pages`);
  const text = done.pages.join("\n");
  const summary = summaryOf(FLAGSHIP);
  expect(text).toContain(summary.scenario);
  expect(text).toContain(summary.input_sha256);
  expect(text).toContain("Une simulation, pas une garantie");
  // Every page says what it is of.
  for (const one of done.pages.filter((text) => text.trim() !== "")) {
    expect(one).toContain("Une simulation, pas une garantie");
    expect(one).toContain(summary.input_sha256.slice(0, 12));
  }
  // One sheet for each station, each on a page of its own with what identifies it.
  for (const station of summary.stations) {
    const sheets = done.pages.filter((one) => one.includes("Responsable") && one.includes(station.name));
    expect(sheets.length, station.name).toBeGreaterThan(0);
    expect(sheets[0]).toContain(summary.input_sha256.slice(0, 12));
  }
});

const solid = (text: string): string => text.replace(/[\s\u00ad]/g, "");

test("no row of a printed table is cut", async ({ page }, info) => {
  for (const [report, least] of [[FLAGSHIP, 200], [ROADS, 150]] as const) {
    const file = info.outputPath("report.pdf");
    await printed(page, file, report);
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
    // Each row as it is printed, its cells one after another.
    const rows = await page.locator("tbody tr").evaluateAll((all) =>
      all.filter((row) => row.getClientRects().length > 0).map((row) => (row as HTMLElement).innerText));
    const text = execFileSync("pdftotext", ["-raw", file, "-"], { encoding: "utf8", maxBuffer: 1e8 });
    const pages = text.split("\f").map(solid);
    const cut = rows.filter((row) => !pages.some((one) => one.includes(solid(row))));
    expect(cut).toEqual([]);
    expect(rows.length).toBeGreaterThan(least);
    measured(`${rows.length} rows, each whole on one page`);
    await page.emulateMedia({ media: null });
  }
});

test("nothing printed reaches beyond the margins", async ({ page }, info) => {
  for (const report of [FLAGSHIP, ROADS]) {
    const file = info.outputPath("report.pdf");
    await printed(page, file, report);
    const boxes = execFileSync("pdftotext", ["-bbox", file, "-"], { encoding: "utf8", maxBuffer: 1e8 });
    const words = [...boxes.matchAll(/<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*)<\/word>/g)];
    expect(words.length).toBeGreaterThan(2000);
    // A4 is 595 x 842 points; 14 mm at the sides, where 3 points are left for what a glyph overhangs.
    const side = (14 / 25.4) * 72 - 3;
    const outside = words.filter(([, left, top, right, bottom]) =>
      Number(left) < side || Number(right) > 595 - side || Number(top) < 0 || Number(bottom) > 842);
    expect(outside.map((word) => word[5])).toEqual([]);
  }
});

test("the road timetable reads line by line", async ({ page }, info) => {
  const { pages } = await printed(page, info.outputPath("report.pdf"));
  for (const road of summaryOf(FLAGSHIP).closures) {
    const clock = (text: string): string => {
      const [h, m, s] = text.split(":");
      return `${Number(h)} h ${m} min ${s} s`.replaceAll(" ", "\\s");
    };
    const km = road.km.toFixed(1).replace(".", ",");
    const row = new RegExp(`^\\s*${km}\\s.*${clock(road.first_clock)}\\s+${clock(road.last_clock)}`, "m");
    expect(pages.some((one) => row.test(one)), `km ${km}`).toBe(true);
  }
  // The names of the worst places are links on screen and text on paper.
  const worst = pages.find((one) => one.includes("Pires endroits"))!;
  for (const place of summaryOf(FLAGSHIP).congestion.worst_places) {
    expect(worst).toContain(place.place.split(" ")[0]);
  }
});
