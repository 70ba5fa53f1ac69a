// SPDX-License-Identifier: Apache-2.0
import { fit } from "../marks/canvas";
import { CLASSES, LETTERS, LOST_LIMITS } from "../marks/colour";
import { drawCourse, drawPlaces, drawScale, drawSigns, type MapPlane, type View } from "../marks/map";
import { levelOf } from "../model/cells";
import { count, from, minute, number, share, text, word, type Table } from "../model/table";
import { h } from "./dom";
import { drawn, type Page } from "./page";
import { densityLegend, figureOf, legend, shownTable } from "./table";

export type Colouring = "density" | "lost";

/** The course in one piece per segment, by what it is coloured by. */
export function pieces({ run, cells }: Page, by: Colouring): { from_m: number; to_m: number; colour: string }[] {
  return run.data.segments.map((segment, s) => {
    const level = by === "density"
      ? levelOf(cells.peakOf(s).density, run.data.levels_per_m2)
      : levelOf(cells.meanLost(s), LOST_LIMITS);
    return { from_m: segment.from_m, to_m: segment.to_m, colour: CLASSES[level]! };
  });
}

export function lostLegend({ words }: Page): HTMLElement {
  const limits = [0, ...LOST_LIMITS];
  return legend(words.t("lostPace"), CLASSES.map((colour, k) => ({
    colour, mark: LETTERS[k]!,
    text: k + 1 < limits.length ? `${limits[k]! * 100}–${limits[k + 1]! * 100}` : `≥ ${limits[k]! * 100}`,
  })));
}

const PAN_PX = 80;
const ARROWS: Record<string, [number, number]> = {
  ArrowLeft: [-PAN_PX, 0], ArrowRight: [PAN_PX, 0], ArrowUp: [0, -PAN_PX], ArrowDown: [0, PAN_PX],
};

/** Zoom buttons; dragging with a pointer, or the arrow keys while one of the buttons has the focus. */
export class Navigator {
  view: View;
  readonly buttons: HTMLElement;
  private size = { width: 1, height: 1 };

  constructor(page: Page, private readonly plane: MapPlane, canvas: HTMLCanvasElement, private readonly redraw: () => void) {
    this.view = plane.whole(1, 1);
    const { words } = page;
    const button = (sign: string, name: string, act: () => void): HTMLElement =>
      h("button", { type: "button", "aria-label": name, title: name, onclick: act }, sign);
    this.buttons = h("div", { class: "zoom" },
      button("+", words.t("zoomIn"), () => this.zoom(1.5)),
      button("−", words.t("zoomOut"), () => this.zoom(1 / 1.5)),
      button("⤢", words.t("zoomAll"), () => this.reset()));
    this.buttons.addEventListener("keydown", (event) => {
      const step = ARROWS[event.key];
      if (!step) return;
      event.preventDefault();
      event.stopPropagation();
      this.pan(...step);
    });
    canvas.addEventListener("pointerdown", (event) => canvas.setPointerCapture(event.pointerId));
    canvas.addEventListener("pointermove", (event) => {
      if (!(event.buttons & 1)) return;
      this.pan(-event.movementX, -event.movementY);
    });
  }

  private pan(right_px: number, down_px: number): void {
    this.view.x += right_px / this.view.zoom;
    this.view.y += down_px / this.view.zoom;
    this.redraw();
  }

  fitTo(width: number, height: number): void {
    this.size = { width, height };
    this.view = this.plane.whole(width, height);
  }

  zoom(factor: number): void {
    const least = this.plane.whole(this.size.width, this.size.height).zoom;
    this.view.zoom = Math.max(least, Math.min(12, this.view.zoom * factor));
    if (this.view.zoom === least) this.fitTo(this.size.width, this.size.height);
    this.redraw();
  }

  reset(): void {
    this.fitTo(this.size.width, this.size.height);
    this.redraw();
  }

  centre(at_m: number, zoom: number): void {
    const [x, y] = this.plane.at(at_m);
    this.view = { x, y, zoom: Math.max(zoom, this.view.zoom) };
    this.redraw();
  }
}

