import { signal } from "@preact/signals";
import type { Act } from "../../acts.ts";
import type { PersonaKey } from "../../personas.ts";
import type { AccountPage, ActAnswer, Patch } from "../../protocol.ts";
import type { Store } from "./store.ts";

/** The page's line to the playground's server. */
export interface Link {
  /** False while the server does not answer. */
  readonly connected: { readonly value: boolean };
  /** Looks through this person's eyes from now on. */
  look(who: PersonaKey): void;
  /** Never rejects: what cannot be done is answered with `refused`. */
  act(act: Act): Promise<ActAnswer>;
  services(search: string, from: number, count: number): Promise<AccountPage>;
}

export function createLink(store: Store, first: PersonaKey): Link {
  const connected = signal(false);
  let looking = first;
  let source: EventSource | undefined;

  const open = (): void => {
    source?.close();
    source = new EventSource(`./state?who=${looking}`);
    source.onopen = () => {
      connected.value = true;
    };
    source.onerror = () => {
      connected.value = false;
    };
    source.onmessage = ({ data }) => {
      // The server is built together with the page: its patches are believed.
      const patch: Patch = JSON.parse(data);
      store.apply(patch);
    };
  };
  open();

  return {
    connected,
    look(next) {
      if (next === looking) return;
      looking = next;
      open();
    },
    async act(act) {
      // The one whose screen this is: while another's is on its way, nothing is done in their name.
      const who = store.single("who").peek()?.key ?? looking;
      try {
        const answer = await fetch("./act", {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ who, act }),
        });
        const said: ActAnswer = await answer.json();
        return said;
      } catch (error) {
        return { kind: "refused", problem: error instanceof Error ? error.message : String(error) };
      }
    },
    async services(search, from, count) {
      const query = new URLSearchParams({ search, from: String(from), count: String(count) });
      const answer = await fetch(`./account?${query}`);
      const page: AccountPage = await answer.json();
      return page;
    },
  };
}
