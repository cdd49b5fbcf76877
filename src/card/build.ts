import type { ActorRef } from "../domain/actor.ts";
import type { Instant } from "../domain/instant.ts";
import type { Block, Button, Inline, InstantStyle, Press, Text, Tone } from "./card.ts";

/** Short constructors for cards, so that a view reads like the card it makes. */

export const plain = (text: string): Inline => ({ kind: "plain", text });
export const strong = (text: string): Inline => ({ kind: "strong", text });
export const code = (text: string): Inline => ({ kind: "code", text });
export const link = (text: string, url: string): Inline => ({ kind: "link", text, url });
export const instant = (at: Instant, style: InstantStyle): Inline => ({ kind: "instant", at, style });
export const actor = ({ platform, id }: ActorRef): Inline => ({ kind: "actor", actor: { platform, id } });

export const paragraph = (text: Text): Block => ({ kind: "paragraph", text });
export const note = (text: Text): Block => ({ kind: "note", text });
export const divider: Block = { kind: "divider" };

export function callout(
  tone: Tone,
  title: string,
  ...lines: readonly Text[]
): Extract<Block, { kind: "callout" }> {
  return { kind: "callout", tone, title, lines };
}

/** No block at all where there is no button. */
export function buttons(...all: readonly (Button | null)[]): readonly Block[] {
  const there = all.filter((one) => one !== null);
  return there.length === 0 ? [] : [{ kind: "buttons", buttons: there }];
}

export const press = (command: string, input: Press["input"] = {}): Press => ({ command, input });

export function pressButton(label: string, style: Button["style"], does: Press): Button {
  return { label, style, does: { kind: "press", press: does } };
}

export function openButton(label: string, url: string): Button {
  return { label, style: "neutral", does: { kind: "open", url } };
}
