import { capital, count, number, plain } from "./numbers";

/** How much a route takes: “2 steps, up to 26 weeks, cost low”. */
export function takes(steps: number, weeks: number, cost: string | null, untimed = false): string {
  const time =
    weeks === 0
      ? "how long is not on file"
      : untimed
        ? `up to ${count(weeks, "week")} and what has no time on file`
        : `up to ${count(weeks, "week")}`;
  return [count(steps, "step"), time, cost && `cost: ${cost}`].filter(Boolean).join(", ");
}

interface Stretch {
  start: number;
  end: number;
  timed: boolean;
  after: number[];
}

/** When a step of a route can start and is over. */
export function legWeeks({ start, end, timed }: Stretch): string {
  const from = start === 0 ? "from today" : `from week ${number(start)}`;
  return timed ? `${from} to week ${number(end)}` : `${from}; how long is not on file`;
}

/** Which steps come first. */
export function afterSteps({ after }: Stretch): string {
  if (after.length === 0) return "";
  const last = after.at(-1);
  const before = after.slice(0, -1).join(", ");
  return before ? `after steps ${before} and ${last}` : `after step ${last}`;
}

/** Who acts, as running text. */
export const who = (actor: string): string => plain(actor);

/** What a goal's power takes, in a cell. */
export function weeksCell(reach: string, weeks: number | null): string {
  if (reach === "open") return "Can start today";
  if (weeks === null) return "Not known";
  return weeks === 0 ? "Not on file" : `Up to ${number(weeks)}`;
}

export function costCell(reach: string, cost: string | null): string {
  if (reach === "open") return "None before it";
  return cost === null ? "Not known" : capital(cost);
}

export function stepsCell(reach: string, steps: number | null): string {
  if (reach === "open") return "None";
  return steps === null ? "Not known" : number(steps);
}
