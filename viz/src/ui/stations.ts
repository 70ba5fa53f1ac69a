// SPDX-License-Identifier: Apache-2.0
import { waveColour } from "../marks/colour";
import { clock, count, from, minute, number, share, span, text, word, type Table } from "../model/table";
import { chartOf, minutesOf } from "./chart";
import { h } from "./dom";
import type { Page } from "./page";
import { shownTable } from "./table";

function stationTable({ run, words }: Page): Table {
  return {
    head: [words.t("station"), words.t("kmRange"), words.t("arrivals"), words.t("served"), words.t("unserved"), words.t("cups"), words.t("litres"), words.t("cupsPeak"), words.t("cupsPeak5"), words.t("possible"), words.t("wait95"), words.t("queueMost"), words.t("handsPlan"), words.t("handsNeed"), words.t("enough")],
    rows: run.data.summary.stations.map((one, k) => {
      const at = (name: string): string => `stations.${k}.${name}`;
      return [
        text(one.name), number(one.km, 1), from(at("arrivals"), count(one.arrivals)), from(at("served"), count(one.served)),
        from(at("unserved"), count(one.unserved)), from(at("cups"), count(one.cups)), from(at("litres"), count(one.litres)),
        from(at("peak_1min_cups"), count(one.peak_1min_cups)), from(at("peak_5min_cups_per_min"), count(one.peak_5min_cups_per_min)),
        from(at("cups_per_min_possible"), count(one.cups_per_min_possible)), from(at("wait_p95_s"), span(one.wait_p95_s)),
        from(at("peak_queue"), count(one.peak_queue)), from(at("volunteers"), count(one.volunteers)),
        from(at("hands_needed"), count(one.hands_needed)), text(words.t(one.hands_needed <= one.volunteers ? "yes" : "no")),
      ];
    }),
  };
}

function stockTable({ run, words }: Page): Table | null {
  const rows = run.data.summary.stations.flatMap((station) =>
    station.goods.filter((good) => good.stock !== null).map((good) => [
      text(station.name), word(good.name), count(good.stock), count(good.handed), count(good.left), clock(good.out_s),
    ]));
  if (rows.length === 0) return null;
  return { head: [words.t("station"), words.t("good_"), words.t("stockBegin"), words.t("handed"), words.t("stockLeft"), words.t("stockOut")], rows };
}

function stationChart(page: Page, k: number): HTMLElement {
  const { run, words } = page;
  const station = run.data.summary.stations[k]!;
  const load = run.data.stations[k]!;
  const minutes = Math.max(load.arrivals_by_minute.length, load.wanted_by_minute.length, load.cups_by_minute.length);
  const filled = (values: number[]): number[] => Array.from({ length: minutes }, (_, m) => values[m] ?? 0);
  const [came, asked, handed] = [load.arrivals_by_minute, load.wanted_by_minute, load.cups_by_minute].map(filled) as [number[], number[], number[]];
  const begin = Math.max(0, came.findIndex((n) => n > 0) - 1);
  const seen = (values: number[]): number[] => values.slice(begin);
  return chartOf(page, {
    label: `${words.t("stationChart")} · ${station.name}`, unit: words.t("aMinute"), source: "stations.csv", x: seen(minutesOf(minutes)), stepped: true,
    series: [
      { name: words.t("asked"), colour: waveColour(1), values: seen(asked), dash: [6, 4] },
      { name: words.t("handed"), colour: waveColour(0), values: seen(handed) },
      { name: words.t("coming"), colour: waveColour(7), values: seen(came) },
    ],
    table: () => ({
      head: [words.t("time"), words.t("arrivals"), words.t("asked"), words.t("handed")],
      rows: came.map((_, m) => [minute(m * 60), count(came[m]!), count(asked[m]!), count(handed[m]!)]),
    }),
  });
}

