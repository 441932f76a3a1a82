// Starts the command's own server (the HTTP twin of the window) on a workspace made for one test.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const REPO = fileURLToPath(new URL("../../", import.meta.url));
const COMMAND = join(process.env.CARGO_TARGET_DIR ?? join(REPO, "target"), "debug", "takeup");

/** Westminster: the council with most documented uses. */
export const WESTMINSTER = "E09000033";

/** A folder of our own, with the settings that Takeup keeps in it. */
export class Desk {
  folder = mkdtempSync(join(tmpdir(), "takeup-browser-"));

  path = (name) => join(this.folder, name);
  environment = () => ({ ...process.env, XDG_CONFIG_HOME: this.path("config") });

  /** Runs `takeup …` and answers with what it printed. */
  takeup(...args) {
    const { status, stdout, stderr, error } = spawnSync(COMMAND, args, { env: this.environment(), encoding: "utf8" });
    if (error) throw new Error(`${COMMAND} could not be run (${error.message}): cargo build -p takeup-cli`);
    if (status !== 0) throw new Error(`takeup ${args.join(" ")} ended with ${status}:\n${stderr}${stdout}`);
    return stdout;
  }

  /** Serves the built pages, with `workspace` open if one is named. */
  async serve(workspace) {
    const port = await freePort();
    const args = ["serve", "--ui", join(REPO, "ui", "dist"), "--port", String(port)];
    if (workspace) args.push("--open", workspace);
    const server = spawn(COMMAND, args, { env: this.environment(), stdio: ["ignore", "ignore", "pipe"] });
    const said = [];
    server.stderr.on("data", (bytes) => said.push(bytes));
    const gone = new Promise((resolve) => server.once("exit", resolve));
    const address = `http://127.0.0.1:${port}/`;
    for (let tries = 0; ; tries++) {
      if (await fetch(address).then((answer) => answer.ok, () => false)) break;
      if (tries > 200 || server.exitCode !== null) {
        server.kill();
        throw new Error(`takeup serve does not answer at ${address}:\n${Buffer.concat(said)}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const stop = async () => {
      server.kill();
      await gone;
    };
    return { address, stop, call: (name, request) => call(address, name, request) };
  }

  clear = () => rmSync(this.folder, { recursive: true, force: true });
}

async function call(address, name, request = {}) {
  const answer = await fetch(`${address}call/${name}`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-takeup": "1" },
    body: JSON.stringify(request),
  });
  const body = await answer.json();
  if (!answer.ok) throw new Error(`${name}: ${body.code}: ${body.message}`);
  return body;
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
