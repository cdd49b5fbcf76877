import type { Store } from "../state/store.ts";

const KINDS = ["user", "channel", "role"] as const;
export type NamedKind = (typeof KINDS)[number];

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** People, channels and roles that can be picked. Who is neither a person nor a channel of this person's is a role. */
export function namedOf(kinds: readonly NamedKind[], store: Store): readonly Named[] {
  const world = store.single("world").value;
  if (!world) return [];
  const { names, botUserId } = world.discord;
  const people = new Set([botUserId, ...world.personas.map(({ discordId }) => discordId)]);
  const channels = new Set((store.single("discordPlaces").value ?? []).map(({ id }) => id));
  const kindOf = (id: string): NamedKind => (people.has(id) ? "user" : channels.has(id) ? "channel" : "role");
  return Object.entries(names)
    .filter(([id]) => kinds.includes(kindOf(id)))
    .map(([id, name]) => ({ id, name }));
}
