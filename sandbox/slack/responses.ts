import { z } from "zod";
import { type HttpReply, json } from "../http.ts";
import type { JsonObject } from "../json.ts";
import { readContent } from "./drafts.ts";
import type { Message } from "./messages.ts";
import { Refusal } from "./refusal.ts";
import type { ResponseTarget } from "./response-urls.ts";
import type { Workspace } from "./workspace.ts";

const responseSchema = z.looseObject({
  response_type: z.enum(["in_channel", "ephemeral"]).optional(),
  replace_original: z.boolean().optional(),
  delete_original: z.boolean().optional(),
  thread_ts: z.string().optional(),
});

/** Answers a POST to a response URL; undefined when its path was never issued. */
export function respond(workspace: Workspace, path: string, body: unknown): HttpReply | undefined {
  try {
    const target = workspace.responseUrls.use(path);
    if (!target) return undefined;
    showResponse(workspace, target, body, "response_url");
    return json(200, { ok: true });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // A spent or old address is gone; a bad body is a bad request, without Slack's details (java-slack-sdk issue 1017).
    const gone = error.error === "used_url" || error.error === "expired_url";
    return json(gone ? 404 : 400, { ok: false, error: error.error });
  }
}

/** Does what the body says: a new message for one or for all, the original replaced, or the original deleted. */
export function showResponse(
  workspace: Workspace,
  target: ResponseTarget,
  body: unknown,
  via: Message["via"],
): void {
  const parsed = responseSchema.safeParse(body);
  if (!parsed.success) throw new Refusal("invalid_payload");
  const { response_type = "ephemeral", replace_original, delete_original, thread_ts, ...rest } = parsed.data;
  const original = target.ts === null ? undefined : workspace.messages.find(target.channel, target.ts);
  if (delete_original === true && original) {
    workspace.messages.delete(original);
    return;
  }
  const { warnings: _, ...content } = readContent(rest satisfies JsonObject);
  if (replace_original === true && original) {
    workspace.messages.replace(original, content);
    return;
  }
  workspace.messages.post({
    ...content,
    channel: target.channel,
    user: workspace.world.app.userId,
    only: response_type === "ephemeral" ? target.person : null,
    threadTs: thread_ts ?? null,
    via,
  });
}
