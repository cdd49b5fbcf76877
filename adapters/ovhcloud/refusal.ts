import { z } from "zod";
import { ProviderError, type ProviderErrorKind } from "../../src/errors.ts";
import type { Answer } from "./exchange.ts";
import { parseJson } from "./parse-json.ts";
import { describeRoute, ROUTES, type RouteName } from "./routes.ts";

/**
 * Both shapes of OVHcloud's errors: the older gateway's has `errorCode` and `httpCode`, the newer one's `class`.
 * Neither may be relied on; the message is in both (go-ovh error.go).
 */
const bodySchema = z.object({
  message: z.string(),
  class: z.string().optional().catch(undefined),
  errorCode: z.string().optional().catch(undefined),
  details: z.record(z.string(), z.unknown()).nullish().catch(undefined),
});
type ErrorBody = z.output<typeof bodySchema>;

/** What the gateway says of a key (python-ovh's exceptions, and answers recorded from live calls). */
const KEY_CODES = new Set([
  "INVALID_SIGNATURE",
  "INVALID_CREDENTIAL",
  "NOT_CREDENTIAL",
  "INVALID_KEY",
  "FORBIDDEN",
  "NOT_GRANTED_CALL",
]);

/** Longer words of OVHcloud's are not quoted whole: they have to fit into a message that says more. */
const LONGEST_QUOTE = 1000;

/** An answer that is not a success, told by who spoke. `redact` takes secrets out of OVHcloud's words. */
export function toProviderError(
  name: RouteName,
  answer: Answer,
  redact: (text: string) => string,
): ProviderError {
  const body = readErrorBody(answer.text);
  const kind = kindOf(answer.status, body);
  const code = body?.class ?? body?.errorCode;
  const said = body ? redact(body.message).slice(0, LONGEST_QUOTE) : undefined;
  const queryId = answer.headers.get("x-ovh-queryid");
  const words = [String(answer.status), code, said].filter((word) => word !== undefined).join(" ");
  return new ProviderError(`${describeRoute(name)}: ${WHO_SPOKE[kind]} (${words})`, {
    kind,
    sent: sentOf(name, kind),
    status: answer.status,
    ...(code === undefined ? {} : { code }),
    ...(said === undefined ? {} : { said }),
    ...(queryId === null ? {} : { queryId }),
  });
}

const WHO_SPOKE: Readonly<Record<ProviderErrorKind, string>> = {
  refused: "OVHcloud refused",
  gone: "OVHcloud does not have it any more",
  forbidden: "OVHcloud does not allow it to this key or account",
  busy: "OVHcloud wants fewer calls",
  unreachable: "OVHcloud did not answer",
  misunderstood: "the answer was not understood",
};

/** What is known of a change after a failure of this kind. A read changes nothing. */
export function sentOf(name: RouteName, kind: ProviderErrorKind): "no" | "unknown" | "refused" {
  switch (kind) {
    case "refused":
    case "gone":
    case "forbidden":
    case "busy":
      return "refused";
    case "unreachable":
    case "misunderstood":
      return ROUTES[name].method === "GET" ? "no" : "unknown";
  }
}

/** Null where a proxy spoke, or nobody: HTML, an empty body, half a body. */
function readErrorBody(text: string): ErrorBody | null {
  return bodySchema.safeParse(parseJson(text)).data ?? null;
}

function kindOf(status: number, body: ErrorBody | null): ProviderErrorKind {
  // 460 is OVHcloud's own number for an expired or suspended service (python-ovh, terraform-provider-ovh).
  if (status === 460) return "gone";
  if (status === 429) return "busy";
  if (status === 408 || status >= 500) return "unreachable";
  // Without OVHcloud's own words it was somebody on the way: a proxy's 404 does not mean that a service is gone.
  if (status < 400 || !body) return "misunderstood";
  if (status === 404) return "gone";
  if (body.class?.startsWith("Client::Forbidden::Busy")) return "busy";
  return isAboutTheKey(status, body) ? "forbidden" : "refused";
}

/** A 403 is also how OVHcloud refuses an act that is not possible now; its words then belong to the person. */
function isAboutTheKey(status: number, { errorCode, details, message }: ErrorBody): boolean {
  if (status === 401 || KEY_CODES.has(errorCode ?? "")) return true;
  const rights = Object.keys(details ?? {}).some((key) => key.startsWith("unauthorizedActions"));
  return status === 403 && (rights || /not (been )?granted|application key|credential/i.test(message));
}

/** How long OVHcloud asks to wait, in milliseconds; null where it names nothing that can be read. */
export function readRetryAfter(headers: Headers, now: number): number | null {
  const text = headers.get("retry-after")?.trim();
  if (!text) return null;
  if (/^\d+(\.\d+)?$/.test(text)) return Math.ceil(Number(text) * 1000);
  const when = Date.parse(text);
  return Number.isNaN(when) ? null : Math.max(0, when - now);
}
