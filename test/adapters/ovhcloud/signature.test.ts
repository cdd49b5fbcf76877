import { expect, it } from "vitest";
import { signRequest } from "../../../adapters/ovhcloud/signature.ts";

/** The sample keys of OVHcloud's first-steps guide. */
const KEYS = {
  applicationSecret: "EXEgWIz07P0HYwtQDs7cNIqCiQaWSuHF",
  consumerKey: "MtSwSrPpNjqfVSmJhLbPyr2i45lSwPU1",
};
const timestamp = 1_700_000_000;

it("signs a GET with its query as sent", () => {
  const url = "https://eu.api.ovh.com/1.0/services?routes=/hosting/web";
  expect(signRequest(KEYS, { method: "GET", url, body: "", timestamp })).toBe(
    "$1$31c631321e158a440cceaf81e831ee1b919e7fdb",
  );
});

it("signs a PUT with the bytes of its body", () => {
  const url = "https://eu.api.ovh.com/1.0/services/29162449";
  const body = '{"terminationPolicy":"terminateAtExpirationDate"}';
  expect(signRequest(KEYS, { method: "put", url, body, timestamp })).toBe(
    "$1$aba1e27797e88c0a40294fe1582475f04504a625",
  );
});
