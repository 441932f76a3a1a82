import { render } from "@testing-library/svelte";
import axe from "axe-core";
import type { Component } from "svelte";
import { beforeEach, describe, expect, it } from "vitest";

import { useHost } from "../host";
import { fakeHost } from "../host/fake";

interface Examples {
  component: Component<Record<string, unknown>>;
  examples: Record<string, Record<string, unknown>>;
}

const all = import.meta.glob<Examples>("./*/examples.ts", { eager: true });

// happy-dom lays nothing out, so what needs a layout is left to the browser journeys.
const RULES = { "color-contrast": { enabled: false }, region: { enabled: false } };

beforeEach(() => useHost(fakeHost()));

describe.each(Object.entries(all))("%s", (_path, { component, examples }) => {
  it.each(Object.entries(examples))("shows: %s", async (_name, props) => {
    const { container } = render(component, { props });
    // Hostile names stay text.
    expect(container.querySelectorAll("script, img, b")).toHaveLength(0);
    const ids = [...container.querySelectorAll("[id]")].map((element) => element.id);
    expect(new Set(ids).size).toBe(ids.length);
    const { violations } = await axe.run(container, { rules: RULES });
    expect(violations.map((violation) => `${violation.id}: ${violation.nodes[0]?.html}`)).toEqual([]);
  });
});

it("every component folder but those that need children has examples", () => {
  const folders = Object.keys(import.meta.glob("./*/*.svelte")).map((path) => path.split("/")[1]);
  const shown = Object.keys(all).map((path) => path.split("/")[1]);
  const without = [...new Set(folders)].filter((folder) => !shown.includes(folder));
  // What these two show comes from the state: the page tests show them.
  expect(without.sort()).toEqual(["path-dialog", "saved-banner"]);
});
