import { SECOND } from "../../../src/domain/instant.ts";
import type { Route } from "../../routes.ts";
import { type AccessRule, isGranted } from "../access.ts";
import { EXAMPLE_CREDENTIALS } from "../credentials.ts";
import { toDatetime } from "../paris-time.ts";
import { type Endpoint, get, value, type World } from "../world.ts";

/** `/auth/time` needs no credential; the others tell a valid one about itself. */
export function authRoutes(world: World, rules: () => readonly AccessRule[]): readonly Route<Endpoint>[] {
  const grantedRules = () => rules().filter(({ method, path }) => isGranted(rules(), method, path));
  return [
    get("/auth/time", null, () => value(Math.floor(world.serverNow() / SECOND))),
    get("/auth/currentCredential", null, () => value(credential(world, grantedRules()))),
    get("/auth/details", null, ({ header }) =>
      value(details(world, grantedRules(), header("authorization") !== undefined)),
    ),
  ];
}

/** `api.Credential`. */
const credential = (world: World, rules: readonly AccessRule[]) => ({
  allowedIPs: null,
  applicationId: 1,
  creation: toDatetime(0),
  credentialId: 1,
  expiration: null,
  lastUse: toDatetime(world.serverNow()),
  ovhSupport: false,
  rules,
  status: "validated",
});

/** `auth.Details`. */
const details = (world: World, rules: readonly AccessRule[], serviceAccount: boolean) => ({
  account: world.account().nichandle,
  allowedRoutes: serviceAccount ? null : rules,
  description: null,
  identities: serviceAccount
    ? [`urn:v1:eu:identity:credential:${world.account().nichandle}/oauth2-${EXAMPLE_CREDENTIALS.clientId}`]
    : [`urn:v1:eu:identity:account:${world.account().nichandle}`],
  method: serviceAccount ? "oauth2_client_credentials" : "account",
  roles: [],
  user: null,
});
