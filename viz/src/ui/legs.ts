// SPDX-License-Identifier: Apache-2.0
import { LETTERS } from "../marks/colour";
import { drawLeg, xAt, yAt, type LegPicture, type LegView } from "../marks/leg";
import { levelOf } from "../model/cells";
import { minuteOf, type LegCells } from "../model/leg";
import { clock, count, from, km, minute, number, text, type Cell, type Table } from "../model/table";
import type { Key } from "../words/en";
import { h } from "./dom";
import { drawn } from "./page";
import { passLooks, passName, passNamed, type DayPage } from "./races";
import { figureOf, headings, madeTable, valueOf } from "./table";

/** A cross that reads all panels of a leg, moved by pointer or by arrow keys. */
class Cross {
  private segment = 0;
  private interval = 0;

  constructor(
    private readonly view: LegView, private readonly over: HTMLCanvasElement, private readonly picture: () => LegPicture | null,
    private readonly say: (segment: number, interval: number) => void,
  ) {
    const { cells } = view;
    this.segment = Math.floor((cells.leg.peak_at_m ?? 0) / cells.leg.segment_m);
    this.interval = Math.floor((cells.leg.peak_s ?? 0) / cells.leg.interval_s);
    over.addEventListener("pointermove", (event) => this.point(event));
    over.addEventListener("keydown", (event) => this.key(event));
  }

  private point(event: MouseEvent): void {
    const picture = this.picture();
    if (!picture) return;
    const { cells } = this.view;
    const { left, width } = picture.who;
    this.interval = cells.from + Math.floor(((event.offsetX - left) / width) * (cells.to - cells.from));
    const panel = [picture.who, picture.density].find(({ top, height }) => event.offsetY >= top && event.offsetY <= top + height);
    if (panel) this.segment = Math.floor(((1 - (event.offsetY - panel.top) / panel.height) * cells.leg.length_m) / cells.leg.segment_m);
    this.show(picture);
  }

  private key(event: KeyboardEvent): void {
    const steps: Record<string, [number, number]> = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [1, 0], ArrowDown: [-1, 0] };
    const step = steps[event.key];
    const picture = this.picture();
    if (!step || !picture) return;
    event.preventDefault();
    this.segment += step[0];
    this.interval += step[1];
    this.show(picture);
  }

  private show(picture: LegPicture): void {
    const { cells } = this.view;
    const { segment_m, interval_s, length_m, segments } = cells.leg;
    this.segment = Math.max(0, Math.min(segments - 1, this.segment));
    this.interval = Math.max(cells.from, Math.min(cells.to - 1, this.interval));
    this.say(this.segment, this.interval);
    const fine = this.over.width / Math.max(1, this.over.clientWidth);
    const ctx = this.over.getContext("2d")!;
    ctx.setTransform(fine, 0, 0, fine, 0, 0);
    ctx.clearRect(0, 0, this.over.width, this.over.height);
    ctx.strokeStyle = "#a33b00";
    ctx.lineWidth = 1;
    const { who, density, count: on, flow } = picture;
    const x = Math.round(xAt(picture, (this.interval + 0.5) * interval_s)) + 0.5;
    const middle_m = Math.min(length_m, (this.segment + 0.5) * segment_m);
    ctx.beginPath();
    for (const { top, height } of [who, density, on, flow]) {
      ctx.moveTo(x, top);
      ctx.lineTo(x, top + height);
    }
    for (const panel of [who, density]) {
      const y = Math.round(yAt(panel, middle_m, length_m)) + 0.5;
      ctx.moveTo(panel.left, y);
      ctx.lineTo(panel.left + panel.width, y);
    }
    ctx.stroke();
  }
}

/** "Marathon 12, Half marathon 140", of those who are anything. */
function namedValues({ day, words }: DayPage, { leg }: LegCells, values: number[], digits: number): string {
  return values.flatMap((value, pass) => (value > 0 ? [`${passName(day, leg, pass, words)} ${words.number(value, digits)}`] : [])).join(", ");
}

/** Who runs over the end of the leg in that minute. */
function flowReading(page: DayPage, cells: LegCells, interval: number): string {
  const out = cells.leg.passes.map((_, pass) => cells.out_per_min(pass, interval));
  const sum = out.reduce((all, one) => all + one, 0);
  return page.words.t(sum > 0 ? "dayFlowReading" : "dayFlowEmpty", { values: namedValues(page, cells, out, 0), sum: page.words.count(sum) });
}

function reading(page: DayPage, cells: LegCells, segment: number, interval: number): string {
  const { words, levels_per_m2 } = page;
  const { leg } = cells;
  const [from_m, to_m] = [segment * leg.segment_m, Math.min(leg.length_m, (segment + 1) * leg.segment_m)];
  const densities = cells.densities(segment, interval);
  const sum = cells.together(segment, interval);
  const level = levelOf(sum, levels_per_m2);
  const there = words.t(sum > 0 ? "dayLegReading" : "dayLegEmpty", {
    km: `${words.number(from_m / 1000, 1)}–${words.number(to_m / 1000, 1)}`, time: words.minute(interval * leg.interval_s),
    values: namedValues(page, cells, densities, 2), density: words.number(sum, 2), level: `${LETTERS[level]} ${words.t(`level${level}` as Key)}`,
  });
  return `${there} ${flowReading(page, cells, interval)}`;
}

