// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "@playwright/test";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { englishShown, wordsOf } from "./language";
import { axeFindings, compareFigures, open, STUDIES } from "./report";

/** Where each kind of study has its page and what it writes for programs. */
const FILES = {
  comparison: ["comparison.html", "comparison.json"],
  ensemble: ["ensemble.html", "ensemble.json"],
  search: ["search/plans.html", "search/optimise.json"],
} as const;
type Kind = keyof typeof FILES;

const documentOf = (name: Kind): any => JSON.parse(readFileSync(join(STUDIES, FILES[name][1]), "utf8"));

/** Figures that the page has to show, by their places in the document. */
const PLACES: Record<Kind, (document: any) => string[]> = {
  comparison: ({ measures }) => measures.flatMap((_: any, k: number) =>
    ["plans.0.mean", "plans.1.mean", "plans.1.difference.mean"].map((one) => `measures.${k}.${one}`)),
  ensemble: ({ measures }) => measures.flatMap((_: any, k: number) =>
    ["mean", "p5", "median", "p95"].map((one) => `measures.${k}.${one}`)),
  search: ({ objectives, plans }) => objectives.flatMap((_: any, j: number) =>
    ["base", ...plans.map((__: any, k: number) => `plans.${k}`)].map((plan) => `${plan}.agents.${j}.mean`)),
};

const isThere = (name: Kind): boolean => existsSync(join(STUDIES, FILES[name][0]));

for (const name of Object.keys(FILES) as Kind[]) {
  test(`${name} opens from disk without a request or a complaint`, async ({ page }) => {
    test.skip(!isThere(name), "built without pagmo");
    const watch = await open(page, STUDIES, FILES[name][0]);
    for (const summary of await page.locator("summary").all()) await summary.click();
    for (const id of await page.locator("main section").evaluateAll((all) => all.map((one) => one.id))) {
      await page.locator(`#${id}`).scrollIntoViewIfNeeded();
    }
    await page.waitForTimeout(300);
    expect(await page.evaluate(() => (window as any).hacked)).toBe(undefined);
    expect(watch.requests).toEqual([]);
    expect(watch.complaints).toEqual([]);
  });

  test(`every figure of ${name} equals its json`, async ({ page }) => {
    test.skip(!isThere(name), "built without pagmo");
    const document = documentOf(name);
    await open(page, STUDIES, FILES[name][0]);
    const { places } = await compareFigures(page, document);
    const wanted = PLACES[name](document);
    expect(wanted.length).toBeGreaterThan(3);
    for (const one of wanted) expect(places).toContain(one);
  });

  test(`the French ${name} has no English word of the catalogue`, async ({ page }) => {
    test.skip(!isThere(name), "built without pagmo");
    await open(page, STUDIES, FILES[name][0]);
    await page.click("button[lang=fr]");
    for (const table of await page.locator("summary").all()) await table.click();
    // What the race of tests/cli/small_race.py and page.py are called.
    const named = wordsOf("</script><img src=x onerror=\"window.hacked=1\"> onclick=alert(1) =1+1 Second Eau hostile wide <b onclick=alert(1)>Waves</b> plan Wave");
    expect(await englishShown(page, named)).toEqual([]);
  });

  test(`axe finds nothing in ${name}`, async ({ page }) => {
    test.skip(!isThere(name), "built without pagmo");
    for (const language of ["en", "fr"]) {
      await open(page, STUDIES, FILES[name][0]);
      if (language === "fr") await page.click("button[lang=fr]");
      await expect(page.locator("html")).toHaveAttribute("lang", language);
      expect(await axeFindings(page)).toEqual([]);
    }
  });
}

test("the comparison says which plan is better and in what", async ({ page }) => {
  const rows = Object.fromEntries(documentOf("comparison").measures.map((one: any) => [one.key, one]));
  // A line half as wide again lets the last over it sooner, whatever the day.
  expect(rows.last_start_s.plans[1].difference.verdict).toBe("less");
  await open(page, STUDIES, "comparison.html");
  await expect(page.locator("#verdict")).toContainText(/Better: .*last start after the first gun/);
  await page.click("button[lang=fr]");
  await expect(page.locator("#verdict")).toContainText(/Meilleur\s: .*dernier départ/);
});

test("the diagrams of a comparison are coloured where there is a difference and nowhere else", async ({ page }) => {
  await open(page, STUDIES, "comparison.html");
  const { plans } = await page.evaluate(() => JSON.parse(document.getElementById("gineste-data")!.textContent!).study.diagrams);
  const shares: number[] = await page.locator("#space-time canvas").evaluateAll((all) => all.map((one) => {
    const canvas = one as HTMLCanvasElement;
    const { data } = canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height);
    let coloured = 0;
    for (let k = 0; k < data.length; k += 4) {
      if (Math.max(data[k]!, data[k + 1]!, data[k + 2]!) - Math.min(data[k]!, data[k + 1]!, data[k + 2]!) > 16) ++coloured;
    }
    // Of the frame that the cells fill: LEFT, RIGHT, TOP and FOOT of marks/density.ts.
    const fine = canvas.width / canvas.clientWidth;
    return coloured / ((canvas.width - (62 + 26) * fine) * (canvas.height - (10 + 24) * fine));
  }));
  const expected = [plans[0].density_per_m2, plans[1].density_per_m2, plans[1].difference.map(Math.abs)]
    .map((cells: number[], k) => cells.filter((value) => (k < 2 ? value > 0 : value >= 0.005)).length / cells.length);
  expect(shares).toHaveLength(3);
  shares.forEach((share, k) => expect(share).toBeCloseTo(expected[k]!, 1));
  expect(expected[2]).toBeGreaterThan(0);
  expect(expected[2]).toBeLessThan(expected[0]!);
});

test("keys read the diagrams of a comparison", async ({ page }) => {
  await open(page, STUDIES, "comparison.html");
  const diagram = page.locator("#space-time canvas").first();
  await diagram.focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.locator("#space-time output")).toContainText(/km \d.*09:\d\d: A \d\.\d\d, B \d\.\d\d runners\/m²/);
});
