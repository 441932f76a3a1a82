import { render, screen, waitFor, within } from "@testing-library/svelte";
import { beforeEach, describe, expect, it } from "vitest";

import App from "../App.svelte";
import { HostError, useHost } from "../host";
import { fakeHost, type FakeHost } from "../host/fake";
import { circles } from "../host/fake/question";
import { routePage } from "../host/fake/question";
import { parse, to } from "../router";
import { auditView } from "../state/audit-view.svelte";
import { place } from "../state/place.svelte";
import { reading } from "../state/reading.svelte";
import { saved } from "../state/saved.svelte";
import { workspace } from "../state/workspace.svelte";

const TRAFFORD = "E08000009";
const POWER = "asset-of-community-value-nomination";

function show(address: string, host: FakeHost = fakeHost()): FakeHost {
  useHost(host);
  place.route = parse(address);
  render(App);
  return host;
}

beforeEach(() => {
  workspace.info = null;
  workspace.asked = false;
  workspace.lastArea = null;
  reading.files = [];
  auditView.clear();
  auditView.sort = null;
  saved.clear();
});

const h1 = (name: string) => screen.findByRole("heading", { level: 1, name });

describe("every page", () => {
  it.each([
    [to.start(), "Which powers could people here take up?"],
    [to.catalogue(), "Catalogue"],
    [to.entry("barrier", "unaware-of-right"), "Nobody here knows the right exists"],
    [to.area(TRAFFORD), "Trafford"],
    [to.power(TRAFFORD, POWER), "Nominate an asset of community value"],
    [to.power(TRAFFORD, POWER, "GB-CHC-100000"), "Nominate an asset of community value"],
    [to.group(TRAFFORD, "GB-CHC-100001"), "<script>alert(1)</script>"],
    [to.questions(TRAFFORD), "Questions about Trafford"],
    [to.map(TRAFFORD), "Map of Trafford"],
    [to.map(TRAFFORD, "unmet:form:cio"), "Map of Trafford"],
    [to.way(TRAFFORD, POWER), "How to get to: Nominate an asset of community value"],
    [to.way(TRAFFORD, POWER, "GB-CHC-100001"), "How to get to: Nominate an asset of community value"],
    [to.ways(TRAFFORD), "Find our way"],
    [to.ways(TRAFFORD, "GB-CHC-100001", "save-a-building"), "Find our way: Save a building"],
    [to.reforms(), "Reforms"],
    [to.reform("lower-the-bar"), "Lower the bar"],
    [to.difference("lower-the-bar"), "What “Lower the bar” would change"],
    [to.difference("lower-the-bar", TRAFFORD), "What “Lower the bar” would change"],
    [to.compare("lower-the-bar", "an-enterprise"), "“Lower the bar” beside “A community enterprise”"],
    [to.keyTest(), "Key test"],
    [to.keyTestNew("library"), "Make an assessment"],
    [to.keyTestEdit("library"), "Change the assessment"],
    [to.keyTestResult("library"), "Library to its residents"],
    [to.portfolio("ward"), "ward"],
    [to.levels(), "Levels side by side"],
    [to.levels(TRAFFORD), "Levels side by side"],
    [to.read(), "Read a register"],
    [to.about(), "About Takeup"],
    ["#/nowhere", "Page not found"],
  ])("%s has its heading and title, and shows hostile names as text", async (address, name) => {
    show(address);
    await h1(name);
    expect(document.title).toContain(name);
    expect(document.body.querySelector("script")).toBeNull();
  });

  it("asks for a file where one is needed", async () => {
    show(to.area(TRAFFORD), fakeHost({}, null));
    await h1("No file is open");
  });

  it("says what the host says when it fails", async () => {
    show(to.area("E99999999"));
    await h1("This area cannot be shown");
    screen.getByText(/No council area has the code “E99999999”/);
  });

  it("says so when nothing answers at all", async () => {
    const silent = () => {
      throw new HostError("no-host", "Takeup is not answering.");
    };
    show(to.start(), fakeHost({ info: silent }));
    await h1("Takeup cannot go on");
    screen.getByText("Takeup is not answering.");
  });
});

