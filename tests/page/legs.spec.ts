// SPDX-License-Identifier: Apache-2.0
// The drawings of shared legs on the page of a day.
import { expect, test, type Page } from "@playwright/test";
import { dayOf, density, drawnLegs, layoutOf, minutesOf, outIn, PAGE, sumOf } from "./day_legs";
import { compareFigures, DAY, measured, open } from "./report";

/** Of each cell of the first panel of a leg, read off the picture: its most frequent colour. */
async function coloursOf(page: Page, figure: number, cells: { x: number; y: number; width: number; height: number }[]): Promise<(string | null)[]> {
  return page.locator("#meetings .layers canvas[aria-hidden]").nth(figure).evaluate((one, boxes) => {
    const canvas = one as HTMLCanvasElement;
    const fine = canvas.width / canvas.clientWidth;
    return boxes.map(({ x, y, width, height }) => {
      const [w, hgt] = [Math.floor(width * fine), Math.floor(height * fine)];
      if (w < 1 || hgt < 1) return null;
      const { data } = canvas.getContext("2d")!.getImageData(Math.ceil(x * fine), Math.ceil(y * fine), w, hgt);
      const seen = new Map<string, number>();
      for (let k = 0; k < data.length; k += 4) {
        const colour = `${data[k]},${data[k + 1]},${data[k + 2]}`;
        seen.set(colour, (seen.get(colour) ?? 0) + 1);
      }
      return [...seen].sort((a, b) => b[1] - a[1])[0]![0];
    });
  }, cells);
}

test("the diagram of a shared leg is coloured where a race was and nowhere else", async ({ page }) => {
  const day = dayOf();
  await open(page, DAY, PAGE);
  let [right, all] = [0, 0];
  for (const [figure, leg] of drawnLegs(day).entries()) {
    await page.locator("#meetings .layers canvas[aria-hidden]").nth(figure).scrollIntoViewIfNeeded();
    const [from, to] = minutesOf(leg);
    const width = await page.locator("#meetings .layers canvas[aria-hidden]").nth(figure).evaluate((one) => one.clientWidth);
    const { left, top, wide, high } = layoutOf(leg, width);
    const cells = [];
    const expected: string[] = [];
    for (let k = from; k < to; ++k) {
      for (let s = 0; s < leg.segments; ++s) {
        const [x, y] = [left + ((k - from) / (to - from)) * wide, top + high * (1 - (s + 1) / leg.segments)];
        cells.push({ x, y, width: wide / (to - from), height: high / leg.segments });
        const here = leg.passes.map((_: any, p: number) => density(leg, p, s, k) > 0);
        expected.push(here.filter(Boolean).length > 1 ? "several" : here.indexOf(true) < 0 ? "nobody" : String(here.indexOf(true)));
      }
    }
    const colours = await coloursOf(page, figure, cells);
    // Each pass alone has a colour of its own; white is nobody.
    const owners = new Map<string, Map<string, number>>();
    colours.forEach((colour, k) => {
      const owner = expected[k]!;
      if (colour === null || owner === "several") return;
      ++all;
      if ((colour === "255,255,255") === (owner === "nobody")) ++right;
      const seen = owners.get(owner) ?? new Map<string, number>();
      owners.set(owner, seen.set(colour, (seen.get(colour) ?? 0) + 1));
    });
    const usual = [...owners.values()].map((seen) => [...seen].sort((a, b) => b[1] - a[1])[0]![0]);
    expect(new Set(usual).size).toBe(owners.size);
  }
  measured(`${right} of ${all} cells of one race or none are coloured as day.json has them`);
  expect(all).toBeGreaterThan(100);
  // A first or last line, or its number, may lie on a cell.
  expect(right / all).toBeGreaterThan(0.95);
});

test("keys read the diagram of a shared leg", async ({ page }) => {
  const day = dayOf();
  await open(page, DAY, PAGE);
  for (const [k, leg] of drawnLegs(day).entries()) {
    const figure = page.locator("#meetings figure").filter({ has: page.locator("canvas.over") }).nth(k);
    const output = figure.locator("output");
    await figure.locator("canvas.over").focus();
    // There and back again: to the densest place and minute, where it begins.
    const inside = leg.peak_s / leg.interval_s + 1 < leg.intervals;
    for (const key of inside ? ["ArrowRight", "ArrowLeft"] : ["ArrowLeft", "ArrowRight"]) await page.keyboard.press(key);
    await expect(output).toContainText(/together \d+\.\d\d runners\/m²/);
    const told = Number(/together (\d+\.\d\d)/.exec(await output.innerText())![1]);
    expect(Math.abs(told - leg.peak_density_per_m2)).toBeLessThan(0.006);
    const segment = Math.floor(leg.peak_at_m / leg.segment_m);
    for (const pass of leg.passes.keys()) {
      const here = density(leg, pass, segment, Math.round(leg.peak_s / leg.interval_s));
      if (here > 0) await expect(output).toContainText(` ${here.toFixed(2)}`);
    }
  }
});

