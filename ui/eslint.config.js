import js from "@eslint/js";
import svelte from "eslint-plugin-svelte";
import globals from "globals";
import ts from "typescript-eslint";

export default ts.config(
  { ignores: ["dist/", "node_modules/", "src/host/generated.ts"] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser } },
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [{ group: ["@tauri-apps/*"], message: "Only src/host may talk to Tauri: ask the Host." }],
        },
      ],
      "no-console": "error",
      "svelte/no-at-html-tags": "error",
      "@typescript-eslint/no-explicit-any": "error",
    },
  },
  { files: ["src/host/**"], rules: { "no-restricted-imports": "off" } },
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
