import { describe, expect, it } from "vitest";

import { mapShown } from "../host/fake/map";
import { flowNodes, HEIGHT, lines, strokes, thickness, WIDTH } from "./flow";
import {
  blockedBy,
  focused,
  folded,
  letGo,
  lifted,
  routed,
  toggled,
  unfocused,
  unfolded,
  WHOLE,
} from "./view";
import { besides, stand, walk } from "./walk";
import { beyond, changed, firstInside, namesOf, signOf } from "./words";

const AREA = "E08000009";
const BUNDLE = "powers:home-office:unsettled";
const whole = mapShown({ area: AREA, view: WHOLE });
const open = mapShown({ area: AREA, view: unfolded(WHOLE, BUNDLE) });

describe("the picture", () => {
  it("puts every node where the host says, and draws every line from edge to edge", () => {
    const nodes = flowNodes(open);
    expect(nodes.map(({ id, position }) => [id, position.x, position.y])).toEqual(
      open.nodes.map(({ id, x, y }) => [id, x, y]),
    );
    expect(lines(open)).toHaveLength(open.edges.length);
    const [first] = lines(open);
    expect(first?.path).toMatch(new RegExp(`^M${WIDTH} ${HEIGHT / 2}C`));
  });

  it("keeps what did not change, so that only what changed is drawn again", () => {
    const before = flowNodes(whole);
    const after = flowNodes(open, before);
    const same = after.filter((node) => before.includes(node)).map(({ id }) => id);
    expect(same).toEqual(whole.nodes.filter(({ id }) => id !== BUNDLE).map(({ id }) => id));
  });

  it("joins lines of one look into one stroke, and loses none", () => {
    const all = lines(open);
    const drawn = strokes(all);
    expect(drawn.length).toBeLessThan(all.length);
    const parts = drawn.flatMap(({ path }) => path.match(/M[^M]+/g) ?? []);
    expect(parts.sort()).toEqual(all.map(({ path }) => path).sort());
  });

  it("draws wider lines for more groups, and never none", () => {
    expect(thickness(0, 700)).toBe(1);
    expect(thickness(0, 0)).toBe(1);
    expect(thickness(5, 700)).toBeGreaterThan(thickness(1, 700));
    expect(thickness(700, 700)).toBe(7);
  });
});

describe("a walk by arrow keys", () => {
  const beside = besides(open);
  const go = (at: string, key: string, came: string | null = null) => walk(open, beside, at, key, came);

  it("goes along the widest line, and back the way one came", () => {
    expect(go("department:home-office", "ArrowRight")).toBe("power:power-3");
    expect(go("power:power-8", "ArrowRight")).toBe("unmet:form:cio");
    expect(go("unmet:form:cio", "ArrowLeft", "power:power-8")).toBe("power:power-8");
    expect(go("department:home-office", "ArrowLeft")).toBeNull();
  });

  it("goes up and down in a column, and to its ends", () => {
    expect(go("power:power-3", "ArrowDown")).toBe("power:power-5");
    expect(go("power:power-3", "ArrowUp")).toBeNull();
    expect(go("power:power-3", "End")).toBe("power:power-8");
    expect(go("power:power-8", "Home")).toBe("power:power-3");
    expect(go("power:power-3", "x")).toBeNull();
  });

  it("stands on what is left when a node is folded away or unfolded", () => {
    expect(stand(open, BUNDLE, whole)).toBe("power:power-5");
    expect(stand(whole, "power:power-8", open)).toBe(BUNDLE);
    expect(stand(open, "power:power-3", whole)).toBe("power:power-3");
    expect(stand(open, "gone", whole)).toBe("department:home-office");
  });
});

describe("words", () => {
  it("say of a node what it holds and its neighbours", () => {
    const bundle = whole.nodes.find(({ id }) => id === BUNDLE);
    const says = bundle && beyond(bundle, namesOf(whole), besides(whole).get(BUNDLE));
    expect(says).toBe("; folded, holds 2; from Home Office; to Is a CIO");
  });

  it("say what changed", () => {
    expect(changed(whole, open)).toBe("2 nodes more. 1 node gone. 7 nodes shown.");
    expect(changed(null, whole)).toBe("6 nodes shown.");
    const tried = mapShown({ area: AREA, view: lifted(WHOLE, "unmet:form:cio") });
    expect(changed(whole, tried)).toBe("1 power would change. 6 nodes shown.");
    expect(changed(whole, { ...whole, no_room: ["Members"] })).toMatch(
      /^folded again for want of room: Members/,
    );
  });

  it("give each state a sign, and each bundle one place to fold it again", () => {
    const signs = open.nodes.map((node) => [node.state, signOf(node)?.shape ?? null]);
    expect(signs).toContainEqual(["Not met", "bar"]);
    expect(signs).toContainEqual(["", null]);
    expect([...firstInside(open)]).toEqual(["power:power-5"]);
  });
});

describe("a view", () => {
  it("unfolds the latest last, and folds with all that was unfolded for a part", () => {
    const view = unfolded(unfolded(unfolded(WHOLE, "a"), "b"), "a");
    expect(view.unfolded).toEqual(["b", "a"]);
    expect(folded(view, "a", ["b"]).unfolded).toEqual([]);
  });

  it("is narrowed and widened again without losing the rest", () => {
    const view = blockedBy(lifted(unfolded(WHOLE, "a"), "x"), "y");
    expect(unfocused(focused(view, "f"))).toMatchObject({
      unfolded: ["a"],
      lift: ["x"],
      blocked_by: "y",
      focus: null,
    });
    expect(routed(view, "f", "t", true)).toMatchObject({ focus: "f", to: "t", cheapest: true });
    expect(letGo(view, "x").lift).toEqual([]);
  });

  it("shows and hides a status beside those hidden now", () => {
    expect(toggled(WHOLE, ["not-available"], "in-use").hide).toEqual(["not-available", "in-use"]);
    expect(toggled(WHOLE, ["not-available"], "not-available").hide).toEqual([]);
  });
});
