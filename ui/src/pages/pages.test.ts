import { render, screen, waitFor, within } from "@testing-library/svelte";
import { beforeEach, describe, expect, it } from "vitest";

import App from "../App.svelte";
import { HostError, useHost } from "../host";
import { fakeHost, type FakeHost } from "../host/fake";
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
