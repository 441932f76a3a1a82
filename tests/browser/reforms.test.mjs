// A reform made in the window by keyboard and mouse: a change refused, one added, its difference seen, taken out, put back.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { check, go, openTab, startChromium } from "./chromium.mjs";
import { Desk } from "./takeup.mjs";

const TRAFFORD = "E08000009";
const GROUPS = `name,area,legal_form,members,works_here
Friends of the Park,${TRAFFORD},unincorporated-association,12,yes
`;
const desk = new Desk();
let browser, server;

before(async () => {
  const workspace = desk.path("work.takeup");
  const { writeFileSync } = await import("node:fs");
  writeFileSync(desk.path("groups.csv"), GROUPS);
  desk.takeup("new", workspace, "--area", TRAFFORD);
  desk.takeup("import", workspace, desk.path("groups.csv"));
  server = await desk.serve(workspace);
  browser = await startChromium();
});

after(async () => {
  await browser?.close();
  await server?.stop();
  desk.clear();
});

test("a reform from its name to its difference, and back", async () => {
  const tab = await openTab(browser);
  await go(tab, server.address, "#/reforms");
  await tab.getByText("A reform is a named set of changes").waitFor();
  await tab.getByRole("button", { name: "Make it" }).click();
  await tab.getByRole("link", { name: "Enter a name for the reform" }).waitFor();
  await tab.getByLabel("Name").fill("Fewer hedges");
  await tab.getByRole("button", { name: "Make it" }).click();
  await tab.getByRole("heading", { level: 1, name: "Fewer hedges" }).waitFor();

  // What is wrong is told, and nothing is kept.
  await tab.getByLabel("What to change").selectOption("repeal");
  await tab.getByLabel("Power", { exact: true }).fill("high hedge");
  await tab.getByRole("option", { name: "Complain about a high hedge" }).first().click();
  await tab.getByLabel("Day").fill("1");
  await tab.getByLabel("Month").fill("1");
  await tab.getByLabel("Year").fill("1990");
  await tab.getByRole("button", { name: "Add the change" }).click();
  await tab.getByRole("link", { name: /would end in England on 1990-01-01, but begins on/ }).waitFor();
  await check(tab, "reform-errors");
  assert.equal((await server.call("reform_show", { id: "fewer-hedges" })).words.length, 0);

  await tab.getByLabel("Year").fill("2026");
  await tab.getByRole("button", { name: "Add the change" }).click();
  await tab.getByText("Repeal “Complain about a high hedge” in England on 1 January 2026").waitFor();

  await tab.getByLabel("What to change").selectOption("threshold");
  await tab.getByLabel("Power", { exact: true }).fill("nominate an asset");
  await tab.getByRole("option", { name: "Nominate an asset of community value" }).first().click();
  const test21 = tab.getByLabel("Which test");
  await test21.waitFor();
  await test21.selectOption({ index: 1 });
  await tab.getByLabel("New number").fill("10");
  await check(tab, "reform-threshold");
  await tab.getByRole("button", { name: "Add the change" }).click();
  await tab
    .getByText(/set at least 10 in the test/)
    .first()
    .waitFor();

  await tab.getByRole("link", { name: "See it in Trafford only" }).click();
  await tab.getByRole("heading", { level: 1, name: "What “Fewer hedges” would change" }).waitFor();
  await tab.getByText("In Trafford").first().waitFor();
  const first = tab.locator(".app-diff tbody tr").first();
  assert.match(
    await first.innerText(),
    /Complain about a high hedge[\s\S]*Closes[\s\S]*No longer in force since 1 January 2026/,
  );
  await tab.locator("summary", { hasText: "By nation" }).click();
  await tab.getByRole("button", { name: /^England/ }).click();
  await tab.getByText("Only:").waitFor();

  await tab.getByRole("link", { name: "The reform", exact: true }).click();
  await tab.getByRole("button", { name: "Take this reform out" }).click();
  await tab.getByRole("button", { name: "Put it back" }).click();
  await tab.getByRole("link", { name: "Fewer hedges", exact: true }).waitFor();
  assert.equal((await server.call("reform_show", { id: "fewer-hedges" })).words.length, 2);
  await tab.context().close();
});

test("a file that is no reform is refused with its reason, and one handed on is opened", async () => {
  const tab = await openTab(browser);
  await go(tab, server.address, "#/reforms");
  const file = (name, text) => ({ name, mimeType: "application/json", buffer: Buffer.from(text) });
  const open = async (name, text) => {
    await tab.getByLabel("File", { exact: true }).setInputFiles(file(name, text));
    await tab.getByRole("button", { name: "Open it" }).click();
  };
  await open("notes.json", "not JSON");
  await tab.getByRole("link", { name: /notes.json is not a reform’s file: it is not JSON/ }).waitFor();
  await open("odd.json", '{"name": "Odd", "changes": [{"conjure": {}}]}');
  await tab.getByRole("link", { name: /odd.json: .*unknown variant `conjure`/ }).waitFor();
  await open("good.json", '{"name": "Handed on", "changes": [{"as_at": {"date": "2020-01-01"}}]}');
  await tab.getByRole("heading", { level: 1, name: "Handed on" }).waitFor();
  await tab.context().close();
});
