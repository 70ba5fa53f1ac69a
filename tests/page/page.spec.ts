// SPDX-License-Identifier: Apache-2.0
import { expect, test, type Page } from "@playwright/test";
import { readFileSync, statSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { axeFindings, compareFigures, FLAGSHIP, HOSTILE, measured, open, ROADS, summaryOf } from "./report";

test("opens from disk without a request or a complaint", async ({ page }) => {
  const watch = await open(page, FLAGSHIP);
  const bytes = statSync(join(FLAGSHIP, "report.html")).size;
  measured(`ready in ${watch.ready_ms} ms (goal: under 2000), ${(bytes / 1e6).toFixed(2)} MB (at most 5)`);
  for (const id of await page.locator("main section").evaluateAll((all) => all.map((one) => one.id))) {
    await page.locator(`#${id}`).scrollIntoViewIfNeeded();
  }
  await page.waitForTimeout(300);
  expect(watch.requests).toEqual([]);
  expect(watch.complaints).toEqual([]);
  expect(bytes).toBeLessThanOrEqual(5_000_000);
  await expect(page.locator("main section")).toHaveCount(13);
});

test("every figure equals summary json", async ({ page }) => {
  await open(page, FLAGSHIP);
  const { compared } = await compareFigures(page, summaryOf(FLAGSHIP));
  expect(compared).toBeGreaterThan(150);
  measured(`${compared} figures compared with summary.json`);
});

test("figures of the roads and waves are those of the engine's own clocks", async ({ page }) => {
  await open(page, FLAGSHIP);
  const summary = summaryOf(FLAGSHIP);
  for (const [k, road] of summary.closures.entries()) {
    await expect(page.locator(`[data-figure="closures.${k}.last_s"]`).first()).toHaveText(road.last_clock);
  }
  for (const [w, wave] of summary.waves.entries()) {
    await expect(page.locator(`[data-figure="waves.${w}.gun_s"]`).first()).toHaveText(wave.gun_clock);
  }
});

test("positions drawn are those recorded", async ({ page }) => {
  await open(page, FLAGSHIP);
  // Some runners' passages, read off results.nc by another program: [runner, [seconds by mark]].
  const recorded: { runner: number; time_s: (number | null)[] }[] = JSON.parse(
    readFileSync(join(FLAGSHIP, "..", "passages.json"), "utf8"));
  expect(recorded.length).toBeGreaterThan(100);
  let compared = 0;
  let farthest = 0;
  for (const time_s of [1800, 3600, 5400, 7200, 10000]) {
    const drawn: number[] = await page.evaluate((at) => {
      const { player } = (window as any).gineste;
      player.goTo(at);
      return Array.from(player.positions.moveTo(player.state.time_s));
    }, time_s);
    for (const { runner, time_s: passed } of recorded) {
      const k = passed.findLastIndex((at) => at !== null && at <= time_s);
      const next = passed[k + 1];
      if (k < 0 || next === null || next === undefined) continue;
      const expected = 100 * (k + (time_s - passed[k]!) / (next - passed[k]!));
      farthest = Math.max(farthest, Math.abs(drawn[runner]! - expected));
      ++compared;
    }
  }
  measured(`${compared} positions, the farthest ${farthest.toFixed(1)} m off (at most 50)`);
  expect(compared).toBeGreaterThan(300);
  expect(farthest).toBeLessThan(50);
});

/** Brings the player into sight, at the moment when most are on the course; returns that moment. */
async function atTheBusiest(page: Page): Promise<number> {
  await open(page, FLAGSHIP);
  const { at_s } = summaryOf(FLAGSHIP).medical.largest_on_course;
  await page.evaluate((at) => {
    const { player } = (window as any).gineste;
    player.goTo(at);
    player.element.scrollIntoView({ block: "center", behavior: "instant" });
  }, at_s);
  await page.waitForTimeout(500);
  return at_s;
}

test("everybody on the course is drawn where they are and nobody else", async ({ page }) => {
  const at_s = await atTheBusiest(page);
  const seen = await page.evaluate((at) => {
    const { player, run } = (window as any).gineste;
    const { relief, profile_spacing_m } = run.data;
    const { profile_lon_deg: lon, profile_lat_deg: lat, wave } = run.columns;
    const { pixels, columns, rows } = player.picture;
    const ground: Uint32Array = player.groundPixels;
    // From longitude and latitude to the picture: all of the relief, as large as it fits, centred.
    const scale = Math.min(columns / relief.columns, rows / relief.rows);
    const column = (deg: number): number =>
      columns / 2 + ((deg - relief.west_deg) / (relief.east_deg - relief.west_deg) - 0.5) * relief.columns * scale;
    const row = (deg: number): number =>
      rows / 2 + ((relief.north_deg - deg) / (relief.north_deg - relief.south_deg) - 0.5) * relief.rows * scale;
    const near = (x: number, y: number): boolean => {
      for (let dy = -7; dy <= 7; ++dy) {
        for (let dx = -7; dx <= 7; ++dx) {
          const pixel = Math.round(y + dy) * columns + Math.round(x + dx);
          if (pixels[pixel] !== ground[pixel]) return true;
        }
      }
      return false;
    };
    const found = { shown: 0, drawn: 0, changed: 0, pixels: pixels.length, colours: 0, waves: 0, left: 0 };
    const waves = new Set<number>();
    const chainage: Float32Array = player.positions.moveTo(at);
    chainage.forEach((at_m, i) => {
      if (at_m < 0) return;
      ++found.shown;
      waves.add(wave[i]);
      const k = Math.min(lon.length - 2, Math.floor(at_m / profile_spacing_m));
      const share = at_m / profile_spacing_m - k;
      if (near(column(lon[k] + (lon[k + 1] - lon[k]) * share), row(lat[k] + (lat[k + 1] - lat[k]) * share))) ++found.drawn;
    });
    const changed = (): number[] => Array.from(pixels as Uint32Array).filter((pixel, k) => pixel !== ground[k]);
    found.changed = changed().length;
    found.colours = new Set(changed()).size;
    found.waves = waves.size;
    waves.forEach((one) => player.state.hidden.add(one));
    player.draw();
    found.left = changed().length;
    return found;
  }, at_s);
  expect(seen.shown).toBeGreaterThan(0.99 * summaryOf(FLAGSHIP).medical.largest_on_course.runners);
  expect(seen.drawn).toBe(seen.shown);
  expect(seen.changed).toBeLessThan(0.1 * seen.pixels);
  expect(seen.colours).toBe(seen.waves);
  expect(seen.left).toBe(0);
});

test("the player plays all runners", async ({ page }) => {
  await atTheBusiest(page);
  for (const by of ["wave", "lost"]) {
    const played = await page.evaluate(async (by) => {
      const { player } = (window as any).gineste;
      Object.assign(player.state, { speed: 10, by });
      const before = player.state.time_s;
      const from = player.frames;
      const began = performance.now();
      player.toggle();
      await new Promise((done) => setTimeout(done, 4000));
      const taken_s = (performance.now() - began) / 1000;
      player.toggle();
      const shown = player.positions.moveTo(player.state.time_s).filter((m: number) => m >= 0).length;
      return { rate: (player.frames - from) / taken_s, race_s: player.state.time_s - before, shown, taken_s };
    }, by);
    measured(`${played.shown} runners on the hillshade coloured by ${by} at ${played.rate.toFixed(1)} frames/s, ` +
      `software-rendered, load ${loadavg()[0]!.toFixed(1)} on ${cpus().length} cores (goal: 30)`);
    expect(played.shown).toBeGreaterThan(10_000);
    expect(played.race_s).toBeGreaterThan(0);
    expect(played.race_s).toBeLessThanOrEqual(10 * played.taken_s * 1.01);
  }
});

test("clicking the diagram goes to that moment", async ({ page }) => {
  await open(page, FLAGSHIP);
  const diagram = page.locator("#space-time canvas.over");
  await diagram.scrollIntoViewIfNeeded();
  await diagram.focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.locator("#space-time output")).toContainText("runners/m²");
  const before = await page.evaluate(() => (window as any).gineste.player.state.time_s);
  await page.keyboard.press("Enter");
  const after = await page.evaluate(() => (window as any).gineste.player.state.time_s);
  expect(after - before).toBeCloseTo(60, 5);
  await diagram.click({ position: { x: 400, y: 200 } });
  expect(await page.evaluate(() => (window as any).gineste.player.state.time_s)).not.toBe(after);
});

