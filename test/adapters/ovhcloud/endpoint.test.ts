import { describe, expect, it } from "vitest";
import { resolveEndpoint } from "../../../adapters/ovhcloud/endpoint.ts";
import { FatalError } from "../../../src/errors.ts";

describe("the endpoint", () => {
  it.each([
    ["ovh-eu", "https://eu.api.ovh.com/1.0", "https://www.ovh.com/auth/oauth2/token", "www.ovh.com"],
    ["ovh-ca", "https://ca.api.ovh.com/1.0", "https://ca.ovh.com/auth/oauth2/token", "ca.ovh.com"],
    [
      "ovh-us",
      "https://api.us.ovhcloud.com/1.0",
      "https://us.ovhcloud.com/auth/oauth2/token",
      "us.ovhcloud.com",
    ],
  ])("%s has its own API, token server and console", (name, base, tokenUrl, host) => {
    const endpoint = resolveEndpoint(name);
    expect(endpoint).toMatchObject({ base, tokenUrl });
    expect(endpoint.links.services).toBe(`https://${host}/manager/#/billing/autorenew/services`);
  });

  it.each(["http://127.0.0.1:8080/1.0", "http://localhost:8080/1.0/", "http://[::1]:8080/1.0"])(
    "may be on this machine: %s",
    (name) => {
      const { origin } = new URL(name);
      expect(resolveEndpoint(name)).toMatchObject({
        base: `${origin}/1.0`,
        tokenUrl: `${origin}/auth/oauth2/token`,
      });
    },
  );

  it.each([
    "https://eu.api.ovh.com.example.net/1.0",
    "http://10.0.0.1/1.0",
    "http://127.0.0.1.example.net/1.0",
    "http://user:pw@127.0.0.1/1.0",
    "kimsufi-eu",
    "",
  ])("is nowhere else: %s", (name) => {
    expect(() => resolveEndpoint(name)).toThrow(FatalError);
    expect(() => resolveEndpoint(name)).toThrow(/OVH_ENDPOINT/);
  });
});
