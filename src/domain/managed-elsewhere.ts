import type { Family } from "./service.ts";

/** Which part of OVHcloud's console manages what the bot does not. */
export type Elsewhere = "services" | "telecom" | "microsoft";

/**
 * Where a family's contract is ended, when not by the ordinary "cancel": the guide "How to cancel your services"
 * names telecom, the Microsoft offers, MX Plan, Email Pro, SMS, Private Cloud and Public Cloud.
 */
export function terminatedElsewhere(family: Family): Elsewhere | null {
  switch (family) {
    case "telecom":
      return "telecom";
    case "exchange":
    case "microsoft-365":
      return "microsoft";
    case "mxplan":
    case "email-pro":
    case "sms":
    case "private-cloud":
    case "public-cloud":
      return "services";
    case "domain":
    case "zone":
    case "hosting":
    case "database":
    case "vps":
    case "dedicated":
    case "vrack":
    case "license":
    case "other":
      return null;
  }
}

/**
 * Where a family's renewal is set, when not here: the console hides it for Exchange, SMS, MX Plan and the telecom
 * offers (`hasParticularRenew`, `canHandleRenew`), and Public Cloud is billed by use.
 */
export function renewedElsewhere(family: Family): Elsewhere | null {
  return family === "email-pro" || family === "private-cloud" ? null : terminatedElsewhere(family);
}

/** Where a pending termination is taken back, when not here: the console never offers it for MX Plan. */
export function keptElsewhere(family: Family): Elsewhere | null {
  const where = terminatedElsewhere(family);
  return where === "services" && family !== "mxplan" ? null : where;
}
