import { defineConfig } from "vite";

/** Built beside the compiled server, which serves it. JSX is set in tsconfig.json. */
export default defineConfig({
  root: import.meta.dirname,
  base: "./",
  build: {
    outDir: "../../../dist/sandbox/playground/page",
    emptyOutDir: true,
    target: "es2023",
    // The server's Content-Security-Policy allows files of its own alone.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
