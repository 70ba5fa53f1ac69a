// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "@playwright/test";
import { BARE, open } from "./report";

// 2026-12-01: such a race did not run; then its page had no map and no player, "because the course
// has no places on Earth".
test("a race without a terrain model has a map and a player on bare ground", async ({ page }) => {
  const watch = await open(page, BARE);
  await page.locator("#map canvas").first().scrollIntoViewIfNeeded();
  await expect(page.locator("#map")).not.toContainText("no places on Earth");
  await page.locator("#player").scrollIntoViewIfNeeded();
  const { toned, onCourse } = await page.evaluate(() => {
    const { player, run } = (window as any).gineste;
    const now: Float32Array = player.positions.moveTo(200);
    return { toned: run.relief !== null, onCourse: now.filter((at_m) => at_m > 0 && at_m < 1000).length };
  });
  expect(toned).toBe(false);
  expect(onCourse).toBeGreaterThan(50);
  expect(watch.complaints).toEqual([]);
  expect(watch.requests).toEqual([]);
});
