import type { Family } from "../../src/domain/service.ts";

/** Exact routes of one service. An option of a hosting shares its beginning and its name, and is no hosting. */
const BY_ROUTE: ReadonlyMap<string, Family> = new Map<string, Family>([
  ["/domain/{}", "domain"],
  ["/domain/zone/{}", "zone"],
  ["/hosting/web/{}", "hosting"],
  ["/hosting/privateDatabase/{}", "database"],
  ["/vps/{}", "vps"],
  ["/dedicated/server/{}", "dedicated"],
  ["/vrack/{}", "vrack"],
  ["/email/domain/{}", "mxplan"],
]);

/** Routes below these are of one family, options too: nothing of it is ended here. */
const BY_PREFIX: readonly (readonly [prefix: string, family: Family])[] = [
  ["/cloud/project/", "public-cloud"],
  ["/dedicatedCloud/", "private-cloud"],
  ["/email/mxplan/", "mxplan"],
  ["/email/pro/", "email-pro"],
  ["/email/exchange/", "exchange"],
  ["/license/office/", "microsoft-365"],
  ["/license/officePrepaid/", "microsoft-365"],
  ["/msServices/", "microsoft-365"],
  ["/license/", "license"],
  ["/sms/", "sms"],
  ["/telephony/", "telecom"],
  ["/xdsl/", "telecom"],
  ["/pack/xdsl/", "telecom"],
  ["/freefax/", "telecom"],
  ["/overTheBox/", "telecom"],
];

/** Plan codes, for a service without a route. Web hostings: the console's own list (confirm-terminate.constants). */
const BY_PLAN: readonly (readonly [plan: RegExp, family: Family])[] = [
  [
    /^(hosting-(free-100m|starter|perso|startup|pro|performance-\d|agency(-plus|-max)?)|cloudweb\d)$/,
    "hosting",
  ],
  [/^vps-/, "vps"],
  [/^sms/, "sms"],
  [/^(xdsl|telephony|pack-xdsl)/, "telecom"],
  [/^exchange/, "exchange"],
  [/^(office|o365|m365)/, "microsoft-365"],
];

/** What kind of thing a service is: by its route, or by its plan where it has none. */
export function readFamily(path: string | null, plan: string | null): Family {
  if (path !== null) {
    const exact = BY_ROUTE.get(path.replace(/\{[^}]*\}/g, "{}"));
    return exact ?? BY_PREFIX.find(([prefix]) => path.startsWith(prefix))?.[1] ?? "other";
  }
  return BY_PLAN.find(([pattern]) => plan !== null && pattern.test(plan))?.[1] ?? "other";
}
