import type { Column } from "../../state/audit-rows";

/** Columns of the audit's table, in order. */
export const COLUMNS: { column: Column; name: string; number?: true }[] = [
  { column: "name", name: "Power" },
  { column: "status", name: "Status" },
  { column: "department", name: "Department" },
  { column: "pillar", name: "Pillar, shifts" },
  { column: "open", name: "Open", number: true },
  { column: "unsettled", name: "Un\u00adsettled", number: true },
  { column: "blocked", name: "Blocked", number: true },
  { column: "last_use", name: "Last use" },
  { column: "next", name: "Next thing to do" },
];
