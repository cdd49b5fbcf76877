import { describe, expect, it } from "vitest";
import { type ChangeRoute, fillPath, type ReadRoute, ROUTES } from "../../../adapters/ovhcloud/routes.ts";
import { isGranted, LEAST_PRIVILEGE } from "../../../sandbox/ovhcloud/access.ts";

const all = Object.values(ROUTES).map(({ method, path }) => `${method} ${path}`);

describe("the routes that the client can call", () => {
  it("are these and no others", () => {
    expect(all).toEqual([
      "GET /auth/time",
      "GET /me",
      "GET /services",
      "GET /services/{id}",
      "GET /services/{id}/renewPeriodCapacities",
      "PUT /services/{id}",
      "GET /domain/{name}/serviceInfos",
      "GET /domain/zone/{name}/serviceInfos",
      "GET /hosting/web/{name}/serviceInfos",
      "GET /hosting/privateDatabase/{name}/serviceInfos",
      "GET /vps/{name}/serviceInfos",
      "GET /dedicated/server/{name}/serviceInfos",
      "GET /vrack/{name}/serviceInfos",
      "GET /email/domain/{name}/serviceInfos",
      "GET /hosting/web/{name}",
      "GET /hosting/web/{name}/attachedDomain",
      "GET /hosting/web/{name}/database",
      "GET /hosting/web/{name}/database/{database}",
      "GET /hosting/web/{name}/database/{database}/dump",
      "GET /hosting/web/{name}/database/{database}/dump/{id}",
      "GET /domain/zone/{name}/record",
      "GET /email/domain/{name}/account",
      "POST /hosting/web/{name}/terminate",
      "POST /hosting/web/{name}/confirmTermination",
    ]);
  });

  it("hold no right that the bot must not have", () => {
    for (const route of all) {
      expect(route).not.toMatch(
        /^DELETE|^PATCH|\/me\/notification|skipRetentionPeriod|\/services\/.*terminate/,
      );
    }
    const read: ReadRoute = "service";
    const change: ChangeRoute = "updateService";
    // @ts-expect-error a change cannot be asked for as a read, which would be repeated
    const repeated: ReadRoute = "requestDeletion";
    expect([read, change, repeated]).toHaveLength(3);
  });

  it("are all granted by the rules that the installation asks for, and those grant no route in vain", () => {
    const calls = Object.values(ROUTES)
      .filter(({ path }) => !path.startsWith("/auth/"))
      .map(({ method, path }) => ({ method, path: path.replace(/\{\w+\}/g, "x") }));
    for (const { method, path } of calls)
      expect([path, isGranted(LEAST_PRIVILEGE, method, path)]).toEqual([path, true]);
    for (const rule of LEAST_PRIVILEGE)
      expect([rule, calls.some(({ method, path }) => isGranted([rule], method, path))]).toEqual([rule, true]);
  });

  it.each(["example.com/../../services/1", "a/b", "x?y=z", "x#y", "é.fr"])(
    "cannot be led astray by a service called %s",
    (name) => {
      const path = fillPath("hosting", { name });
      expect(new URL(`http://127.0.0.1/1.0${path}`).pathname.split("/")).toHaveLength(5);
      expect(decodeURIComponent(path)).toBe(`/hosting/web/${name}`);
    },
  );

  it.each(["", ".", ".."])("refuse %j as a part of a path", (name) => {
    expect(() => fillPath("hosting", { name })).toThrow(RangeError);
    expect(() => fillPath("hosting", {})).toThrow(RangeError);
  });
});
