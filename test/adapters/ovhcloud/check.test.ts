import { describe, expect, it } from "vitest";
import type { OvhCredentials } from "../../../adapters/ovhcloud/credentials.ts";
import { createOvhProvider } from "../../../adapters/ovhcloud/provider.ts";
import { createSandboxClock } from "../../../sandbox/clock.ts";
import { FatalError } from "../../../src/errors.ts";
import { createSilentLog } from "../../fakes/silent-log.ts";
import { failureOf } from "./client-rig.ts";
import { APPLICATION, OAUTH2, openProvider } from "./provider-rig.ts";

const WRONG = "a-wrong-value-0001";

describe("the check of the credentials", () => {
  it.each<[string, OvhCredentials]>([
    ["an application key", APPLICATION],
    ["a service account", OAUTH2],
  ])("tells whose account %s opens", async (_, credentials) => {
    const rig = await openProvider({ provider: { credentials } });
    expect(await rig.provider.check()).toEqual({ nichandle: rig.sandbox.account().nichandle });
  });

  it("is what the rights of every service are told with, read once", async () => {
    const rig = await openProvider();
    await rig.provider.check();
    await rig.list();
    await rig.get(29162449);
    expect(rig.asked().filter((call) => call === "GET /me")).toHaveLength(1);
  });

  const WRONGLY: readonly (readonly [string, OvhCredentials])[] = [
    ["OVH_APPLICATION_KEY", { ...APPLICATION, applicationKey: WRONG }],
    ["OVH_APPLICATION_SECRET", { ...APPLICATION, applicationSecret: WRONG }],
    ["OVH_CONSUMER_KEY", { ...APPLICATION, consumerKey: WRONG }],
    ["OVH_CLIENT_ID", { ...OAUTH2, clientId: WRONG }],
    ["OVH_CLIENT_SECRET", { ...OAUTH2, clientSecret: WRONG }],
  ];
  it.each(WRONGLY)("ends in one line that names %s when that is wrong", async (variable, credentials) => {
    const rig = await openProvider({ provider: { credentials } });
    const error = await rig.provider.check().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(FatalError);
    expect(String(error)).toContain(variable);
    expect(String(error)).not.toMatch(/\n/);
    expect(String(error)).not.toContain(WRONG);
  });

  it("names the right that the key lacks", async () => {
    const rig = await openProvider({ sandbox: { accessRules: [] } });
    await expect(rig.provider.check()).rejects.toThrow(/OVH_CONSUMER_KEY; it lacks the right GET \/me/);
  });

  it("is no verdict on the key when OVHcloud does not answer", async () => {
    const rig = await openProvider();
    rig.sandbox.faults.add({ fault: { kind: "status", status: 503 }, path: "/me", count: 9 });
    expect((await failureOf(rig.inTime(rig.provider.check()))).facts.kind).toBe("unreachable");
  });

  it("is not even begun against a host that is not OVHcloud's", () => {
    const clock = createSandboxClock({ start: 0, frozen: true });
    const create = () =>
      createOvhProvider({
        endpoint: "https://api.example.net/1.0",
        credentials: APPLICATION,
        clock,
        log: createSilentLog(),
      });
    expect(create).toThrow(FatalError);
  });
});