describe("the area", () => {
  it("narrows the table by a cell of the matrix, and shows all again", async () => {
    show(to.area(TRAFFORD));
    await h1("Trafford");
    const table = () => screen.getByRole("table", { name: /Powers in this area/ });
    expect(within(table()).getAllByRole("rowheader")).toHaveLength(78);
    screen.getByRole("button", { name: /of Home Office: Blocked/ }).click();
    await waitFor(() => expect(within(table()).getAllByRole("rowheader").length).toBeLessThan(6));
    screen.getByRole("button", { name: "Show all" }).click();
    await waitFor(() => expect(within(table()).getAllByRole("rowheader")).toHaveLength(78));
  });

  it("sorts and says so", async () => {
    show(to.area(TRAFFORD));
    await h1("Trafford");
    screen.getByRole("button", { name: /^Power/ }).click();
    await waitFor(() =>
      expect(screen.getByRole("columnheader", { name: /^Power/ }).getAttribute("aria-sort")).toBe(
        "ascending",
      ),
    );
  });

  it("saves the same as CSV", async () => {
    const host = show(to.area(TRAFFORD));
    (await screen.findByRole("button", { name: /as CSV/ })).click();
    await waitFor(() => expect(host.saved).toEqual([{ name: "trafford.csv", text: "power,name\n" }]));
  });

  it("says when no register of groups was read", async () => {
    show(to.area("E08000035"));
    await screen.findByText("No register of groups was read for this area.");
  });
});

describe("the catalogue", () => {
  it("shows a department without a power as such", async () => {
    show(to.catalogue());
    await h1("Catalogue");
    await screen.findByText(/No citizen power of its own/);
  });

  it("finds entries as one types", async () => {
    const host = show(to.catalogue());
    const field = await screen.findByLabelText<HTMLInputElement>("Search the catalogue");
    field.value = "parish";
    field.dispatchEvent(new Event("input", { bubbles: true }));
    await screen.findByText("…ten electors…");
    expect(host.asked.find(({ name }) => name === "search")?.request).toEqual({ text: "parish", limit: 20 });
  });
});

describe("what to lift first", () => {
  it("asks for the budget chosen and says what comes out", async () => {
    const host = show(to.questions(TRAFFORD));
    (await screen.findByRole("button", { name: "Find the best choice" })).click();
    await screen.findByText("3 remedies open 149 answers.", { selector: "strong" });
    expect(host.asked.find(({ name }) => name === "lift_first")?.request).toMatchObject({
      area: TRAFFORD,
      weigh: "groups",
      remedies: 3,
      cost: "high",
    });
  });
});

describe("questions about an area", () => {
  const lists = () => screen.getAllByRole("list").filter((list) => list.classList.contains("app-questions"));

  it("are asked for twenty at a time, and the first new one takes the focus", async () => {
    const host = show(to.questions(TRAFFORD));
    await h1("Questions about Trafford");
    const limits = (command: string) =>
      host.asked
        .filter(({ name }) => name === command)
        .map(({ request }) => (request as { limit: number }).limit);
    expect([limits("near_misses"), limits("ask_next")]).toEqual([[20], [20]]);
    (await screen.findByRole("button", { name: "Show all 25 changes" })).click();
    await screen.findByText("All 25 changes shown");
    await waitFor(() => expect(document.activeElement?.id).toBe("near-20"));
    // A list without end is not shown at once.
    screen.getByRole("button", { name: "Show 100 more questions" }).click();
    await screen.findByText("120 of 321 questions shown");
    expect(limits("ask_next")).toEqual([20, 120]);
    expect(lists().map((list) => list.children.length)).toEqual([25, 120, circles.length]);
  });

  it("can be answered at once: the answer is kept under its key and the page asks again", async () => {
    const host = show(to.questions(TRAFFORD));
    const answer = await screen.findByRole("button", { name: /^Answer ?: Is it true that the council has/ });
    answer.click();
    (await screen.findByLabelText<HTMLInputElement>("Yes")).click();
    const source = screen.getByLabelText<HTMLInputElement>("Who says so");
    source.value = "The council’s website";
    source.dispatchEvent(new Event("input", { bubbles: true }));
    screen.getByRole("button", { name: "Save what you know" }).click();
    await screen.findByRole("button", { name: "Undo" });
    expect(host.asked.find(({ name }) => name === "record_fact")?.request).toMatchObject({
      group: null,
      area: TRAFFORD,
      key: "trait:q0",
      value: "yes",
      source: "The council’s website",
    });
    expect(host.asked.filter(({ name }) => name === "ask_next")).toHaveLength(2);
  });

  it("come with letters that can be saved", async () => {
    const host = show(to.questions(TRAFFORD));
    const name = /^Save as a text file ?: the letter to: Police force/;
    (await screen.findByRole("button", { name, hidden: true })).click();
    await waitFor(() =>
      expect(host.saved).toEqual([
        { name: `letter-police-force-${TRAFFORD}.txt`, text: "To: Police force\n\nPlease send …" },
      ]),
    );
    await screen.findAllByText("The letter was saved.");
  });

  it("lead to Read a register where no group is on record", async () => {
    show(to.questions("E08000035"));
    await screen.findByText("No group is on record for this area.");
  });
});