test("keyboard alone reaches and works every control", async ({ page }) => {
  await open(page, HOSTILE);
  const controls = await page.locator("a[href], button, select, input, summary, [tabindex='0']").evaluateAll((all) =>
    all.filter((one) => (one as HTMLElement).offsetParent !== null || one.getClientRects().length > 0).length);
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
  const state = (): Promise<any> => page.evaluate(() => {
    const { time_s, playing, speed, hidden } = (window as any).gineste.player.state;
    return { time_s, playing, speed, hidden: [...hidden] };
  });
  await page.locator(".scrubber").focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Shift+ArrowRight");
  expect((await state()).time_s).toBe(70);
  await page.keyboard.press("+");
  expect((await state()).speed).toBe(120);
  await page.keyboard.press("2");
  expect((await state()).hidden).toEqual([1]);
  await page.keyboard.press(" ");
  expect((await state()).playing).toBe(true);
  await page.keyboard.press(" ");
  expect((await state()).playing).toBe(false);
  await expect(page.locator(".scrubber")).toHaveAttribute("aria-valuetext", /^09:\d\d:\d\d$/);
  await page.keyboard.press("f");
  await page.keyboard.type("7");
  await page.keyboard.press("Enter");
  await expect(page.locator("#player output")).toContainText("bib 7");
});