test("the flow over the end of a shared leg is drawn as high as day json has it", async ({ page }) => {
  const day = dayOf();
  await open(page, DAY, PAGE);
  let [right, all] = [0, 0];
  for (const [figure, leg] of drawnLegs(day).entries()) {
    const canvas = page.locator("#meetings .layers canvas[aria-hidden]").nth(figure);
    await canvas.scrollIntoViewIfNeeded();
    const [from, to] = minutesOf(leg);
    const { left, wide, flow } = layoutOf(leg, await canvas.evaluate((one) => one.clientWidth));
    const totals = Array.from({ length: to - from }, (_, k) => sumOf(outIn(leg, from + k)));
    const most = Math.max(...totals) * 1.06;
    const columns = totals.map((_, k) => left + ((k + 0.5) / totals.length) * wide);
    // From the foot of the panel, how much of each column is coloured.
    const heights = await canvas.evaluate((one, { columns, top, high }) => {
      const canvas = one as HTMLCanvasElement;
      const fine = canvas.width / canvas.clientWidth;
      const ctx = canvas.getContext("2d")!;
      return columns.map((x) => {
        const { data } = ctx.getImageData(Math.round(x * fine), Math.round((top + 1) * fine), 1, Math.round((high - 2) * fine));
        const rows = data.length / 4;
        // Grey is the grid, white paper.
        const coloured = (row: number): boolean => {
          const [red, green, blue] = data.slice(4 * row, 4 * row + 3);
          return Math.max(red!, green!, blue!) - Math.min(red!, green!, blue!) > 30;
        };
        const first = Array.from({ length: rows }, (_, row) => row).findIndex(coloured);
        return first < 0 ? 0 : (rows - first) / fine + 1;
      });
    }, { columns, top: flow.top, high: flow.high });
    totals.forEach((total, k) => {
      if (total === 0) return;
      ++all;
      if (Math.abs(heights[k]! - (flow.high * total) / most) < 2) ++right;
    });
  }
  measured(`${right} of ${all} minutes of flow are as high as day.json has them, to 2 pixels`);
  expect(all).toBeGreaterThan(15);
  // What stands for a race may lie on a minute.
  expect(right / all).toBeGreaterThan(0.85);
});

test("keys read who runs over the end of a shared leg in the busiest minute", async ({ page }) => {
  const day = dayOf();
  await open(page, DAY, PAGE);
  for (const [k, leg] of drawnLegs(day).entries()) {
    const totals = Array.from({ length: leg.intervals }, (_, minute) => sumOf(outIn(leg, minute)));
    const busiest = totals.indexOf(Math.max(...totals));
    const figure = page.locator("#meetings figure").filter({ has: page.locator("canvas.over") }).nth(k);
    await figure.locator("canvas.over").focus();
    const [from, to] = minutesOf(leg);
    for (let step = from; step <= to; ++step) await page.keyboard.press("ArrowLeft");
    for (let step = from; step < busiest; ++step) await page.keyboard.press("ArrowRight");
    const output = figure.locator("output");
    await expect(output).toContainText(`together ${totals[busiest]}.`);
    const told = /Over the end in this minute: (.*); together/.exec(await output.innerText())![1]!;
    // Names may hold figures and commas, too.
    const values = outIn(leg, busiest).filter((one) => one > 0);
    expect(told.endsWith(` ${values.at(-1)}`), told).toBe(true);
    for (const value of values) expect(told).toContain(` ${value}`);
  }
});

test("the table of each minute of a shared leg equals day json", async ({ page }) => {
  const day = dayOf();
  await open(page, DAY, PAGE);
  for (const summary of await page.locator("summary", { hasText: "Minute by minute" }).all()) await summary.click();
  await expect(page.locator("details[open] table")).toHaveCount(drawnLegs(day).length);
  const { compared, places } = await compareFigures(page, day);
  const wanted = drawnLegs(day).flatMap((leg) => leg.passes.flatMap((pass: any, p: number) =>
    pass.out_per_min.flatMap((out: number, k: number) => (out > 0 ? [`legs.${day.legs.indexOf(leg)}.passes.${p}.out_per_min.${k}`] : []))));
  expect(wanted.length).toBeGreaterThan(30);
  expect(wanted.filter((one) => !places.has(one))).toEqual([]);
  // Who came onto a leg and withdrew nowhere ran over its end.
  for (const leg of drawnLegs(day)) for (const pass of leg.passes) expect(sumOf(pass.out_per_min)).toBe(pass.runners);
  measured(`${wanted.length} minutes of flow shown, ${compared} figures compared with day.json`);
});
