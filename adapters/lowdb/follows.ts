import { refKey } from "../../src/domain/actor.ts";
import type { Follow } from "../../src/domain/follow.ts";
import type { Follows } from "../../src/ports.ts";
import type { Table } from "./table.ts";

export const followKey = (follow: Follow): string => follow.id;

export function createFollows(table: Table<Follow>): Follows {
  return {
    add: (follow) =>
      table.step((rows) => {
        const same = [...rows.values()].find((one) => place(one) === place(follow));
        if (!same && rows.has(follow.id)) throw new Error(`a follow ${follow.id} exists already`);
        const kept: Follow = same ? { ...follow, id: same.id } : follow;
        return { put: [kept], result: kept };
      }),
    end: (id) =>
      table.step((rows) => {
        const found = rows.get(id);
        return { drop: found ? [id] : [], result: found ?? null };
      }),
    list: async () => [...table.rows().values()],
  };
}

const place = ({ channel, query }: Follow): string => `${refKey(channel)} ${query}`;
