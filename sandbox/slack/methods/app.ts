import { z } from "zod";
import { isObject } from "../../json.ts";
import { readContent, readView } from "../drafts.ts";
import { parseJson } from "../json.ts";
import { Refusal } from "../refusal.ts";
import { type Methods, method } from "./method.ts";

/** Socket Mode's door, and the judge of blocks. */
export function appMethods(openConnection: () => string): Methods {
  return {
    "apps.connections.open": method({ token: "app", scopes: [] }, z.object({}), () => ({
      url: openConnection(),
    })),
    // On real Slack it takes no token either; its answers there carry more detail.
    "blocks.validate": method(
      { token: "none" },
      z.object({
        blocks: z.unknown().optional(),
        message: z.unknown().optional(),
        view: z.unknown().optional(),
      }),
      ({ blocks, message, view }) => {
        if (view !== undefined) judgeView(view);
        else readContent({ text: "judged", ...(message === undefined ? { blocks } : contentOf(message)) });
        return {};
      },
    ),
  };
}

function judgeView(raw: unknown): void {
  const view = typeof raw === "string" ? parseJson(raw) : raw;
  readView(view, isObject(view) && view.type === "home" ? "home" : "modal");
}

function contentOf(raw: unknown): { blocks?: unknown; attachments?: unknown } {
  const message = typeof raw === "string" ? parseJson(raw) : raw;
  if (!isObject(message)) throw new Refusal("invalid_arguments");
  return { blocks: message.blocks, attachments: message.attachments };
}
