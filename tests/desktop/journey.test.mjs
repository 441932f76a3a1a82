// The real window: opens on the example, audits Westminster, records a use, sees the status change, takes it back.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

import { openWindow } from "./webdriver.mjs";

const REPO = fileURLToPath(new URL("../../", import.meta.url));
const PROGRAM = join(process.env.CARGO_TARGET_DIR ?? join(REPO, "target"), "debug", "takeup-desktop");
const SHOTS = fileURLToPath(new URL("shots/", import.meta.url));
const UNUSED = "Unused, not checked";

const folder = mkdtempSync(join(tmpdir(), "takeup-desktop-"));
const own = { XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder, XDG_CACHE_HOME: folder, NO_AT_BRIDGE: "1" };
const windows = [];
mkdirSync(SHOTS, { recursive: true });

async function open(...args) {
  const window = await openWindow(PROGRAM, args, own);
  windows.push(window);
  return window;
}

const keep = async (window, name) => writeFileSync(join(SHOTS, `${name}.png`), await window.shot());

/** The status in the audit's row of a power. */
const statusOf = (window, power) =>
  window.run(
    `const row = [...document.querySelectorAll(".app-audit tbody tr")].find((row) => row.querySelector("a")?.textContent === arguments[0]);
     return row?.querySelector("[data-label=Status]").textContent.trim() ?? null`,
    power,
  );

after(async () => {
  for (const window of windows) await window.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

test("a use recorded in the window changes the status, and taking it back restores it", async () => {
  const window = await open("--example");
  await window.find("h2", " is open");
  await window.run(
    `globalThis.refused = [];
     addEventListener("securitypolicyviolation", (event) => refused.push(event.violatedDirective + " " + event.blockedURI));`,
  );
  await window.click("main a", "Westminster");
  await window.find("h1", "Westminster");
  await keep(window, "westminster");

  // A power of which nobody knows whether it was used here.
  const power = await window.run(
    `const row = [...document.querySelectorAll(".app-audit tbody tr")].find((row) => row.querySelector("[data-label=Status]").textContent.includes(arguments[0]));
     return row.querySelector("a").textContent`,
    UNUSED,
  );
  await window.click(".app-audit a", power);
  await window.find("h1", power);
  await keep(window, "power");

  await window.click("summary", "Record a use");
  await window.type("#use-group", "Friends of the Meeting");
  await window.type("#use-what", "A meeting called it in.");
  await window.type("#use-date-year", String(new Date().getFullYear()));
  await window.click("label[for^='use-outcome']", "Succeeded");
  await window.type("#use-source", "Minutes of the meeting");
  await window.click("button", "Save the use");

  const saved = await window.text("[role=alert]", "Saved");
  assert.match(saved, /from “Unused, not checked” to “In use”/);
  await keep(window, "saved");
  await window.click("a", "All powers in Westminster");
  await window.find("h1", "Westminster");
  await window.until("the audit to say so", async () => /In use/.test(await statusOf(window, power)));

  await window.click(".app-audit a", power);
  await window.click("button", "Take back: A meeting called it in.");
  assert.match(await window.text("[role=alert]", "Taken back"), /from “In use” to “Unused, not checked”/);
  await window.click("a", "All powers in Westminster");
  await window.until("the audit to say so", async () => (await statusOf(window, power))?.includes(UNUSED));
  assert.deepEqual(await window.run("return refused"), [], "the pages keep to their content security policy");
  await window.close();
});

test("the page may ask for nothing but what the window grants", async () => {
  const window = await open();
  await window.find("h1");
  assert.match(await window.title(), /Takeup/);

  const answers = await ask(window, {
    about: ["call", { name: "about", request: {} }],
    unknown: ["call", { name: "format_disk", request: {} }],
    plain: ["open_link", { url: "http://example.org/" }],
    file: ["open_link", { url: "file:///etc/passwd" }],
    message: ["plugin:dialog|message", { message: "hello" }],
    opener: ["plugin:opener|open_url", { url: "https://example.org/" }],
  });
  assert.ok(answers.about.yes.version);
  assert.equal(answers.unknown.no.code, "usage");
  assert.equal(answers.plain.no.code, "link");
  assert.equal(answers.file.no.code, "link");
  assert.match(answers.message.no, /not allowed/);
  assert.match(answers.opener.no, /not allowed|not found/);

  const before = await window.address();
  await window.run("location.href = 'https://example.org/'");
  await window.run("window.open('https://example.org/')");
  assert.equal(await window.address(), before, "the window stays on its own pages");
  await window.close();
});

test("a file that is not there is said, and the window opens all the same", async () => {
  const window = await open(join(folder, "gone.takeup"));
  await window.find("h1");
  assert.match(await window.text(".app-failure", "not opened"), /gone\.takeup/);
  await window.find("main", "No file is open");
  await window.close();
});

/** Asks the shell for several things at once, and waits for each answer or refusal. */
async function ask(window, questions) {
  await window.run(
    `globalThis.answers = {};
     for (const [name, [command, request]] of Object.entries(arguments[0])) {
       __TAURI_INTERNALS__.invoke(command, request).then(
         (yes) => (answers[name] = { yes }),
         (no) => (answers[name] = { no }),
       );
     }`,
    questions,
  );
  const names = Object.keys(questions);
  await window.until("every answer", () =>
    window.run("return arguments[0].every((name) => name in answers)", names),
  );
  return await window.run("return answers");
}
