import { call, HostError, type AreaRef, type GroupPage, type Shelf, type WayLine } from "../../host";

/** What the page shows, asked for at once. */
export interface Ways {
  area: AreaRef;
  group: GroupPage | null;
  /** Goals, each with its theme. */
  shelves: Shelf[];
  /** The goal chosen, if any. */
  shelf: Shelf | null;
  ways: WayLine[] | null;
}

interface Asked {
  gss: string;
  group: string | null;
  goal: string | null;
  as_at: string | null;
}

export async function askWays({ gss, group, goal, as_at }: Asked): Promise<Ways> {
  const [areas, of, shelves, ways] = await Promise.all([
    call("areas", { text: gss, limit: 1 }),
    group === null ? null : call("group", { id: group, area: gss, as_at }),
    call("shelves", { by: "goal" }),
    goal === null ? null : call("ways", { area: gss, goal, group, as_at }),
  ]);
  const area = areas.find((one) => one.gss === gss);
  if (!area) throw new HostError("unknown-area", `No council area has the code “${gss}”. Check the code.`);
  return { area, group: of, shelves, shelf: shelves.find((shelf) => shelf.id === goal) ?? null, ways };
}
