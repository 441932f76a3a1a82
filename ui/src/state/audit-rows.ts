import type { AuditRow } from "../host";

/** What the table is narrowed to; an empty text does not narrow. */
export interface Filter {
  text: string;
  status: string;
  department: string;
  pillar: string;
  /** Government, or which sort of body that is not. */
  sector: string;
  duty_holder: string;
}

export const NO_FILTER: Filter = {
  text: "",
  status: "",
  department: "",
  pillar: "",
  sector: "",
  duty_holder: "",
};

export type Column =
  "name" | "status" | "department" | "pillar" | "open" | "unsettled" | "blocked" | "last_use" | "next";

export interface Sort {
  column: Column;
  ascending: boolean;
}

/** Columns on which the greatest comes first at the first press. */
const GREATEST_FIRST: ReadonlySet<Column> = new Set(["open", "unsettled", "blocked", "last_use"]);

/** The next sort when a column's heading is pressed. */
export function pressed(sort: Sort | null, column: Column): Sort {
  if (sort?.column === column) return { column, ascending: !sort.ascending };
  return { column, ascending: !GREATEST_FIRST.has(column) };
}

export function narrowed(rows: AuditRow[], filter: Filter): AuditRow[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    if (filter.status && row.status !== filter.status) return false;
    if (filter.department && row.department !== filter.department) return false;
    if (filter.pillar && row.pillar !== filter.pillar) return false;
    if (filter.sector && row.sector !== filter.sector) return false;
    if (filter.duty_holder && row.duty_holder !== filter.duty_holder) return false;
    const text =
      `${row.name} ${row.power} ${row.department_name} ${row.duty_holder_name} ${row.next} ${row.shifts.join(" ")}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** Sorted; `statuses` gives the order of the legend. Rows without a date come last either way. */
export function sorted(rows: AuditRow[], sort: Sort | null, statuses: string[]): AuditRow[] {
  if (sort === null) return rows;
  const sign = sort.ascending ? 1 : -1;
  return [...rows].sort((a, b) => {
    if (sort.column === "last_use" && (a.last_use === null) !== (b.last_use === null)) {
      return a.last_use === null ? 1 : -1;
    }
    return sign * compare(a, b, sort.column, statuses) || a.name.localeCompare(b.name, "en-GB");
  });
}

function compare(a: AuditRow, b: AuditRow, column: Column, statuses: string[]): number {
  switch (column) {
    case "status":
      return statuses.indexOf(a.status) - statuses.indexOf(b.status);
    case "open":
    case "unsettled":
    case "blocked":
      return a.groups[column] - b.groups[column];
    case "department":
      return a.department_name.localeCompare(b.department_name, "en-GB");
    case "last_use":
      return (a.last_use ?? "").localeCompare(b.last_use ?? "");
    case "name":
    case "pillar":
    case "next":
      return a[column].localeCompare(b[column], "en-GB");
  }
}
