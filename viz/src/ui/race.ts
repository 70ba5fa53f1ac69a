// SPDX-License-Identifier: Apache-2.0
import type { Language } from "../format/page";
import type { Run } from "../load/load";
import { MapPlane } from "../marks/map";
import { Cells } from "../model/cells";
import { LocalClock } from "../model/clock";
import { envelopes } from "../model/crossing";
import type { Key } from "../words/en";
import { Words } from "../words/words";
import { card } from "./card";
import { diagram } from "./diagram";
import { crossSections, finish, start } from "./flows";
import { showFrame, type Part } from "./frame";
import { kilometres } from "./kilometres";
import { map } from "./map";
import type { Page } from "./page";
import { people } from "./people";
import { player, type Player } from "./player";
import { postSheets } from "./posts";
import { roads } from "./roads";
import { stations } from "./stations";
import { verdict } from "./verdict";

/** For whoever wants to look inside, and for tests. */
declare global {
  interface Window {
    gineste?: { run: Run; player: Player | null };
  }
}

type Section = [id: string, title: Key, lead: Key | null, content: (page: Page) => HTMLElement[]];

const SECTIONS: Section[] = [
  ["verdict", "verdict", "verdictLead", verdict],
  ["start", "start", "startLead", start],
  ["space-time", "spacetime", "spacetimeLead", diagram],
  ["map", "map", "mapLead", map],
  ["cross-sections", "sections", "sectionsLead", crossSections],
  ["kilometres", "perKm", "perKmLead", kilometres],
  ["stations", "stations", "stationsLead", stations],
  ["finish", "finish", "finishLead", finish],
  ["roads", "roads", "roadsLead", roads],
  ["runners", "runners", "runnersLead", people],
  ["posts", "posts", "postsLead", postSheets],
  ["card", "card", "cardLead", card],
];

function partsOf(page: Page, playing: HTMLElement[]): Part[] {
  const { words } = page;
  const parts = SECTIONS.map(([id, title, lead, content]) =>
    ({ id, title: words.t(title), lead: lead && words.t(lead), content: content(page) }));
  return [...parts, { id: "player", title: words.t("player"), lead: words.t("playerLead"), content: playing }];
}

/** The report of one race; said anew as a whole when the language changes. */
export function showRace(run: Run, language: Language): void {
  const words = new Words(language, new LocalClock(run.data.clock));
  const places = run.data.relief.columns > 0 && run.columns.profile_lon_deg.length > 1;
  let shownPlayer: Player | null = null;
  const page: Page = {
    run, words, cells: new Cells(run), envelopes: envelopes(run), plane: places ? new MapPlane(run) : null,
    goTo: (time_s) => {
      shownPlayer?.goTo(time_s);
      const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
      shownPlayer?.element.scrollIntoView({ behavior: calm ? "auto" : "smooth", block: "center" });
    },
  };
  const playing = player(page);
  shownPlayer = playing.player;
  const { summary, clock } = run.data;
  const hash = words.t("hash", { hash: summary.input_sha256.slice(0, 12) });
  showFrame({
    words, name: summary.scenario, kind: words.t("title"), origin: `gineste ${summary.version} · ${hash}`,
    subtitle: words.t("subtitle", {
      date: words.date(), gun: words.minute(0), zone: clock.label, km: words.number(summary.course.length_m / 1000, 2),
      runners: words.count(summary.runners.started),
    }),
    warning: summary.complete ? null : words.t("incomplete"),
    printed: {
      head: `${summary.scenario} · ${words.date()} · ${words.t("notice")}`,
      foot: `gineste ${summary.version} · ${hash}`,
    },
    parts: partsOf(page, playing.parts),
  }, (other) => showRace(run, other));
  window.gineste = { run, player: shownPlayer };
}
