import type { EntryKind, ShelfKind } from "./host";

/** Where in the window one is. The address is `#/…`, so that no server has to know the pages. */
export type Route =
  | { page: "start" }
  | { page: "area"; gss: string }
  | { page: "power"; gss: string; power: string; group: string | null }
  | { page: "group"; gss: string; group: string }
  | { page: "questions"; gss: string }
  | { page: "map"; gss: string; focus: string | null; blocked: string | null }
  | { page: "way"; gss: string; power: string; group: string | null }
  | { page: "ways"; gss: string; group: string | null; goal: string | null }
  | { page: "levels"; gss: string | null }
  | { page: "read" }
  | { page: "catalogue"; by: ShelfKind }
  | { page: "entry"; kind: EntryKind; id: string }
  | { page: "reforms" }
  | { page: "reform"; id: string }
  | { page: "difference"; id: string; area: string | null }
  | { page: "compare"; first: string; second: string }
  | { page: "key-test" }
  | { page: "key-test-new"; example: string | null }
  | { page: "key-test-edit"; assessed: string }
  | { page: "key-test-result"; assessed: string; version: number | null }
  | { page: "portfolio"; name: string }
  | { page: "about" }
  | { page: "not-found" };

const SHELVES: readonly ShelfKind[] = [
  "department",
  "goal",
  "nation",
  "pillar",
  "duty-holder",
  "barrier",
  "enabler",
];
const KINDS: readonly EntryKind[] = [
  "power",
  "barrier",
  "remedy",
  "enabler",
  "department",
  "duty-holder",
  "form",
  "goal",
];

export function parse(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#/, "").split("?", 2);
  const parts = path.split("/").filter(Boolean).map(decode);
  const [first, gss, what, id] = parts;
  if (parts.length === 0) return { page: "start" };
  if (parts.length === 1 && first === "read") return { page: "read" };
  if (parts.length === 1 && first === "levels") return { page: "levels", gss: null };
  if (parts.length === 1 && first === "about") return { page: "about" };
  if (first === "reforms") {
    const asked = new URLSearchParams(query);
    if (parts.length === 1) return { page: "reforms" };
    if (parts.length === 2 && gss !== undefined) return { page: "reform", id: gss };
    if (parts.length === 3 && gss !== undefined && what === "difference")
      return { page: "difference", id: gss, area: asked.get("area") };
    if (parts.length === 4 && gss !== undefined && what === "beside" && id !== undefined)
      return { page: "compare", first: gss, second: id };
  }
  if (first === "catalogue") {
    const by = SHELVES.find((shelf) => shelf === (gss ?? "department"));
    if (by !== undefined && parts.length <= 2) return { page: "catalogue", by };
    const kind = KINDS.find((one) => one === gss);
    if (kind !== undefined && what !== undefined && parts.length === 3)
      return { page: "entry", kind, id: what };
  }
  if (first === "key-test") return keyTest(parts.slice(1), new URLSearchParams(query));
  if (first === "area" && gss !== undefined) {
    const asked = new URLSearchParams(query);
    const group = asked.get("group");
    if (parts.length === 2) return { page: "area", gss };
    if (parts.length === 3) {
      if (what === "levels") return { page: "levels", gss };
      if (what === "questions") return { page: "questions", gss };
      if (what === "map")
        return { page: "map", gss, focus: asked.get("focus"), blocked: asked.get("blocked") };
      if (what === "ways") return { page: "ways", gss, group, goal: asked.get("goal") };
    }
    if (parts.length === 4 && id !== undefined) {
      if (what === "power") return { page: "power", gss, power: id, group };
      if (what === "way") return { page: "way", gss, power: id, group };
      if (what === "group") return { page: "group", gss, group: id };
    }
  }
  return { page: "not-found" };
}

