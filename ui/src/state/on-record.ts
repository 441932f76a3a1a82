import { workspace } from "./workspace.svelte";

/** How many groups are on record for an area. */
export function groupsOnRecord(gss: string): number {
  return workspace.info?.areas.find((line) => line.area.gss === gss)?.groups ?? 0;
}
