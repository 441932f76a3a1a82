import { beforeEach, describe, expect, it, vi } from "vitest";

import { HostError, useHost } from "../host";
import { fakeHost } from "../host/fake";
import { trafford } from "../host/fake/places";
import { FileReading } from "./reading.svelte";

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

async function finish(run: Promise<void>): Promise<void> {
  await vi.runAllTimersAsync();
  await run;
}

describe("a file", () => {
  it("is recognised, counted and read, with its area and mapping", async () => {
    const host = fakeHost();
    useHost(host);
    const file = new FileReading("/home/me/charities.csv");
    await file.recognise();
    expect(file.stage).toBe("ready");
    expect(file.file?.needs).not.toBeNull();
    await file.choose(trafford);
    expect(file.file?.needs).toBeNull();
    await finish(file.count());
    expect([file.stage, file.preview?.new, file.result]).toEqual(["previewed", 600, null]);
    await finish(file.read());
    expect([file.stage, file.result?.register]).toEqual(["done", 1]);
    const reads = host.asked.filter(({ name }) => name === "read").map(({ request }) => request);
    expect(reads).toMatchObject([
      { preview: true, area: trafford.gss, mapping: { kind: "groups", area: trafford.gss } },
      { preview: false },
    ]);
  });

  it("can be stopped, and then nothing is kept", async () => {
    useHost(fakeHost());
    const file = new FileReading("/home/me/charities.csv");
    await file.recognise();
    const run = file.read();
    await vi.advanceTimersByTimeAsync(10);
    await file.cancel();
    await finish(run);
    expect([file.stage, file.result]).toEqual(["ready", null]);
    expect(file.message).toContain("Nothing of this file was kept");
  });

  it("says what is wrong with it", async () => {
    const refuse = () => {
      throw new HostError("not-a-table", "picture.takeup is a JPEG picture, not a table.");
    };
    useHost(fakeHost({ recognise: refuse }));
    const file = new FileReading("C:\\Users\\me\\picture.takeup");
    await file.recognise();
    expect([file.stage, file.name]).toEqual(["failed", "picture.takeup"]);
    expect(file.message).toContain("JPEG");
  });
});