function keyTest([what, id, ...more]: string[], asked: URLSearchParams): Route {
  if (what === undefined) return { page: "key-test" };
  if (more.length > 0) return { page: "not-found" };
  if (what === "new" && id === undefined) return { page: "key-test-new", example: asked.get("example") };
  if (id === undefined) return { page: "not-found" };
  if (what === "change") return { page: "key-test-edit", assessed: id };
  if (what === "portfolio") return { page: "portfolio", name: id };
  if (what === "result") {
    const version = Number(asked.get("version"));
    return { page: "key-test-result", assessed: id, version: version > 0 ? version : null };
  }
  return { page: "not-found" };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

const at = encodeURIComponent;

/** `?a=b&c=d` of what is not empty. */
function asking(what: Record<string, string | null | undefined>): string {
  const pairs = Object.entries(what).flatMap(([name, value]) => (value ? [`${name}=${at(value)}`] : []));
  return pairs.length > 0 ? `?${pairs.join("&")}` : "";
}

/** Addresses of the pages. */
export const to = {
  start: () => "#/",
  read: () => "#/read",
  about: () => "#/about",
  catalogue: (by: ShelfKind = "department") => `#/catalogue/${by}`,
  entry: (kind: EntryKind, id: string) => `#/catalogue/${kind}/${at(id)}`,
  reforms: () => "#/reforms",
  reform: (id: string) => `#/reforms/${at(id)}`,
  difference: (id: string, area?: string | null) => `#/reforms/${at(id)}/difference${asking({ area })}`,
  compare: (first: string, second: string) => `#/reforms/${at(first)}/beside/${at(second)}`,
  area: (gss: string) => `#/area/${at(gss)}`,
  power: (gss: string, power: string, group?: string | null) =>
    `#/area/${at(gss)}/power/${at(power)}${asking({ group })}`,
  group: (gss: string, group: string) => `#/area/${at(gss)}/group/${at(group)}`,
  levels: (gss?: string | null) => (gss ? `#/area/${at(gss)}/levels` : "#/levels"),
  questions: (gss: string) => `#/area/${at(gss)}/questions`,
  map: (gss: string, focus?: string | null, blocked?: string | null) =>
    `#/area/${at(gss)}/map${asking({ focus, blocked })}`,
  way: (gss: string, power: string, group?: string | null) =>
    `#/area/${at(gss)}/way/${at(power)}${asking({ group })}`,
  keyTest: () => "#/key-test",
  keyTestNew: (example?: string) => `#/key-test/new${asking({ example })}`,
  keyTestEdit: (assessed: string) => `#/key-test/change/${at(assessed)}`,
  keyTestResult: (assessed: string, version?: number) =>
    `#/key-test/result/${at(assessed)}${asking({ version: version === undefined ? null : String(version) })}`,
  portfolio: (name: string) => `#/key-test/portfolio/${at(name)}`,
  ways: (gss: string, group?: string | null, goal?: string | null) =>
    `#/area/${at(gss)}/ways${asking({ group, goal })}`,
};

/** What a page shows; a page is made anew when this changes. */
export function identity(route: Route): string {
  switch (route.page) {
    case "area":
      return `area ${route.gss}`;
    case "power":
      return `power ${route.gss} ${route.power}`;
    case "entry":
      return `entry ${route.kind} ${route.id}`;
    case "group":
      return `group ${route.gss} ${route.group}`;
    case "levels":
      return `levels ${route.gss ?? ""}`;
    case "questions":
      return `questions ${route.gss}`;
    case "map":
      return `map ${route.gss} ${route.focus ?? ""} ${route.blocked ?? ""}`;
    case "way":
      return `way ${route.gss} ${route.power} ${route.group ?? ""}`;
    case "ways":
      return `ways ${route.gss} ${route.group ?? ""} ${route.goal ?? ""}`;
    case "reform":
      return `reform ${route.id}`;
    case "difference":
      return `difference ${route.id} ${route.area ?? ""}`;
    case "compare":
      return `compare ${route.first} ${route.second}`;
    case "key-test-new":
      return `key-test-new ${route.example ?? ""}`;
    case "key-test-edit":
      return `key-test-edit ${route.assessed}`;
    case "key-test-result":
      return `key-test-result ${route.assessed} ${route.version ?? ""}`;
    case "portfolio":
      return `portfolio ${route.name}`;
    default:
      return route.page;
  }
}
