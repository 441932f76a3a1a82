import type { AreaRef, RecentFile, WorkspaceInfo } from "../generated";

function area(gss: string, name: string, council: string, parished = "partly parished"): AreaRef {
  return {
    gss,
    name,
    council,
    kind: "metropolitan district",
    nation: "england",
    region: "North West",
    population: 237480,
    parished,
  };
}

export const trafford = area("E08000009", "Trafford", "Trafford Metropolitan Borough Council");

export const areas: AreaRef[] = [
  trafford,
  area("E08000035", "Leeds", "Leeds City Council"),
  {
    ...area("E09000033", "Westminster", "Westminster City Council"),
    kind: "London borough",
    region: "London",
  },
  {
    ...area("E06000043", "Brighton and Hove", "Brighton and Hove City Council"),
    population: null,
    region: null,
  },
];

export const info: WorkspaceInfo = {
  path: "/home/officer/Documents/trafford.takeup",
  name: "trafford.takeup",
  area: trafford,
  example: false,
  catalogue_version: "2026.11",
  judged_before_with: null,
  counts: { groups: 631, presences: 631, uses: 14, coverage: 3, findings: 2, facts: 5 },
  registers: [
    {
      id: 1,
      name: "Charities operating in Trafford",
      file: "charities_operating_in_trafford.csv",
      as_at: "2026-10-01",
      read_at: "2026-11-20",
      rows: 640,
      records: 631,
      left_out: 9,
      sha256: "00",
    },
  ],
  areas: areas.map((a, n) => ({ area: a, groups: n === 0 ? 631 : 0, uses: 5 - n })),
};

export const recent: RecentFile[] = [
  { path: info.path, name: info.name, area: "Trafford", opened: "2026-11-24", missing: false },
  {
    path: "/media/stick/<b>old</b>.takeup",
    name: "<b>old</b>.takeup",
    area: null,
    opened: "2026-03-02",
    missing: true,
  },
];
