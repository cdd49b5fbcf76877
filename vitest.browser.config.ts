import { defineConfig } from "vitest/config";

/** `npm run test:browser`: the built program in its own process, and a real Chromium in front of it. */
export default defineConfig({
  test: {
    include: ["test/browser/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Each file has a program and a browser of its own, and some of them take the time: one after the other.
    fileParallelism: false,
    retry: 0,
  },
});
