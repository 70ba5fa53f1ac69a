// SPDX-License-Identifier: Apache-2.0
// Colours that colour-blind eyes and grey printers tell apart.

export const INK = "#1b2430";
export const MUTED = "#55606d";
export const RULE = "#d5dae0";
export const PAPER = "#ffffff";

/** Cividis (Nuñez, Anderton, Renslow 2018), turned round so that crowded is dark on paper; the
 *  first class, where there is nothing to say, is its lightest yellow thinned with white. */
export const CLASSES = ["#fff6c4", "#e1cc55", "#a69d75", "#707173", "#39486b", "#00204d"] as const;
export const LETTERS = ["A", "B", "C", "D", "E", "F"] as const;

/** Shares of pace lost that the classes stand for, from the second class on. */
export const LOST_LIMITS = [0.02, 0.05, 0.1, 0.2, 0.4] as const;

/** Okabe & Ito 2008, the most distinct first; beyond nine waves they come again, and the number
 *  beside each tells which. */
const WAVES = [
  "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#000000", "#e69f00", "#56b4e9", "#8a8a8a", "#7a5c00",
] as const;

export function waveColour(wave: number): string {
  return WAVES[wave % WAVES.length]!;
}

/** A colour with so much of another in it, from 0 to 1. */
export function blended(colour: string, other: string, part: number): string {
  const [one, two] = [channels(colour), channels(other)];
  const mixed = one.map((value, k) => Math.round(value + (two[k]! - value) * part));
  return `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

/** Black or white, whichever stands out more from a colour: by 4.5 or more on any (WCAG 2.1). */
export function readableOn(colour: string): string {
  const [red, green, blue] = channels(colour).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return 1.05 / (luminance + 0.05) >= (luminance + 0.05) / 0.05 ? "#ffffff" : "#000000";
}

export function channels(hex: string): [number, number, number] {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}
