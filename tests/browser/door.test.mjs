// The command's server is for its own pages on this machine only.
import assert from "node:assert/strict";
import { request } from "node:http";
import { networkInterfaces } from "node:os";
import { after, before, test } from "node:test";

import { Desk } from "./takeup.mjs";

const desk = new Desk();
let server;

before(async () => {
  server = await desk.serve();
});

after(async () => {
  await server?.stop();
  desk.clear();
});

const post = (headers) =>
  fetch(`${server.address}call/about`, { method: "POST", headers, body: "{}" }).then(
    (answer) => answer.status,
  );

/** fetch() chooses the Host header itself, so this asks by hand. */
const asHost = (host) =>
  new Promise((resolve, reject) => {
    const { port } = new URL(server.address);
    const asked = request(
      { host: "127.0.0.1", port, path: "/call/about", method: "POST", headers: { host, "x-takeup": "1" } },
      (answer) => resolve(answer.resume().statusCode),
    );
    asked.once("error", reject);
    asked.end("{}");
  });

test("its own pages may call", async () => {
  assert.equal(await post({ "x-takeup": "1", "content-type": "application/json" }), 200);
});

test("another site's page cannot: no header, no answer", async () => {
  assert.equal(await post({ "content-type": "text/plain" }), 403);
});

test("nor can a name that was pointed at this machine", async () => {
  assert.equal(await asHost("evil.example"), 403);
});

test("nothing outside the pages is served", async () => {
  for (const path of ["..%2f..%2fCargo.toml", "%2e%2e/%2e%2e/Cargo.toml", "../../../etc/passwd"]) {
    const answer = await fetch(server.address + path);
    assert.ok(!(await answer.text()).match(/\[workspace\]|root:/), path);
  }
});

test("it listens on the loopback address alone", async (t) => {
  const others = Object.values(networkInterfaces())
    .flat()
    .filter(({ internal, family }) => !internal && family === "IPv4");
  if (others.length === 0) return t.skip("this machine has no other address");
  const { port } = new URL(server.address);
  const heard = fetch(`http://${others[0].address}:${port}/`, { signal: AbortSignal.timeout(2000) });
  await assert.rejects(heard);
});
