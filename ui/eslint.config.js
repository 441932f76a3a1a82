import js from "@eslint/js";
import svelte from "eslint-plugin-svelte";
import globals from "globals";
import ts from "typescript-eslint";

const TAURI = { group: ["@tauri-apps/*"], message: "Only src/host may talk to Tauri: ask the Host." };
const barred = (folder) => ({ group: [`**/${folder}/**`], message: "Imports point the other way." });
const only = (files, patterns) => ({
  files: [files],
  rules: { "no-restricted-imports": ["error", { patterns }] },
});

export default ts.config(
  { ignores: ["dist/", "node_modules/", "src/host/generated.ts"] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser } },
    rules: {
      "no-restricted-imports": ["error", { patterns: [TAURI] }],
      "no-console": "error",
      "svelte/no-at-html-tags": "error",
      "@typescript-eslint/no-explicit-any": "error",
    },
  },
  // Imports point one way: pages → components → state → host.
  only("src/components/**", [TAURI, barred("pages")]),
  only("src/state/**", [TAURI, barred("pages"), barred("components")]),
  only("src/words/**", [TAURI, barred("pages"), barred("components"), barred("state"), barred("host")]),
  only("src/host/**", [barred("pages"), barred("components"), barred("state")]),
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: [".svelte"] } },
    // Hash routing without SvelteKit: there is no resolve().
    rules: { "svelte/no-navigation-without-resolve": "off" },
  },
  // TypeScript knows which names exist.
  { files: ["**/*.ts", "**/*.svelte"], rules: { "no-undef": "off" } },
  { files: ["*.config.*"], languageOptions: { globals: { ...globals.node } } },
);
