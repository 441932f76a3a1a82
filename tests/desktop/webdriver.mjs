// Just enough of the W3C WebDriver protocol to use the real window: tauri-driver starts the program and
// hands each request on to WebKitWebDriver.
import { spawn, spawnSync } from "node:child_process";
import { createServer } from "node:net";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
const DRIVER = "/usr/bin/WebKitWebDriver";

/** Keys by name, as the protocol writes them. */
export const KEY = { tab: "\uE004", enter: "\uE007", space: " ", escape: "\uE00C", down: "\uE015" };

/** Opens `application` and answers with the window. `env` goes to it too. */
export async function openWindow(application, args, env) {
  const [port, nativePort] = [await freePort(), await freePort()];
  const path = `${process.env.PATH}${delimiter}${join(homedir(), ".cargo", "bin")}`;
  const driver = spawn(
    "tauri-driver",
    ["--port", String(port), "--native-port", String(nativePort), "--native-driver", DRIVER],
    // A process group of its own, so that all it starts can be ended with it.
    { env: { ...process.env, PATH: path, ...env }, stdio: ["ignore", "ignore", "pipe"], detached: true },
  );
  const said = [];
  driver.stderr.on("data", (bytes) => said.push(bytes));
  const gone = new Promise((resolve) => {
    driver.once("error", (problem) => resolve(`tauri-driver could not be started: ${problem.message}`));
    driver.once("exit", (code) => resolve(`tauri-driver ended (${code}): ${Buffer.concat(said)}`));
  });

  const base = `http://127.0.0.1:${port}`;
  const capabilities = { alwaysMatch: { "tauri:options": { application, args } } };
  try {
    await waitUntil("tauri-driver to answer", () =>
      ask(base, "GET", "/status").then(
        () => true,
        () => false,
      ),
    );
    const { sessionId } = await ask(base, "POST", "/session", { capabilities });
    return new Window(`${base}/session/${sessionId}`, driver, gone);
  } catch (problem) {
    end(driver);
    throw new Error(`${problem.message}\n${await gone}`, { cause: problem });
  }
}

class Window {
  #session;
  #driver;
  #gone;

  constructor(session, driver, gone) {
    this.#session = session;
    this.#driver = driver;
    this.#gone = gone;
  }

  title = () => this.#ask("GET", "/title");
  address = () => this.#ask("GET", "/url");
  size = (width, height) => this.#ask("POST", "/window/rect", { width, height });
  /** Runs a function body in the page. */
  run = (script, ...args) => this.#ask("POST", "/execute/sync", { script, args });
  /** A PNG of the page. */
  shot = async () => Buffer.from(await this.#ask("GET", "/screenshot"), "base64");

  /** The first element that the CSS selector names and whose text holds `text`, once it is there. */
  async find(selector, text = "") {
    let found;
    await waitUntil(`${selector} “${text}”`, async () => {
      found = await this.run(
        `return [...document.querySelectorAll(arguments[0])].find((element) =>
           element.checkVisibility() && element.textContent.replace(/\\s+/g, " ").includes(arguments[1])) ?? null`,
        selector,
        text,
      );
      return found !== null;
    });
    return found[ELEMENT];
  }

  async click(selector, text) {
    await this.#ask("POST", `/element/${await this.find(selector, text)}/click`, {});
  }

  async type(selector, keys) {
    const field = await this.find(selector);
    await this.#ask("POST", `/element/${field}/clear`, {});
    await this.#ask("POST", `/element/${field}/value`, { text: keys });
  }

  async text(selector, text) {
    const shown = await this.#ask("GET", `/element/${await this.find(selector, text)}/text`);
    return shown.replace(/\s+/g, " ").trim();
  }

  /** Waits until `question` is answered with true. */
  until = (what, question) => waitUntil(what, question);

  /** Closes the window and ends the driver that was started for it. */
  async close() {
    if (this.#driver.exitCode !== null || this.#driver.killed) return;
    await this.#ask("DELETE", "").catch(() => undefined);
    // A program that has not ended by itself does not end: say so, then end it.
    const left = await leftBehind(this.#driver.pid);
    end(this.#driver);
    await this.#gone;
    if (left.length > 0) throw new Error(`still running when its window was closed: ${left.join(", ")}`);
  }

  #ask(method, path, body) {
    return ask(this.#session, method, path, body);
  }
}

/** Ends the driver, with whatever it started. */
function end(driver) {
  // Its pipe may be held open by a grandchild, and would keep this process waiting.
  driver.stderr.destroy();
  try {
    process.kill(-driver.pid);
  } catch {
    // All of it has ended already.
  }
}

/** Programs in a driver's process group, its drivers aside, that are there 10 seconds after they should not be. */
async function leftBehind(group) {
  let left = [];
  for (let tries = 0; tries < 100; tries++) {
    const { stdout } = spawnSync("ps", ["-eo", "pgid=,stat=,comm="], { encoding: "utf8" });
    left = (stdout ?? "")
      .split("\n")
      .map((line) => line.trim().split(/\s+/))
      .filter(([id, state]) => Number(id) === group && !state.startsWith("Z"))
      .map(([, , name]) => name)
      .filter((name) => !/^(tauri-driver|WebKitWebDriver)/.test(name));
    if (left.length === 0) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return left;
}

async function ask(base, method, path, body) {
  const answer = await fetch(base + path, {
    method,
    body: body && JSON.stringify(body),
    signal: AbortSignal.timeout(60_000),
  });
  const { value } = await answer.json();
  if (!answer.ok) throw new Error(`${method} ${path}: ${value?.error}: ${value?.message}`);
  return value;
}

async function waitUntil(what, question, seconds = 30) {
  const end = Date.now() + seconds * 1000;
  while (!(await question())) {
    if (Date.now() > end) throw new Error(`waited ${seconds} s in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
