import type { Audit, AuditRow } from "../generated";
import { trafford } from "./places";
import { departments, pillars, statuses } from "./words";

const SHORT: Record<string, string> = { mhclg: "MHCLG", dfe: "DfE" };

const NAMES = [
  "Nominate an asset of community value",
  "Petition for a community governance review",
  "Bid for a listed asset before it is sold",
  "Ask to be designated as a neighbourhood forum",
  "Inspect the council’s accounts",
  "Demand a parish poll",
];

function row(n: number): AuditRow {
  const [status, status_name] = statuses[n % statuses.length] ?? statuses[0];
  const department = departments[n % departments.length] ?? { id: "x", name: "X" };
  const blocked = status === "blocked" ? 40 + n : n % 4;
  return {
    power: n === 0 ? "asset-of-community-value-nomination" : `power-${n}`,
    name: n === 7 ? "<script>alert(1)</script>" : (NAMES[n] ?? `Ask the public body for answer number ${n}`),
    department: department.id,
    area: trafford.gss,
    use: status === "in-use" ? "used" : status === "tried-and-refused" ? "refused" : "not-checked",
    reach: status === "blocked" ? "blocked" : status === "unsettled" ? "unsettled" : "open",
    status,
    groups: { open: (n * 37) % 320, unsettled: (n * 53) % 290, blocked, out_of_reach: n % 3 },
    uses: status === "in-use" ? 2 : 0,
    coverage: status === "unused" ? { register: "List of assets", as_at: "2026-10-01" } : null,
    to_confirm: 2,
    tasks: 1,
    status_name,
    department_name: SHORT[department.id] ?? department.name,
    pillar: pillars[n % pillars.length]?.id ?? "",
    shifts: n % 2 ? ["decision"] : ["information", "decision"],
    last_use:
      status === "in-use" ? `20${15 + (n % 10)}-09-15` : status === "tried-and-refused" ? "2022-05" : null,
    in_practice: n % 8 === 4 ? 3 : 0,
    open_to_people: n % 5 === 0,
    note: status === "not-available" ? "Not commenced in England on this date." : null,
    next:
      status === "unused-not-checked"
        ? "Check whether anyone used it. Look at: the council’s list of assets of community value."
        : "Find out whether it has at least 21 members who are local electors.",
  };
}

const rows = Array.from({ length: 78 }, (_, n) => row(n));
const counts = statuses.map(([status, name]) => ({
  status,
  name,
  powers: rows.filter((r) => r.status === status).length,
}));

export const audit: Audit = {
  area: trafford,
  as_at: "2026-11-25",
  look_back_years: 5,
  counts,
  not_known: { uses_not_checked: 51, available: 68, reach_unsettled: 10, no_groups_read: false },
  rows,
  matrix: departments.map((d) => ({
    department: d.id,
    name: SHORT[d.id] ?? d.name,
    powers: counts.map((c) => rows.filter((r) => r.department === d.id && r.status === c.status).length),
  })),
  registers: ["Charities operating in Trafford, as at 1 October 2026"],
  presences: 631,
};
