// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "@playwright/test";
import { readFileSync } from "node:fs";
import { compareFigures, FLAGSHIP, measured, open, ROADS, summaryOf } from "./report";

const figure = (path: string): string => `[data-figure="${path}"]`;

test("all of roads late guns and named runners is shown as summary json has it", async ({ page }) => {
  const watch = await open(page, ROADS);
  const summary = summaryOf(ROADS);
  const { compared, places } = await compareFigures(page, summary);
  const wanted: string[] = ["finish.first_man_s", "finish.first_woman_s", "sweeper.sets_off_s", "sweeper.taken_off"];
  const all = (path: string, list: unknown[], names: string): void =>
    list.forEach((_, k) => names.split(" ").forEach((name) => wanted.push(`${path}.${k}.${name}`)));
  const { roads, rows } = summary.road_timetable;
  all("road_timetable.roads", roads, "closes first last opens announced_opening spare_min closed_h");
  all("road_timetable.rows", rows, "km closes first median last sweeper opens");
  all("sweeper.cut_offs", summary.sweeper.cut_offs, "km clock taken_off");
  all("vehicles", summary.vehicles, "comes_clock arrives_clock taken_s held_up_s peak_density_behind_per_m2");
  all("named", summary.named, "finish_s gun_s net_s place");
  all("pursuit.waves", summary.pursuit.waves, "started ahead share caught first_caught_m median_caught_m");
  all("waves", summary.waves, "gun_s late_s");
  expect(wanted.filter((path) => !places.has(path))).toEqual([]);
  expect([roads.length, rows.length, summary.vehicles.length, summary.named.length]).toEqual([5, 25, 2, 2]);
  expect(watch.complaints).toEqual([]);
  measured(`${compared} figures compared with summary.json`);
});

test("a road that closes on the eve says which day", async ({ page }) => {
  await open(page, ROADS);
  const eve = page.locator(`#roads ${figure("road_timetable.roads.0.closes")}`);
  const morning = page.locator(`#roads ${figure("road_timetable.roads.1.closes")}`);
  await expect(eve).toHaveText("Sat\u00a024\u00a0Oct\u00a018:00");
  await expect(morning).toHaveText("06:00");
  // The clocks go back that night: 18:00 is sixteen hours before 09:00.
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#roads button.small").first().click()]);
  const [head, first, second] = readFileSync((await download.path())!, "utf8").split("\r\n").map((line) => line.split(","));
  expect(head![2]).toBe("Closes to traffic");
  expect(Number(first![2])).toBe(-16 * 3600);
  expect(Number(second![2])).toBe(-3 * 3600);
  await page.click("button[lang=fr]");
  await expect(eve).toHaveText("sam.\u00a024\u00a0oct.\u00a018\u00a0h\u00a000");
  await expect(morning).toHaveText("6\u00a0h\u00a000");
});

test("a road announced to reopen too early is named", async ({ page }) => {
  await open(page, ROADS);
  const early = summaryOf(ROADS).road_timetable.roads.filter((road: any) => road.spare_min < 0);
  expect(early.map((road: any) => road.name)).toEqual(["Cassis (RD41E)"]);
  await expect(page.locator("#roads .warning")).toHaveText("Announced to reopen too early: Cassis (RD41E).");
});

test("every junction has a sheet", async ({ page }) => {
  await open(page, ROADS);
  const { rows } = summaryOf(ROADS).road_timetable;
  const junctions = rows.filter((row: any) => row.place !== "" && row.place !== "Finish");
  expect(junctions.length).toBe(4);
  for (const junction of junctions) {
    await page.locator("#posts select").selectOption({ label: `km ${junction.km.toFixed(1)} · ${junction.place}` });
    const sheet = page.locator("#posts .sheet");
    await expect(sheet.locator("h3")).toHaveText(junction.place);
    for (const name of ["closes", "first", "last", "sweeper", "opens"]) {
      await expect(sheet.locator(figure(`road_timetable.rows.${rows.indexOf(junction)}.${name}`))).toHaveText(junction[name].slice(11, 16));
    }
    // The first of all is the first of some wave.
    await expect(sheet.locator("tbody")).toContainText(junction.first.slice(11, 16));
  }
});

test("a late gun is told with the waves after it", async ({ page }) => {
  await open(page, ROADS);
  expect(summaryOf(ROADS).waves.map((wave: any) => wave.late_s)).toEqual([240, 240, 240, 240]);
  const told = page.locator("#start > p:not(.lead)");
  await expect(page.locator("#start thead")).toContainText("Late");
  await expect(told).toHaveText(
    "Vague A went 4\u00a0min\u00a000\u00a0s after its gun was due. Of the 3 waves after it 3 were late, by 4\u00a0min\u00a000\u00a0s.");
  await open(page, FLAGSHIP);
  await expect(page.locator("#start thead")).not.toContainText("Late");
  await expect(told).toHaveCount(0);
});
