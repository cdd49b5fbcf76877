import { Refusal } from "./refusal.ts";

export type TokenKind = "bot" | "app";

/** Which tokens are good, and why the others are not. */
export interface Tokens {
  readonly bot: string;
  readonly app: string;
  /** The kind behind an Authorization header or a `token` argument; throws not_authed, invalid_auth, token_revoked… */
  check(header: string | undefined, argument: unknown): TokenKind;
  /** From now on this token is refused with `error`. */
  revoke(kind: TokenKind, error?: string): void;
  restore(kind: TokenKind): void;
}

export function createTokens(): Tokens {
  const bot = "xoxb-sandbox-bot-token";
  const app = "xapp-1-sandbox-app-token";
  const refused = new Map<TokenKind, string>();
  return {
    bot,
    app,
    check(header, argument) {
      const token = /^Bearer (.+)$/.exec(header ?? "")?.[1] ?? argument;
      if (token === undefined || token === "") throw new Refusal("not_authed");
      const kind = token === bot ? "bot" : token === app ? "app" : null;
      if (kind === null) throw new Refusal("invalid_auth");
      const error = refused.get(kind);
      if (error !== undefined) throw new Refusal(error);
      return kind;
    },
    revoke: (kind, error = "token_revoked") => refused.set(kind, error),
    restore: (kind) => refused.delete(kind),
  };
}