test("keyboard alone works every button box choice and table", async ({ page }) => {
  const watch = await open(page, HOSTILE);
  // Listens for clicks that a user made: a key on a button is one. Nothing is printed or replaced.
  await page.evaluate(() => {
    (window as any).print = () => undefined;
    (window as any).clicked = [];
    document.addEventListener("click", (event) => event.isTrusted && (window as any).clicked.push(event.target));
  });
  let worked = 0;
  const buttons = page.locator("button:not([lang])");
  for (const button of await buttons.all()) {
    if (!(await button.isVisible())) continue;
    await button.focus();
    await page.keyboard.press("Enter");
    expect(await button.evaluate((one) => (window as any).clicked.pop() === one), await button.innerText()).toBe(true);
    ++worked;
  }
  await page.locator(".player button.primary").focus();
  await page.keyboard.press("Enter");
  for (const table of await page.locator("summary").all()) {
    await table.focus();
    await page.keyboard.press("Enter");
    expect(await table.evaluate((one) => (one.parentElement as HTMLDetailsElement).open)).toBe(true);
    ++worked;
  }
  for (const box of await page.locator("input[type=checkbox]").all()) {
    const before = await box.isChecked();
    await box.focus();
    await page.keyboard.press("Space");
    expect(await box.isChecked()).toBe(!before);
    ++worked;
  }
  for (const choice of await page.locator("select").all()) {
    const before = await choice.inputValue();
    const options = await choice.locator("option").count();
    if (options < 2) continue;
    const atTheEnd = (await choice.evaluate((one) => (one as HTMLSelectElement).selectedIndex)) === options - 1;
    await choice.focus();
    await page.keyboard.press(atTheEnd ? "ArrowUp" : "ArrowDown");
    expect(await choice.inputValue()).not.toBe(before);
    ++worked;
  }
  for (const link of await page.locator("nav a").all()) {
    await link.focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => page.evaluate(() => location.hash)).toBe(await link.getAttribute("href"));
    ++worked;
  }
  const view = (): Promise<{ x: number; y: number }> => page.evaluate(() => ({ ...(window as any).gineste.player.navigator.view }));
  const moments = (): Promise<number> => page.evaluate(() => (window as any).gineste.player.state.time_s);
  const [before, at] = [await view(), await moments()];
  await page.locator("#player .zoom button").first().focus();
  await page.keyboard.press("ArrowRight");
  expect((await view()).x).toBeGreaterThan(before.x);
  expect(await moments()).toBe(at);
  await page.locator("button[lang=fr]").focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).toHaveAttribute("lang", "fr");
  await expect(page.locator("button[lang=fr]")).toBeFocused();
  measured(`${worked} controls worked by keys alone`);
  expect(worked).toBeGreaterThan(40);
  expect(watch.complaints).toEqual([]);
});

for (const language of ["en", "fr"]) {
  test(`axe finds nothing in ${language}`, async ({ page }) => {
    for (const report of [FLAGSHIP, ROADS]) {
      await open(page, report);
      if (language === "fr") await page.click("button[lang=fr]");
      await page.waitForTimeout(500);
      expect(await axeFindings(page)).toEqual([]);
    }
  });
}
