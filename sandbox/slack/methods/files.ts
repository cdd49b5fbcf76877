import { z } from "zod";
import { parseJson } from "../json.ts";
import { Refusal } from "../refusal.ts";
import type { Workspace } from "../workspace.ts";
import { count, type Methods, method } from "./method.ts";

interface Upload {
  readonly id: string;
  readonly filename: string;
  /** Bytes announced. */
  readonly length: number;
  arrived: boolean;
}

export interface Files {
  readonly methods: Methods;
  /** Takes the bytes for an upload address; false for an address that was never given out. */
  receive(path: string): boolean;
}

const scopes = ["files:write"];
const filesSchema = z.array(z.object({ id: z.string(), title: z.string().optional() })).min(1);

/** The three steps that replaced files.upload: an address, the bytes, the completion. */
export function createFiles(
  { ids, messages, directory, world, clock }: Workspace,
  origin: () => string,
): Files {
  const uploads = new Map<string, Upload>();
  const find = (id: string): Upload => {
    const found = uploads.get(id);
    if (!found?.arrived) throw new Refusal("file_not_found");
    return found;
  };
  const onWire = (file: Upload, title: string | undefined) => ({
    id: file.id,
    name: file.filename,
    title: title ?? file.filename,
    size: file.length,
    user: world.app.userId,
    created: Math.floor(clock.now() / 1000),
  });

  return {
    receive(path) {
      const upload = uploads.get(path.slice("/upload/".length));
      if (upload) upload.arrived = true;
      return upload !== undefined;
    },
    methods: {
      "files.getUploadURLExternal": method(
        { scopes },
        z.object({ filename: z.string().min(1), length: count }),
        ({ filename, length }) => {
          const id = ids.next("F");
          uploads.set(id, { id, filename, length, arrived: false });
          return { upload_url: `${origin()}/upload/${id}`, file_id: id };
        },
      ),
      "files.completeUploadExternal": method(
        { scopes },
        z.object({
          files: z.string().transform(parseJson).pipe(filesSchema),
          channel_id: z.string().optional(),
          initial_comment: z.string().optional(),
          thread_ts: z.string().optional(),
        }),
        ({ files, channel_id, initial_comment = "", thread_ts }) => {
          const found = files.map(({ id, title }) => onWire(find(id), title));
          if (channel_id !== undefined) {
            const channel = directory.channel(channel_id).id;
            if (!directory.isMember(channel, world.app.userId)) throw new Refusal("not_in_channel");
            const names = found.map(({ title }) => title);
            const user = world.app.userId;
            const empty = { blocks: [], attachments: [] };
            const threadTs = thread_ts ?? null;
            messages.post({
              ...empty,
              channel,
              user,
              text: initial_comment,
              files: names,
              threadTs,
              via: "api",
            });
          }
          return { files: found };
        },
      ),
    },
  };
}
