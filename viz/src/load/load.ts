// SPDX-License-Identifier: Apache-2.0
import type { Columns } from "../format/columns";
import type { DayData } from "../format/day";
import { FORMAT, type Column, type PageData } from "../format/page";
import type { StudyData } from "../format/study";
import { unpackPassages, type Passages } from "./passages";

/** All that the page knows. */
export interface Run {
  data: PageData;
  columns: Columns;
  passages: Passages;
  relief: HTMLImageElement | null;
}

const MAKERS = {
  u1: Uint8Array,
  u2: Uint16Array,
  u4: Uint32Array,
  i4: Int32Array,
  f4: Float32Array,
  f8: Float64Array,
} as const;

function textOf(id: string): string {
  return document.getElementById(id)?.textContent ?? "";
}

/** Gives an element's text back to the memory once it is read. */
function takeText(id: string): string {
  const text = textOf(id);
  document.getElementById(id)?.remove();
  return text;
}

export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const letters = atob(base64);
  const bytes = new Uint8Array(letters.length);
  for (let k = 0; k < letters.length; ++k) bytes[k] = letters.charCodeAt(k);
  return bytes;
}

async function inflated(bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Response(stream).arrayBuffer();
}

export function columnsOf(directory: readonly Column[], buffer: ArrayBuffer): Columns {
  const columns: Record<string, ArrayBufferView> = {};
  for (const { name, type, offset, count } of directory) {
    columns[name] = new MAKERS[type](buffer, offset, count);
  }
  return columns as unknown as Columns;
}

async function picture(base64: string): Promise<HTMLImageElement | null> {
  if (base64 === "") return null;
  const image = new Image();
  image.src = `data:image/png;base64,${base64}`;
  await image.decode();
  return image;
}

/** Reads what the engine put into this document; null where it is the bare template. */
export function dataOf(): PageData | StudyData | DayData | null {
  const text = textOf("gineste-data");
  if (text === "") return null;
  const data = JSON.parse(text) as PageData | StudyData | DayData;
  if (data.format !== FORMAT) throw new Error(`data of format ${data.format}, not ${FORMAT}`);
  return data;
}

/** Unpacks what stands beside the data of a race. */
export async function loadRun(data: PageData): Promise<Run> {
  const [buffer, relief] = await Promise.all([
    inflated(bytesOf(takeText("gineste-columns"))),
    picture(takeText("gineste-relief")),
  ]);
  const columns = columnsOf(data.columns, buffer);
  return { data, columns, passages: unpackPassages(columns, data), relief };
}
