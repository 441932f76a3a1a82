import { describe, expect, it } from "vitest";

import { dateWords, readTyped, today, typedFrom, withDates } from "./dates";
import { webAddress } from "./links";
import { capital, count, firstSentence, number, plain, size, timeLeft } from "./numbers";
import { reachWords, statusSign, valueSign } from "./signs";
import { afterSteps, costCell, legWeeks, stepsCell, takes, weeksCell } from "./weeks";

describe("dates", () => {
  it("are said as precisely as they are known", () => {
    expect(dateWords("2019")).toBe("2019");
    expect(dateWords("2019-07")).toBe("July 2019");
    expect(dateWords("2019-07-03")).toBe("3 July 2019");
    expect(dateWords("2026-11-25T10:00:00Z")).toBe("25 November 2026");
    expect(dateWords("2019-13")).toBe("2019-13");
    expect(dateWords("December 2019")).toBe("December 2019");
    expect(withDates("x.csv, as at 2026-11-25")).toBe("x.csv, as at 25 November 2026");
    expect(dateWords("20195")).toBe("20195");
  });

  it("are read from three boxes", () => {
    const read = (day: string, month: string, year: string, partial = false) =>
      readTyped({ day, month, year }, partial);
    expect(read("3", "7", "2019")).toEqual({ date: "2019-07-03" });
    expect(read("03", "July", "2019")).toEqual({ date: "2019-07-03" });
    expect(read("", "", "2019", true)).toEqual({ date: "2019" });
    expect(read("", "7", "2019", true)).toEqual({ date: "2019-07" });
    expect(read("29", "2", "2024")).toEqual({ date: "2024-02-29" });
  });

  it("that do not exist are named", () => {
    const problem = (day: string, month: string, year: string, partial = false) => {
      const read = readTyped({ day, month, year }, partial);
      return "problem" in read ? read.problem : "";
    };
    expect(problem("31", "2", "2020")).toBe("Day must be from 1 to 29 in February 2020");
    expect(problem("", "7", "2019")).toContain("Day must be");
    expect(problem("1", "13", "2019")).toContain("Month must be");
    expect(problem("1", "1", "19")).toContain("Year must be");
    expect(problem("1", "", "2019", true)).toContain("Month must be");
    expect(problem("", "", "")).toBe("Enter a date");
  });

  it("come back into their boxes", () => {
    expect(typedFrom("2019-07-03")).toEqual({ day: "3", month: "7", year: "2019" });
    expect(typedFrom(null)).toEqual({ day: "", month: "", year: "" });
    expect(today(new Date(2026, 0, 5))).toBe("2026-01-05");
  });
});

describe("numbers", () => {
  it("are said with their thing", () => {
    expect(number(24310)).toBe("24,310");
    expect(count(1, "power")).toBe("1 power");
    expect(count(1200, "power")).toBe("1,200 powers");
    expect(count(0, "power turns", "powers turn")).toBe("0 powers turn");
    expect([size(5), size(98_000), size(3_400_000), size(2_100_000_000)]).toEqual([
      "5 bytes",
      "98 kB",
      "3.4 MB",
      "2.10 GB",
    ]);
    expect([timeLeft(1), timeLeft(30), timeLeft(600)]).toEqual([
      "about a second left",
      "about 30 seconds left",
      "about 10 minutes left",
    ]);
  });

  it("leave words readable", () => {
    expect(plain("out-of-reach")).toBe("out of reach");
    expect(capital("open")).toBe("Open");
    expect(firstSentence("Partly in force. Closing, perhaps closed.")).toBe("Partly in force. …");
    expect(firstSentence("Under s. 94 of the Act")).toBe("Under s. 94 of the Act");
  });
});

describe("signs", () => {
  it("give every status another shape", () => {
    const statuses = ["in-use", "tried-and-refused", "unused", "unused-not-checked"];
    const more = ["blocked", "out-of-reach", "unsettled", "not-available"];
    const shapes = [...statuses, ...more].map((status) => statusSign(status).shape);
    expect(new Set(shapes).size).toBe(8);
  });

  it("show a word they do not know as it stands", () => {
    expect(valueSign("new").words).toBe("new");
    expect(reachWords("new")).toBe("new");
  });
});

describe("webAddress", () => {
  it("lets only the web through", () => {
    expect(webAddress("https://www.legislation.gov.uk/ukpga/2011/20")).toContain("legislation.gov.uk");
    for (const bad of [
      "javascript:alert(1)",
      "data:text/html,x",
      "file:///etc/passwd",
      "letter of 3 May",
      null,
    ]) {
      expect(webAddress(bad)).toBeNull();
    }
  });
});

describe("weeks", () => {
  it("say what a route takes, and what is not on file", () => {
    expect(takes(1, 0, null)).toBe("1 step, how long is not on file");
    expect(takes(3, 26, "low")).toBe("3 steps, up to 26 weeks, cost: low");
    expect(takes(3, 26, "low", true)).toContain("26 weeks and what has no time on file");
  });

  it("say when a step runs and what comes first", () => {
    const leg = { start: 6, end: 52, timed: true, after: [1, 2, 5] };
    expect(legWeeks(leg)).toBe("from week 6 to week 52");
    expect(legWeeks({ ...leg, start: 0, timed: false })).toBe("from today; how long is not on file");
    expect(afterSteps(leg)).toBe("after steps 1, 2 and 5");
    expect(afterSteps({ ...leg, after: [3] })).toBe("after step 3");
    expect(afterSteps({ ...leg, after: [] })).toBe("");
  });

  it("fill the cells of a way", () => {
    expect([weeksCell("open", null), costCell("open", null), stepsCell("open", null)]).toEqual([
      "Can start today",
      "None before it",
      "None",
    ]);
    expect([weeksCell("blocked", 0), weeksCell("blocked", 26), weeksCell("out-of-reach", null)]).toEqual([
      "Not on file",
      "Up to 26",
      "Not known",
    ]);
    expect([costCell("blocked", "low"), stepsCell("blocked", 3), stepsCell("out-of-reach", null)]).toEqual([
      "Low",
      "3",
      "Not known",
    ]);
  });
});
