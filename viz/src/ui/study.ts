// SPDX-License-Identifier: Apache-2.0
import type { Language } from "../format/page";
import type { Study } from "../format/study";
import { LocalClock } from "../model/clock";
import { Words } from "../words/words";
import { comparisonFrame } from "./comparison";
import { ensembleFrame } from "./ensemble";
import { showFrame, type Frame } from "./frame";
import { searchFrame } from "./search";

function frameOf(study: Study, words: Words): Frame {
  switch (study.kind) {
    case "compare":
      return comparisonFrame(study, words);
    case "ensemble":
      return ensembleFrame(study, words);
    case "optimise":
      return searchFrame(study, words);
  }
}

/** The page of a study; said anew as a whole when the language changes. */
export function showStudy(study: Study, language: Language): void {
  const words = new Words(language, new LocalClock(study.clock));
  showFrame(frameOf(study, words), (other) => showStudy(study, other));
}
