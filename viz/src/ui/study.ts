// SPDX-License-Identifier: Apache-2.0
import type { Language } from "../format/page";
import type { Study } from "../format/study";
import { LocalClock } from "../model/clock";
import { Words } from "../words/words";
import { comparisonFrame } from "./comparison";
import { ensembleFrame } from "./ensemble";
import { showFrame } from "./frame";

/** The page of a study; said anew as a whole when the language changes. */
export function showStudy(study: Study, language: Language): void {
  const words = new Words(language, new LocalClock(study.clock));
  const frame = study.kind === "compare" ? comparisonFrame(study, words) : ensembleFrame(study, words);
  showFrame(frame, (other) => showStudy(study, other));
}
