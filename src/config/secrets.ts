import type { Config } from "../config.ts";

/** Every secret of a configuration, for the log to mask. */
export function secretsOf(config: Config): readonly string[] {
  switch (config.kind) {
    case "sandbox":
      return [];
    case "real": {
      const { kind: _kind, ...credentials } = config.ovh.credentials;
      const transport = config.slack?.transport;
      const slack = transport?.kind === "http" ? transport.signingSecret : transport?.appToken;
      return [...Object.values(credentials), config.slack?.botToken, slack, config.discord?.token].filter(
        (secret) => secret !== undefined,
      );
    }
  }
}
