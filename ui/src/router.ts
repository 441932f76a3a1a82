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
  | { page: "read" }
  | { page: "catalogue"; by: ShelfKind }
  | { page: "entry"; kind: EntryKind; id: string }
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
  if (parts.length === 1 && first === "about") return { page: "about" };
  if (first === "catalogue") {
    const by = SHELVES.find((shelf) => shelf === (gss ?? "department"));
    if (by !== undefined && parts.length <= 2) return { page: "catalogue", by };
    const kind = KINDS.find((one) => one === gss);
    if (kind !== undefined && what !== undefined && parts.length === 3)
      return { page: "entry", kind, id: what };
  }
  if (first === "area" && gss !== undefined) {
    const asked = new URLSearchParams(query);
    const group = asked.get("group");
    if (parts.length === 2) return { page: "area", gss };
    if (parts.length === 3) {
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
  area: (gss: string) => `#/area/${at(gss)}`,
  power: (gss: string, power: string, group?: string | null) =>
    `#/area/${at(gss)}/power/${at(power)}${asking({ group })}`,
  group: (gss: string, group: string) => `#/area/${at(gss)}/group/${at(group)}`,
  questions: (gss: string) => `#/area/${at(gss)}/questions`,
  map: (gss: string, focus?: string | null, blocked?: string | null) =>
    `#/area/${at(gss)}/map${asking({ focus, blocked })}`,
  way: (gss: string, power: string, group?: string | null) =>
    `#/area/${at(gss)}/way/${at(power)}${asking({ group })}`,
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
    case "questions":
      return `questions ${route.gss}`;
    case "map":
      return `map ${route.gss} ${route.focus ?? ""} ${route.blocked ?? ""}`;
    case "way":
      return `way ${route.gss} ${route.power} ${route.group ?? ""}`;
    case "ways":
      return `ways ${route.gss} ${route.group ?? ""} ${route.goal ?? ""}`;
    default:
      return route.page;
  }
}
