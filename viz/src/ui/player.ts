// SPDX-License-Identifier: Apache-2.0
import { STATUS } from "../format/columns";
import { fit } from "../marks/canvas";
import { waveColour } from "../marks/colour";
import { drawCourse, drawScale, drawSigns, type MapPlane } from "../marks/map";
import { RunnerMarks, type Picture, type RunnerColour } from "../marks/runners";
import { AFTER, BEFORE, end_s, headsUp, Positions } from "../model/race";
import { h } from "./dom";
import { lostLegend, Navigator } from "./map";
import { drawn, type Page } from "./page";

const SPEEDS = [1, 10, 30, 60, 120, 300, 600];
const PROFILE = 120;
/** Clock and figures need not change with every frame. */
const TELL_MS = 200;

/** What is shown: a frame is a function of this and the run. */
interface State {
  time_s: number;
  playing: boolean;
  speed: number;
  by: RunnerColour;
  hidden: Set<number>;
  followed: number | null;
}

export class Player {
  readonly element: HTMLElement;
  readonly positions: Positions;
  readonly state: State;
  /** Drawn so far; for measuring. */
  frames = 0;

  private readonly end_s: number;
  private readonly marks: RunnerMarks;
  private readonly navigator: Navigator;
  private readonly canvas: HTMLCanvasElement;
  private readonly ground = document.createElement("canvas");
  private groundOf = "";
  private groundPixels = new Uint32Array(0);
  private image = new ImageData(1, 1);
  private picture: Picture = { pixels: new Uint32Array(0), columns: 0, rows: 0 };
  private size = { width: 0, height: 0 };
  private last_ms = 0;
  private told_ms = 0;
  private asked = false;

  private readonly scrubber: HTMLInputElement;
  private readonly playButton: HTMLButtonElement;
  private readonly speedChoice: HTMLSelectElement;
  private readonly bibField: HTMLInputElement;
  private readonly followed = h("output", { class: "reading" });
  private readonly clock = h("strong", { class: "clock" });
  private readonly head = h("dl", { class: "facts" });
  private readonly waveBoxes: HTMLInputElement[] = [];
  private readonly keys = h("div", {});

  constructor(private readonly page: Page, private readonly plane: MapPlane) {
    const { run, words } = page;
    this.end_s = Math.ceil(end_s(run) / 10) * 10;
    this.state = { time_s: run.data.summary.congestion.peak_s ?? 0, playing: false, speed: 60, by: "wave", hidden: new Set(), followed: null };
    this.positions = new Positions(run);
    this.marks = new RunnerMarks(run, page.cells, plane);
    this.canvas = h("canvas", { role: "img", "aria-label": words.t("playerLabel") });
    // Its pixels are read whenever the view changes.
    this.ground.getContext("2d", { willReadFrequently: true });
    this.navigator = new Navigator(page, plane, this.canvas, () => this.ask());
    this.scrubber = h("input", {
      type: "range", min: 0, max: this.end_s, step: 10, value: this.state.time_s, "aria-label": words.t("time"), class: "scrubber",
      oninput: () => this.goTo(Number(this.scrubber.value)),
    });
    this.playButton = h("button", { type: "button", class: "primary", onclick: () => this.toggle() }, words.t("play"));
    this.speedChoice = h("select", { onchange: () => { this.state.speed = Number(this.speedChoice.value); } },
      SPEEDS.map((speed) => h("option", { value: speed, selected: speed === this.state.speed }, `${speed}×`)));
    this.bibField = h("input", { type: "number", min: 0, class: "bib", onchange: () => this.follow(this.bibField.value) });
    this.element = this.build();
    drawn(this.canvas.parentElement!, (width) => this.resize(width));
  }

  private build(): HTMLElement {
    const { words } = this.page;
    const colour = h("select", { onchange: () => { this.state.by = colour.value as RunnerColour; this.showKeys(); this.ask(); } },
      h("option", { value: "wave" }, words.t("byWave")), h("option", { value: "lost" }, words.t("byLost")));
    const step = (sign: string, name: string, by_s: number): HTMLElement =>
      h("button", { type: "button", "aria-label": name, title: name, onclick: () => this.goTo(this.state.time_s + by_s) }, sign);
    const element = h("div", { class: "player" },
      h("div", { class: "row screen-only" }, this.keys, h("label", {}, `${words.t("colourRunners")} `, colour)),
      h("div", { class: "layers" }, this.canvas, this.navigator.buttons),
      h("div", { class: "controls screen-only" },
        this.playButton, step("−1", words.t("back"), -60), step("+1", words.t("forward"), 60),
        this.scrubber, this.clock,
        h("label", {}, `${words.t("speed")} `, this.speedChoice),
        h("label", {}, `${words.t("follow")} `, this.bibField)),
      this.followed, this.head);
    element.addEventListener("keydown", (event) => this.key(event));
    this.showKeys();
    this.tell();
    return element;
  }

