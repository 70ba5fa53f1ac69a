// SPDX-License-Identifier: Apache-2.0
import { CLASSES, LETTERS } from "../marks/colour";
import { drawHeat } from "../marks/heat";
import { clock, count, from, minute, number, text, type Table } from "../model/table";
import { h } from "./dom";
import { drawn, type Page } from "./page";
import { facts, figureOf, legend, shownTable } from "./table";

/** Six even classes up to a round number. */
function limitsFor(most: number): number[] {
  const step = [10, 20, 50, 100, 200, 500, 1000, 2000, 5000].find((s) => s * 5.5 >= most) ?? 10000;
  return [1, 2, 3, 4, 5].map((k) => k * step);
}

function peaks({ words, cells }: Page, rows: number[][]): Table {
  return {
    head: [words.t("kmRange"), words.t("peakOn"), words.t("peakAt")],
    rows: rows.map((row, km) => {
      const most = Math.max(...row);
      return [text(`${km}–${km + 1}`), number(most, 0), minute(most > 0 ? row.indexOf(most) * cells.interval_s : null)];
    }),
  };
}

/** One line per minute, one column per kilometre. */
function everything({ words, cells }: Page, rows: number[][], used: number): Table {
  return {
    head: [words.t("time"), ...rows.map((_, km) => `km ${km + 1}`)],
    rows: Array.from({ length: used }, (_, t) => [minute(t * cells.interval_s), ...rows.map((row) => number(row[t]!, 0))]),
  };
}

function rescue({ run, words }: Page): HTMLElement[] {
  const { medical } = run.data.summary;
  if (!medical) return [h("p", { class: "note" }, words.t("noMedical"))];
  const { largest_on_course: course, largest_present: present, ris } = medical;
  const cases = ([["encounters", medical.encounters], ["serious", medical.serious], ["collapses", medical.severe_collapses], ["arrests", medical.cardiac_arrests]] as const);
  const reading = words.t("risReading", { index: words.number(ris.index, 2), persons: words.count(ris.persons), device: words.engine(ris.device) });
  return [
    facts([
      [words.t("mostAtOnce"), from("medical.largest_on_course.runners", count(course.runners))],
      [words.t("when"), from("medical.largest_on_course.at_s", clock(course.at_s))],
      [words.t("mostPresent"), from("medical.largest_present.runners", count(present.runners))],
      [words.t("when"), from("medical.largest_present.at_s", clock(present.at_s))],
      [words.t("ris"), from("medical.ris.ris", number(ris.ris, 1))],
    ], words),
    h("p", { class: "quiet" }, reading),
    shownTable({
      head: [words.t("oneCase"), words.t("expected"), words.t("p95")],
      rows: cases.map(([name, one]) => [text(words.t(name)), number(one.expected, 1), count(one.p95)]),
    }, words.t("cases"), words),
  ];
}

export function kilometres(page: Page): HTMLElement[] {
  const { words, cells } = page;
  const rows = cells.perKilometre();
  const used = cells.used();
  const limits = limitsFor(rows.reduce((most, row) => Math.max(most, ...row), 0));
  const canvas = h("canvas", { role: "img", "aria-label": words.t("perKmLabel") });
  const output = h("output", { class: "reading" }, words.t("hoverHint"));
  const host = h("div", { class: "layers" }, canvas);
  let box = { left: 0, top: 0, width: 1, height: 1 };
  drawn(host, (width) => {
    box = drawHeat(canvas, { width, height: Math.max(200, rows.length * 18 + 40) }, rows, used, cells.interval_s, limits, words);
  });
  canvas.addEventListener("pointermove", (event) => {
    const t = Math.floor(((event.offsetX - box.left) / box.width) * used);
    const km = rows.length - 1 - Math.floor(((event.offsetY - box.top) / box.height) * rows.length);
    const value = rows[km]?.[t];
    if (value === undefined) return;
    output.textContent = `km ${km}–${km + 1} · ${words.minute(t * cells.interval_s)} · ${words.count(value)} ${words.t("runnersUnit")}`;
  });
  const bounds = [0, ...limits];
  const key = legend(words.t("runnersUnit"), CLASSES.map((colour, k) => ({
    colour, mark: LETTERS[k]!,
    text: k + 1 < bounds.length ? `${words.count(bounds[k]!)}–${words.count(bounds[k + 1]!)}` : `≥ ${words.count(bounds[k]!)}`,
  })));
  return [
    figureOf({
      title: words.t("perKmLabel"), unit: words.t("runnersUnit"), source: "congestion.csv",
      drawing: h("div", {}, key, host, output), table: () => everything(page, rows, used),
    }, words),
    shownTable(peaks(page, rows), words.t("peakPerKm"), words),
    ...rescue(page),
  ];
}
