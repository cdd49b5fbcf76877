import { z } from "zod";
import { type HttpReply, type HttpRequest, type HttpServer, json, readJson, serveHttp } from "./http.ts";

/** One thing that another process may ask of a stand-in: `GET /name?key=value` to look, `POST /name` with JSON to act. */
export interface Control {
  readonly method: "GET" | "POST";
  run(input: unknown): Promise<unknown>;
}

/** A control that changes nothing; its input are the query's strings. */
export const look = <S extends z.ZodType>(input: S, run: (input: z.output<S>) => unknown): Control =>
  control("GET", input, run);

/** A control that acts; its input is the JSON body, `{}` when there is none. */
export const act = <S extends z.ZodType>(input: S, run: (input: z.output<S>) => unknown): Control =>
  control("POST", input, run);

function control<S extends z.ZodType>(
  method: Control["method"],
  input: S,
  run: (input: z.output<S>) => unknown,
): Control {
  return { method, run: async (raw) => run(input.parse(raw)) };
}

/**
 * Serves the controls on a loopback port of its own. Answers: 200 with the result (`null` when there is none),
 * 400 for an input that does not fit, 404 for an unknown name, 409 with `{ error }` when the control refuses.
 */
export function serveControls(controls: Readonly<Record<string, Control>>): Promise<HttpServer> {
  const table = new Map(Object.entries(controls));
  return serveHttp({
    handle: async (request) => {
      if (!isFromHere(request)) return json(403, { error: "only for this machine" });
      const name = request.path.slice(1);
      if (name === "")
        return json(
          200,
          [...table].map(([key, { method }]) => ({ method, path: `/${key}` })),
        );
      const found = table.get(name);
      if (!found) return json(404, { error: `no control is called ${name}` });
      if (found.method !== request.method) return json(405, { error: `${name} takes ${found.method}` });
      return answer(found, request);
    },
  });
}

async function answer(found: Control, request: HttpRequest): Promise<HttpReply> {
  try {
    const result = await found.run(inputOf(found, request));
    return json(200, result ?? null);
  } catch (error) {
    if (error instanceof z.ZodError) return json(400, { error: z.prettifyError(error) });
    if (error instanceof SyntaxError) return json(400, { error: "the body is not JSON" });
    return json(409, { error: error instanceof Error ? error.message : String(error) });
  }
}

const inputOf = (found: Control, request: HttpRequest): unknown =>
  found.method === "GET" ? Object.fromEntries(request.query) : (readJson(request.body) ?? {});

/** A web page that somebody has open must not reach the port, neither by DNS rebinding nor by a cross-site request. */
function isFromHere({ headers }: HttpRequest): boolean {
  return isLoopback(`http://${headers.host ?? ""}`) && (!headers.origin || isLoopback(headers.origin));
}

function isLoopback(origin: string): boolean {
  if (!URL.canParse(origin)) return false;
  return ["127.0.0.1", "localhost", "[::1]"].includes(new URL(origin).hostname);
}
