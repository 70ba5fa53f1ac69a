// SPDX-License-Identifier: Apache-2.0
/** What a cell holds; `kind` says how a language writes it. */
type Value =
  | { kind: "text"; value: string }
  | { kind: "word"; value: string }
  | { kind: "count"; value: number | null }
  | { kind: "number"; value: number | null; digits: number }
  | { kind: "signed"; value: number | null; digits: number }
  | { kind: "share"; value: number | null }
  | { kind: "km"; value: number | null; digits: number }
  | { kind: "clock"; value: number | null }
  | { kind: "minute"; value: number | null }
  | { kind: "moment"; value: number | null }
  | { kind: "span"; value: number | null }
  | { kind: "race"; value: number | null };

/** `path`: where summary.json has the value, such as "finish.peak_per_min". */
export type Cell = Value & { path?: string };

export const from = (path: string, cell: Cell): Cell => ({ ...cell, path });

export interface Table {
  /** Headings, as the reader's language has them, with the unit. */
  head: string[];
  rows: Cell[][];
}

/** The same table less one column. */
export function without({ head, rows }: Table, column: number): Table {
  const kept = <T>(all: T[]): T[] => all.filter((_, k) => k !== column);
  return { head: kept(head), rows: rows.map(kept) };
}

export const text = (value: string): Cell => ({ kind: "text", value });
export const word = (value: string): Cell => ({ kind: "word", value });
export const count = (value: number | null): Cell => ({ kind: "count", value });
export const number = (value: number | null, digits = 1): Cell => ({ kind: "number", value, digits });
/** A difference: with its sign. */
export const signed = (value: number | null, digits = 1): Cell => ({ kind: "signed", value, digits });
export const share = (value: number | null): Cell => ({ kind: "share", value });
/** Metres, written as kilometres. */
export const km = (metres: number | null, digits = 1): Cell => ({ kind: "km", value: metres, digits });
/** A time of day, with seconds. */
export const clock = (value: number | null): Cell => ({ kind: "clock", value });
/** A time of day, to the minute that has begun. */
export const minute = (value: number | null): Cell => ({ kind: "minute", value });
/** The same, with its day where that is not the day of the race. */
export const moment = (value: number | null): Cell => ({ kind: "moment", value });
/** A short time, minutes and seconds. */
export const span = (value: number | null): Cell => ({ kind: "span", value });
/** A running time, hours, minutes, seconds. */
export const race = (value: number | null): Cell => ({ kind: "race", value });

/** One field after RFC 4180; what a spreadsheet would take for a formula gets an apostrophe. */
export function csvField(field: string, written: boolean): string {
  const safe = written && /^[=+\-@\t\r]/.test(field) ? `'${field}` : field;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** For programs: decimal points, times as seconds after the first gun. */
export function csvOf(table: Table): string {
  const cell = (one: Cell): string => {
    if (one.value === null) return "";
    if (one.kind === "km") return String(one.value / 1000);
    return csvField(String(one.value), one.kind === "text" || one.kind === "word");
  };
  const lines = [table.head.map((head) => csvField(head, true)), ...table.rows.map((row) => row.map(cell))];
  return lines.map((line) => line.join(",") + "\r\n").join("");
}