describe("the way to a power", () => {
  it("says in a table what the bars show", async () => {
    show(to.way(TRAFFORD, POWER));
    await h1("How to get to: Nominate an asset of community value");
    const table = screen.getByRole("table", { name: "The steps of this route", hidden: true });
    const cells = within(table).getAllByRole("row", { hidden: true }).at(3)?.textContent;
    expect(cells?.replace(/\s+/g, "")).toContain("3.ApplytobedesignatedGroup652Low1,2Locality");
    screen.getByText(/From today; how long is not on file/);
    screen.getByText(/by the group; cost: low; after steps 1 and 2/);
  });

  it("says what is missing where there is none", async () => {
    const none = {
      ...routePage(POWER, null),
      state: "no-route",
      routes: [],
      missing: ["Change this: it is a council."],
    };
    show(
      to.way(TRAFFORD, POWER),
      fakeHost({ route: () => ({ ...none, qualifying: [], qualifying_total: 0 }) }),
    );
    await screen.findByText("No route is known");
    screen.getByText("Change this: it is a council.");
    screen.getByText(/No group on record here is known to qualify today/);
  });

  it("starts from a theme and a goal", async () => {
    const host = show(to.ways(TRAFFORD, "GB-CHC-100000"));
    const goal = await screen.findByRole("link", { name: "Save a building", hidden: true });
    expect(goal.getAttribute("href")).toBe(to.ways(TRAFFORD, "GB-CHC-100000", "save-a-building"));
    expect(host.asked.some(({ name }) => name === "ways")).toBe(false);
  });

  it("lists the powers that serve a goal, each with its route", async () => {
    const host = show(to.ways(TRAFFORD, null, "save-a-building"));
    await screen.findByText("4 powers serve it");
    const how = screen.getByRole("link", { name: "How to get to: Ask the public body for answer number 5" });
    expect(how.getAttribute("href")).toBe(to.way(TRAFFORD, "power-5"));
    expect(host.asked.find(({ name }) => name === "ways")?.request).toMatchObject({
      area: TRAFFORD,
      goal: "save-a-building",
      group: null,
    });
  });

  it("is one press away from a group's powers that are not open", async () => {
    show(to.group(TRAFFORD, "GB-CHC-100000"));
    const how = await screen.findAllByRole("link", { name: /^How to get to/, hidden: true });
    expect(how).toHaveLength(4);
    expect(how[0]?.getAttribute("href")).toBe(to.way(TRAFFORD, "power-8", "GB-CHC-100000"));
  });
});

