import { defineConfig } from "vitest/config";

/** `npm run test:browser`: the built program in its own process, and a real Chromium in front of it. */
export default defineConfig({
  test: {
    include: ["test/browser/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Each file has a program and a browser of its own; two processors bear no more than two of them.
    maxWorkers: 2,
    retry: 0,
  },
});
