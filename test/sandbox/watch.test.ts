import { expect, it } from "vitest";
import { createWatch } from "../../sandbox/watch.ts";

it("gives what is there already", async () => {
  expect(await createWatch().changed(() => "here")).toBe("here");
});

it("looks again after each change, until there is something to see", async () => {
  const watch = createWatch();
  const seen: string[] = [];
  const second = watch.changed(() => seen[1]);
  seen.push("first");
  watch.touch();
  seen.push("second");
  watch.touch();
  expect(await second).toBe("second");
});

it("rejects with what the look throws, and when the stand-in closes first", async () => {
  const watch = createWatch();
  await expect(
    watch.changed(() => {
      throw new Error("it cannot be seen");
    }),
  ).rejects.toThrow("it cannot be seen");
  const never = watch.changed(() => null);
  watch.close();
  await expect(never).rejects.toThrow("closed before");
});