export function worstTable({ run, words }: Page): Table {
  return {
    head: [words.t("rank"), words.t("place"), words.t("kmRange"), words.t("width"), words.t("grade"), words.t("fromTo"), words.t("peak"), words.t("letter"), words.t("peakAt"), words.t("delayed"), words.t("lostHours"), words.t("cause")],
    rows: run.data.summary.congestion.worst_places.map((place, k) => {
      const at = (name: string): string => `congestion.worst_places.${k}.${name}`;
      const level = levelOf(place.peak_density_per_m2, run.data.levels_per_m2);
      return [
        text(String(k + 1)), text(place.place), text(`${words.number(place.from_km, 1)}–${words.number(place.to_km, 1)}`),
        from(at("width_m"), number(place.width_m, 1)), from(at("grade"), share(place.grade)),
        text(`${words.minute(place.from_s)} – ${words.minute(place.to_s)}`),
        from(at("peak_density_per_m2"), number(place.peak_density_per_m2, 2)), text(`${LETTERS[level]}`),
        from(at("peak_s"), minute(place.peak_s)), from(at("runners_delayed"), count(place.runners_delayed)),
        from(at("lost_runner_h"), number(place.lost_runner_h, 1)), word(place.likely_cause),
      ];
    }),
  };
}

function segmentsTable(page: Page): Table {
  const { run, cells, words } = page;
  return {
    head: [words.t("kmRange"), words.t("place"), words.t("peak"), words.t("lostPace")],
    rows: run.data.segments.map((segment, s) => [
      number(segment.from_m / 1000, 1), text(segment.place), number(cells.peakOf(s).density, 2), share(cells.meanLost(s)),
    ]),
  };
}

function picture(page: Page, plane: MapPlane): { figure: HTMLElement; show: (place: number) => void } {
  const { run, words } = page;
  const canvas = h("canvas", { role: "img", "aria-label": words.t("mapLabel") });
  const host = h("div", { class: "layers" }, canvas);
  const keys = h("div", {});
  let by: Colouring = "density";
  let chosen: number | null = null;
  let size = { width: 0, height: 0 };
  const draw = (): void => {
    if (size.width === 0) return;
    const { ctx } = fit(canvas, size.width, size.height);
    plane.drawGround(ctx, navigator.view, size.width, size.height);
    drawCourse(ctx, plane, navigator.view, size, 5, pieces(page, by));
    drawSigns(ctx, plane, navigator.view, size, run, words);
    drawPlaces(ctx, plane, navigator.view, size, run, chosen);
    drawScale(ctx, plane, navigator.view, size.height);
    keys.replaceChildren(by === "density" ? densityLegend(run.data.levels_per_m2, words) : lostLegend(page));
  };
  const navigator = new Navigator(page, plane, canvas, draw);
  host.append(navigator.buttons);
  drawn(host, (width) => {
    size = { width, height: Math.round(Math.min(720, (width * plane.rows) / plane.columns)) };
    navigator.fitTo(size.width, size.height);
    draw();
  });
  const choice = h("select", { onchange: () => { by = choice.value as Colouring; draw(); } },
    h("option", { value: "density" }, words.t("byDensity")), h("option", { value: "lost" }, words.t("byLost")));
  const figure = figureOf({
    title: words.t("mapChart"), unit: `${words.t("density")} · ${words.t("lostPace")}`, source: "congestion.csv",
    lead: h("label", { class: "screen-only" }, `${words.t("colourBy")} `, choice), drawing: h("div", {}, keys, host),
    table: () => segmentsTable(page),
  }, words);
  return {
    figure,
    show: (place) => {
      chosen = place;
      navigator.centre(run.data.summary.congestion.worst_places[place]!.peak_km * 1000, 3);
      host.scrollIntoView({ block: "center" });
    },
  };
}

export function map(page: Page): HTMLElement[] {
  const { run, words, plane } = page;
  const { worst_places: places, threshold_per_m2 } = run.data.summary.congestion;
  const worst = places.length > 0
    ? shownTable(worstTable(page), words.t("worst"), words)
    : h("p", {}, words.t("noPlaces", { threshold: words.number(threshold_per_m2, 1) }));
  if (!plane) return [h("p", {}, words.t("noMap")), worst];
  const { figure, show } = picture(page, plane);
  worst.querySelectorAll("tbody tr").forEach((row, k) => {
    const cell = row.children[1]!;
    cell.replaceChildren(h("button", { type: "button", class: "link", onclick: () => show(k) }, cell.textContent || `km ${places[k]!.peak_km}`));
  });
  return [figure, worst];
}
