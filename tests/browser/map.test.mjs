// The map: every action by keyboard alone, in the picture and in the list; the two show the same; never too much.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { check, focused, go, openTab, SIZES, startChromium, tabTo } from "./chromium.mjs";
import { Desk, WESTMINSTER } from "./takeup.mjs";

const MOST = 300;
const desk = new Desk();
let browser, server;

before(async () => {
  const workspace = desk.path("example.takeup");
  desk.takeup("new", workspace, "--example");
  server = await desk.serve(workspace);
  browser = await startChromium();
});

after(async () => {
  await browser?.close();
  await server?.stop();
  desk.clear();
});

const nodes = (tab) => tab.locator("[data-node]").evaluateAll((all) => all.map((n) => n.dataset.node).sort());
const standing = (tab) => tab.evaluate(() => document.activeElement.dataset.node ?? null);
const told = (tab) => tab.locator("[role='status']:not(.app-suggest *)").last().textContent();

/** Presses a key and waits until the map is another. */
async function change(tab, key) {
  const before = await tab.locator("#map-says").textContent();
  const ids = (await nodes(tab)).join();
  await tab.keyboard.press(key);
  await tab.waitForFunction(
    ([before, ids]) =>
      document.querySelector("#map-says")?.textContent !== before ||
      [...document.querySelectorAll("[data-node]")]
        .map((n) => n.dataset.node)
        .sort()
        .join() !== ids,
    [before, ids],
  );
  await tab.waitForFunction(() => document.activeElement.dataset.node !== undefined);
}

/** Presses a key until the node that has the focus fits. */
async function walkTo(tab, key, fits, most = 80) {
  for (let pressed = 0; pressed < most; pressed++) {
    const at = await standing(tab);
    if (at && fits(at)) return at;
    await tab.keyboard.press(key);
    await tab.waitForTimeout(20);
  }
  assert.fail(`${most} presses of ${key} reached nothing that fits; the last was ${await standing(tab)}`);
}

