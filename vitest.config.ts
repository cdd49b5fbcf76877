import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.{ts,tsx}"],
    exclude: ["test/browser/**"],
    testTimeout: 20_000,
    hookTimeout: 20_000,
    // No module here holds state, so files may share a process: a process for each takes twice as long as the tests.
    isolate: false,
    // The default leaves a processor idle, which on two is half of them.
    maxWorkers: "100%",
    unstubEnvs: true,
    restoreMocks: true,
  },
});
