// Names in registers are text, whatever they look like.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { after, before, test } from "node:test";

import { check, go, openTab, startChromium } from "./chromium.mjs";
import { Desk, WESTMINSTER } from "./takeup.mjs";

const SCRIPT = "<script>alert(1)</script>";
const PICTURE = '<img src="x" onerror="alert(2)">';
const FORMULA = '=HYPERLINK("https://example.org";"here")';

const desk = new Desk();
let browser, server, groups;

before(async () => {
  const quoted = (name) => `"${name.replaceAll('"', '""')}"`;
  const rows = [SCRIPT, PICTURE, FORMULA].map((name) => `${quoted(name)},${WESTMINSTER}`);
  writeFileSync(desk.path("groups.csv"), ["name,area", ...rows, ""].join("\n"));
  const workspace = desk.path("hostile.takeup");
  desk.takeup("new", workspace);
  desk.takeup("import", workspace, desk.path("groups.csv"));
  server = await desk.serve(workspace);
  browser = await startChromium();
  ({ rows: groups } = await server.call("groups", { area: WESTMINSTER }));
});

after(async () => {
  await browser?.close();
  await server?.stop();
  desk.clear();
});

test("they are kept as they were written", () => {
  assert.deepEqual(groups.map(({ name }) => name).sort(), [SCRIPT, PICTURE, FORMULA].sort());
});

for (const name of [SCRIPT, PICTURE, FORMULA]) {
  test(`a group named ${name} is shown as text`, async () => {
    const tab = await openTab(browser);
    const { id } = groups.find((group) => group.name === name);
    await go(tab, server.address, `#/area/${WESTMINSTER}/group/${encodeURIComponent(id)}`);
    assert.equal(await tab.locator("h1").textContent(), name);
    assert.equal(await tab.locator("img, main script").count(), 0);
    await check(tab, `group-hostile-${groups.findIndex((group) => group.id === id)}`);
    await tab.context().close();
  });
}

test("suggestions and lists of groups show them as text", async () => {
  const tab = await openTab(browser);
  const audit = await server.call("audit", { area: WESTMINSTER });
  await go(tab, server.address, `#/area/${WESTMINSTER}/power/${audit.rows[0].power}`);
  await tab.locator("summary", { hasText: "Record a use" }).click();
  await tab.locator("#use-group").pressSequentially("script");
  await tab.getByRole("option", { name: SCRIPT }).click();
  assert.equal(await tab.locator("#use-group").inputValue(), SCRIPT);
  assert.ok(
    (await tab.locator("#groups ~ *").allTextContents()).join().includes(SCRIPT),
    "in the list of groups",
  );
  await check(tab, "power-hostile");
  await tab.context().close();
});
