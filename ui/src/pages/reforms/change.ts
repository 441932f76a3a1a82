import type { Check } from "../../components/error-summary/check";
import type { ReformChange, ThresholdTo } from "../../host";
import type { Typed } from "../../words/dates";

/** Kinds of change, in the order offered. */
export const KINDS = [
  { id: "lift_barrier", name: "Lift a barrier" },
  { id: "threshold", name: "Change a number or a day in a test" },
  { id: "drop_leaf", name: "Drop a test" },
  { id: "replace_leaf", name: "Replace a test" },
  { id: "commence", name: "Bring a power into force" },
  { id: "repeal", name: "Repeal a power" },
  { id: "as_at", name: "Ask as at another day" },
  { id: "add_enabler", name: "Add a social enterprise, fund or support body" },
  { id: "move_power", name: "Move a power to another department" },
  { id: "change_duty_holder", name: "Let another kind of body respond" },
  { id: "add_power", name: "Add a power" },
];

/** What stands in the form. */
export interface Draft {
  kind: string;
  power: string;
  barrier: string;
  holder: string;
  area: string;
  form: string;
  leaf: string;
  /** members or day: what a threshold of the leaf chosen is. */
  threshold: string;
  number: string;
  json: string;
  nation: string;
  day: Typed;
  department: string;
  name: string;
  cost: string;
  financial: string;
  organising: string;
  enduring: string;
}

export const NO_DAY: Typed = { day: "", month: "", year: "" };

export function blank(kind = ""): Draft {
  return {
    kind,
    power: "",
    barrier: "",
    holder: "",
    area: "",
    form: "",
    leaf: "",
    threshold: "",
    number: "",
    json: "",
    nation: "england",
    day: NO_DAY,
    department: "",
    name: "",
    cost: "",
    financial: "",
    organising: "",
    enduring: "",
  };
}

/** The change that the form describes; what is missing goes into `check`, and then it is null. */
export function built(draft: Draft, check: Check): ReformChange | null {
  const change = change_of(draft, check);
  return check.problems.length === 0 ? change : null;
}

function change_of(draft: Draft, check: Check): ReformChange | null {
  const power = () => check.text("change-power", draft.power, "Choose a power from the list");
  const leaf = () => check.text("change-leaf", draft.leaf, "Choose a test");
  const day = () => check.date("change-day", draft.day, false, "Day");
  const scope = {
    ...(draft.area && { area: draft.area }),
    ...(draft.form && { form: draft.form }),
  };
  switch (draft.kind) {
    case "lift_barrier":
      return {
        lift_barrier: {
          barrier: check.text("change-barrier", draft.barrier, "Choose a barrier"),
          ...(draft.power && { power: draft.power }),
          ...(draft.holder && { duty_holder: draft.holder }),
          ...scope,
        },
      };
    case "threshold":
      return { threshold: { power: power(), leaf: leaf(), to: threshold(draft, check) } };
    case "drop_leaf":
      return { drop_leaf: { power: power(), leaf: leaf() } };
    case "replace_leaf":
      return { replace_leaf: { power: power(), leaf: leaf(), with: json(draft.json, check, "a test") } };
    case "commence":
      return { commence: { power: power(), nation: draft.nation, on: day() } };
    case "repeal":
      return { repeal: { power: power(), nation: draft.nation, on: day() } };
    case "as_at":
      return { as_at: { date: day() } };
    case "add_power":
      return { add_power: { power: json(draft.json, check, "a power") } };
    case "move_power":
      return {
        move_power: {
          power: power(),
          to: check.text("change-department", draft.department, "Choose a department"),
        },
      };
    case "change_duty_holder":
      return {
        change_duty_holder: {
          power: power(),
          to: check.text("change-holder", draft.holder, "Choose who must respond"),
        },
      };
    case "add_enabler": {
      const name = check.text("change-name", draft.name, "Enter its name");
      const kinds = ["financial", "organising", "enduring"] as const;
      const supplies = kinds
        .filter((kind) => draft[kind])
        .map((kind) => ({ capacity: kind, level: draft[kind] }));
      if (supplies.length === 0) {
        check.problems.push({ id: "change-financial", text: "Choose at least one thing that it supplies" });
      }
      return {
        add_enabler: {
          name,
          supplies,
          cost: check.text("change-cost", draft.cost, "Choose what it costs"),
          ...scope,
        },
      };
    }
    default:
      check.problems.push({ id: "change-kind", text: "Choose what to change" });
      return null;
  }
}

/** A whole number, a share such as 5%, or a day. */
function threshold(draft: Draft, check: Check): ThresholdTo {
  if (draft.threshold === "day") return { before: check.date("change-day", draft.day, false, "Day") };
  const text = check.text(
    "change-number",
    draft.number,
    "Enter a number, such as 10, or a share, such as 5%",
  );
  const share = /^(\d+(?:\.\d)?)\s*%$/.exec(text);
  if (share) return { per_mille: Math.round(Number(share[1]) * 10) };
  if (text && !/^\d+$/.test(text)) {
    check.problems.push({
      id: "change-number",
      text: "Number must be whole, such as 10, or a share, such as 5%",
    });
  }
  return { at_least: Number(text) };
}

function json(text: string, check: Check, what: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    check.problems.push({
      id: "change-json",
      text: text.trim()
        ? "What you pasted is not JSON"
        : `Paste ${what}, written as in the catalogue’s files`,
    });
    return null;
  }
}
