// SPDX-License-Identifier: Apache-2.0
import { h } from "./dom";
import type { Page } from "./page";

export function card({ run, words }: Page): HTMLElement[] {
  const summary = run.data.summary;
  const rows: [string, string][] = [
    [words.t("programVersion"), `gineste ${summary.version}`],
    [words.t("scenarioFile"), summary.scenario_file],
    [words.t("inputHash"), summary.input_sha256],
    [words.t("seed"), String(summary.seed)],
    [words.t("behaviourSeed"), String(summary.behaviour_seed)],
    [words.t("stateHash"), summary.state_hash],
    [words.t("step"), `${words.number(summary.engine.step_s, 2)} s`],
    [words.t("steps"), words.count(summary.engine.steps)],
    [words.t("runnerSteps"), words.count(summary.engine.runner_steps)],
    [words.t("again"), `gineste run ${summary.scenario_file} --seed ${summary.seed}`],
  ];
  return [
    h("p", {}, words.t("cardModel")),
    h("p", {}, words.t("cardValid")),
    h("p", {}, words.t("cardMean")),
    h("table", { class: "card" }, h("caption", { class: "hidden" }, words.t("card")),
      h("tbody", {}, rows.map(([name, value]) => h("tr", {}, h("th", { scope: "row" }, name), h("td", {}, h("code", {}, value)))))),
  ];
}
