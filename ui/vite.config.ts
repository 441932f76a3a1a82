import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";

// Relative addresses, so that the same files are served by the window and by `takeup serve`.
export default defineConfig({
  base: "./",
  plugins: [svelte()],
  build: {
    outDir: "dist",
    target: "es2022",
    // Vite's CSS minifier rejects a media query in govuk-frontend.
    cssMinify: false,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
  css: {
    preprocessorOptions: { scss: { quietDeps: true, loadPaths: ["node_modules"] } },
  },
  server: { port: 5174, strictPort: false },
  // Svelte's browser build, also in unit tests.
  resolve: process.env.VITEST ? { conditions: ["browser"] } : {},
  test: { environment: "happy-dom", include: ["src/**/*.test.ts"], setupFiles: ["src/test-setup.ts"] },
});