/** Piece by piece of the leg: the densest minute, and what of it is whose. */
function piecesTable({ day, words }: DayPage, cells: LegCells): Table {
  const { leg } = cells;
  return {
    head: [words.t("dayKm"), words.t("peakAt"), words.t("density"), ...leg.passes.map((_, pass) => passName(day, leg, pass, words))],
    rows: leg.area_m2.map((_, s) => {
      const k = cells.densest(s);
      return [
        km(s * leg.segment_m, 1), minute(k * leg.interval_s), number(cells.together(s, k), 2),
        ...cells.densities(s, k).map((density) => number(density, 2)),
      ];
    }),
  };
}

/** Minute by minute: how many of each are on the leg, and how many run over its end. */
function minutesTable({ day, words }: DayPage, k: number, cells: LegCells): Table {
  const { leg, from: first, to } = cells;
  const who = leg.passes.map((_, pass) => passName(day, leg, pass, words));
  const out = (pass: number, interval: number): Cell => {
    const at = minuteOf(leg, interval);
    const value = count(cells.out_per_min(pass, interval));
    return at < leg.passes[pass]!.out_per_min.length ? from(`legs.${k}.passes.${pass}.out_per_min.${at}`, value) : value;
  };
  const rows = Array.from({ length: to - first }, (_, row) => {
    const interval = first + row;
    return [
      minute(interval * leg.interval_s), ...leg.passes.map((_pass, pass) => number(cells.runners(pass, interval), 1)),
      ...leg.passes.map((_pass, pass) => out(pass, interval)),
    ];
  });
  return {
    head: [words.t("dayTime"), ...who.map((name) => words.t("dayOnLeg", { who: name })), ...who.map((name) => words.t("dayOffLeg", { who: name }))],
    rows,
  };
}

/** Each time that a race runs a shared leg: from when to when, and how busy its end is. */
export function passesTable({ day, words }: DayPage): HTMLElement {
  const shared = day.legs.flatMap((leg, k) => (leg.passes.length > 1 ? leg.passes.map((_, pass) => ({ leg, k, pass })) : []));
  const cellsOf = ({ leg, k, pass }: (typeof shared)[number]) => {
    const one = leg.passes[pass]!;
    const at = (name: string): string => `legs.${k}.passes.${pass}.${name}`;
    return [
      from(at("begin_m"), km(one.begin_m, 2)), from(at("runners"), count(one.runners)), from(at("first_s"), clock(one.first_s)),
      from(at("last_s"), clock(one.last_s)), from(at("peak_per_min"), count(one.peak_per_min)),
    ];
  };
  const head = (["dayLeg", "dayWho", "dayBegins", "dayCame", "dayOnto", "dayOff", "dayPeakOff"] as const).map((key) => words.t(key));
  const csv = (): Table => ({ head, rows: shared.map((one) => [text(one.leg.name), text(passName(day, one.leg, one.pass, words)), ...cellsOf(one)]) });
  const rows = shared.map((one) => h("tr", { class: one.pass + 1 < one.leg.passes.length ? "with-next" : undefined },
    one.pass === 0 && h("th", { scope: "rowgroup", class: "text", rowspan: one.leg.passes.length }, one.leg.name),
    h("td", { class: "text" }, passNamed(day, one.leg, one.pass, words)),
    cellsOf(one).map((cell) => h("td", { class: "figure" }, valueOf(cell, words)))));
  return madeTable(words.t("dayPasses"), { head: [headings(head, 2)], rows, csv }, words);
}

/** A shared leg: who is on it when, how dense it is, how many there are and how many leave it. */
export function legFigure(page: DayPage, k: number, cells: LegCells): HTMLElement {
  const { day, words } = page;
  const { leg } = cells;
  const view: LegView = {
    cells, looks: passLooks(day, leg), levels: page.levels_per_m2,
    peaks: day.meetings.flatMap((one) => (one.leg === k && one.peak_s !== null ? [{ time_s: one.peak_s, at_m: one.peak_at_m }] : [])),
    titles: {
      who: words.t("dayWhoChart"), density: words.t("dayDensityChart"), count: words.t("dayCountChart"), flow: words.t("dayFlowChart"),
    },
  };
  const canvas = h("canvas", { "aria-hidden": "true" });
  const over = h("canvas", { class: "over", tabindex: 0, role: "img", "aria-label": words.t("dayLegLabel", { leg: leg.name }) });
  const output = h("output", { class: "reading screen-only" }, words.t("dayLegHint"));
  const host = h("div", { class: "layers" }, canvas, over);
  let picture: LegPicture | null = null;
  drawn(host, (width) => {
    picture = drawLeg(canvas, width, view, words);
    over.width = canvas.width;
    over.height = canvas.height;
    over.style.width = canvas.style.width;
    over.style.height = canvas.style.height;
  });
  new Cross(view, over, () => picture, (segment, interval) => (output.textContent = reading(page, cells, segment, interval)));
  const who = h("ul", { class: "legend" }, leg.passes.map((_, pass) => h("li", {}, passNamed(day, leg, pass, words))));
  const title = `${leg.name} · ${words.number(leg.length_m / 1000, 2)} km · ${words.t(`dayTraffic_${leg.traffic}`)}`;
  return figureOf({
    title, unit: words.t("dayLegUnit"), source: words.t("dayLegSource"),
    drawing: h("div", {}, who, host, output), table: () => piecesTable(page, cells),
    further: { title: words.t("dayMinutes"), table: () => minutesTable(page, k, cells) },
  }, words);
}
