import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Press } from "../../src/card/card.ts";
import { decodePress, encodePress } from "../../src/card/press.ts";
import type { Clock } from "../../src/clock.ts";
import type { ChannelRef } from "../../src/domain/actor.ts";
import type { Hook } from "./hook.ts";
import { RESPONSE_URL_MS } from "./limits.ts";
import { createMemory } from "./memory.ts";

/** Where a person typed or pressed, and so where the answer goes. */
export type Origin =
  | { readonly kind: "command"; readonly user: string; readonly channel: string; readonly hook: Hook | null }
  | {
      readonly kind: "message";
      readonly user: string;
      readonly channel: string;
      readonly ts: string;
      /** Seen by that person alone: only its hook can replace it. */
      readonly ephemeral: boolean;
      readonly hook: Hook | null;
    }
  | { readonly kind: "home"; readonly user: string };

/** Home is no channel: what goes there is posted to the person, whose id stands for their direct messages. */
export function placeOf(origin: Origin): ChannelRef {
  return { platform: "slack", id: origin.kind === "home" ? origin.user : origin.channel };
}

/** What a modal carries from where it was opened to its submission. */
export interface FormMemory {
  /** The text for `private_metadata`. */
  write(press: Press, origin: Origin): string;
  /** Null for what {@link FormMemory.write} did not write. `user` is who submits. */
  read(metadata: string, user: string): { readonly press: Press; readonly origin: Origin } | null;
}

const metadataSchema = z.object({
  press: z.string(),
  at: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("command"), channel: z.string() }),
    z.object({ kind: z.literal("message"), channel: z.string(), ts: z.string(), ephemeral: z.boolean() }),
    z.object({ kind: z.literal("home") }),
  ]),
  hook: z.string().nullable(),
});
type Metadata = z.output<typeof metadataSchema>;

const HOOKS = 1000;

/** A `response_url` is a secret: it stays in this process under a random name, and is lost with it. */
export function createFormMemory(clock: Clock): FormMemory {
  const hooks = createMemory<{ readonly hook: Hook; readonly user: string }>({
    clock,
    life: RESPONSE_URL_MS,
    most: HOOKS,
  });

  const keep = (origin: Origin): string | null => {
    if (origin.kind === "home" || !origin.hook) return null;
    const name = randomUUID();
    hooks.set(name, { hook: origin.hook, user: origin.user });
    return name;
  };

  return {
    write(press, origin) {
      const metadata: Metadata = { press: encodePress(press), at: whereOf(origin), hook: keep(origin) };
      return JSON.stringify(metadata);
    },
    read(text, user) {
      const parsed = metadataSchema.safeParse(parseJson(text));
      const press = parsed.success ? decodePress(parsed.data.press) : null;
      if (!parsed.success || !press) return null;
      const kept = hooks.get(parsed.data.hook ?? "");
      // Another person's hook would show them this one's answer.
      const hook = kept?.user === user ? kept.hook : null;
      return { press, origin: originAt(parsed.data.at, user, hook) };
    },
  };
}

function whereOf(origin: Origin): Metadata["at"] {
  switch (origin.kind) {
    case "command":
      return { kind: "command", channel: origin.channel };
    case "message":
      return { kind: "message", channel: origin.channel, ts: origin.ts, ephemeral: origin.ephemeral };
    case "home":
      return { kind: "home" };
  }
}

const originAt = (at: Metadata["at"], user: string, hook: Hook | null): Origin =>
  at.kind === "home" ? { ...at, user } : { ...at, user, hook };

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
