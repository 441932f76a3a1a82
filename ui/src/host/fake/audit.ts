import type { Audit, AuditRow, MatrixRow } from "../generated";
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
    duty_holder: n % 5 === 1 ? "landlord" : "principal-local-authority",
    duty_holder_name: n % 5 === 1 ? "Landlord" : "Principal council",
    sector: n % 5 === 1 ? "landlord" : "government",
    sector_name: n % 5 === 1 ? "Landlords and managers of homes" : "Government and public bodies",
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

function lines(id: string, name: string, fits: (row: AuditRow) => boolean): MatrixRow {
  const powers = counts.map((c) => rows.filter((r) => fits(r) && r.status === c.status).length);
  return { id, name, powers };
}

export const audit: Audit = {
  area: trafford,
  as_at: "2026-11-25",
  look_back_years: 5,
  counts,
  not_known: { uses_not_checked: 51, available: 68, reach_unsettled: 10, no_groups_read: false },
  rows,
  matrix: departments.map((d) => lines(d.id, SHORT[d.id] ?? d.name, (r) => r.department === d.id)),
  duty_holders: [
    lines("landlord", "Landlord", (r) => r.duty_holder === "landlord"),
    lines("principal-local-authority", "Principal council", (r) => r.duty_holder !== "landlord"),
  ],
  sectors: [
    lines("government", "Government and public bodies", (r) => r.sector === "government"),
    lines("landlord", "Landlords and managers of homes", (r) => r.sector === "landlord"),
  ],
  registers: ["Charities operating in Trafford, as at 1 October 2026"],
  presences: 631,
};
