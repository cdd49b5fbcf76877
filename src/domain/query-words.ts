import type { SortKey, StateFilter } from "./query.ts";
import type { Family, RenewalMode } from "./service.ts";

/** The filters of a query. */
export type Filter = "type" | "state" | "renewal" | "expires" | "sort" | "page" | "group";

/** What may be typed, folded, in French and English; what stands first is shown as the thing to type. */
type Vocabulary<Value extends string> = Readonly<Record<Value, readonly string[]>>;

export const FILTER_WORDS: Vocabulary<Filter> = {
  type: ["type", "famille", "family", "t"],
  state: ["state", "etat", "statut", "status", "s"],
  renewal: ["renewal", "renouvellement", "renew", "r"],
  expires: ["expires", "expire", "expiry", "expiration", "echeance", "e"],
  sort: ["sort", "tri", "trier", "order", "o"],
  page: ["page", "p"],
  group: ["group", "groupe", "grouper", "g"],
};

export const FAMILY_WORDS: Vocabulary<Family> = {
  domain: ["domain", "domaine", "nom-de-domaine", "ndd"],
  zone: ["zone", "dns", "zone-dns", "dns-zone"],
  hosting: ["hosting", "hebergement", "hebergement-web", "web-hosting", "web"],
  database: ["database", "base", "base-de-donnees", "bdd", "sql"],
  vps: ["vps"],
  dedicated: ["dedicated", "dedie", "serveur", "server", "serveur-dedie", "dedicated-server"],
  "public-cloud": ["public-cloud", "cloud-public"],
  "private-cloud": ["private-cloud", "cloud-prive"],
  vrack: ["vrack"],
  license: ["license", "licence"],
  mxplan: ["mxplan", "mx-plan", "mail"],
  "email-pro": ["email-pro", "emailpro"],
  exchange: ["exchange"],
  "microsoft-365": ["microsoft-365", "microsoft365", "m365", "office-365", "office"],
  sms: ["sms"],
  telecom: ["telecom", "voip", "xdsl"],
  other: ["other", "autre"],
};

export const STATE_WORDS: Vocabulary<StateFilter> = {
  active: ["active", "actif"],
  creating: ["creating", "creation", "en-creation"],
  "to-renew": ["to-renew", "a-renouveler"],
  unpaid: ["unpaid", "impaye"],
  suspended: ["suspended", "suspendu"],
  expired: ["expired", "expire"],
  terminated: ["terminated", "resilie"],
  error: ["error", "erreur"],
  terminating: ["terminating", "resiliation", "en-resiliation", "pending"],
};

export const RENEWAL_WORDS: Vocabulary<RenewalMode> = {
  automatic: ["automatic", "auto", "automatique"],
  manual: ["manual", "manuel", "manuelle"],
  forced: ["forced", "force"],
  "one-shot": ["one-shot", "unique"],
  none: ["none", "aucun", "sans"],
};

export const SORT_WORDS: Vocabulary<SortKey> = {
  name: ["name", "nom", "n"],
  expiry: ["expiry", "expiration", "expires", "echeance", "date", "e"],
  type: ["type", "famille", "family", "t"],
  state: ["state", "etat", "statut", "status", "s"],
};

export const GROUP_WORDS: Vocabulary<"yes" | "no"> = {
  yes: ["yes", "oui", "1"],
  no: ["no", "non", "0"],
};

/** The value that a folded word stands for. A French feminine or plural ending does not count. */
export function lookUp<Value extends string>(words: Vocabulary<Value>, typed: string): Value | null {
  const stems = [typed, typed.replace(/s$/, ""), typed.replace(/es?$|es$/, "")];
  for (const value of valuesOf(words)) {
    if (stems.some((stem) => words[value].includes(stem))) return value;
  }
  return null;
}

/** Every word of a vocabulary that is long enough to be proposed. */
export function proposable<Value extends string>(words: Vocabulary<Value>): readonly string[] {
  return valuesOf(words).flatMap((value) => words[value].filter((word) => word.length > 2));
}

/** The first word of each value. */
export function expectedWords<Value extends string>(words: Vocabulary<Value>): readonly string[] {
  return valuesOf(words).flatMap((value) => words[value].slice(0, 1));
}

function valuesOf<Value extends string>(words: Vocabulary<Value>): readonly Value[] {
  const values: Value[] = [];
  for (const value in words) values.push(value);
  return values;
}
