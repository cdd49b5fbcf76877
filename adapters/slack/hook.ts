import type { Clock } from "../../src/clock.ts";
import { ResponseUrlError } from "./failure.ts";
import { RESPONSE_URL_MS, RESPONSE_URL_USES } from "./limits.ts";
import type { SlackMessage } from "./render/message.ts";

/**
 * A `response_url`: the private way back to the person who typed or pressed. It holds 5 answers and 30 minutes; every
 * method rejects with a {@link ResponseUrlError} when it is spent or refused.
 */
export interface Hook {
  /** Shows a message to that person alone; `replace` puts it where the pressed (private) message stands. */
  show(message: SlackMessage, replace: boolean): Promise<void>;
  /** Takes the pressed (private) message away. */
  clear(): Promise<void>;
}

const TIMEOUT_MS = 2500;

export function createHook(url: string, clock: Clock): Hook {
  const until = clock.now() + RESPONSE_URL_MS;
  let uses = 0;
  const send = async (body: Readonly<Record<string, unknown>>): Promise<void> => {
    if (uses >= RESPONSE_URL_USES || clock.now() >= until) throw new ResponseUrlError("spent");
    uses++;
    const { ok, status, said } = await post(url, body);
    if (!ok) throw new ResponseUrlError(errorCode(said) ?? `http_${status}`);
    const code = errorCode(said);
    if (code) throw new ResponseUrlError(code);
  };
  return {
    show: (message, replace) =>
      send({
        response_type: "ephemeral",
        replace_original: replace,
        parse: "none",
        link_names: false,
        ...message,
      }),
    clear: () => send({ delete_original: true }),
  };
}

async function post(url: string, body: Readonly<Record<string, unknown>>) {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json; charset=utf-8" },
      body: JSON.stringify(body),
      redirect: "error",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return { ok: response.ok, status: response.status, said: await response.text() };
  } catch (error) {
    throw new ResponseUrlError("no_answer", { cause: error });
  }
}

/** Slack answers "ok", `{"ok":true}`, `{"ok":false,"error":"…"}`, or a bare code with a status of 400 and more. */
function errorCode(said: string): string | null {
  const [, quoted] = /"error"\s*:\s*"([a-z_]+)"/.exec(said) ?? [];
  if (quoted) return quoted;
  const bare = said.trim();
  return bare !== "ok" && /^[a-z]+(?:_[a-z]+)+$/.test(bare) ? bare : null;
}
