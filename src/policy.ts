import type { Actor, Platform } from "./domain/actor.ts";
import type { Policy, Verdict } from "./ports.ts";

/** Somebody, or everybody in a Slack user group or a Discord role. */
export interface PolicyRule {
  readonly kind: "person" | "group";
  readonly platform: Platform;
  readonly id: string;
}

export interface PolicyRules {
  /** May look and change. With none, nobody may change. */
  readonly operators: readonly PolicyRule[];
  /** May look. With none, every full member may. */
  readonly viewers: readonly PolicyRule[];
}

/**
 * People of another workspace or server never may, even when a rule names them: their own administrators decide
 * who has that account. Guests may when a rule names them.
 */
export function createPolicy({ operators, viewers }: PolicyRules): Policy {
  const look = (actor: Actor): Verdict => {
    if (actor.standing === "foreign") return no("foreign");
    if (viewers.length === 0 && actor.standing === "member") return YES;
    switch (match(actor, [...operators, ...viewers])) {
      case "yes":
        return YES;
      case "unknown":
        return no("unknown-groups");
      case "no":
        return no(viewers.length === 0 ? "guest" : "not-viewer");
    }
  };

  const change = (actor: Actor): Verdict => {
    if (actor.standing === "foreign") return no("foreign");
    if (operators.length === 0) return no("no-operators");
    switch (match(actor, operators)) {
      case "yes":
        return YES;
      case "unknown":
        return no("unknown-groups");
      case "no": {
        const looking = look(actor);
        return !looking.may && looking.why === "guest" ? looking : no("not-operator");
      }
    }
  };

  return { look, change };
}

const YES: Verdict = { may: true };

const no = (why: Extract<Verdict, { may: false }>["why"]): Verdict => ({ may: false, why });

/** `unknown` where only the groups could tell, and they could not be read. */
function match(actor: Actor, rules: readonly PolicyRule[]): "yes" | "no" | "unknown" {
  const { groups } = actor;
  const here = rules.filter(({ platform }) => platform === actor.platform);
  if (here.some(({ kind, id }) => kind === "person" && id === actor.id)) return "yes";
  const named = here.filter(({ kind }) => kind === "group");
  if (named.length === 0) return "no";
  if (groups === null) return "unknown";
  return named.some(({ id }) => groups.includes(id)) ? "yes" : "no";
}
