// Starts the command's own server (the HTTP twin of the window) on a workspace made for one test.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
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
    const { status, stdout, stderr, error } = spawnSync(COMMAND, args, {
      env: this.environment(),
      encoding: "utf8",
    });
    if (error) throw new Error(`${COMMAND} could not be run (${error.message}): cargo build -p takeup-cli`);
    if (status !== 0) throw new Error(`takeup ${args.join(" ")} ended with ${status}:\n${stderr}${stdout}`);
    return stdout;
  }

  /** Serves the built pages, with `workspace` open if one is named. */
  async serve(workspace) {
    const args = ["serve", "--ui", join(REPO, "ui", "dist"), "--port", "0"];
    if (workspace) args.push("--open", workspace);
    const server = spawn(COMMAND, args, { env: this.environment(), stdio: ["ignore", "pipe", "pipe"] });
    const gone = new Promise((resolve) => server.once("exit", resolve));
    const said = [];
    server.stderr.on("data", (bytes) => said.push(bytes));
    const address = await new Promise((resolve, reject) => {
      // Its first line is its address.
      server.stdout.once("data", (line) => resolve(line.toString().trim()));
      server.once("error", reject);
      void gone.then((code) => reject(new Error(`takeup serve ended with ${code}:\n${Buffer.concat(said)}`)));
    });
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
