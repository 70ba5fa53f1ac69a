// SPDX-License-Identifier: Apache-2.0
import type { Page } from "@playwright/test";
import { execFileSync } from "node:child_process";
import { open } from "./report";

/** Prints a report in French; what pdfinfo and pdftotext say of it. */
export async function printed(page: Page, file: string, report: string, name?: string): Promise<{ info: string; pages: string[] }> {
  await open(page, report, name);
  await page.click("button[lang=fr]");
  // Chromium's own printing does this for whoever presses the button.
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await page.waitForTimeout(500);
  await page.pdf({ path: file, preferCSSPageSize: true, tagged: true, outline: true, printBackground: true });
  const info = execFileSync("pdfinfo", [file], { encoding: "utf8" });
  const pages = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8", maxBuffer: 1e8 }).split("\f");
  return { info, pages };
}

const solid = (text: string): string => text.replace(/[\s\u00ad]/g, "");

/** How many rows of tables are printed, and those of them that no one page has as a whole. */
export async function rowsPrinted(page: Page, file: string): Promise<{ rows: number; cut: string[] }> {
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  // Each row as it is printed, its cells one after another.
  const rows = await page.locator("tbody tr").evaluateAll((all) =>
    all.filter((row) => row.getClientRects().length > 0).map((row) => (row as HTMLElement).innerText));
  await page.emulateMedia({ media: null });
  const text = execFileSync("pdftotext", ["-raw", file, "-"], { encoding: "utf8", maxBuffer: 1e8 });
  const pages = text.split("\f").map(solid);
  return { rows: rows.length, cut: rows.filter((row) => !pages.some((one) => one.includes(solid(row)))) };
}

/** How many words are printed, and those of them that reach beyond the margins. */
export function wordsOutside(file: string): { words: number; outside: string[] } {
  const boxes = execFileSync("pdftotext", ["-bbox", file, "-"], { encoding: "utf8", maxBuffer: 1e8 });
  const words = [...boxes.matchAll(/<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*)<\/word>/g)];
  // A4 is 595 x 842 points; 14 mm at the sides, where 3 points are left for what a glyph overhangs.
  const side = (14 / 25.4) * 72 - 3;
  const outside = words.filter(([, left, top, right, bottom]) =>
    Number(left) < side || Number(right) > 595 - side || Number(top) < 0 || Number(bottom) > 842);
  return { words: words.length, outside: outside.map((word) => word[5]!) };
}