function serviceTable({ run, words }: Page): Table {
  return {
    head: [words.t("service"), words.t("servers"), words.t("arrivals"), words.t("waitMedian"), words.t("wait95"), words.t("queueMost"), words.t("queueMostAt"), words.t("present"), words.t("inUse"), words.t("lastServed")],
    rows: run.data.summary.services!.map((one, k) => {
      const at = (name: string): string => `services.${k}.${name}`;
      return [
        text(one.name), count(one.servers > 0 ? one.servers : null), from(at("arrivals"), count(one.arrivals)),
        from(at("wait_median_s"), span(one.wait_median_s)), from(at("wait_p95_s"), span(one.wait_p95_s)),
        from(at("largest_queue"), count(one.largest_queue)), from(at("largest_queue_s"), minute(one.largest_queue_s)),
        from(at("present_most"), count(one.present_most)), share(one.utilisation), from(at("last_served_s"), minute(one.last_served_s)),
      ];
    }),
  };
}

function serviceChart(page: Page, k: number): HTMLElement {
  const { run, words } = page;
  const service = run.data.summary.services![k]!;
  const load = run.data.services[k]!;
  const step = run.data.services_interval_s;
  let last = load.present.length;
  while (last > 1 && load.present[last - 1] === 0 && load.arrivals[last - 1] === 0) --last;
  let first = 0;
  while (first < last && load.arrivals[first] === 0) ++first;
  const cut = (values: number[]): number[] => values.slice(first, last);
  return chartOf(page, {
    label: `${words.t("serviceChart")} · ${service.name}`, unit: words.t("runnersUnit"), source: "services.csv",
    x: cut(load.present.map((_, t) => t * step)),
    series: [
      { name: words.t("there"), colour: waveColour(0), values: cut(load.present) },
      { name: words.t("inLine"), colour: waveColour(1), values: cut(load.peak_queue), dash: [6, 4] },
      { name: words.t("coming"), colour: waveColour(7), values: cut(load.arrivals) },
    ],
    table: () => ({
      head: [words.t("time"), words.t("coming"), words.t("there"), words.t("inLine")],
      rows: cut(load.present).map((there, t) => [minute((first + t) * step), count(load.arrivals[first + t]!), number(there, 0), count(load.peak_queue[first + t]!)]),
    }),
  });
}

function rosterTable({ run, words }: Page): Table {
  const { roster } = run.data.summary;
  return {
    head: [words.t("role"), words.t("handsMost"), words.t("handsAt"), words.t("handsPosted")],
    rows: roster!.roles.map((role) => [word(role.role), count(role.most), text(words.clockText(role.most_clock)), count(role.posted ?? null)]),
  };
}

/** One chart at a time, chosen by name. */
function chooser(names: string[], title: string, draw: (k: number) => HTMLElement, first: number): HTMLElement {
  const host = h("div", {});
  const choice = h("select", { onchange: () => host.replaceChildren(draw(Number(choice.value))) },
    names.map((name, k) => h("option", { value: k }, name)));
  choice.value = String(first);
  host.append(draw(first));
  return h("div", {}, h("p", { class: "screen-only" }, h("label", {}, `${title} `, choice)), host);
}

function greatest(values: number[]): number {
  return values.indexOf(Math.max(...values));
}

export function stations(page: Page): HTMLElement[] {
  const { run, words } = page;
  const { stations: all, services = [], roster } = run.data.summary;
  const parts: HTMLElement[] = [];
  if (all.length > 0) {
    parts.push(shownTable(stationTable(page), words.t("stationsTable"), words));
    parts.push(chooser(all.map((one) => one.name), words.t("station"), (k) => stationChart(page, k), greatest(all.map((one) => one.peak_1min_cups))));
    const stock = stockTable(page);
    if (stock) parts.push(shownTable(stock, words.t("stock"), words));
  }
  if (services.length > 0) {
    parts.push(shownTable(serviceTable(page), words.t("services"), words));
    parts.push(chooser(services.map((one) => one.name), words.t("service"), (k) => serviceChart(page, k), greatest(services.map((one) => one.largest_queue))));
  }
  if (roster) parts.push(shownTable(rosterTable(page), words.t("roster"), words));
  return parts.length > 0 ? parts : [h("p", {}, words.t("none"))];
}
