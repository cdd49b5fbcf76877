import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { createSandboxClock } from "../../sandbox/clock.ts";
import { createFilesAtRest } from "../../sandbox/playground/bot/files-at-rest.ts";

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

it("holds time up until what is written is on the disk, and what follows from it", async () => {
  const directory = await mkdtemp(join(tmpdir(), "lastcall-files-"));
  const files = createFilesAtRest();
  const clock = createSandboxClock({ start: 0, frozen: true });
  clock.join({ next: () => null, moved: async () => {}, settled: files.settled, activity: files.waits });
  let written = 0;
  const write = async (): Promise<void> => {
    for (const name of ["one", "two", "three"]) {
      const file = await open(join(directory, name), "w");
      await file.write("a decision");
      await file.sync();
      await file.close();
      written++;
      // Something is thought over before the next is written.
      for (let turns = 0; turns < 15; turns++) await turn();
    }
  };
  let atNext = 0;
  clock.at(100, () => void write());
  clock.at(101, () => {
    atNext = written;
  });
  await clock.advance(200);
  expect(atNext).toBe(3);
  await rm(directory, { recursive: true, force: true });
});
