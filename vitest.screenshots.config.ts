import { defineConfig } from "vitest/config";

/** `npm run screenshots`: the README's pictures, made of the built program as the browser tests see it. */
export default defineConfig({
  test: {
    include: ["test/browser/screenshots.ts"],
    testTimeout: 120_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
});