  /** Waves to show and hide, or the classes of pace lost. */
  private showKeys(): void {
    const { run, words } = this.page;
    if (this.state.by === "lost") {
      this.keys.replaceChildren(lostLegend(this.page));
      return;
    }
    this.waveBoxes.length = 0;
    const list = h("ul", { class: "legend", "aria-label": words.t("waves") });
    run.data.summary.waves.forEach((wave, w) => {
      const box = h("input", { type: "checkbox", checked: !this.state.hidden.has(w), onchange: () => this.showWave(w, box.checked) });
      this.waveBoxes.push(box);
      const swatch = h("span", { class: "swatch", "aria-hidden": "true" });
      swatch.style.backgroundColor = waveColour(w);
      list.append(h("li", {}, h("label", {}, box, swatch, `${w + 1} · ${wave.name}`)));
    });
    this.keys.replaceChildren(list);
  }

  private showWave(wave: number, shown: boolean): void {
    if (shown) this.state.hidden.delete(wave);
    else this.state.hidden.add(wave);
    this.ask();
  }

  private key(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    if (target === this.bibField || target instanceof HTMLSelectElement) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const onControl = target instanceof HTMLButtonElement || target instanceof HTMLInputElement;
    const step_s = event.shiftKey ? 60 : 10;
    const acts: Record<string, () => void> = {
      ArrowLeft: () => this.goTo(this.state.time_s - step_s),
      ArrowRight: () => this.goTo(this.state.time_s + step_s),
      Home: () => this.goTo(0),
      End: () => this.goTo(this.end_s),
      "+": () => this.faster(1),
      "-": () => this.faster(-1),
      f: () => this.bibField.focus(),
      F: () => this.bibField.focus(),
    };
    // The space bar works a button or a box that has the focus.
    if (!onControl || target === this.scrubber) acts[" "] = () => this.toggle();
    let act = acts[event.key];
    const wave = Number(event.key) - 1;
    const box = /^[1-9]$/.test(event.key) ? this.waveBoxes[wave] : undefined;
    if (box) act = () => { box.checked = !box.checked; this.showWave(wave, box.checked); };
    if (!act) return;
    event.preventDefault();
    act();
  }

  private faster(by: number): void {
    const k = SPEEDS.indexOf(this.state.speed) + by;
    this.state.speed = SPEEDS[Math.max(0, Math.min(SPEEDS.length - 1, k))]!;
    this.speedChoice.value = String(this.state.speed);
  }

  private follow(bib: string): void {
    const { words, run } = this.page;
    const found = bib === "" ? -1 : run.columns.bib.indexOf(Number(bib));
    this.state.followed = found < 0 ? null : found;
    this.followed.textContent = bib === "" || found >= 0 ? "" : words.t("followNone");
    this.ask();
    this.tell();
  }

  toggle(): void {
    this.state.playing = !this.state.playing;
    if (this.state.playing && this.state.time_s >= this.end_s) this.state.time_s = 0;
    this.playButton.textContent = this.page.words.t(this.state.playing ? "pause" : "play");
    this.last_ms = performance.now();
    this.ask();
  }

  goTo(time_s: number): void {
    this.state.time_s = Math.max(0, Math.min(this.end_s, time_s));
    this.ask();
    this.tell();
  }

  private resize(width: number): void {
    this.size = { width, height: Math.round(Math.min(640, (width * this.plane.rows) / this.plane.columns)) };
    this.navigator.fitTo(this.size.width, this.size.height);
    this.groundOf = "";
    fit(this.canvas, width, this.size.height + PROFILE);
    this.draw();
  }

  /** One more frame, soon. */
  private ask(): void {
    if (this.asked) return;
    this.asked = true;
    requestAnimationFrame((now_ms) => this.frame(now_ms));
  }

  private frame(now_ms: number): void {
    this.asked = false;
    const { state } = this;
    if (state.playing) {
      state.time_s += (Math.min(100, Math.max(0, now_ms - this.last_ms)) / 1000) * state.speed;
      this.last_ms = now_ms;
      if (state.time_s >= this.end_s) {
        state.time_s = this.end_s;
        this.toggle();
      }
      if (now_ms - this.told_ms > TELL_MS) this.tell();
      this.ask();
    }
    if (this.size.width > 0) this.draw();
  }

  /** What does not move: drawn once for each view. */
  private drawGround(): void {
    const { size, navigator, plane } = this;
    const key = JSON.stringify([size, navigator.view]);
    if (key === this.groundOf) return;
    this.groundOf = key;
    const { ctx } = fit(this.ground, size.width, size.height);
    plane.drawGround(ctx, navigator.view, size.width, size.height);
    const all = [{ from_m: 0, to_m: this.page.run.data.summary.course.length_m, colour: "#ffffff" }];
    drawCourse(ctx, plane, navigator.view, size, 7, all);
    drawScale(ctx, plane, navigator.view, size.height);
    const { width: columns, height: rows } = this.ground;
    this.groundPixels = new Uint32Array(ctx.getImageData(0, 0, columns, rows).data.buffer);
    this.image = ctx.createImageData(columns, rows);
    this.picture = { pixels: new Uint32Array(this.image.data.buffer), columns, rows };
  }

