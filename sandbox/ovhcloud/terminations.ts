import { createHash } from "node:crypto";
import type { Clock } from "../../src/clock.ts";
import { HOUR, type Instant } from "../../src/domain/instant.ts";
import type { Account, AccountService } from "./account.ts";
import type { Mailbox } from "./mailbox.ts";
import { badRequest, forbidden } from "./refusal.ts";

/** The routes by which a termination is requested and confirmed: `/services/{id}` or the product's own. */
export type RouteFamily = "generic" | "own";

/** Documented for Private Cloud only. Choice: the same for everything. */
const TOKEN_LIFE = 72 * HOUR;

interface Requested {
  readonly serviceId: number;
  readonly family: RouteFamily;
  readonly sentAt: Instant;
  state: "open" | "used" | "replaced";
}

export interface Terminations {
  /** Mails a new token; an older one of the same service is void. */
  request(service: AccountService, family: RouteFamily): void;
  /** Uses a token up, or throws the Refusal that says why it cannot be used. */
  redeem(service: AccountService, family: RouteFamily, token: string): void;
}

export interface TerminationsOptions {
  readonly clock: Clock;
  readonly mailbox: Mailbox;
  readonly account: () => Account;
  /** Whether a token that one family mailed is taken by the other, as OVHcloud's own console relies on. */
  readonly acrossFamilies: boolean;
}

export function createTerminations(options: TerminationsOptions): Terminations {
  const { clock, mailbox, account, acrossFamilies } = options;
  const requested = new Map<string, Requested>();

  return {
    request(service, family) {
      // Choice: a second request sends a new mail and voids the first token.
      for (const other of requested.values())
        if (other.serviceId === service.id && other.state === "open") other.state = "replaced";
      const token = newToken(`${service.id} ${requested.size} ${clock.now()}`);
      requested.set(token, { serviceId: service.id, family, sentAt: clock.now(), state: "open" });
      mailbox.send({ at: clock.now(), ...terminationMail(account(), service, token) });
    },
    redeem(service, family, token) {
      const found = requested.get(token);
      // Choice: the refusals are told apart by their message; OVHcloud's own are not known.
      if (!found || found.serviceId !== service.id) throw badRequest("Invalid termination token");
      if (found.family !== family && !acrossFamilies) throw badRequest("Invalid termination token");
      if (found.state === "used") throw forbidden("This termination token has already been used");
      if (found.state === "replaced")
        throw forbidden("This termination token has been replaced by a newer one");
      if (clock.now() >= found.sentAt + TOKEN_LIFE) throw forbidden("This termination token has expired");
      found.state = "used";
    },
  };
}

/** Alphanumeric, as Terraform's pattern for the mail expects; the same for the same run, so that tests can be repeated. */
const newToken = (seed: string): string => createHash("sha256").update(seed).digest("hex").slice(0, 32);

/** The subject is the one known (OVHcloud Canada, 2020); the link has the shape of the EU console. */
function terminationMail(account: Account, service: AccountService, token: string) {
  return {
    to: account.email,
    subject: `Request for closure of services for the account ${account.nichandle}`,
    body: [
      `Dear ${account.firstname} ${account.lastname},`,
      "",
      `You asked us to close the service ${service.name}.`,
      "To confirm, follow this link within 72 hours:",
      `https://www.ovh.com/manager/#/billing/confirmTerminate?id=${service.id}&token=${token}`,
      "",
      "All data of the service will be deleted. Nothing is refunded.",
      "If you did not ask for this, ignore this message.",
    ].join("\n"),
  };
}
