import { render, screen, waitFor } from "@testing-library/svelte";
import { beforeEach, expect, it } from "vitest";

import App from "../../App.svelte";
import { useHost, type AssessmentDoc } from "../../host";
import { fakeHost, type FakeHost } from "../../host/fake";
import { parse, to } from "../../router";
import { keytest } from "../../state/keytest.svelte";
import { place } from "../../state/place.svelte";
import { workspace } from "../../state/workspace.svelte";
import { assessment, idFrom, whole } from "../../words/assessment";

function show(address: string, host: FakeHost = fakeHost()): FakeHost {
  useHost(host);
  place.route = parse(address);
  render(App);
  return host;
}

beforeEach(() => {
  workspace.info = null;
  workspace.asked = false;
  keytest.drafts = {};
  keytest.told = null;
});

const press = async (name: string | RegExp) => (await screen.findByRole("button", { name })).click();
const sent = (host: FakeHost, name: string) =>
  host.asked
    .filter((one) => one.name === name)
    .map((one) => (one.request as { document: AssessmentDoc }).document);

it("says what is missing, leads to the first step, and sends nothing", async () => {
  const host = show(to.keyTestNew());
  await press("Power");
  await press("Show the result");
  await screen.findByText("There is a problem");
  screen.getByRole("link", { name: "Enter what it is called" });
  screen.getByRole("heading", { level: 2, name: "1. The initiative" });
  expect(sent(host, "assess")).toEqual([]);
});

it("shows the result of an example without keeping it", async () => {
  const host = show(to.keyTestNew("library"));
  await press("Show the result");
  await screen.findByRole("heading", { name: "Result, not kept yet" });
  screen.getByText(/fails on the vulnerable and poor/);
  expect(sent(host, "assess")[0]).toMatchObject({ id: "library", shift: { decision: { granted: 4 } } });
  expect(sent(host, "assessment_keep")).toEqual([]);
});

it("keeps what was typed when one leaves the page, and forgets it once it is kept", async () => {
  const host = show(to.keyTestNew("library"));
  await press("Power");
  (await screen.findAllByRole("button", { name: /^It changes/ })).at(-1)?.click();
  await waitFor(() => expect(keytest.drafts["new library"]?.shift.people?.codified).toBe("unknown"));
  place.route = parse(to.about());
  await screen.findByRole("heading", { level: 1, name: "About Takeup" });
  place.route = parse(to.keyTestNew("library"));
  await press("Keep as a new version");
  await waitFor(() => expect(sent(host, "assessment_keep")).toHaveLength(1));
  expect(sent(host, "assessment_keep")[0]?.shift.people).not.toBeNull();
  await waitFor(() => expect(keytest.drafts).toEqual({}));
});

it("lets a person answer a flag, with reason and role", async () => {
  const host = show(to.keyTestResult("library"));
  await press("Keep this answer");
  await screen.findByRole("link", { name: "Enter who decides, as a role" });
  expect(sent(host, "assessment_keep")).toEqual([]);
});

it("fills in what a document leaves out, and names it after its title", () => {
  const bare = { ...assessment(), groups: [{ group: "g" }] } as unknown as AssessmentDoc;
  (bare.groups[0] as { effects: unknown[] }).effects = [{ channel: "cost" }];
  expect(whole(bare).groups[0]?.effects[0]).toMatchObject({ rights_based: "unknown", offsets: [] });
  expect(idFrom("Café & Library: 2nd draft!")).toBe("cafe-library-2nd-draft");
});