for (const [mode, colours] of [
  ["Picture", "light"],
  ["List", "dark"],
]) {
  test(`every action by keyboard alone: ${mode.toLowerCase()}, ${colours}`, async () => {
    const tab = await openTab(browser, { colours });
    const press = (key) => tab.keyboard.press(key);
    await go(tab, server.address, `#/area/${WESTMINSTER}`);
    await tabTo(tab, "a", "Map:");
    await press("Enter");
    await tab.locator("h1", { hasText: "Map of" }).waitFor();
    assert.match(await focused(tab), /^Map of Westminster/, "the focus goes to the heading");
    await tabTo(tab, "button", mode);
    await press("Space");
    await tab.locator(`button[aria-pressed="true"]`, { hasText: mode }).waitFor();

    // Along lines and columns; each node says its name, kind, state and neighbours.
    await tabTo(tab, "[data-node]");
    const department = await standing(tab);
    assert.match(department, /^department:/);
    assert.match(await focused(tab), /; Department; \d+ powers? ?; to /);
    await press("ArrowRight");
    await tab.waitForFunction(() => document.activeElement.dataset.node?.startsWith("power"));
    assert.match(await focused(tab), /; from .+; to /);
    await press("ArrowLeft");
    await tab.waitForFunction((id) => document.activeElement.dataset.node === id, department);
    await press("End");
    await press("ArrowUp");
    assert.notEqual(await standing(tab), department);
    await press("Home");
    assert.equal(await standing(tab), department);

    // Unfold and fold again; the focus stays with what was unfolded.
    await press("ArrowRight");
    const bundle = await walkTo(tab, "ArrowDown", (id) => id.startsWith("powers:"));
    const whole = await nodes(tab);
    await change(tab, "Enter");
    assert.ok((await nodes(tab)).length > whole.length);
    assert.match(await told(tab), /\d+ nodes? more/);
    assert.match(await standing(tab), /^power:/);
    await check(tab, `map-unfolded-${mode}`);
    await change(tab, "Enter");
    assert.deepEqual(await nodes(tab), whole, "folded again, it is as it was");
    assert.equal(await standing(tab), bundle);

    // The story of where one stands.
    await tab.locator(".app-story", { hasText: "Source:" }).waitFor();

    // Only what runs through it; one step back.
    await change(tab, "f");
    assert.ok((await nodes(tab)).length < whole.length);
    await tab.locator(".app-looking", { hasText: "Only what runs through" }).waitFor();
    await tabTo(tab, "#map-steps");
    await tab.keyboard.type("1");
    await tab.waitForFunction(() =>
      [...document.querySelectorAll("[data-node]")].every(
        (n) => !/^(kind|group|people)/.test(n.dataset.node),
      ),
    );
    await tabTo(tab, "[data-node]");
    await change(tab, "Escape");
    await change(tab, "Escape");
    assert.deepEqual(await nodes(tab), whole, "two steps back, it is as it was");

    // What stands between: what it blocks, what lifting it opens, and letting go.
    await press("ArrowRight");
    await tab.waitForTimeout(50);
    const tests = await walkTo(tab, "ArrowDown", (id) => id.startsWith("tests:unknown:"));
    await change(tab, "b");
    await tab.locator(".app-looking", { hasText: "blocked by" }).waitFor();
    assert.ok((await nodes(tab)).includes(tests));
    await change(tab, "Enter");
    await walkTo(tab, "ArrowDown", (id) => id.startsWith("unknown:"));
    const supposed = await standing(tab);
    await press("l");
    await tab.locator("#what-if").waitFor();
    assert.match(await told(tab), /would change/);
    assert.ok((await nodes(tab)).includes(supposed), "what is lifted stays in view");
    await check(tab, `map-what-if-${mode}`);
    await tab.waitForFunction(() => document.activeElement.dataset.node !== undefined);
    await press("l");
    await tab.locator("#what-if").waitFor({ state: "detached" });

    // Back to the whole.
    await tabTo(tab, "button", "Start again");
    await press("Enter");
    await tab.waitForFunction((n) => document.querySelectorAll("[data-node]").length === n, whole.length);

    // Routes between two.
    await tabTo(tab, "[data-node]");
    await press("Home");
    await tab.waitForTimeout(50);
    await walkTo(tab, "ArrowLeft", (id) => id.startsWith("department:"));
    await press("r");
    assert.match(await told(tab), /A route starts at/);
    await walkTo(tab, "ArrowRight", (id) => /^(kind|people|group)/.test(id));
    await change(tab, "r");
    await tab.locator(".app-looking", { hasText: "All routes between" }).waitFor();
    await change(tab, "Escape");

    // Search leads to a node, folded or not.
    await press("/");
    assert.equal(await tab.evaluate(() => document.activeElement.id), "map-search");
    await tab.keyboard.type("parish poll");
    await tab
      .locator("[role='option']", { hasText: /parish poll/i })
      .first()
      .waitFor();
    await press("ArrowDown");
    await press("Enter");
    await tab.waitForFunction(() => document.activeElement.dataset.node?.startsWith("power:"));
    assert.match(await focused(tab), /parish poll/i);

    // Legend and filter in one.
    const before = (await nodes(tab)).length;
    for (let n = 0; n < 400; n++) {
      await press("Shift+Tab");
      if (
        await tab.evaluate(() => document.activeElement.closest("label")?.textContent.includes("Unsettled"))
      )
        break;
    }
    await press("Space");
    await tab.waitForFunction((n) => document.querySelectorAll("[data-node]").length < n, before);

    // A view is kept, opened and forgotten.
    await tabTo(tab, "summary", "Saved views");
    await press("Enter");
    await tabTo(tab, "#view-name");
    await tab.keyboard.type("Settled");
    await press("Enter");
    await tab.locator("summary", { hasText: "Saved views (1)" }).waitFor();
    const kept = await nodes(tab);
    await tabTo(tab, "button", "Start again");
    await press("Enter");
    await tab.waitForFunction((n) => document.querySelectorAll("[data-node]").length !== n, kept.length);
    await tabTo(tab, "button", "Settled");
    await press("Enter");
    await tab.waitForFunction((n) => document.querySelectorAll("[data-node]").length === n, kept.length);
    assert.deepEqual(await nodes(tab), kept);
    await tabTo(tab, "button", "Forget");
    await press("Enter");
    await tab.locator("summary", { hasText: "Saved views (0)" }).waitFor();
    assert.deepEqual(tab.wrong, []);
    await tab.context().close();
  });
}

test("picture and list show the same nodes, and never more than there is room for", async () => {
  const tab = await openTab(browser, { size: { width: 1280, height: 800 } });
  await go(tab, server.address, `#/area/${WESTMINSTER}/map`);
  await tab.locator("[data-node]").first().waitFor();
  // Unfold all there is.
  for (let n = 0; n < 80; n++) {
    const folded = tab.getByRole("button", { name: /^Unfold: / }).first();
    if ((await folded.count()) === 0) break;
    await folded.evaluate((button) => button.click());
    await tab.waitForTimeout(60);
    assert.ok((await nodes(tab)).length <= MOST);
    if ((await tab.locator("#map-says").textContent()).includes("want of room")) break;
  }
  await tab.locator("#map-says", { hasText: "want of room" }).waitFor();
  const picture = await nodes(tab);
  assert.ok(picture.length > MOST / 2, `${picture.length} nodes`);
  await check(tab, "map-full");
  await tab.getByRole("button", { name: "List", exact: true }).click();
  await tab.locator(".app-list").first().waitFor();
  assert.deepEqual(await nodes(tab), picture);
  await check(tab, "map-full-list");
  await tab.context().close();
});

test("a narrow screen begins with the list", async () => {
  const tab = await openTab(browser, { size: SIZES.narrow });
  await go(tab, server.address, `#/area/${WESTMINSTER}/map`);
  await tab.locator(".app-list").first().waitFor();
  assert.equal(await tab.locator(".app-picture").count(), 0);
  await tab.context().close();
});
