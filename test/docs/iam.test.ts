import { expect, it } from "vitest";
import { z } from "zod";
import type { RouteName } from "../../adapters/ovhcloud/routes.ts";
import { jsonAfter, readPage } from "./page.ts";

/**
 * The IAM action of each route that the client can call, by OVHcloud's own schemas (`iamActions`). A new route does
 * not compile until its action is written down here. OVHcloud's clock needs none.
 */
const ACTIONS = {
  time: null,
  me: "account:apiovh:me/get",
  services: "account:apiovh:services/get",
  service: "account:apiovh:services/get",
  renewalPeriods: "account:apiovh:services/renewPeriodCapacities/get",
  updateService: "account:apiovh:services/edit",
  domainInfos: "domain:apiovh:serviceInfos/get",
  zoneInfos: "dnsZone:apiovh:serviceInfos/get",
  hostingInfos: "webHosting:apiovh:serviceInfos/get",
  databaseInfos: "webCloudDatabases:apiovh:serviceInfos/get",
  vpsInfos: "vps:apiovh:serviceInfos/get",
  dedicatedInfos: "dedicatedServer:apiovh:serviceInfos/get",
  vrackInfos: "vrack:apiovh:serviceInfos/get",
  mailInfos: "emailDomain:apiovh:serviceInfos/get",
  hosting: "webHosting:apiovh:get",
  attachedDomains: "webHosting:apiovh:attachedDomain/get",
  databases: "webHosting:apiovh:database/get",
  database: "webHosting:apiovh:database/get",
  dumps: "webHosting:apiovh:database/dump/get",
  dump: "webHosting:apiovh:database/dump/get",
  zoneRecords: "dnsZone:apiovh:record/get",
  mailAccounts: "emailDomain:apiovh:account/get",
  requestDeletion: "webHosting:apiovh:terminate",
  finishDeletion: "webHosting:apiovh:confirmTermination",
} as const satisfies Record<RouteName, string | null>;

const policySchema = z.object({
  resources: z.array(z.object({ urn: z.string() })),
  permissions: z.object({ allow: z.array(z.object({ action: z.string() })) }),
});

const policy = policySchema.parse(jsonAfter(await readPage("README.md"), "rights: service account"));
const allowed = policy.permissions.allow.map(({ action }) => action);

it("the README's policy allows what the client can call, and nothing else", () => {
  const needed = new Set(Object.values(ACTIONS).filter((action) => action !== null));
  expect(allowed.toSorted()).toEqual([...needed].toSorted());
});

it("the README's policy holds no wildcard, and no right that skips the e-mail", () => {
  for (const action of allowed)
    expect(action).not.toMatch(/\*|WithoutConfirmation|skipRetentionPeriod|notification/);
});

it("the README's policy names the resources of every action, and no others", () => {
  const kinds = policy.resources.map(({ urn }) => urn.split(":")[4]);
  expect(new Set(kinds)).toEqual(new Set(allowed.map((action) => action.split(":")[0])));
  expect(kinds).toHaveLength(new Set(kinds).size);
});
