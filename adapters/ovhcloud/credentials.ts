import { z } from "zod";
import type { Clock } from "../../src/clock.ts";
import { ProviderError } from "../../src/errors.ts";
import { createAccessToken, type GrantedToken } from "./access-token.ts";
import type { Endpoint } from "./endpoint.ts";
import type { Answer, WireRequest } from "./exchange.ts";
import { parseJson } from "./parse-json.ts";
import { toProviderError } from "./refusal.ts";
import { createServerTime } from "./server-time.ts";
import { signRequest } from "./signature.ts";
import { WireFailure } from "./wait.ts";

/** As `OVH_APPLICATION_KEY`… or `OVH_CLIENT_ID`… name them. */
export type OvhCredentials =
  | {
      readonly kind: "application";
      readonly applicationKey: string;
      readonly applicationSecret: string;
      readonly consumerKey: string;
    }
  | { readonly kind: "oauth2"; readonly clientId: string; readonly clientSecret: string };

/** Headers that say who calls. */
type Proof = Readonly<Record<string, string>>;

/** Proves to OVHcloud who calls. */
export interface Authorizer {
  /** The headers that prove it. Rejects with a ProviderError (`sent: "no"`). */
  authorize(request: Omit<WireRequest, "headers">): Promise<Proof>;
  /** After a refusal of `proof`: true when it is dropped and a new one may be believed. */
  renew(error: ProviderError, proof: Proof): boolean;
  /** What must not stand in any text. */
  secrets(): readonly string[];
}

/** Asks outside the budget: one call an hour, and not with the key. */
type Ask = (request: WireRequest) => Promise<Answer>;

export function createAuthorizer(
  credentials: OvhCredentials,
  endpoint: Endpoint,
  clock: Clock,
  ask: Ask,
): Authorizer {
  switch (credentials.kind) {
    case "application":
      return signWithKey(credentials, endpoint, clock, ask);
    case "oauth2":
      return bearToken(credentials, endpoint, clock, ask);
  }
}

type Kind<K extends OvhCredentials["kind"]> = Extract<OvhCredentials, { kind: K }>;

function signWithKey(keys: Kind<"application">, endpoint: Endpoint, clock: Clock, ask: Ask): Authorizer {
  const time = createServerTime(clock, async () => {
    const url = `${endpoint.base}/auth/time`;
    const answer = await spoken("time", ask({ method: "GET", url, headers: {}, body: null }));
    return understood("time", answer, z.int().positive());
  });
  return {
    async authorize({ method, url, body }) {
      const timestamp = await time.now();
      return {
        "X-Ovh-Application": keys.applicationKey,
        "X-Ovh-Consumer": keys.consumerKey,
        "X-Ovh-Timestamp": String(timestamp),
        "X-Ovh-Signature": signRequest(keys, { method, url, body: body ?? "", timestamp }),
      };
    },
    renew({ facts }) {
      // Either can mean that the two clocks went apart since the difference was measured.
      if (facts.code !== "INVALID_SIGNATURE" && facts.code !== "QUERY_TIME_OUT") return false;
      time.forget();
      return true;
    },
    secrets: () => [keys.applicationKey, keys.applicationSecret, keys.consumerKey],
  };
}

const tokenSchema = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });
const tokenErrorSchema = z.object({ error: z.string(), error_description: z.string().optional() });

function bearToken(client: Kind<"oauth2">, endpoint: Endpoint, clock: Clock, ask: Ask): Authorizer {
  const form = new URLSearchParams({
    grant_type: "client_credentials",
    client_id: client.clientId,
    client_secret: client.clientSecret,
    scope: "all",
  });
  const request = async (): Promise<GrantedToken> => {
    const headers = { "Content-Type": "application/x-www-form-urlencoded", Accept: "application/json" };
    const answer = await spoken(
      "token",
      ask({ method: "POST", url: endpoint.tokenUrl, headers, body: form.toString() }),
    );
    refuseClient(answer);
    const granted = understood("token", answer, tokenSchema);
    return { token: granted.access_token, lifeSeconds: granted.expires_in };
  };
  const token = createAccessToken(clock, request);
  return {
    authorize: async () => ({ Authorization: `Bearer ${await token.current()}` }),
    renew({ facts }, proof) {
      if (facts.status !== 401) return false;
      // Of many calls that were refused together, the first drops the token and the others take its successor.
      if (proof.Authorization === `Bearer ${token.held()}`) token.forget();
      return true;
    },
    secrets: () => [client.clientSecret, token.held() ?? ""],
  };
}

/** OAuth2's own shape of a refusal (RFC 6749 §5.2): `invalid_client` and its kin, with 400 or 401. */
function refuseClient(answer: Answer): void {
  if (answer.status !== 400 && answer.status !== 401) return;
  const { data } = tokenErrorSchema.safeParse(parseJson(answer.text));
  if (!data) return;
  const facts = { kind: "forbidden", sent: "no", status: answer.status, code: data.error } as const;
  throw new ProviderError(`OVHcloud did not grant a token (${answer.status} ${data.error})`, facts);
}

const WHAT = { time: "OVHcloud's time", token: "an access token" } as const;

/** Whatever fails before the call itself, the call was not sent. */
async function spoken(what: keyof typeof WHAT, answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof WireFailure)) throw error;
    throw new ProviderError(`${WHAT[what]} could not be read: ${error.message}`, {
      kind: "unreachable",
      sent: "no",
    });
  }
}

function understood<T>(what: keyof typeof WHAT, answer: Answer, schema: z.ZodType<T>): T {
  if (answer.status !== 200) {
    // Told by its kind alone: the body answers a request that held a secret.
    const { kind } = toProviderError("time", answer, () => "").facts;
    const facts = { kind, sent: "no", status: answer.status } as const;
    throw new ProviderError(`${WHAT[what]} could not be read (${answer.status})`, facts);
  }
  const { data } = schema.safeParse(parseJson(answer.text));
  if (data === undefined)
    throw new ProviderError(`${WHAT[what]} was not understood`, { kind: "misunderstood", sent: "no" });
  return data;
}
