import { z } from "zod";
import { type HttpAnswer, type HttpReply, type HttpRequest, json, readJson, serveHttp } from "../../http.ts";
import { actRequestSchema } from "../acts.ts";
import { PERSONAS, type PersonaKey } from "../personas.ts";
import type { AccountPage, ActAnswer, ActRequest } from "../protocol.ts";
import type { Assets } from "./assets.ts";
import { isOurs, SAFE_HEADERS } from "./guard.ts";

/** What stands behind the page's addresses. */
export interface PageHost {
  readonly assets: Assets;
  /** Begins to tell a page what this person sees; the returned function ends it. */
  watch(who: PersonaKey, send: (text: string) => void): () => void;
  act(request: ActRequest): Promise<ActAnswer>;
  services(search: string, from: number, count: number): AccountPage;
}

export interface PageServer {
  /** `http://127.0.0.1:PORT/`. */
  readonly address: string;
  close(): Promise<void>;
}

const BODY_LIMIT = 64 * 1024;

/** Serves the page on a loopback port that the system chooses. Foreign hosts and origins are refused. */
export async function servePage(host: PageHost): Promise<PageServer> {
  let port = 0;
  const server = await serveHttp({
    bodyLimit: BODY_LIMIT,
    headers: SAFE_HEADERS,
    handle: (request) => (isOurs(request, port) ? answer(request, host) : FOREIGN),
  });
  port = server.port;
  return { address: `${server.origin}/`, close: server.close };
}

const FOREIGN = json(403, { error: "only for the page on this machine" });
const NOTHING_THERE = json(404, { error: "there is nothing here" });

async function answer(request: HttpRequest, host: PageHost): Promise<HttpAnswer> {
  const { method, path } = request;
  if (method === "POST" && path === "/act") return act(request, host);
  if (method !== "GET") return json(405, { error: `${path} takes GET` });
  if (path === "/state") return state(request, host);
  if (path === "/account") return account(request, host);
  return host.assets.get(path) ?? NOTHING_THERE;
}

/** A form of a foreign page cannot send JSON without being asked about its origin first. */
async function act({ headers, body }: HttpRequest, host: PageHost): Promise<HttpReply> {
  if (!/^application\/json\b/.test(headers["content-type"] ?? ""))
    return json(415, { error: "the body has to be JSON" });
  try {
    const request = actRequestSchema.parse(readJson(body));
    return json(200, await host.act(request));
  } catch (error) {
    if (error instanceof z.ZodError) return json(400, { error: z.prettifyError(error) });
    if (error instanceof SyntaxError) return json(400, { error: "the body is not JSON" });
    throw error;
  }
}

const whoSchema = z.enum(PERSONAS);

function state({ query }: HttpRequest, host: PageHost): HttpAnswer {
  const who = whoSchema.safeParse(query.get("who"));
  if (!who.success) return json(400, { error: "who looks?" });
  return {
    kind: "stream",
    headers: { "content-type": "text/event-stream", "cache-control": "no-store" },
    open: (send) => host.watch(who.data, (data) => send(`data: ${data}\n\n`)),
  };
}

const pageSchema = z.object({
  search: z.string().max(200).default(""),
  from: z.coerce.number().int().nonnegative().default(0),
  count: z.coerce.number().int().positive().max(200).default(50),
});

function account({ query }: HttpRequest, host: PageHost): HttpReply {
  const page = pageSchema.safeParse(Object.fromEntries(query));
  if (!page.success) return json(400, { error: z.prettifyError(page.error) });
  return json(200, host.services(page.data.search, page.data.from, page.data.count));
}
