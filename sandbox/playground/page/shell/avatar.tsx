import type { JSX } from "preact";
import type { PersonaKey } from "../../personas.ts";

/** A letter on a colour of its own; the name stands beside it. */
export const Avatar = ({ who, name }: { readonly who: PersonaKey; readonly name: string }): JSX.Element => (
  <span class="avatar" data-who={who} aria-hidden="true">
    {name.slice(0, 1)}
  </span>
);
