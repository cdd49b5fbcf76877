import { describe, expect, it } from "vitest";
import { parseOvhConf } from "../../src/config/ovh-conf.ts";
import { DISCORD, OVH_KEYS, problemsOf, readReal } from "./environments.ts";

const CONF = `
; comments
[default]
endpoint = ovh-ca

[ovh-eu]
application_key=eueueueueueueueu
[ovh-ca]
application_key = cacacacacacacaca
application_secret: casecretcasecretcasecretcasecret
consumer_key=caconsumercaconsumercaconsumer00
`;

const OAUTH2 =
  "[default]\nendpoint=ovh-eu\n[ovh-eu]\nclient_id=EU.0123456789abcdef\nclient_secret=abcdef0123456789\n";

describe("ovh.conf", () => {
  it("is read as OVHcloud's SDKs read it", () => {
    const conf = parseOvhConf(CONF);
    expect(conf.section("default")?.get("endpoint")).toBe("ovh-ca");
    expect(conf.section("ovh-ca")?.get("application_secret")).toBe("casecretcasecretcasecretcasecret");
    expect(conf.section("nowhere")).toBeUndefined();
    expect(conf.badLines).toEqual([]);
  });

  it("may begin with a byte order mark, quote its values, comment behind them and be joined of several", () => {
    const conf = parseOvhConf(
      `\uFEFF[default]\r\nendpoint="ovh-us" \r\n${CONF}[default]\nendpoint = ovh-eu ; mine\n`,
    );
    expect(conf.section("default")?.get("endpoint")).toBe("ovh-eu");
    expect(parseOvhConf("\uFEFF[a]\nb='c;d'").section("a")?.get("b")).toBe("c;d");
    expect(conf.badLines).toEqual([]);
  });

  it("completes the environment, from the section of the endpoint", () => {
    expect(readReal({ ...DISCORD }, CONF).ovh).toEqual({
      endpoint: "ovh-ca",
      credentials: {
        kind: "application",
        applicationKey: "cacacacacacacaca",
        applicationSecret: "casecretcasecretcasecretcasecret",
        consumerKey: "caconsumercaconsumercaconsumer00",
      },
    });
  });

  it("gives way to the environment, value by value", () => {
    const { ovh } = readReal({ ...DISCORD, OVH_CONSUMER_KEY: OVH_KEYS.OVH_CONSUMER_KEY }, CONF);
    expect(ovh.credentials).toMatchObject({
      applicationKey: "cacacacacacacaca",
      consumerKey: OVH_KEYS.OVH_CONSUMER_KEY,
    });
  });

  it("does not mix one account's section into another's endpoint", () => {
    expect(
      problemsOf({ ...DISCORD, OVH_ENDPOINT: "ovh-eu" }, CONF).map((line) => line.split(" ")[0]),
    ).toEqual(["OVH_APPLICATION_SECRET", "OVH_CONSUMER_KEY"]);
  });

  it("may hold a service account, which the environment's keys hide", () => {
    expect(readReal({ ...DISCORD }, OAUTH2).ovh.credentials.kind).toBe("oauth2");
    expect(readReal({ ...DISCORD, ...OVH_KEYS }, OAUTH2).ovh.credentials.kind).toBe("application");
  });

  it("is named when a value in it is malformed, which is not shown", () => {
    const problems = problemsOf({ ...DISCORD }, CONF.replace("caconsumercaconsumercaconsumer00", "s3cret!"));
    expect(problems).toEqual([
      "consumer_key of [ovh-ca] in ovh.conf is 7 characters long; it should be letters and digits, usually 32",
    ]);
  });

  it("is named with the line that cannot be read, which is not shown", () => {
    expect(problemsOf({ ...DISCORD, ...OVH_KEYS }, "[default]\r\nsecret value\r\n=\r\n")).toEqual([
      "ovh.conf, line 2, is neither a [section] nor key=value",
      "ovh.conf, line 3, is neither a [section] nor key=value",
    ]);
  });
});
