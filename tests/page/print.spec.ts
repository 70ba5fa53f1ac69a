// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "@playwright/test";
import { printed, rowsPrinted, wordsOutside } from "./printing";
import { FLAGSHIP, measured, ROADS, summaryOf } from "./report";

test("prints on A4, tagged, with its text", async ({ page }, info) => {
  const done = await printed(page, info.outputPath("report.pdf"), FLAGSHIP);
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

test("no row of a printed table is cut", async ({ page }, info) => {
  for (const [report, least] of [[FLAGSHIP, 200], [ROADS, 150]] as const) {
    const file = info.outputPath("report.pdf");
    await printed(page, file, report);
    const { rows, cut } = await rowsPrinted(page, file);
    expect(cut).toEqual([]);
    expect(rows).toBeGreaterThan(least);
    measured(`${rows} rows, each whole on one page`);
  }
});

test("nothing printed reaches beyond the margins", async ({ page }, info) => {
  for (const report of [FLAGSHIP, ROADS]) {
    const file = info.outputPath("report.pdf");
    await printed(page, file, report);
    const { words, outside } = wordsOutside(file);
    expect(words).toBeGreaterThan(2000);
    expect(outside).toEqual([]);
  }
});

test("the road timetable reads line by line", async ({ page }, info) => {
  const { pages } = await printed(page, info.outputPath("report.pdf"), FLAGSHIP);
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
