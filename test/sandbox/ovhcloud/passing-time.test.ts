import { describe, expect, it } from "vitest";
import { addMonths } from "../../../sandbox/ovhcloud/paris-time.ts";
import { DAY, HOUR } from "../../../src/domain/instant.ts";
import { openSandbox, START } from "./open-sandbox.ts";

const AUTOMATIC = 27330410;
const MANUAL_3_DAYS = 26001879;
const ENDING_IN_47_HOURS = 30770101;
const UNPAID = 30110457;
const ENGAGED = 24118091;
const FREE = 21500308;

describe("as time passes", () => {
  it("an automatic service is renewed at its expiry, month after month", async () => {
    const { sandbox, clock } = await openSandbox();
    await clock.advance(12 * DAY);
    expect(sandbox.service(AUTOMATIC)).toMatchObject({
      lifecycle: "active",
      expiresAt: addMonths(START + 12 * DAY, 1),
    });
    await clock.advance(62 * DAY);
    expect(sandbox.service(AUTOMATIC).expiresAt).toBe(addMonths(START + 12 * DAY, 3));
  });

  it("an automatic service is renewed for its own period", async () => {
    const { sandbox, clock } = await openSandbox();
    await clock.advance(90 * DAY);
    expect(sandbox.service(29162449)).toMatchObject({
      months: 12,
      expiresAt: addMonths(START + 90 * DAY, 12),
    });
  });

  it("a manual service expires, and is terminated after its grace", async () => {
    const { sandbox, clock, get } = await openSandbox();
    await clock.advance(3 * DAY - 1000);
    expect(sandbox.service(MANUAL_3_DAYS).lifecycle).toBe("active");
    await clock.advance(1000);
    expect(sandbox.service(MANUAL_3_DAYS)).toMatchObject({ lifecycle: "unrenewed", resource: "active" });
    expect(await get("/domain/velo-cargo.fr")).toMatchObject({ status: 200, body: { state: "expired" } });
    await clock.advance(30 * DAY);
    expect(sandbox.service(MANUAL_3_DAYS)).toMatchObject({
      lifecycle: "terminated",
      endedAt: START + 33 * DAY,
    });
  });

  it("a pending termination takes effect, then answers 460, then is unknown", async () => {
    const { sandbox, clock, get } = await openSandbox();
    await clock.advance(47 * HOUR - 1000);
    expect(sandbox.service(ENDING_IN_47_HOURS).lifecycle).toBe("active");
    await clock.advance(1000);
    expect(await get(`/services/${ENDING_IN_47_HOURS}`)).toMatchObject({
      status: 200,
      body: {
        resource: { state: "toDelete" },
        billing: { lifecycle: { current: { state: "terminated", pendingActions: [] } } },
      },
    });
    expect(await get("/hosting/web/marche-de-noel-2025.fr")).toMatchObject({ status: 460 });
    await clock.advance(DAY);
    expect(sandbox.service(ENDING_IN_47_HOURS).resource).toBe("deleted");
    expect(await get(`/services/${ENDING_IN_47_HOURS}`)).toMatchObject({
      status: 460,
      body: { class: "Client::ServiceExpired" },
    });
    expect((await get("/services")).body).not.toContain(ENDING_IN_47_HOURS);
    await clock.advance(DAY);
    expect(await get(`/services/${ENDING_IN_47_HOURS}`)).toMatchObject({ status: 404 });
  });

  it("a service terminated at the end of its commitment is renewed until then", async () => {
    const { sandbox, clock } = await openSandbox();
    sandbox.change(ENGAGED, { termination: "terminateAtEngagementDate" });
    await clock.advance(200 * DAY);
    expect(sandbox.service(ENGAGED)).toMatchObject({ lifecycle: "active" });
    await clock.advance(50 * DAY);
    expect(sandbox.service(ENGAGED)).toMatchObject({ lifecycle: "terminated", endedAt: START + 250 * DAY });
  });

  it("a commitment ends and the service goes on", async () => {
    const { sandbox, clock } = await openSandbox();
    await clock.advance(251 * DAY);
    expect(sandbox.service(ENGAGED)).toMatchObject({ lifecycle: "active", engagement: null });
  });

  it("an unpaid service is suspended seven days after its expiry, never renewed", async () => {
    const { sandbox, clock } = await openSandbox();
    await clock.advance(6 * DAY - 1000);
    expect(sandbox.service(UNPAID).resource).toBe("active");
    await clock.advance(1000);
    expect(sandbox.service(UNPAID)).toMatchObject({ lifecycle: "unpaid", resource: "suspended" });
  });

  it("what has no end stays", async () => {
    const { sandbox, clock } = await openSandbox();
    await clock.advance(2000 * DAY);
    expect(sandbox.service(FREE)).toMatchObject({ lifecycle: "active", expiresAt: null });
  });

  it("a month is counted to its last day", () => {
    expect(addMonths(Date.UTC(2027, 0, 31, 8), 1)).toBe(Date.UTC(2027, 1, 28, 8));
    expect(addMonths(Date.UTC(2028, 1, 29), 12)).toBe(Date.UTC(2029, 1, 28));
    expect(addMonths(Date.UTC(2026, 11, 15), 1)).toBe(Date.UTC(2027, 0, 15));
  });
});
