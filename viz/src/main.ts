// SPDX-License-Identifier: Apache-2.0
import { dataOf, loadRun } from "./load/load";
import "./style.css";
import { showDay } from "./ui/day";
import { showRace } from "./ui/race";
import { showStudy } from "./ui/study";

/** A page is that of a race, of a study or of a race day, by what the engine has put into it. */
async function begin(): Promise<void> {
  const data = dataOf();
  if (data && "study" in data) {
    showStudy(data.study, data.language);
  } else if (data && "day" in data) {
    showDay(data, data.language);
  } else if (data) {
    showRace(await loadRun(data), data.language);
  }
  document.documentElement.dataset["ready"] = "yes";
}

void begin();
