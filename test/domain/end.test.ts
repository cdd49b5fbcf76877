import { expect, it } from "vitest";
import { cutOff, endOf } from "../../src/domain/end.ts";
import { DAY } from "../../src/domain/instant.ts";
import { NOON, someService } from "./some-service.ts";

it("ends at the expiry, 24 hours after the cut-off", () => {
  const service = someService({ expiresAt: NOON });
  expect(endOf(service)).toBe(NOON);
  expect(cutOff(service)).toBe(NOON - DAY);
});

it("ends at the earlier of expiry and termination", () => {
  const at = NOON + DAY;
  expect(endOf(someService({ expiresAt: NOON, termination: { when: "at-expiry", at } }))).toBe(NOON);
  expect(endOf(someService({ expiresAt: at, termination: { when: "at-expiry", at: NOON } }))).toBe(NOON);
  expect(endOf(someService({ expiresAt: null, termination: { when: "at-expiry", at } }))).toBe(at);
});

it("ends with the commitment when that was asked for, however often it renews before", () => {
  const termination = { when: "at-commitment-end", at: NOON + 90 * DAY } as const;
  expect(endOf(someService({ expiresAt: NOON, termination }))).toBe(NOON + 90 * DAY);
});

it("has neither end nor cut-off where nothing expires", () => {
  expect(endOf(someService({ expiresAt: null }))).toBeNull();
  expect(cutOff(someService({ expiresAt: null }))).toBeNull();
});
