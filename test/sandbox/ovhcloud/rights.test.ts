import { describe, expect, it } from "vitest";
import type { AccessRule } from "../../../sandbox/ovhcloud/access.ts";
import { openSandbox } from "./open-sandbox.ts";

const EVERYTHING: readonly AccessRule[] = (["GET", "POST", "PUT", "DELETE"] as const).map((method) => ({
  method,
  path: "/*",
}));

const NEVER = [
  ["DELETE", "/services/29162449"],
  ["POST", "/services/29162449/terminate/skipRetentionPeriod"],
  ["GET", "/me/notification/email/history"],
  ["GET", "/me/notification/email/history/1"],
] as const;

describe("access rules", () => {
  it.each(NEVER)(
    "never grant %s %s, not even to a credential that may do everything",
    async (method, path) => {
      for (const accessRules of [undefined, EVERYTHING]) {
        const { call, sandbox } = await openSandbox(accessRules ? { accessRules } : {});
        expect(await call(method, path)).toMatchObject({
          status: 403,
          body: {
            errorCode: "NOT_GRANTED_CALL",
            httpCode: "403 Forbidden",
            message: "This call has not been granted",
          },
        });
        expect(sandbox.writes()).toEqual([]);
        expect(sandbox.service(29162449).lifecycle).toBe("active");
      }
    },
  );

  it("refuse a route that no rule names", async () => {
    const { get, sandbox } = await openSandbox({ accessRules: [{ method: "GET", path: "/services" }] });
    expect((await get("/services")).status).toBe(200);
    expect((await get("/services/29162449")).status).toBe(403);
    sandbox.setAccessRules([{ method: "GET", path: "/services/*" }]);
    expect((await get("/services")).status).toBe(403);
    expect((await get("/services/29162449")).status).toBe(200);
  });

  it("let a star stand for further parts of a path", async () => {
    const { get } = await openSandbox({ accessRules: [{ method: "GET", path: "/services/*" }] });
    expect((await get("/services/29162449/options")).status).toBe(200);
  });

  it("refuse an unknown route like any other, and call it unknown where it is granted", async () => {
    const { get, sandbox } = await openSandbox();
    expect((await get("/no/such/route")).status).toBe(403);
    sandbox.setAccessRules(EVERYTHING);
    expect(await get("/no/such/route")).toMatchObject({ status: 404, body: { class: "Client::NotFound" } });
  });
});
