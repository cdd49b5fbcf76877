import type { JsonObject } from "../json.ts";
import type { Watch } from "../watch.ts";
import type { Ids } from "./ids.ts";
import type { WireBlock } from "./json.ts";
import { withIds } from "./messages.ts";
import { Refusal } from "./refusal.ts";

/** A modal or a home tab as Slack keeps it. */
export interface View {
  readonly id: string;
  readonly owner: string;
  readonly type: "modal" | "home";
  /** As the app sent it, blocks excepted. */
  readonly body: JsonObject;
  readonly blocks: readonly WireBlock[];
  readonly hash: string;
  readonly rootId: string;
  readonly previousId: string | null;
  readonly externalId: string;
  /** What the app refused at the last submission, by block_id. */
  readonly errors: Readonly<Record<string, string>>;
  /** What the person has entered, by block_id and action_id. */
  readonly entered: Readonly<Record<string, Readonly<Record<string, JsonObject>>>>;
}

/** A view as it came from the app. */
export type ViewDraft = Pick<View, "type" | "body" | "blocks">;

/** Slack keeps three views at most on top of each other: `push_limit_reached`. */
const STACK = 3;

export interface Modals {
  /** Closes what was open and shows a new modal. */
  open(owner: string, draft: ViewDraft): View;
  push(owner: string, draft: ViewDraft): View;
  /** Throws not_found for a view that is closed, hash_conflict for one that has changed since `hash`. */
  update(view: View, draft: ViewDraft, hash?: string): View;
  publish(owner: string, draft: ViewDraft, hash?: string): View;
  /** By id, or by the app's own external id. */
  find(id: string): View | undefined;
  top(owner: string): View | undefined;
  home(owner: string): View | undefined;
  /** Notes without a new hash what the person did or what the app refused. */
  note(view: View, change: Partial<Pick<View, "errors" | "entered">>): View;
  /** Closes the top view. */
  pop(owner: string): void;
  clear(owner: string): readonly View[];
}

export function createModals(ids: Ids, watch: Watch): Modals {
  const stacks = new Map<string, readonly View[]>();
  const homes = new Map<string, View>();
  const stackOf = (owner: string): readonly View[] => stacks.get(owner) ?? [];
  const everything = (): View[] => [...[...stacks.values()].flat(), ...homes.values()];
  const find = (id: string): View | undefined =>
    everything().find((one) => one.id === id || (one.externalId !== "" && one.externalId === id));

  const set = (owner: string, stack: readonly View[]): void => {
    stacks.set(owner, stack);
    watch.touch();
  };

  const make = (owner: string, draft: ViewDraft, below: View | undefined): View => {
    const externalId = externalIdOf(draft);
    if (externalId !== "" && find(externalId)) throw new Refusal("duplicate_external_id");
    const id = ids.next("V");
    return {
      ...draft,
      blocks: withIds(draft.blocks, ids),
      id,
      owner,
      hash: `${ids.ts()}.${id}`,
      rootId: below?.rootId ?? id,
      previousId: below?.id ?? null,
      externalId,
      errors: {},
      entered: {},
    };
  };

  const changed = (view: View, draft: ViewDraft): View => {
    const blocks = withIds(draft.blocks, ids);
    const entered = keepEntered(view.entered, blocks);
    return { ...view, ...draft, blocks, hash: `${ids.ts()}.${view.id}`, errors: {}, entered };
  };

  const put = (view: View): View => {
    if (view.type === "home") {
      homes.set(view.owner, view);
      watch.touch();
    } else {
      set(
        view.owner,
        stackOf(view.owner).map((one) => (one.id === view.id ? view : one)),
      );
    }
    return view;
  };

  const checkHash = (view: View | undefined, hash: string | undefined): void => {
    if (hash !== undefined && view !== undefined && view.hash !== hash) throw new Refusal("hash_conflict");
  };

  return {
    open(owner, draft) {
      const view = make(owner, draft, undefined);
      set(owner, [view]);
      return view;
    },
    push(owner, draft) {
      const stack = stackOf(owner);
      if (stack.length >= STACK) throw new Refusal("push_limit_reached");
      const view = make(owner, draft, stack.at(-1));
      set(owner, [...stack, view]);
      return view;
    },
    update(view, draft, hash) {
      const current = find(view.id);
      if (!current) throw new Refusal("not_found");
      checkHash(current, hash);
      return put(changed(current, draft));
    },
    publish(owner, draft, hash) {
      const current = homes.get(owner);
      checkHash(current, hash);
      return put(current ? changed(current, draft) : make(owner, draft, undefined));
    },
    find,
    top: (owner) => stackOf(owner).at(-1),
    home: (owner) => homes.get(owner),
    note: (view, change) => put({ ...view, ...change }),
    pop: (owner) => set(owner, stackOf(owner).slice(0, -1)),
    clear(owner) {
      const stack = stackOf(owner);
      set(owner, []);
      return stack;
    },
  };
}

const externalIdOf = ({ body }: ViewDraft): string =>
  typeof body.external_id === "string" ? body.external_id : "";

/** Slack keeps what was typed as long as block_id and action_id stay: only the block can be seen here. */
function keepEntered(entered: View["entered"], blocks: readonly WireBlock[]): View["entered"] {
  const there = new Set(blocks.map(({ block_id }) => block_id));
  return Object.fromEntries(Object.entries(entered).filter(([blockId]) => there.has(blockId)));
}
