import { expect, it } from "vitest";
import { backoff } from "../../src/domain/backoff.ts";

const DELAYS = { first: 1000, most: 60_000 };

it("doubles with each failure and stays under the most", () => {
  const waits = [1, 2, 3, 7, 1000].map((failures) => backoff(failures, DELAYS, () => 0.999_999));
  expect(waits).toEqual([1000, 2000, 4000, 60_000, 60_000]);
});

it("spreads each wait over half of it", () => {
  expect(backoff(1, DELAYS, () => 0)).toBe(500);
  expect(backoff(1, DELAYS, () => 0.5)).toBe(750);
});
