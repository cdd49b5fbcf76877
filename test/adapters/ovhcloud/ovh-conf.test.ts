import { describe, expect, it } from "vitest";
import { readOvhSettings } from "../../../adapters/ovhcloud/ovh-conf.ts";
import { FatalError } from "../../../src/errors.ts";

const FILE = `
; written by hand
[default]
endpoint=ovh-ca

[ovh-eu]
application_key=eu-key

[ovh-ca]
application_key = ca-key   ; the bot's
application_secret="ca secret"
consumer_key: ca-consumer
`;

describe("ovh.conf", () => {
  it("holds the keys in the section that [default] names", () => {
    expect(readOvhSettings([FILE], {})).toEqual({
      endpoint: "ovh-ca",
      applicationKey: "ca-key",
      applicationSecret: "ca secret",
      consumerKey: "ca-consumer",
      clientId: null,
      clientSecret: null,
    });
  });

  it("gives way to the environment, key by key", () => {
    const settings = readOvhSettings([FILE], { OVH_ENDPOINT: "ovh-eu", OVH_CONSUMER_KEY: "mine" });
    expect(settings).toMatchObject({
      endpoint: "ovh-eu",
      applicationKey: "eu-key",
      applicationSecret: null,
      consumerKey: "mine",
    });
  });

  it("counts nearest first, and each file for what it names", () => {
    const near = "[ovh-ca]\r\napplication_key=near\r\n";
    expect(readOvhSettings([near, FILE], {})).toMatchObject({
      endpoint: "ovh-ca",
      applicationKey: "near",
      consumerKey: "ca-consumer",
    });
  });

  it("is read for ovh-eu where nothing names an endpoint", () => {
    const settings = readOvhSettings(["[ovh-eu]\nclient_id=id\nclient_secret=secret"], {});
    expect(settings).toMatchObject({ endpoint: null, clientId: "id", clientSecret: "secret" });
  });

  it("does not mix a service account of the environment with an application key of the file", () => {
    const env = { OVH_ENDPOINT: "ovh-ca", OVH_CLIENT_ID: "id", OVH_CLIENT_SECRET: "secret" };
    expect(readOvhSettings([FILE], env)).toMatchObject({
      clientId: "id",
      applicationKey: null,
      consumerKey: null,
    });
  });

  it("knows no more than the environment where there is no file", () => {
    expect(readOvhSettings([], { OVH_CLIENT_ID: " id ", OVH_CLIENT_SECRET: "" })).toMatchObject({
      endpoint: null,
      clientId: "id",
      clientSecret: null,
    });
  });

  it("names the line that it cannot read, and not what stands there", () => {
    const text = "[ovh-eu]\napplication_key=x\nhunter2hunter2\n";
    expect(() => readOvhSettings([text], {})).toThrow(FatalError);
    expect(() => readOvhSettings([text], {})).toThrow(/^ovh\.conf: line 3 /);
    expect(() => readOvhSettings([text], {})).not.toThrow(/hunter2/);
  });
});
