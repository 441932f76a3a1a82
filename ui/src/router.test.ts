import { describe, expect, it } from "vitest";

import { identity, parse, to } from "./router";

describe("parse", () => {
  it("knows every page", () => {
    expect(parse("")).toEqual({ page: "start" });
    expect(parse("#/")).toEqual({ page: "start" });
    expect(parse("#/read")).toEqual({ page: "read" });
    expect(parse("#/about")).toEqual({ page: "about" });
    expect(parse("#/catalogue")).toEqual({ page: "catalogue", by: "department" });
    expect(parse("#/catalogue/goal")).toEqual({ page: "catalogue", by: "goal" });
    expect(parse("#/catalogue/goal/save-a-building")).toEqual({
      page: "entry",
      kind: "goal",
      id: "save-a-building",
    });
    expect(parse("#/area/E08000009")).toEqual({ page: "area", gss: "E08000009" });
    expect(parse("#/area/E08000009/power/parish-poll")).toEqual({
      page: "power",
      gss: "E08000009",
      power: "parish-poll",
      group: null,
    });
  });

  it("says when there is no such page", () => {
    for (const hash of [
      "#/nowhere",
      "#/area",
      "#/area/E1/x",
      "#/area/E1/x/y",
      "#/read/more",
      "#/catalogue/nothing",
      "#/catalogue/wish/one",
      "#/area/E1/power/a/b",
    ]) {
      expect(parse(hash)).toEqual({ page: "not-found" });
    }
  });

  it("survives a broken percent sign", () => {
    expect(parse("#/area/%E0%A4%A")).toEqual({ page: "area", gss: "%E0%A4%A" });
  });
});

describe("to", () => {
  it.each(["GB-CHC-1000001", "a/b", "Füchse & Co?#100%", "<script>alert(1)</script>"])(
    "comes back from %s",
    (key) => {
      expect(parse(to.group("E08000009", key))).toEqual({ page: "group", gss: "E08000009", group: key });
      expect(parse(to.power("E08000009", "parish-poll", key))).toMatchObject({
        power: "parish-poll",
        group: key,
      });
      expect(parse(to.area(key))).toEqual({ page: "area", gss: key });
    },
  );
});

describe("identity", () => {
  it("makes a page anew for another power, not for another group of the same power", () => {
    const one = parse(to.power("E1", "a", "g1"));
    expect(identity(one)).toBe(identity(parse(to.power("E1", "a", "g2"))));
    expect(identity(one)).not.toBe(identity(parse(to.power("E1", "b", "g1"))));
  });
});
