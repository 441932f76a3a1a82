// Every page holds: no accessibility violation, nothing sideways, no error, no request that leaves this machine;
// in light and dark, on a small desktop, at 200 % and at 400 % zoom.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { check, go, openTab, SIZES, startChromium, staysInside } from "./chromium.mjs";
import { Desk, WESTMINSTER } from "./takeup.mjs";

/** Where nothing is on record. */
const SCILLY = "E06000053";
const desk = new Desk();
let browser, open, closed, pages;

before(async () => {
  const workspace = desk.path("example.takeup");
  desk.takeup("new", workspace, "--example");
  open = await desk.serve(workspace);
  closed = await desk.serve();
  browser = await startChromium();

  const { examples } = await open.call("keytest_words", {});
  for (const name of ["library-second-draft", "hub-renewal", "dale-hall", "dale-shop"]) {
    const { document } = examples.find((one) => one.name === name);
    // As if nobody had answered a flag yet.
    document.false_use.confirmed = [];
    await open.call("assessment_keep", { document });
  }
  const audit = await open.call("audit", { area: WESTMINSTER });
  const { rows: groups } = await open.call("groups", { area: WESTMINSTER });
  const busiest = audit.rows.toSorted((a, b) => b.uses - a.uses)[0].power;
  const blocked = audit.rows.find((row) => row.reach === "blocked")?.power ?? audit.rows.at(-1).power;
  const at = `#/area/${WESTMINSTER}`;
  const { reform } = await open.call("reform_save", {
    reform: {
      name: "Lower the bar",
      changes: [
        { repeal: { power: "high-hedge-complaint", nation: "england", on: "2026-01-01" } },
        { lift_barrier: { barrier: "wrong-legal-form" } },
      ],
    },
  });
  await open.call("reform_save", {
    reform: { name: "Another", changes: [{ lift_barrier: { barrier: "member-or-signature-threshold" } }] },
  });
  pages = {
    "start-nothing-open": [closed, "#/"],
    "area-nothing-open": [closed, at],
    start: [open, "#/"],
    area: [open, at],
    "area-unknown": [open, "#/area/E99999999"],
    "power-used": [open, `${at}/power/${busiest}`],
    "power-blocked": [open, `${at}/power/${blocked}`],
    "power-for-a-group": [open, `${at}/power/${busiest}?group=${encodeURIComponent(groups[0].id)}`],
    group: [open, `${at}/group/${encodeURIComponent(groups[0].id)}`],
    questions: [open, `${at}/questions`],
    map: [open, `${at}/map`],
    "map-blocked": [open, `${at}/map?blocked=barrier%3Awrong-legal-form`],
    "map-no-groups": [open, `#/area/${SCILLY}/map?focus=clear`],
    "questions-no-groups": [open, `#/area/${SCILLY}/questions`],
    "way-blocked": [open, `${at}/way/${blocked}`],
    "way-steps": [open, `${at}/way/community-governance-application-by-forum`],
    "way-for-a-group": [open, `${at}/way/${blocked}?group=${encodeURIComponent(groups[0].id)}`],
    ways: [open, `${at}/ways`],
    "ways-to-a-goal": [open, `${at}/ways?goal=save-a-building`],
    "ways-for-a-group": [open, `${at}/ways?group=${encodeURIComponent(groups[0].id)}&goal=save-a-building`],
    reforms: [open, "#/reforms"],
    reform: [open, `#/reforms/${reform.id}`],
    difference: [open, `#/reforms/${reform.id}/difference`],
    "difference-here": [open, `#/reforms/${reform.id}/difference?area=${WESTMINSTER}`],
    "reforms-compared": [open, `#/reforms/${reform.id}/beside/another`],
    "key-test": [open, "#/key-test"],
    "key-test-nothing-open": [closed, "#/key-test"],
    "key-test-new": [open, "#/key-test/new"],
    "key-test-change": [open, "#/key-test/change/library-second-draft"],
    "key-test-result": [open, "#/key-test/result/library-second-draft"],
    "key-test-flag": [open, "#/key-test/result/hub-renewal"],
    portfolio: [open, "#/key-test/portfolio/dale-2027"],
    levels: [open, `${at}/levels`],
    "levels-everywhere": [open, "#/levels"],
    read: [open, "#/read"],
    catalogue: [closed, "#/catalogue"],
    "catalogue-by-goal": [open, "#/catalogue/goal"],
    "entry-power": [open, "#/catalogue/power/parish-poll"],
    "entry-barrier": [closed, "#/catalogue/barrier/unaware-of-right"],
    about: [open, "#/about"],
    "not-found": [open, "#/nowhere"],
  };
});

after(async () => {
  await browser?.close();
  await open?.stop();
  await closed?.stop();
  desk.clear();
});

const LOOKS = [
  ["desktop", SIZES.desktop, "light"],
  ["desktop", SIZES.desktop, "dark"],
  ["zoomed", SIZES.zoomed, "light"],
  ["narrow", SIZES.narrow, "light"],
];

for (const [name, size, colours] of LOOKS) {
  test(`every page, ${name} (${size.width} px), ${colours}`, async (t) => {
    for (const [page, [server, hash]] of Object.entries(pages)) {
      await t.test(page, async () => {
        const tab = await openTab(browser, {
          size,
          colours,
          refused: page === "area-unknown",
        });
        const shot = `${page}-${name}-${colours}`;
        await go(tab, server.address, hash);
        await staysInside(tab, shot);
        await check(tab, shot);

        // The same with everything unfolded.
        const folded = await tab.evaluate(() => {
          const all = [...document.querySelectorAll("details:not([open])")];
          for (const details of all) details.open = true;
          return all.length;
        });
        if (folded > 0) {
          await staysInside(tab, `${shot}-unfolded`);
          await check(tab, `${shot}-unfolded`);
        }
        await tab.context().close();
      });
    }
  });
}

test("each page has a title of its own", async () => {
  const tab = await openTab(browser);
  const titles = [];
  for (const [server, hash] of Object.values(pages)) {
    await go(tab, server.address, hash);
    titles.push(await tab.title());
  }
  for (const title of titles) assert.match(title, /– Takeup$/);
  await tab.context().close();
});

test("an empty form says what is missing, and the summary leads to it", async () => {
  const tab = await openTab(browser);
  await go(tab, ...where(pages["power-used"]));
  await tab.locator("summary", { hasText: "Record a use" }).click();
  await tab.getByRole("button", { name: "Save the use" }).click();
  const summary = tab.locator(".govuk-error-summary");
  await summary.waitFor();
  await check(tab, "record-a-use-errors");
  await summary.getByRole("link", { name: "Enter what was done" }).click();
  assert.equal(await tab.evaluate(() => document.activeElement.id), "use-what");
  await tab.context().close();
});

test("each step of an assessment holds, by keyboard", async () => {
  const tab = await openTab(browser, { size: SIZES.narrow });
  await go(tab, ...where(pages["key-test-change"]));
  const steps = tab.locator(".app-steps button");
  for (let n = 0; n < (await steps.count()); n++) {
    await steps.nth(n).focus();
    await tab.keyboard.press("Enter");
    await tab.waitForFunction(() => document.activeElement.id === "kt-step");
    await staysInside(tab, `key-test-step-${n}`);
    await check(tab, `key-test-step-${n}`);
  }
  await tab.getByRole("button", { name: "Show the result" }).press("Enter");
  await tab.waitForFunction(() => document.activeElement.id === "result");
  await staysInside(tab, "key-test-judged");
  await check(tab, "key-test-judged");
  await tab.context().close();
});

const where = ([server, hash]) => [server.address, hash];