  private draw(): void {
    const { size, state, navigator, marks } = this;
    const chainage_m = this.positions.moveTo(state.time_s);
    const at_m = state.followed === null ? -1 : chainage_m[state.followed]!;
    const whole = this.plane.whole(size.width, size.height).zoom;
    if (at_m >= 0 && navigator.view.zoom > whole * 1.01) {
      const [x, y] = this.plane.at(at_m);
      navigator.view = { x, y, zoom: navigator.view.zoom };
    }
    this.drawGround();
    const ctx = this.canvas.getContext("2d")!;
    this.picture.pixels.set(this.groundPixels);
    marks.draw(this.picture, navigator.view, size, chainage_m, state.time_s, state.by, state.hidden);
    ctx.putImageData(this.image, 0, 0);
    drawSigns(ctx, this.plane, navigator.view, size, this.page.run, this.page.words);
    ctx.fillStyle = "#ffffff";
    ctx.fillRect(0, size.height, size.width, PROFILE);
    const box = { left: 0, top: size.height, width: size.width, height: PROFILE };
    marks.drawProfile(ctx, box, chainage_m, state.by, this.mostPerMetre());
    if (at_m >= 0) marks.drawFollowed(ctx, navigator.view, size, at_m, String(this.page.run.columns.bib[state.followed!]));
    ++this.frames;
  }

  private most = 0;
  private mostPerMetre(): number {
    if (this.most === 0) {
      const { cells, run } = this.page;
      const busiest = run.columns.cell_runner_s.reduce((a, b) => Math.max(a, b), 1);
      this.most = busiest / cells.interval_s / cells.segment_m;
    }
    return this.most;
  }

  /** Clock, scrubber and figures. */
  private tell(): void {
    const { words, run, cells } = this.page;
    const { time_s } = this.state;
    this.told_ms = performance.now();
    const clock = words.second(time_s);
    this.clock.textContent = clock;
    this.scrubber.value = String(time_s);
    this.scrubber.setAttribute("aria-valuetext", clock);
    const counts = headsUp(run, time_s);
    const interval = cells.intervalAt(time_s);
    let densest = { density: 0, segment: 0 };
    for (let s = 0; s < cells.segments; ++s) {
      const density = cells.density[cells.cell(s, interval)]!;
      if (density > densest.density) densest = { density, segment: s };
    }
    const km = words.number((densest.segment * cells.segment_m) / 1000, 1);
    const list: [string, string][] = [
      [words.t("time"), clock], [words.t("toCome"), words.count(counts.notStarted)], [words.t("onCourse"), words.count(counts.onCourse)],
      [words.t("done"), words.count(counts.finished)],
      [words.t("densest"), densest.density > 0 ? words.t("densestValue", { density: words.number(densest.density, 2), km }) : "–"],
    ];
    this.head.replaceChildren(...list.map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value))));
    this.tellFollowed();
  }

  private tellFollowed(): void {
    const { words, run } = this.page;
    const i = this.state.followed;
    if (i === null) return;
    const at_m = this.positions.moveTo(this.state.time_s)[i]!;
    const { bib, wave, status, finish_ms } = run.columns;
    let where = words.t("outOfRace");
    if (at_m === BEFORE) where = words.t("notStarted");
    else if (at_m === AFTER) where = words.t("inFinish", { time: words.second(finish_ms[i]! / 1000) });
    else if (at_m >= 0) where = this.whereOf(i, at_m);
    else if (status[i] !== STATUS.withdrawn) where = "–";
    this.followed.textContent = words.t("followNow", { bib: bib[i]!, wave: run.data.summary.waves[wave[i]!]!.name, where });
  }

  /** Pace over the 100 m around. */
  private whereOf(i: number, at_m: number): string {
    const { words, run } = this.page;
    const { ticks, marks, spacing_m } = run.passages;
    const k = Math.min(marks - 2, Math.floor(at_m / spacing_m));
    const taken_s = (ticks[i * marks + k + 1]! - ticks[i * marks + k]!) / 2;
    const z = run.columns.profile_elevation_m;
    const elevation = z[Math.min(z.length - 1, Math.round(at_m / run.data.profile_spacing_m))]!;
    return words.t("followKm", { km: words.number(at_m / 1000, 2), elevation: words.count(elevation), pace: taken_s > 0 ? words.pace(spacing_m / taken_s) : "–" });
  }
}

export function player(page: Page): { parts: HTMLElement[]; player: Player | null } {
  if (!page.plane) return { parts: [h("p", {}, page.words.t("noMap"))], player: null };
  const made = new Player(page, page.plane);
  return { parts: [made.element, h("p", { class: "note print-only" }, page.words.t("still"))], player: made };
}