describe("reforms", () => {
  const choose = (select: HTMLSelectElement, value: string) => {
    // happy-dom does not know `:checked` of an option.
    const found = [...select.options].find((option) => option.value === value);
    select.querySelector = () => found as never;
    select.dispatchEvent(new Event("change", { bubbles: true }));
  };

  it("tells what a change lacks, then adds it", async () => {
    const host = show(to.reform("lower-the-bar"));
    choose(await screen.findByLabelText<HTMLSelectElement>("What to change"), "lift_barrier");
    (await screen.findByRole("button", { name: "Add the change" })).click();
    await screen.findByText("There is a problem");
    screen.getAllByText("Choose a barrier");
    expect(host.asked.some(({ name }) => name === "reform_save")).toBe(false);
    choose(screen.getByLabelText<HTMLSelectElement>("Barrier"), "no-appeal-route");
    screen.getByRole("button", { name: "Add the change" }).click();
    await waitFor(() => expect(host.asked.some(({ name }) => name === "reform_save")).toBe(true));
    const saved = host.asked.find(({ name }) => name === "reform_save")?.request as {
      over: boolean;
      reform: { changes: unknown[] };
    };
    expect(saved.over).toBe(true);
    expect(saved.reform.changes[2]).toEqual({ lift_barrier: { barrier: "no-appeal-route" } });
  });

  it("shows what the host finds wrong with a change, and keeps nothing", async () => {
    const wrong = { change: 2, kind: "contradiction", message: "Changes 1 and 3 contradict each other." };
    const host = show(to.reform("lower-the-bar"), fakeHost({ reform_check: () => [wrong] }));
    choose(await screen.findByLabelText<HTMLSelectElement>("What to change"), "lift_barrier");
    choose(await screen.findByLabelText<HTMLSelectElement>("Barrier"), "no-appeal-route");
    screen.getByRole("button", { name: "Add the change" }).click();
    await screen.findByRole("link", { name: wrong.message });
    expect(host.asked.some(({ name }) => name === "reform_save")).toBe(false);
  });

  it("takes a change out", async () => {
    const host = show(to.reform("lower-the-bar"));
    (await screen.findByRole("button", { name: /^Take out change 1/ })).click();
    await waitFor(() => expect(host.asked.some(({ name }) => name === "reform_save")).toBe(true));
    const saved = host.asked.find(({ name }) => name === "reform_save")?.request as {
      reform: { changes: unknown[] };
    };
    expect(saved.reform.changes).toEqual([{ lift_barrier: { barrier: "unaware-of-right" } }]);
  });

  it("hands a reform on as a file", async () => {
    const host = show(to.reform("lower-the-bar"));
    (await screen.findByRole("button", { name: "Save as a file" })).click();
    await waitFor(() => expect(host.saved).toEqual([{ name: "lower-the-bar.reform.json", text: "{}\n" }]));
  });

  it("narrows the answers by a line, and shows all again", async () => {
    const host = show(to.difference("lower-the-bar"));
    const line = await screen.findByRole("button", { name: /^England ?: show its answers$/, hidden: true });
    line.click();
    await screen.findByText("England", { selector: "strong" });
    const asked = host.asked.filter(({ name }) => name === "reform_diff").at(-1)?.request;
    expect(asked).toMatchObject({ id: "lower-the-bar", by: "nation", key: "England", offset: 0 });
    screen.getByRole("button", { name: "Show all" }).click();
    await screen.findByText("What closes comes first.");
  });

  it("teaches what a reform is while there is none", async () => {
    show(to.reforms(), fakeHost({ reforms: () => [] }));
    await screen.findByText(/A reform is a named set of changes/);
  });
});

describe("recording", () => {
  it("names what is missing, keeps nothing, and loses nothing that was typed", async () => {
    const host = show(to.power(TRAFFORD, POWER));
    const what = await screen.findByLabelText<HTMLTextAreaElement>("What was done");
    what.value = "A petition";
    what.dispatchEvent(new Event("input", { bubbles: true }));
    screen.getByRole("button", { name: "Save the use", hidden: true }).click();
    await screen.findByText("There is a problem");
    screen.getAllByText("Choose what came of it");
    expect(host.asked.some(({ name }) => name === "record_use")).toBe(false);
    expect(what.value).toBe("A petition");
  });

  it("can be undone", async () => {
    const host = show(to.power(TRAFFORD, POWER));
    await h1("Nominate an asset of community value");
    saved.kept("use", TRAFFORD, { id: 77, what: "Use: A petition", changed: [], group_changed: [] });
    (await screen.findByRole("button", { name: "Undo" })).click();
    await screen.findByText("The use was taken back");
    expect(host.asked.find(({ name }) => name === "remove")?.request).toEqual({
      kind: "use",
      id: 77,
      area: TRAFFORD,
    });
  });
});
