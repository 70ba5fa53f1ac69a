// SPDX-License-Identifier: Apache-2.0
import { dataOf, loadRun } from "./load/load";
import "./style.css";
import { showRace } from "./ui/race";
import { showStudy } from "./ui/study";

/** A page is that of a race or of a study, by what the engine has put into it. */
async function begin(): Promise<void> {
  const data = dataOf();
  if (data && "study" in data) {
    showStudy(data.study, data.language);
  } else if (data) {
    showRace(await loadRun(data), data.language);
  }
  document.documentElement.dataset["ready"] = "yes";
}

void begin();
