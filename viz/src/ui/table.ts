// SPDX-License-Identifier: Apache-2.0
import { CLASSES, LETTERS } from "../marks/colour";
import { csvOf, type Cell, type Table } from "../model/table";
import type { Words } from "../words/words";
import { download, h } from "./dom";

/** A value with where summary.json has it, so that anybody can check the page against the file. */
export function valueOf(cell: Cell, words: Words): HTMLElement {
  return h("span", { "data-figure": cell.path, "data-kind": cell.kind, "data-digits": "digits" in cell ? cell.digits : undefined }, words.cell(cell));
}

function written(cell: Cell): boolean {
  return cell.kind === "text" || cell.kind === "word";
}

/** A few columns stand close together; many are printed smaller. */
function widthOf({ head }: Table): string {
  return head.length <= 4 ? "few" : head.length > 11 ? "many" : "";
}

export function tableOf(table: Table, words: Words, caption: string): HTMLElement {
  const body = table.rows.map((row) =>
    h("tr", {}, row.map((cell, k) => {
      const content = cell.path ? valueOf(cell, words) : words.cell(cell);
      const short = typeof cell.value === "string" && cell.value.length < 18;
      const align = written(cell) ? (short ? "text tight" : "text") : "figure";
      return k === 0 ? h("th", { scope: "row", class: align }, content) : h("td", { class: align }, content);
    })),
  );
  const first = table.rows[0];
  const head = table.head.map((title, k) =>
    h("th", { scope: "col", class: k > 0 && first && first[k] && !written(first[k]) ? "figure" : "text" }, title));
  return h("div", { class: `scroll ${widthOf(table)}`, tabindex: 0, role: "group", "aria-label": caption },
    h("table", {}, h("caption", { class: "quiet" }, caption), h("thead", {}, h("tr", {}, head)), h("tbody", {}, body)));
}

export function fileName(title: string): string {
  return title.normalize("NFD").replace(/[^\w]+/g, "-").replace(/^-|-$/g, "").toLowerCase();
}

export function csvButton(table: () => Table, title: string, words: Words): HTMLElement {
  return h("button", {
    type: "button", class: "small", "aria-label": words.t("csvOf", { what: title }),
    onclick: () => download(`${fileName(title)}.csv`, "text/csv;charset=utf-8", csvOf(table())),
  }, words.t("csv"));
}

/** A table that is always seen, with its CSV. */
export function shownTable(table: Table, title: string, words: Words): HTMLElement {
  return h("div", { class: "shown-table" },
    h("div", { class: "row" }, h("h3", {}, title), csvButton(() => table, title, words)),
    tableOf(table, words, title));
}

/** A table whose rows are of one's own making, with the CSV of what they say. */
export function madeTable(
  title: string, parts: { head: HTMLElement[]; rows: HTMLElement[]; width?: "few" | "many"; csv: () => Table }, words: Words,
): HTMLElement {
  return h("div", { class: "shown-table" },
    h("div", { class: "row" }, h("h3", {}, title), csvButton(parts.csv, title, words)),
    h("div", { class: `scroll ${parts.width ?? ""}`, tabindex: 0, role: "group", "aria-label": title },
      h("table", {}, h("caption", { class: "quiet" }, title), h("thead", {}, parts.head), h("tbody", {}, parts.rows))));
}

/** Headings of one line; the first `written` of them stand to the left. */
export function headings(titles: (string | Node)[], written: number): HTMLElement {
  return h("tr", {}, titles.map((title, k) => h("th", { scope: "col", class: k < written ? "text" : "figure" }, title)));
}

/** A table that is made when it is asked for. */
function foldedTable(name: string, title: string, make: () => HTMLElement[]): HTMLElement {
  const details = h("details", {}, h("summary", {}, name, h("span", { class: "hidden" }, `: ${title}`)));
  details.addEventListener("toggle", () => {
    if (details.open && details.childElementCount === 1) details.append(...make());
  });
  return details;
}

interface Figure {
  title: string;
  unit: string;
  source: string;
  drawing: HTMLElement;
  table: () => Table;
  lead?: HTMLElement;
  /** A second table, with a CSV of its own. */
  further?: { title: string; table: () => Table };
}

/** A drawing with its unit, its source, and the table behind it. */
export function figureOf(parts: Figure, words: Words): HTMLElement {
  const { further } = parts;
  const both = further && `${parts.title} · ${further.title}`;
  return h("figure", {},
    h("div", { class: "row" }, h("h3", {}, parts.title), parts.lead, csvButton(parts.table, parts.title, words)),
    parts.drawing,
    h("figcaption", {}, `${words.t("unit", { what: parts.unit })} · ${words.t("source", { what: parts.source })}`),
    foldedTable(words.t("table"), parts.title, () => [tableOf(parts.table(), words, parts.title)]),
    further && both && foldedTable(further.title, parts.title,
      () => [csvButton(further.table, both, words), tableOf(further.table(), words, both)]));
}

/** Labels and values side by side. */
export function facts(list: [string, Cell | string][], words: Words): HTMLElement {
  return h("dl", { class: "facts" },
    list.map(([name, value]) =>
      h("div", {}, h("dt", {}, name), h("dd", {}, typeof value === "string" ? value : valueOf(value, words)))));
}

/** Classes by colour and letter. */
export function legend(title: string, entries: { colour: string; text: string; mark?: string }[]): HTMLElement {
  const list = h("ul", { class: "legend", "aria-label": title });
  for (const entry of entries) {
    const swatch = h("span", { class: "swatch", "aria-hidden": "true" }, entry.mark ?? "");
    swatch.style.backgroundColor = entry.colour;
    if (entry.mark) swatch.style.color = dark(entry.colour) ? "#ffffff" : "#1b2430";
    list.append(h("li", {}, swatch, entry.text));
  }
  return h("div", { class: "legend-box" }, h("span", { class: "quiet" }, title), list);
}

/** The classes of density, whose least values but the first's are given in runners/m². */
export function densityLegend(levels_per_m2: number[], words: Words): HTMLElement {
  const limits = [0, ...levels_per_m2];
  return legend(words.t("density"), CLASSES.map((colour, k) => ({
    colour, mark: LETTERS[k]!,
    text: k + 1 < limits.length ? `${words.number(limits[k]!, 2)}–${words.number(limits[k + 1]!, 2)}` : `≥ ${words.number(limits[k]!, 2)}`,
  })));
}

function dark(hex: string): boolean {
  const value = Number.parseInt(hex.slice(1), 16);
  return 0.299 * (value >> 16) + 0.587 * ((value >> 8) & 255) + 0.114 * (value & 255) < 150;
}
