import type { HttpRequest } from "../../http.ts";
import { readJson } from "../../http.ts";
import type { StoredFile } from "../messages.ts";
import { refusal } from "../refusal.ts";

export interface ReadBody {
  /** Undefined when there is none. */
  readonly body: unknown;
  readonly files: readonly Omit<StoredFile, "id">[];
}

/** JSON, or a form with the JSON in `payload_json` and files beside it. Throws 50109 on JSON that is none.
 *  Source: https://discord.com/developers/docs/reference#uploading-files */
export async function readBody(request: HttpRequest): Promise<ReadBody> {
  const type = request.headers["content-type"] ?? "";
  try {
    return type.startsWith("multipart/form-data")
      ? await readForm(request, type)
      : { body: readJson(request.body), files: [] };
  } catch {
    throw refusal("invalidJson");
  }
}

async function readForm(request: HttpRequest, type: string): Promise<ReadBody> {
  const bytes = new Uint8Array(request.body);
  const form = await new Response(bytes, { headers: { "content-type": type } }).formData();
  const files: Omit<StoredFile, "id">[] = [];
  for (const part of form.values())
    if (typeof part !== "string") files.push({ name: part.name, size: part.size, type: part.type });
  const payload = form.get("payload_json");
  return { body: typeof payload === "string" ? JSON.parse(payload) : {}, files };
}
