import { WebAPIPlatformError } from "@slack/web-api";
import { describe, expect, it } from "vitest";
import { createLadder } from "../../../adapters/slack/ladder.ts";
import type { SlackMessage } from "../../../adapters/slack/render/message.ts";
import { createSilentLog } from "../../fakes/silent-log.ts";
import { card, table } from "./cards.ts";

const refusal = (error: string) => new WebAPIPlatformError({ ok: false, error });
const listing = card("Services", [table]);

/** A workspace that refuses some kinds of block; what it was sent is remembered by the kinds. */
function createWorkspace(...refused: readonly string[]) {
  const sent: string[] = [];
  return {
    sent,
    async take({ blocks }: SlackMessage): Promise<string> {
      const kind = blocks.map(({ type }) => type).find((type) => type.endsWith("table")) ?? "list";
      sent.push(kind);
      if (refused.includes(kind)) throw refusal("invalid_blocks");
      return kind;
    },
  };
}

describe("a table that a workspace refuses", () => {
  it("becomes a simpler one, and the next message begins with that", async () => {
    const workspace = createWorkspace("data_table");
    const ladder = createLadder(createSilentLog());
    expect(await ladder.send(listing, workspace.take)).toBe("table");
    expect(await ladder.send(listing, workspace.take)).toBe("table");
    expect(workspace.sent).toEqual(["data_table", "table", "table"]);
  });

  it("ends as a list", async () => {
    const workspace = createWorkspace("data_table", "table");
    expect(await createLadder(createSilentLog()).send(listing, workspace.take)).toBe("list");
  });

  it("is refused for good when a list is refused too", async () => {
    const workspace = createWorkspace("data_table", "table", "list");
    await expect(createLadder(createSilentLog()).send(listing, workspace.take)).rejects.toThrow(
      "invalid_blocks",
    );
    expect(workspace.sent).toHaveLength(3);
  });

  it("is not tried again after any other failure, which may have posted it", async () => {
    const sent: unknown[] = [];
    const failing = async (message: SlackMessage) => {
      sent.push(message);
      throw refusal("internal_error");
    };
    await expect(createLadder(createSilentLog()).send(listing, failing)).rejects.toThrow("internal_error");
    expect(sent).toHaveLength(1);
  });

  it("does not make other messages simpler", async () => {
    const ladder = createLadder(createSilentLog());
    const refusing = async () => {
      throw refusal("invalid_blocks");
    };
    await expect(ladder.send(card("No table"), refusing)).rejects.toThrow("invalid_blocks");
    expect(await ladder.send(listing, createWorkspace().take)).toBe("data_table");
  });
});
