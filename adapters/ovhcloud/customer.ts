import { z } from "zod";
import { FatalError, ProviderError } from "../../src/errors.ts";
import type { Log, Read } from "../../src/ports.ts";
import type { OvhClient } from "./client.ts";
import type { OvhCredentials } from "./credentials.ts";
import { unlessAborted, WireFailure } from "./wait.ts";

/** Whose account it is. */
export interface Customer {
  /** The customer code, read once; null while it cannot be read. Rejects only when the read is given up. */
  nichandle(read: Read): Promise<string | null>;
  /** Reads it now. A key that OVHcloud does not take is a FatalError that names the variables. */
  check(): Promise<string>;
}

const meSchema = z.object({ nichandle: z.string().min(1) });

export function createCustomer(client: OvhClient, kind: OvhCredentials["kind"], log: Log): Customer {
  let known: Promise<string | null> | null = null;

  const fetchIt = async (): Promise<string> =>
    (await client.read("me", {}, meSchema, { urgency: "person" })).value.nichandle;

  const tryIt = async (): Promise<string | null> => {
    try {
      return await fetchIt();
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error;
      log.warn("ovhcloud.me-unread", { kind: error.facts.kind, status: error.facts.status });
      // A right that the key does not have will not come by itself; anything else may pass.
      if (error.facts.kind !== "forbidden") known = null;
      return null;
    }
  };

  return {
    async nichandle({ signal }) {
      known ??= tryIt();
      return signal ? unlessAborted(known, signal).catch(rejectGivenUp) : known;
    },
    async check() {
      try {
        const nichandle = await fetchIt();
        known = Promise.resolve(nichandle);
        return nichandle;
      } catch (error) {
        if (error instanceof ProviderError && isRefusal(error))
          throw new FatalError(explain(kind, error), { cause: error });
        throw error;
      }
    },
  };
}

function rejectGivenUp(error: unknown): never {
  if (!(error instanceof WireFailure)) throw error;
  throw new ProviderError(`GET /me: ${error.message}`, { kind: "unreachable", sent: "no" });
}

const isRefusal = ({ facts }: ProviderError): boolean =>
  facts.kind === "forbidden" || facts.kind === "refused" || facts.kind === "gone";

/** One line: what OVHcloud said, and which variable to look at. */
function explain(kind: OvhCredentials["kind"], { facts, message }: ProviderError): string {
  const words = facts.said ?? facts.code ?? message;
  return `OVHcloud does not accept the credentials ("${words}"): check ${culprits(kind, facts.code, words)}`;
}

function culprits(kind: OvhCredentials["kind"], code: string | undefined, words: string): string {
  if (code === "NOT_GRANTED_CALL" || /granted/i.test(words))
    return kind === "application"
      ? "OVH_CONSUMER_KEY; it lacks the right GET /me"
      : "OVH_CLIENT_ID; its IAM policy lacks account:apiovh:me/get";
  switch (kind) {
    case "application":
      if (/application key/i.test(words)) return "OVH_APPLICATION_KEY";
      if (code === "INVALID_SIGNATURE") return "OVH_APPLICATION_SECRET";
      if (code === "INVALID_CREDENTIAL" || code === "NOT_CREDENTIAL") return "OVH_CONSUMER_KEY";
      return "OVH_APPLICATION_KEY, OVH_APPLICATION_SECRET and OVH_CONSUMER_KEY (and that OVH_ENDPOINT is the platform they were made on)";
    case "oauth2":
      return "OVH_CLIENT_ID and OVH_CLIENT_SECRET (and that OVH_ENDPOINT is the platform they were made on)";
  }
}
