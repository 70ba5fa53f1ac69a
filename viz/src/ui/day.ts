// SPDX-License-Identifier: Apache-2.0
import type { DayData } from "../format/day";
import type { Language } from "../format/page";
import { LocalClock } from "../model/clock";
import { LegCells } from "../model/leg";
import type { Key } from "../words/en";
import { Words } from "../words/words";
import { dayVerdict } from "./dayverdict";
import { h } from "./dom";
import { showFrame } from "./frame";
import { junctions } from "./junctions";
import { meetings } from "./meetings";
import { places } from "./places";
import { reports, type DayPage } from "./races";

type Section = [id: string, title: Key, lead: Key | null, content: (page: DayPage) => HTMLElement[]];

const SECTIONS: Section[] = [
  ["verdict", "verdict", "dayVerdictLead", dayVerdict],
  ["meetings", "dayMeet", "dayMeetLead", meetings],
  ["junctions", "dayJunctions", "dayJunctionsLead", junctions],
  ["places", "dayPlaces", "dayPlacesLead", places],
  ["races", "dayReports", "dayReportsLead", reports],
  ["card", "howKnown", null, card],
];

function card({ day, words }: DayPage): HTMLElement[] {
  const rows: [string, string][] = [
    [words.t("programVersion"), `gineste ${day.version}`],
    [words.t("dayFile"), day.file],
    [words.t("again"), `gineste day ${day.file}`],
    ...day.state_hashes.map((hash, k): [string, string] => [words.t("dayHash", { race: day.races[k]!.name }), hash]),
  ];
  return [
    h("p", {}, words.t("dayModel")),
    ...(day.remarks.length > 0
      // The program's own sentences, in the one language that it speaks.
      ? [h("h3", {}, words.t("dayRemarks")), h("ul", { lang: "en" }, day.remarks.map((remark) => h("li", {}, remark)))] : []),
    h("table", { class: "card" }, h("caption", { class: "hidden" }, words.t("howKnown")),
      h("tbody", {}, rows.map(([name, value]) => h("tr", {}, h("th", { scope: "row" }, name), h("td", {}, h("code", {}, value)))))),
  ];
}

function pageOf({ day, levels_per_m2 }: DayData, words: Words): DayPage {
  const cells = day.legs.map((leg) => (leg.passes.length > 1 && leg.intervals > 0 ? new LegCells(leg) : null));
  return { day, words, levels_per_m2, cells };
}

/** The page of a race day; said anew as a whole when the language changes. */
export function showDay(data: DayData, language: Language): void {
  const words = new Words(language, new LocalClock(data.clock));
  const page = pageOf(data, words);
  const { day } = data;
  const origin = `gineste ${day.version}`;
  showFrame({
    words, name: day.name, kind: words.t("dayTitle"), origin,
    subtitle: words.t("daySubtitle", {
      date: words.date(), gun: words.minute(0), zone: data.clock.label, races: words.count(day.races.length),
      runners: words.count(day.races.reduce((all, race) => all + race.started, 0)),
    }),
    warning: day.complete ? null : words.t("dayIncomplete"),
    printed: { head: `${day.name} · ${words.date()} · ${words.t("notice")}`, foot: origin },
    parts: SECTIONS.map(([id, title, lead, content]) => ({ id, title: words.t(title), lead: lead && words.t(lead), content: content(page) })),
  }, (other) => showDay(data, other));
}
