import { describe, expect, it } from "vitest";
import { createRouteTable } from "../../sandbox/routes.ts";

const table = createRouteTable([
  { method: "GET", path: "/hosting/web/{name}", handle: "one" },
  { method: "GET", path: "/hosting/web/attachedDomain", handle: "literal" },
  { method: "POST", path: "/hosting/web/{name}/database/{db}", handle: "two" },
]);

describe("a route table", () => {
  it("reads the variables percent-decoded", () => {
    const match = table.find("POST", "/hosting/web/caf%C3%A9%2Fx/database/db1");
    expect(match.kind === "found" && [match.params.get("name"), match.params.get("db")]).toEqual([
      "café/x",
      "db1",
    ]);
  });

  it("prefers a literal part to a variable", () => {
    expect(table.find("GET", "/hosting/web/attachedDomain")).toMatchObject({ route: { handle: "literal" } });
  });

  it("tells a wrong method from an unknown path", () => {
    expect(table.find("DELETE", "/hosting/web/x")).toEqual({ kind: "wrong-method" });
    expect(table.find("GET", "/hosting/web/x/y/z/w")).toEqual({ kind: "unknown" });
    expect(table.find("GET", "/hosting/web/")).toEqual({ kind: "unknown" });
  });

  it("survives a path that cannot be decoded", () => {
    const match = table.find("GET", "/hosting/web/%E0%A4%A");
    expect(match.kind === "found" && match.params.get("name")).toBe("%E0%A4%A");
  });

  it("throws for a variable that the template does not have", () => {
    const match = table.find("GET", "/hosting/web/x");
    expect(() => match.kind === "found" && match.params.get("nme")).toThrow("{nme}");
  });
});
