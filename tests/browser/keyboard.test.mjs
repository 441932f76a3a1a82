// The whole of an officer's work by keyboard alone: no mouse is used in this file.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { check, focused, go, openTab, startChromium, tabTo } from "./chromium.mjs";
import { Desk, WESTMINSTER } from "./takeup.mjs";

const desk = new Desk();
let browser, server, row;

before(async () => {
  const workspace = desk.path("example.takeup");
  desk.takeup("new", workspace, "--example");
  server = await desk.serve(workspace);
  browser = await startChromium();
  const audit = await server.call("audit", { area: WESTMINSTER });
  row = audit.rows.find(({ status }) => status === "unused-not-checked");
  assert.ok(row, "a power that nobody has looked for in Westminster");
});

after(async () => {
  await browser?.close();
  await server?.stop();
  desk.clear();
});

test("skip, sort, open a power, record a use, see the status change, undo", async () => {
  const tab = await openTab(browser);
  const press = (key) => tab.keyboard.press(key);
  await go(tab, server.address, `#/area/${WESTMINSTER}`);

  await press("Tab");
  assert.equal(await focused(tab), "Skip to main content");
  await press("Enter");
  assert.equal(await tab.evaluate(() => document.activeElement.id), "main-content");

  const order = () => tab.locator("th[aria-sort]", { hasText: "Status" }).getAttribute("aria-sort");
  await tabTo(tab, ".app-sort", "Status");
  await press("Enter");
  assert.equal(await order(), "ascending");
  await press("Space");
  assert.equal(await order(), "descending");
  assert.match(await tab.getByRole("status").textContent(), /Sorted by Status, descending/);

  await tabTo(tab, "a", row.name);
  await press("Enter");
  await tab.locator("h1", { hasText: row.name }).waitFor();
  assert.equal(await focused(tab), row.name, "the focus goes to the new page's heading");

  await tabTo(tab, "summary", "Record a use");
  await press("Enter");
  await tabTo(tab, "#use-group");
  await tab.keyboard.type("Friends of the Meeting");
  await tabTo(tab, "#use-what");
  await tab.keyboard.type("A meeting called it in.");
  await tabTo(tab, "#use-date-year");
  await press("Control+A");
  await tab.keyboard.type(String(new Date().getFullYear()));
  await tabTo(tab, "#use-outcome, [name='use-outcome']");
  await press("Space");
  assert.equal(await tab.locator("[name='use-outcome']:checked").count(), 1);
  await tabTo(tab, "#use-source");
  await tab.keyboard.type("Minutes of the meeting");
  await tabTo(tab, "button", "Save the use");
  await press("Enter");

  await tab.locator("#saved-title, .govuk-error-summary").first().waitFor();
  assert.deepEqual(await tab.locator(".govuk-error-summary li").allTextContents(), []);
  assert.match(await focused(tab), /from “Unused, not checked” to “In use”/);
  await check(tab, "a-use-recorded");

  await tabTo(tab, "button", "Undo");
  await press("Enter");
  await tab.locator("#saved-title", { hasText: "Taken back" }).waitFor();
  assert.match(await focused(tab), /from “In use” to “Unused, not checked”/);
  const now = await server.call("audit", { area: WESTMINSTER, power: row.power });
  assert.equal(now.rows[0].status, "unused-not-checked");
  assert.deepEqual(tab.wrong, []);
  await tab.context().close();
});
