// SPDX-License-Identifier: Apache-2.0
import type { Run } from "../load/load";
import type { MapPlane } from "../marks/map";
import type { Cells } from "../model/cells";
import type { Envelope } from "../model/crossing";
import type { Words } from "../words/words";

/** What every section is made from. */
export interface Page {
  run: Run;
  words: Words;
  cells: Cells;
  envelopes: Envelope[];
  /** null: the course has no places on Earth. */
  plane: MapPlane | null;
  /** Shows a moment in the player. */
  goTo: (time_s: number) => void;
}

/** What A4 leaves between the margins of style.css, in CSS pixels. */
const PAPER_PX = Math.floor(((210 - 2 * 14) / 25.4) * 96);

/** Draws now, again whenever the width of what it stands in changes, and as wide as the paper while
 *  it is printed. */
export function drawn(host: HTMLElement, draw: (width: number) => void): void {
  let last = 0;
  const drawAt = (width: number): void => {
    if (width > 0 && width !== last && host.isConnected) draw((last = width));
  };
  new ResizeObserver(() => drawAt(Math.floor(host.clientWidth))).observe(host);
  window.addEventListener("beforeprint", () => drawAt(Math.min(last, PAPER_PX)));
  window.addEventListener("afterprint", () => drawAt(Math.floor(host.clientWidth)));
}
