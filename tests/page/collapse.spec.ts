// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "@playwright/test";
import { COLLAPSED, open, summaryOf } from "./report";

const SAYS = { en: "Does the crowd collapse?", fr: "La foule se bloque-t-elle ?" };

test("a race past what the model knows says so before all else", async ({ page }) => {
  const { peak_density_per_m2: peak } = summaryOf(COLLAPSED).beyond_model;
  for (const language of ["en", "fr"] as const) {
    await open(page, COLLAPSED, `../collapsed-${language}.html`);
    const first = page.locator("table.verdict tbody tr").first();
    await expect(first).toContainText(SAYS[language]);
    await expect(first).toContainText(peak.toFixed(1).replace(".", language === "fr" ? "," : "."));
  }
});
