import { describe, expect, it } from "vitest";

import { audit } from "../host/fake/audit";
import { NO_FILTER, narrowed, pressed, sorted, type Sort } from "./audit-rows";

const rows = audit.rows;
const statuses = audit.counts.map((line) => line.status);

describe("narrowed", () => {
  it("keeps all without a filter", () => {
    expect(narrowed(rows, NO_FILTER)).toHaveLength(rows.length);
  });

  it("agrees with the matrix on every cell", () => {
    for (const line of audit.matrix) {
      statuses.forEach((status, n) => {
        const fit = narrowed(rows, { ...NO_FILTER, department: line.id, status });
        expect(fit).toHaveLength(line.powers[n] ?? -1);
      });
    }
  });

  it("agrees with the table of those who must respond on every cell", () => {
    for (const line of audit.sectors) {
      statuses.forEach((status, n) => {
        const fit = narrowed(rows, { ...NO_FILTER, sector: line.id, status });
        expect(fit).toHaveLength(line.powers[n] ?? -1);
      });
    }
  });

  it("looks for every word, in any order and case", () => {
    const fit = narrowed(rows, { ...NO_FILTER, text: "  VALUE nominate" });
    expect(fit.map((row) => row.name)).toEqual(["Nominate an asset of community value"]);
    expect(narrowed(rows, { ...NO_FILTER, text: "nothing like that" })).toEqual([]);
  });

  it("finds a hostile name as the text it is", () => {
    expect(narrowed(rows, { ...NO_FILTER, text: "<script>" })).toHaveLength(1);
  });
});

describe("sorted", () => {
  const by = (column: Sort["column"], ascending = true) => sorted(rows, { column, ascending }, statuses);

  it("keeps the catalogue’s order until a heading is pressed", () => {
    expect(sorted(rows, null, statuses)).toBe(rows);
  });

  it("puts statuses in the order of the legend", () => {
    const places = by("status").map((row) => statuses.indexOf(row.status));
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it("puts powers without a use last, either way", () => {
    for (const ascending of [true, false]) {
      const dates = by("last_use", ascending).map((row) => row.last_use);
      const first = dates.indexOf(null);
      expect(first).toBeGreaterThan(0);
      expect(dates.slice(first).every((date) => date === null)).toBe(true);
    }
  });

  it("sorts numbers as numbers and does not change what it was given", () => {
    const before = rows.map((row) => row.power);
    const open = by("open", false).map((row) => row.groups.open);
    expect(open).toEqual([...open].sort((a, b) => b - a));
    expect(rows.map((row) => row.power)).toEqual(before);
  });
});

describe("pressed", () => {
  it("turns round at the second press, and starts with the most for counts", () => {
    expect(pressed(null, "name")).toEqual({ column: "name", ascending: true });
    expect(pressed({ column: "name", ascending: true }, "name")).toEqual({
      column: "name",
      ascending: false,
    });
    expect(pressed({ column: "name", ascending: true }, "open")).toEqual({
      column: "open",
      ascending: false,
    });
  });
});
