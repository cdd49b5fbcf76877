import { createHash } from "node:crypto";
import { SECOND } from "../../src/domain/instant.ts";
import { type HttpReply, type HttpRequest, json } from "../http.ts";
import { forbidden, refuse, refuseAtGateway } from "./refusal.ts";
import { expectedSignature } from "./signature.ts";

/** What the sandbox's account accepts: the application key triple, or the service account. */
export const EXAMPLE_CREDENTIALS = {
  applicationKey: "sandboxappkey001",
  applicationSecret: "sandboxapplicationsecret00000001",
  consumerKey: "sandboxconsumerkey00000000000001",
  clientId: "EU.sandboxclient001",
  clientSecret: "sandboxclientsecret0000000000001",
} as const;

/** Who calls, once the credential has been verified. */
export type Caller = "application-key" | "oauth2" | "nobody";

/** Choice: OVHcloud's tolerance for `X-Ovh-Timestamp` is not known. */
const TOLERATED_SKEW_SECONDS = 30;

/** As OVHcloud's token endpoint says. */
const TOKEN_SECONDS = 3599;

export interface Credentials {
  /** Throws a Refusal when a credential was sent and is not good; `nobody` when none was sent. */
  verify(request: HttpRequest): Caller;
  /** Answers the token endpoint of the client-credentials flow. */
  grantToken(request: HttpRequest): HttpReply;
  /** Bearer tokens that were handed out stop working; new ones can be had. */
  revokeTokens(): void;
  /** The consumer key and the service account stop working for good. */
  revoke(): void;
}

/** `now` is the server's time, which may differ from the callers'. */
export function createCredentials(now: () => number): Credentials {
  const tokens = new Map<string, number>();
  let revoked = false;
  let granted = 0;

  const verifySignature = (request: HttpRequest): Caller => {
    const { applicationKey, applicationSecret, consumerKey } = EXAMPLE_CREDENTIALS;
    if (request.headers["x-ovh-application"] !== applicationKey)
      throw forbidden("This application key is invalid");
    if (revoked || request.headers["x-ovh-consumer"] !== consumerKey)
      throw refuseAtGateway(403, "INVALID_CREDENTIAL", "This credential is not valid");
    const timestamp = String(request.headers["x-ovh-timestamp"] ?? "");
    const expected = expectedSignature({
      applicationSecret,
      consumerKey,
      method: request.method,
      url: `http://${request.headers.host}${request.target}`,
      body: request.body,
      timestamp,
    });
    if (request.headers["x-ovh-signature"] !== expected)
      throw refuseAtGateway(400, "INVALID_SIGNATURE", "Invalid signature");
    if (Math.abs(Number(timestamp) - now() / SECOND) > TOLERATED_SKEW_SECONDS)
      throw refuseAtGateway(400, "QUERY_TIME_OUT", "Query out of time");
    return "application-key";
  };

  const verifyToken = (token: string): Caller => {
    const endsAt = tokens.get(token) ?? 0;
    if (revoked || now() >= endsAt) throw refuse(401, "Client::Unauthorized", "You must login first");
    return "oauth2";
  };

  return {
    verify(request) {
      const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1];
      if (bearer) return verifyToken(bearer);
      return request.headers["x-ovh-consumer"] === undefined ? "nobody" : verifySignature(request);
    },
    grantToken(request) {
      const refused = checkTokenRequest(request, revoked);
      if (refused) return refused;
      granted++;
      const token = createHash("sha256").update(`token ${granted} at ${now()}`).digest("base64url");
      tokens.set(token, now() + TOKEN_SECONDS * SECOND);
      return json(200, {
        access_token: token,
        token_type: "Bearer",
        expires_in: TOKEN_SECONDS,
        scope: "all",
      });
    },
    revokeTokens: () => tokens.clear(),
    revoke() {
      revoked = true;
    },
  };
}

/** The refusal in OAuth2's shape, or null when the request is good. Client id and secret as form or as Basic. */
function checkTokenRequest(request: HttpRequest, revoked: boolean): HttpReply | null {
  const form = new URLSearchParams(request.body.toString("utf8"));
  if (form.get("grant_type") !== "client_credentials") return json(400, { error: "unsupported_grant_type" });
  const basic = /^Basic (.+)$/.exec(request.headers.authorization ?? "")?.[1];
  const [id, secret] = basic
    ? Buffer.from(basic, "base64").toString("utf8").split(":").map(decodeURIComponent)
    : [form.get("client_id"), form.get("client_secret")];
  const good = id === EXAMPLE_CREDENTIALS.clientId && secret === EXAMPLE_CREDENTIALS.clientSecret;
  return good && !revoked ? null : json(401, { error: "invalid_client" });
}
