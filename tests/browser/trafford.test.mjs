// A real council, as its officer would do it: make a file, read the charities that work in Trafford, look.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

import { check, go, openTab, startChromium, staysInside } from "./chromium.mjs";
import { Desk } from "./takeup.mjs";

const TRAFFORD = "E08000009";
const FILE = fileURLToPath(
  new URL("../../../shared/registers/charity-ew/charities_operating_in_trafford.csv", import.meta.url),
);
const skip = existsSync(FILE)
  ? false
  : "../shared/registers is not there, so the Trafford register is not read";

const desk = new Desk();
let browser, server;

before(async () => {
  if (skip) return;
  server = await desk.serve();
  browser = await startChromium();
});

after(async () => {
  await browser?.close();
  await server?.stop();
  desk.clear();
});

test("from nothing to an audit of Trafford", { skip }, async () => {
  const tab = await openTab(browser);
  const workspace = desk.path("trafford.takeup");

  await go(tab, server.address, "#/");
  await tab.locator("#new-area").pressSequentially("Traff");
  await tab.getByRole("option", { name: /^Trafford/ }).click();
  await tab.getByRole("button", { name: "Choose where to keep it" }).click();
  await tab.locator("#path").fill(workspace);
  await tab.getByRole("button", { name: "Continue" }).click();
  await tab.locator("h1", { hasText: "Trafford" }).waitFor();
  assert.ok(existsSync(workspace));
  await tab.getByText("No register of groups was read for this area.").waitFor();

  await go(tab, server.address, "#/read");
  await tab.getByRole("button", { name: "Choose files" }).click();
  await tab.locator("#path").fill(FILE);
  await tab.getByRole("button", { name: "Continue" }).click();
  const file = tab.locator("section", {
    has: tab.locator("h2", { hasText: "charities_operating_in_trafford.csv" }),
  });
  const area = file.getByLabel(/[Aa]rea/).first();
  await area.pressSequentially("Traff");
  await tab.getByRole("option", { name: /^Trafford/ }).click();
  await file.getByText("Chosen: Trafford").waitFor();
  await check(tab, "trafford-recognised");
  await staysInside(tab, "trafford-recognised");

  await file.getByRole("button", { name: "Show what would change" }).click();
  await file.locator("h3", { hasText: "What would change" }).waitFor();
  await check(tab, "trafford-preview");
  assert.equal((await server.call("info")).counts.groups, 0, "a preview keeps nothing");

  await file.getByRole("button", { name: "Read it in" }).click();
  await file.locator("h3", { hasText: "The file was read" }).waitFor({ timeout: 60_000 });
  await check(tab, "trafford-read");
  const { counts } = await server.call("info");
  assert.equal(counts.groups, 736, "as ../shared/registers/README.md counts them");

  await file.getByRole("link", { name: "See the powers in Trafford" }).click();
  await tab.locator("h1", { hasText: "Trafford" }).waitFor();
  await tab.getByText(`${counts.presences.toLocaleString("en-GB")} groups here`).waitFor();
  await check(tab, "trafford");

  const power = "asset-of-community-value-nomination";
  await go(tab, server.address, `#/area/${TRAFFORD}/power/${power}`);
  const { rows } = await server.call("audit", { area: TRAFFORD, power });
  const { open, unsettled, blocked, out_of_reach } = rows[0].groups;
  assert.equal(open + unsettled + blocked + out_of_reach, counts.presences, "every group has one reach");
  await check(tab, "trafford-power");
  await tab.context().close();
});
