import { expect, it } from "vitest";

import { Check } from "../../components/error-summary/check";
import { blank, built, KINDS, type Draft } from "./change";

const day = { day: "1", month: "4", year: "2027" };

function of(draft: Partial<Draft>) {
  const check = new Check();
  return { change: built({ ...blank(), ...draft }, check), problems: check.problems };
}

it("builds every kind of change", () => {
  const power = "parish-poll";
  expect(of({ kind: "lift_barrier", barrier: "b", area: "E1", form: "cio" }).change).toEqual({
    lift_barrier: { barrier: "b", area: "E1", form: "cio" },
  });
  const leaf = "all[1]";
  expect(of({ kind: "threshold", power, leaf, threshold: "members", number: "10" }).change).toEqual({
    threshold: { power, leaf, to: { at_least: 10 } },
  });
  expect(of({ kind: "threshold", power, leaf, threshold: "members", number: "2.5 %" }).change).toEqual({
    threshold: { power, leaf, to: { per_mille: 25 } },
  });
  expect(of({ kind: "threshold", power, leaf, threshold: "day", day }).change).toEqual({
    threshold: { power, leaf, to: { before: "2027-04-01" } },
  });
  expect(of({ kind: "drop_leaf", power, leaf }).change).toEqual({ drop_leaf: { power, leaf } });
  expect(of({ kind: "replace_leaf", power, leaf, json: '{"fact": 1}' }).change).toEqual({
    replace_leaf: { power, leaf, with: { fact: 1 } },
  });
  const law = { power, nation: "wales", on: "2027-04-01" };
  expect(of({ kind: "commence", power, nation: "wales", day }).change).toEqual({ commence: law });
  expect(of({ kind: "repeal", power, nation: "wales", day }).change).toEqual({ repeal: law });
  expect(of({ kind: "as_at", day }).change).toEqual({ as_at: { date: "2027-04-01" } });
  expect(of({ kind: "add_enabler", name: "N", organising: "high", cost: "low" }).change).toEqual({
    add_enabler: { name: "N", supplies: [{ capacity: "organising", level: "high" }], cost: "low" },
  });
  expect(of({ kind: "move_power", power, department: "dfe" }).change).toEqual({
    move_power: { power, to: "dfe" },
  });
  expect(of({ kind: "change_duty_holder", power, holder: "landlord" }).change).toEqual({
    change_duty_holder: { power, to: "landlord" },
  });
  expect(of({ kind: "add_power", json: "{}" }).change).toEqual({ add_power: { power: {} } });
});

it.each(KINDS.map(({ id }) => id))("says what %s lacks", (kind) => {
  const { change, problems } = of({ kind });
  expect(change).toBeNull();
  expect(problems.length).toBeGreaterThan(0);
});

it("wants whole numbers and JSON", () => {
  const draft = { power: "p", leaf: "l", threshold: "members" };
  expect(of({ kind: "threshold", ...draft, number: "ten" }).problems).toHaveLength(1);
  expect(of({ kind: "add_power", json: "{" }).problems).toEqual([
    { id: "change-json", text: "What you pasted is not JSON" },
  ]);
  expect(of({}).problems).toEqual([{ id: "change-kind", text: "Choose what to change" }]);
});
