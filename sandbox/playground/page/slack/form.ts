/** What a person enters or picks: a text, the value of an option, or several. */
export type Choice = string | readonly string[];

/** What was entered into a modal, by block_id. It outlives answers of the server, so that nothing is typed twice. */
export interface Form {
  entered(blockId: string): Choice | undefined;
  enter(blockId: string, choice: Choice): void;
  /** As `slack-submit` takes it: only what the person touched, and only what still is asked. */
  values(blockIds: readonly string[]): Record<string, string | string[]>;
}

export function createForm(): Form {
  const entries = new Map<string, Choice>();
  return {
    entered: (blockId) => entries.get(blockId),
    enter(blockId, choice) {
      entries.set(blockId, choice);
    },
    values: (blockIds) =>
      Object.fromEntries(
        blockIds.flatMap((id) => {
          const choice = entries.get(id);
          if (choice === undefined) return [];
          return [[id, typeof choice === "string" ? choice : [...choice]]];
        }),
      ),
  };
}
