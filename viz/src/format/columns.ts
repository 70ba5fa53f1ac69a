// SPDX-License-Identifier: Apache-2.0
// The long lists of numbers: #gineste-columns is base64 of a zlib stream of columns, little-endian.

export interface Columns {
  /** By runner, in the order of the field. */
  bib: Uint32Array;
  wave: Uint16Array;
  /** See STATUS. */
  status: Uint8Array;
  /** After the first gun; -1: never. */
  finish_ms: Int32Array;
  /** To other runners, between the lines. */
  lost_s: Uint16Array;
  at_stations_s: Uint16Array;
  /** Over the first mark; -1: never. */
  start_ms: Int32Array;
  /** Half seconds the field's median takes from mark k to k + 1. */
  passage_median: Uint16Array;
  /** Mark-major, [step × runners]: low and high byte of how far a runner's half seconds for a step
   *  are from what is expected, as 0, -1, 1, -2 ...; 0xFFFF: never got there. */
  passage_low: Uint8Array;
  passage_high: Uint8Array;
  /** By cell = segment × intervals + interval (Edie 1963): time spent there by all. */
  cell_runner_s: Uint32Array;
  /** 0xFFFF: nobody. */
  cell_speed_cmps: Uint16Array;
  /** Of the speed without others, in 1/250; 255: nobody. */
  cell_speed_share: Uint8Array;
  /** By point of the profile, each profile_spacing_m. */
  profile_elevation_m: Float32Array;
  profile_grade: Float32Array;
  profile_width_m: Float32Array;
  profile_lon_deg: Float64Array;
  profile_lat_deg: Float64Array;
}

export const STATUS = { absent: 0, waiting: 1, running: 2, finished: 3, withdrawn: 4 } as const;
