// SPDX-License-Identifier: Apache-2.0
import type { Language } from "../format/page";
import type { LocalClock } from "../model/clock";
import type { Cell } from "../model/table";
import { en, type Key } from "./en";
import { engineWordsInFrench } from "./engine";
import { fr } from "./fr";

const two = (value: number): string => String(value).padStart(2, "0");

/** A quantity, which no line end may part. */
const unbroken = (text: string): string => text.replaceAll(" ", "\u00a0");

/** French puts a space before some signs, where no line may end. */
function spaced(language: Language, text: string): string {
  if (language !== "fr") return text;
  return text.replace(/ (?=[?!;])/g, "\u202f").replace(/ (?=[:»%])/g, "\u00a0").replace(/« /g, "«\u00a0");
}

/** Text, numbers and clocks as one language writes them. */
export class Words {
  private readonly catalogue: Record<Key, string>;
  private readonly locale: string;
  private readonly formats = new Map<number, Intl.NumberFormat>();

  constructor(
    readonly language: Language,
    readonly clocks: LocalClock,
  ) {
    this.catalogue = language === "fr" ? fr : en;
    this.locale = language === "fr" ? "fr-FR" : "en-GB";
  }

  t(key: Key, values: Record<string, string | number> = {}): string {
    return spaced(this.language, this.catalogue[key]).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
  }

  /** A word of the engine's own; what the user wrote stays as it is. */
  engine(word: string): string {
    return this.language === "fr" ? (engineWordsInFrench[word] ?? word) : word;
  }

  number(value: number | null, digits = 1): string {
    if (value === null || Number.isNaN(value)) return "–";
    let format = this.formats.get(digits);
    if (!format) {
      format = new Intl.NumberFormat(this.locale, {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      });
      this.formats.set(digits, format);
    }
    return format.format(value === 0 ? 0 : value);  // no minus before nought
  }

  /** "+1.25", "−3.00", "0.00" */
  signed(value: number | null, digits = 1): string {
    if (value === null || value === 0) return this.number(value, digits);
    return `${value > 0 ? "+" : "−"}${this.number(Math.abs(value), digits)}`;
  }

  count(value: number | null): string {
    return this.number(value, 0);
  }

  share(value: number | null): string {
    return value === null ? "–" : this.number(value * 100, 1);
  }

  date(): string {
    return this.clocks.date().toLocaleDateString(this.locale, {
      weekday: "long",
      day: "numeric",
      month: "long",
      year: "numeric",
      timeZone: "UTC",
    });
  }

  /** "09:42:10"; "9 h 42 min 10 s". */
  second(time_s: number | null): string {
    if (time_s === null) return "–";
    const { hour, minute, second } = this.clocks.at(time_s);
    if (this.language === "fr") return unbroken(`${hour} h ${two(minute)} min ${two(second)} s`);
    return `${two(hour)}:${two(minute)}:${two(second)}`;
  }

  /** The minute that has begun: "09:42"; "9 h 42". */
  minute(time_s: number | null): string {
    if (time_s === null) return "–";
    const { hour, minute } = this.clocks.at(Math.floor(time_s));
    return this.language === "fr" ? unbroken(`${hour} h ${two(minute)}`) : `${two(hour)}:${two(minute)}`;
  }

  /** "09:42"; on another day than the race "Sat 24 Oct 18:00", "sam. 24 oct. 18 h 00". */
  moment(time_s: number | null): string {
    if (time_s === null) return "–";
    const day = this.clocks.date(Math.floor(time_s));
    if (day.getTime() === this.clocks.date().getTime()) return this.minute(time_s);
    const part = (one: Intl.DateTimeFormatOptions): string => day.toLocaleDateString(this.locale, { ...one, timeZone: "UTC" });
    return unbroken(`${part({ weekday: "short" })} ${part({ day: "numeric", month: "short" })} ${this.minute(time_s)}`);
  }

  /** The engine's "09:42:10", to the minute. */
  clockText(clock: string): string {
    const [hour, minute] = clock.split(":");
    return this.language === "fr" ? unbroken(`${Number(hour)} h ${minute}`) : `${hour}:${minute}`;
  }

  /** "2 min 49 s", "11 s". */
  span(duration_s: number | null): string {
    if (duration_s === null) return "–";
    const whole = Math.round(duration_s);
    if (whole < 60) return unbroken(`${whole} s`);
    return unbroken(`${Math.floor(whole / 60)} min ${two(whole % 60)} s`);
  }

  /** "1:09:28"; "1 h 09 min 28 s". */
  race(duration_s: number | null): string {
    if (duration_s === null) return "–";
    const whole = Math.round(duration_s);
    const [hour, minute, second] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
    if (this.language === "fr") return unbroken(`${hour} h ${two(minute)} min ${two(second)} s`);
    return `${hour}:${two(minute)}:${two(second)}`;
  }

  /** "5:42" per kilometre. */
  pace(speed_mps: number): string {
    const whole = Math.round(1000 / speed_mps);
    return `${Math.floor(whole / 60)}:${two(whole % 60)}`;
  }

  cell(cell: Cell): string {
    switch (cell.kind) {
      case "text":
        return cell.value;
      case "word":
        return this.engine(cell.value);
      case "count":
        return this.count(cell.value);
      case "number":
        return this.number(cell.value, cell.digits);
      case "signed":
        return this.signed(cell.value, cell.digits);
      case "share":
        return this.share(cell.value);
      case "km":
        return this.number(cell.value === null ? null : cell.value / 1000, cell.digits);
      case "clock":
        return this.second(cell.value);
      case "minute":
        return this.minute(cell.value);
      case "moment":
        return this.moment(cell.value);
      case "span":
        return this.span(cell.value);
      case "race":
        return this.race(cell.value);
    }
  }
}
