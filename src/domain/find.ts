import { fold } from "./fold.ts";
import { editDistance, tolerance } from "./nearest.ts";
import type { Service } from "./service.ts";

export type Found =
  | { readonly kind: "one"; readonly service: Service }
  | { readonly kind: "several"; readonly services: readonly Service[] }
  /** `nearest` is what may have been meant, at most three, the likeliest first. */
  | { readonly kind: "none"; readonly nearest: readonly Service[] };

/**
 * The service that somebody typed: by id (`123` or `#123`), then by whole name, then by a beginning, then by any part
 * of a name; each step only when the one before found nothing. Case and accents do not count.
 */
export function findServices(services: readonly Service[], typed: string): Found {
  const wanted = fold(typed.trim());
  if (wanted === "") return { kind: "none", nearest: [] };
  const byId = services.find(({ id }) => String(id) === wanted.replace(/^#/, ""));
  if (byId) return { kind: "one", service: byId };
  return (
    oneOrSeveral(bestMatches(services, wanted)) ?? {
      kind: "none",
      nearest: nearestServices(services, wanted),
    }
  );
}

/**
 * Whether a typed text is the service's name, as the last question before a deletion asks for it. The customer's own
 * name for it does too. Invisible characters are refused: what one cannot see one has not typed.
 */
export function sameTypedName(service: Pick<Service, "name" | "displayName">, typed: string): boolean {
  const text = typed.trim();
  if (INVISIBLE.test(text)) return false;
  return [service.name, service.displayName].some((name) => comparable(name) === comparable(text));
}

const INVISIBLE = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
const DOMAIN_LIKE = /^\S+\.\S+$/;

function comparable(name: string): string {
  const text = name.trim().normalize("NFC");
  return DOMAIN_LIKE.test(text) ? text.toLowerCase() : text;
}

function bestMatches(services: readonly Service[], wanted: string): readonly Service[] {
  const whole: Service[] = [];
  const beginning: Service[] = [];
  const part: Service[] = [];
  for (const service of services) {
    const place = placeOf(service, wanted);
    if (place === "whole") whole.push(service);
    else if (place === "beginning") beginning.push(service);
    else if (place === "part") part.push(service);
  }
  return [whole, beginning, part].find((matches) => matches.length > 0) ?? [];
}

function placeOf(service: Service, wanted: string): "whole" | "beginning" | "part" | null {
  const names = foldedNames(service);
  if (names.includes(wanted)) return "whole";
  const at = names.map((name) => name.indexOf(wanted));
  if (at.includes(0)) return "beginning";
  return at.some((index) => index > 0) ? "part" : null;
}

function foldedNames({ name, displayName }: Service): readonly string[] {
  return name === displayName ? [fold(name)] : [fold(name), fold(displayName)];
}

function oneOrSeveral(matches: readonly Service[]): Found | null {
  const [first, ...others] = matches;
  if (!first) return null;
  return others.length === 0 ? { kind: "one", service: first } : { kind: "several", services: matches };
}

const PROPOSALS = 3;
/** Further edits are another name, and the cost of looking grows with them. */
const MOST_EDITS = 4;

function nearestServices(services: readonly Service[], wanted: string): readonly Service[] {
  const limit = Math.min(tolerance(wanted), MOST_EDITS);
  const near: { readonly service: Service; readonly distance: number }[] = [];
  for (const service of services) {
    const distances = foldedNames(service)
      .map((name) => editDistance(wanted, name, limit))
      .filter((distance) => distance !== null);
    if (distances.length > 0) near.push({ service, distance: Math.min(...distances) });
  }
  return near
    .sort((one, other) => one.distance - other.distance)
    .slice(0, PROPOSALS)
    .map(({ service }) => service);
}
