// SPDX-License-Identifier: Apache-2.0
/** Words that the engine writes into summary.json, in French; the English ones are its own. */
export const engineWordsInFrench: Record<string, string> = {
  // likely causes
  start: "départ",
  station: "ravitaillement",
  width: "largeur",
  grade: "pente",
  "wave merging": "vagues mêlées",
  density: "densité",
  // levels
  free: "libre",
  light: "léger",
  restricted: "gêné",
  platoon: "peloton",
  shuffle: "piétinement",
  breakdown: "blocage",
  // the road timetable
  Finish: "Arrivée",
  // stations
  refreshment: "ravitaillement",
  sponge: "épongeage",
  both: "deux côtés",
  left: "gauche",
  right: "droite",
  drink: "boisson",
  // services and roles
  counter: "guichet",
  open: "ouvert",
  coaches: "cars",
  refreshments: "ravitaillement",
  sponges: "épongeage",
  arrival: "arrivée",
  engraving: "gravure",
  massage: "massage",
  "first aid": "premiers secours",
  course: "parcours",
  bags: "consigne",
  medals: "médailles",
  "none required": "aucun dispositif exigé",
};
