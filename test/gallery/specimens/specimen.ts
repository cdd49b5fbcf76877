import type { Card, Form } from "../../../src/card/card.ts";
import type { ActorRef } from "../../../src/domain/actor.ts";
import type { Speak } from "../../../src/i18n/speak.ts";

/** Who reads a specimen: in one language, on one platform, where the people are that it names. */
export interface Scene {
  readonly say: Speak;
  readonly person: ActorRef;
  readonly other: ActorRef;
}

/** One card or form that the bot can post. */
export type Specimen = {
  /** As its golden files are called: `list-card.filtered`. What begins with `worst` after the dot has none. */
  readonly name: string;
  /** The exported function of src/views that makes it. */
  readonly view: string;
} & (
  | { readonly kind: "card" | "home"; readonly card: (scene: Scene) => Card }
  | { readonly kind: "form"; readonly form: (scene: Scene) => Form }
);

/** What a view is given besides its language. */
type Cases<Given extends readonly unknown[]> = Readonly<
  Record<string, (scene: Scene) => readonly [...Given]>
>;

/** A specimen of a view for each case. */
export function cards<Given extends readonly unknown[]>(
  view: (...given: [...Given, Speak]) => Card,
  cases: Cases<NoInfer<Given>>,
  kind: "card" | "home" = "card",
): readonly Specimen[] {
  return Object.entries(cases).map(([name, given]) => ({
    ...named(view, name),
    kind,
    card: (scene) => view(...given(scene), scene.say),
  }));
}

export function forms<Given extends readonly unknown[]>(
  view: (...given: [...Given, Speak]) => Form,
  cases: Cases<NoInfer<Given>>,
): readonly Specimen[] {
  return Object.entries(cases).map(([name, given]) => ({
    ...named(view, name),
    kind: "form",
    form: (scene) => view(...given(scene), scene.say),
  }));
}

function named(view: { readonly name: string }, name: string): Pick<Specimen, "name" | "view"> {
  const kebab = view.name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return { name: `${kebab}.${name}`, view: view.name };
}
