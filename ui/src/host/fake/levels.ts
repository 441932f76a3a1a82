import type { LevelsPage } from "../generated";
import { areas } from "./places";

const NAMES = [
  "Powers in force",
  "Groups",
  "Really local groups",
  "Groups with money",
  "Barriers found",
  "Powers tried",
];

export const levelsPage = (gss: string | null): LevelsPage => ({
  area: areas.find((area) => area.gss === gss) ?? null,
  areas: gss ? 1 : 397,
  as_at: "2026-11-25",
  columns: NAMES.map((name) => ({ id: name, name, coverage: `What is known of: ${name}.` })),
  rows: ["2024-12-31", "2025-12-31", "2026-11-25"].map((on, n) => ({
    on,
    values: [240 + n, 700 + n, 500 + n, null, n, 2 * n],
  })),
  source: "Source: the catalogue and the records of this file.",
});
