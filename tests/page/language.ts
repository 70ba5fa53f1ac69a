// SPDX-License-Identifier: Apache-2.0
import type { Page } from "@playwright/test";
import { en } from "./words/en";
import { engineWordsInFrench } from "./words/engine";
import { fr } from "./words/fr";

export const wordsOf = (text: string): string[] => text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];

const FRENCH = new Set(wordsOf([...Object.values(fr), ...Object.values(engineWordsInFrench)].join(" ")));
/** Words of the catalogue that no French text of ours has. */
export const ENGLISH = new Set(wordsOf([...Object.values(en), ...Object.keys(engineWordsInFrench)].join(" "))
  .filter((word) => !FRENCH.has(word)));

/** Names of files, of the other language and of commands and their options are the same in both. */
const KEPT = wordsOf(
  "English gineste marseille cassis yaml summary json report passages stations services congestion readme waves seed compare seeds");

/** The English words of ours that the page shows or says, less those that the user named. */
export async function englishShown(page: Page, named: string[]): Promise<string[]> {
  const kept = new Set([...KEPT, ...named]);
  const shown = await page.locator("body").innerText();
  const labels = await page.locator("[aria-label], [title], [placeholder]").evaluateAll((all) =>
    all.map((one) => ["aria-label", "title", "placeholder"].map((name) => one.getAttribute(name) ?? "").join(" ")).join(" "));
  return [...new Set(wordsOf(`${shown} ${labels}`))].filter((word) => ENGLISH.has(word) && !kept.has(word));
}
