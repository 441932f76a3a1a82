import { afterEach, describe, expect, it, vi } from "vitest";

import { asHostError, HostError } from "./host";
import { httpHost } from "./http";

const answers = (status: number, body: string) =>
  vi.fn<typeof fetch>(() => Promise.resolve(new Response(body, { status })));

afterEach(() => vi.unstubAllGlobals());

describe("the HTTP twin", () => {
  const host = httpHost(() => Promise.resolve(["/tmp/a.takeup"]));

  it("posts the request with its header and gives back the answer", async () => {
    const fetch = answers(200, '{"path":"/tmp/b"}');
    vi.stubGlobal("fetch", fetch);
    await expect(host.call("save_copy", { path: "/tmp/b" })).resolves.toEqual({ path: "/tmp/b" });
    const [address, init] = fetch.mock.calls[0] ?? [];
    expect(address).toBe("/call/save_copy");
    expect(init).toMatchObject({ method: "POST", body: '{"path":"/tmp/b"}' });
    expect(init?.headers).toMatchObject({ "x-takeup": "1", "content-type": "application/json" });
  });

  it("rejects with the host’s own code and message", async () => {
    vi.stubGlobal(
      "fetch",
      answers(400, '{"code":"newer","message":"This file was made by a newer Takeup."}'),
    );
    const failure = await host.call("open", { path: "/x" }).catch((e: unknown) => e);
    expect(failure).toBeInstanceOf(HostError);
    expect(failure).toMatchObject({ code: "newer", message: "This file was made by a newer Takeup." });
  });

  it("says so when the answer cannot be read", async () => {
    vi.stubGlobal("fetch", answers(500, "<html>"));
    await expect(host.call("info", {})).rejects.toThrow("no readable answer to “info” (500)");
  });

  it("says so when nobody answers", async () => {
    vi.stubGlobal(
      "fetch",
      vi.fn(() => Promise.reject(new TypeError("refused"))),
    );
    await expect(host.call("info", {})).rejects.toMatchObject({ code: "no-host" });
  });

  it("asks for paths where a window would show a chooser", async () => {
    await expect(host.pickFiles("workspace", false)).resolves.toEqual(["/tmp/a.takeup"]);
    await expect(host.saveFile("x.takeup")).resolves.toBe("/tmp/a.takeup");
    await expect(httpHost(() => Promise.resolve([])).saveFile("x")).resolves.toBeNull();
    expect(host.openLink("https://example.org/")).toBe(false);
  });
});

describe("asHostError", () => {
  it("makes one of anything", () => {
    expect(asHostError({ code: "busy", message: "Open elsewhere." })).toMatchObject({ code: "busy" });
    expect(asHostError("no").message).toBe("no");
    expect(asHostError(null).code).toBe("unexpected");
  });
});
