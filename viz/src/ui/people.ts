// SPDX-License-Identifier: Apache-2.0
import { STATUS } from "../format/columns";
import { waveColour } from "../marks/colour";
import { overtakes } from "../model/overtakes";
import { clock, count, from, number, race, share, span, text, type Table } from "../model/table";
import { chartOf } from "./chart";
import { h } from "./dom";
import type { Page } from "./page";
import { facts, shownTable } from "./table";

/** Share of each wave's finishers, in percent, who lost more than so many minutes. */
function lostShares({ run }: Page): { minutes: number[]; byWave: number[][] } {
  const { lost_s, wave, status } = run.columns;
  const lost: number[][] = run.data.summary.waves.map(() => []);
  lost_s.forEach((lost_by, i) => {
    if (status[i] === STATUS.finished) lost[wave[i]!]!.push(lost_by);
  });
  const share = (times: number[], least_s: number): number =>
    times.length > 0 ? (100 * times.filter((time_s) => time_s > least_s).length) / times.length : 0;
  // As far as one finisher in two hundred of any wave goes.
  const minutes = [0];
  while (minutes.length < 120 && lost.some((times) => share(times, minutes.at(-1)! * 60) > 0.5)) {
    minutes.push(minutes.length / 2);
  }
  return { minutes, byWave: lost.map((times) => minutes.map((at) => share(times, at * 60))) };
}

/** Those whom the scenario names. */
function named({ run, words }: Page): HTMLElement[] {
  const { named: all = [] } = run.data.summary;
  if (all.length === 0) return [];
  const rows = all.map((one, k) => {
    const at = (name: string): string => `named.${k}.${name}`;
    return [
      text(one.name), text(String(one.bib)), text(one.wave), from(at("finish_s"), clock(one.finish_s)),
      from(at("gun_s"), race(one.gun_s)), from(at("net_s"), race(one.net_s)), from(at("place"), count(one.place)),
    ];
  });
  const head = [words.t("namedName"), words.t("namedBib"), words.t("wave"), words.t("finish"), words.t("gunTime"), words.t("netTime"), words.t("finishPlace")];
  return [shownTable({ head, rows }, words.t("named"), words)];
}

/** Who is at the finish before the pursuer. */
function pursuit({ run, words }: Page): HTMLElement[] {
  const { pursuit: found } = run.data.summary;
  if (!found) return [];
  const rows = found.waves.map((one, w) => {
    const at = (name: string): string => `pursuit.waves.${w}.${name}`;
    return [
      text(one.name), from(at("started"), count(one.started)), from(at("ahead"), count(one.ahead)), from(at("share"), share(one.share)),
      from(at("caught"), count(one.caught)), from(at("first_caught_m"), count(one.first_caught_m)), from(at("median_caught_m"), count(one.median_caught_m)),
    ];
  });
  const head = [words.t("wave"), words.t("started"), words.t("pursuitAhead"), words.t("pursuitShare"), words.t("pursuitCaught"), words.t("pursuitFirst"), words.t("pursuitMedian")];
  const reading = words.t("pursuitReading", {
    ahead: words.count(found.ahead), started: words.count(found.started), pursuer: found.pursuer, takes: words.race(found.takes_s),
  });
  return [shownTable({ head, rows }, words.t("pursuit"), words), h("p", { class: "quiet" }, reading)];
}

export function people(page: Page): HTMLElement[] {
  const { run, words } = page;
  const { waves, finish } = run.data.summary;
  const order = overtakes(run);
  const table: Table = {
    head: [words.t("wave"), words.t("finished"), words.t("lostMedian"), words.t("lost95"), words.t("netMedian"), words.t("overtakesWithin")],
    rows: waves.map((one, w) => [
      text(`${w + 1} · ${one.name}`), from(`waves.${w}.finished`, count(one.finished)), from(`waves.${w}.lost_median_s`, span(one.lost_median_s)),
      from(`waves.${w}.lost_p95_s`, span(one.lost_p95_s)), from(`waves.${w}.net_median_s`, race(one.net_median_s)), number(one.finished > 0 ? order.within[w]! / one.finished : null, 1),
    ]),
  };
  const lost = lostShares(page);
  return [
    ...named(page), ...pursuit(page),
    shownTable(table, words.t("runnersTable"), words),
    h("p", { class: "quiet" }, words.t("overtakesReading", { between: words.count(order.between) })),
    chartOf(page, {
      label: words.t("lostChart"), unit: words.t("lostShareRunners"), source: "results.nc", x: lost.minutes, xName: words.t("lostMinutes"),
      series: waves.map((one, w) => ({ name: `${w + 1} · ${one.name}`, colour: waveColour(w), values: lost.byWave[w]!, digits: 1, ...(w % 2 ? { dash: [6, 3] } : {}) })),
      table: () => ({
        head: [words.t("lostMinutes"), ...waves.map((one) => one.name)],
        rows: lost.minutes.map((at, k) => [number(at, 1), ...lost.byWave.map((row) => number(row[k]!, 1))]),
      }),
    }),
    h("h3", {}, words.t("chipGun")),
    facts([
      [words.t("chipMedian"), from("finish.net_median_s", race(finish.net_median_s))],
      [words.t("gunMedian"), from("finish.gun_median_s", race(finish.gun_median_s))],
    ], words),
  ];
}
