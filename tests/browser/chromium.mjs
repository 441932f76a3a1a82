// Debian's Chromium, and the checks that hold for every page.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

import { chromium } from "playwright-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const SHOTS = fileURLToPath(new URL("shots/", import.meta.url));
const STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Sizes a page is looked at: the smallest desktop, the same at 200 % zoom, and 1280 px at 400 %. */
export const SIZES = {
  desktop: { width: 1024, height: 700 },
  zoomed: { width: 512, height: 350 },
  narrow: { width: 320, height: 700 },
};

export async function startChromium() {
  mkdirSync(SHOTS, { recursive: true });
  return await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** A tab that notes every error of the page and every request that leaves this machine. */
export async function openTab(browser, { size = SIZES.desktop, colours = "light", refused = false } = {}) {
  const context = await browser.newContext({ viewport: size, colorScheme: colours, reducedMotion: "reduce" });
  const tab = await context.newPage();
  tab.wrong = [];
  tab.on("pageerror", (problem) => tab.wrong.push(`error: ${problem.message}`));
  tab.on("console", (line) => {
    // Chromium reports every refused request; on some pages the refusal is what is looked at.
    const expected = refused && /status of 400/.test(line.text());
    if (line.type() === "error" && !expected) tab.wrong.push(`console: ${line.text()}`);
  });
  tab.on("dialog", (dialog) => {
    tab.wrong.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  tab.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith("http") && hostname !== "127.0.0.1")
      tab.wrong.push(`request to ${request.url()}`);
  });
  return tab;
}

/** Goes to a page of Takeup and waits until it shows its heading and is done asking. */
export async function go(tab, address, hash) {
  await tab.goto(`${address}${hash}`);
  await tab.waitForSelector("h1");
  await tab.waitForLoadState("networkidle");
}

/** The page has no accessibility violation that axe finds, and nothing went wrong on it. */
export async function check(tab, name) {
  await tab.screenshot({ path: `${SHOTS}${name}.png`, fullPage: true });
  await tab.evaluate(AXE); // not a script tag: the pages rightly refuse those
  const { violations } = await tab.evaluate(
    (tags) => globalThis.axe.run(document, { runOnly: tags }),
    STANDARDS,
  );
  const found = violations.map(({ id, help, nodes }) => {
    const places = nodes.map(({ target, failureSummary }) => `    ${target.join(" ")}: ${failureSummary}`);
    return `${id}: ${help}\n${places.slice(0, 5).join("\n")}`;
  });
  assert.equal(found.join("\n"), "", `${name}: accessibility`);
  assert.deepEqual(tab.wrong, [], `${name}: nothing goes wrong`);
}

/** The page itself does not scroll sideways (a wide table may, in its own frame). */
export async function staysInside(tab, name) {
  const [content, view, outside] = await tab.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const outside = [...document.body.querySelectorAll("*")].filter(
      (element) => element.checkVisibility() && element.getBoundingClientRect().right > clientWidth + 1,
    );
    return [
      scrollWidth,
      clientWidth,
      outside.slice(0, 8).map(({ tagName, className }) => `${tagName}.${className}`),
    ];
  });
  assert.ok(
    content <= view,
    `${name}: the page is ${content} px wide in a view of ${view} px: ${outside.join(", ")}`,
  );
}

/** What has the focus, in words. */
export const focused = (tab) =>
  tab.evaluate(() => {
    const element = document.activeElement;
    return element
      ? (element.getAttribute("aria-label") ?? element.textContent).replace(/\s+/g, " ").trim()
      : "";
  });

/** Presses Tab until the focus is on what `matches` (an element's text or a selector). */
export async function tabTo(tab, selector, text = "", most = 400) {
  for (let pressed = 0; pressed < most; pressed++) {
    await tab.keyboard.press("Tab");
    const there = await tab.evaluate(
      ([selector, text]) => {
        const element = document.activeElement;
        return !!element?.matches(selector) && element.textContent.replace(/\s+/g, " ").includes(text);
      },
      [selector, text],
    );
    if (there) return;
  }
  assert.fail(`${most} presses of Tab did not reach ${selector} “${text}”`);
}
