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

  it("knows the pages of questions and routes", () => {
    expect(parse("#/area/E1/questions")).toEqual({ page: "questions", gss: "E1" });
    expect(parse("#/area/E1/way/parish-poll")).toEqual({
      page: "way",
      gss: "E1",
      power: "parish-poll",
      group: null,
    });
    expect(parse("#/area/E1/ways")).toEqual({ page: "ways", gss: "E1", group: null, goal: null });
    expect(parse("#/area/E1/ways?goal=save-a-building")).toMatchObject({
      group: null,
      goal: "save-a-building",
    });
  });

  it("knows the pages of the key test", () => {
    expect(parse(to.keyTest())).toEqual({ page: "key-test" });
    expect(parse(to.keyTestNew())).toEqual({ page: "key-test-new", example: null });
    expect(parse(to.keyTestNew("hub"))).toEqual({ page: "key-test-new", example: "hub" });
    expect(parse(to.keyTestEdit("a b"))).toEqual({ page: "key-test-edit", assessed: "a b" });
    expect(parse(to.keyTestResult("a/b", 2))).toEqual({
      page: "key-test-result",
      assessed: "a/b",
      version: 2,
    });
    expect(parse(to.keyTestResult("a"))).toMatchObject({ version: null });
    expect(parse(to.portfolio("p"))).toEqual({ page: "portfolio", name: "p" });
    for (const hash of ["#/key-test/x", "#/key-test/result", "#/key-test/new/x", "#/key-test/result/a/b"])
      expect(parse(hash)).toEqual({ page: "not-found" });
  });

  it("says when there is no such page", () => {
    for (const hash of [
      "#/nowhere",
      "#/area",
      "#/area/E1/x",
      "#/area/E1/x/y",
      "#/area/E1/way",
      "#/area/E1/questions/more",
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
      expect(parse(to.way("E1", key, key))).toEqual({ page: "way", gss: "E1", power: key, group: key });
      expect(parse(to.ways("E1", key, key))).toEqual({ page: "ways", gss: "E1", group: key, goal: key });
      expect(parse(to.questions(key))).toEqual({ page: "questions", gss: key });
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

  it("makes a page anew for another goal, or for another group on the way to a power", () => {
    expect(identity(parse(to.way("E1", "a", "g1")))).not.toBe(identity(parse(to.way("E1", "a"))));
    expect(identity(parse(to.ways("E1", null, "a")))).not.toBe(identity(parse(to.ways("E1"))));
  });
});
