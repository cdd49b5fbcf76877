import { expect, it } from "vitest";
import { expectedSignature } from "../../../sandbox/ovhcloud/signature.ts";

/** The sample keys of OVHcloud's guide "first steps with the API". */
const sample = {
  applicationSecret: "EXEgWIz07P0HYwtQDs7cNIqCiQaWSuHF",
  consumerKey: "MtSwSrPpNjqfVSmJhLbPyr2i45lSwPU1",
  timestamp: "1700000000",
};

it.each([
  [
    "GET",
    "https://eu.api.ovh.com/1.0/services?routes=/hosting/web",
    "",
    "$1$31c631321e158a440cceaf81e831ee1b919e7fdb",
  ],
  [
    "PUT",
    "https://eu.api.ovh.com/1.0/services/29162449",
    '{"terminationPolicy":"terminateAtExpirationDate"}',
    "$1$aba1e27797e88c0a40294fe1582475f04504a625",
  ],
])("expects the known signature of a %s", (method, url, body, signature) => {
  expect(expectedSignature({ ...sample, method, url, body })).toBe(signature);
});
