import { expect, vi } from "vitest";
import { WebSocket } from "ws";
import type { SlackSandbox } from "../../../sandbox/slack/sandbox.ts";
import { clientOf } from "./client.ts";

/** A fresh single-use address for a connection. */
export const openAddress = async (sandbox: SlackSandbox): Promise<string> => {
  const { url = "" } = await clientOf(sandbox, sandbox.appToken).apps.connections.open({});
  return url;
};

/** A bare connection that does nothing by itself; resolves with what it hears. */
export async function connect(url: string): Promise<{ socket: WebSocket; heard: unknown[] }> {
  const socket = new WebSocket(url);
  const heard: unknown[] = [];
  socket.on("message", (data) => heard.push(JSON.parse(data.toString())));
  await new Promise((resolve, reject) => {
    socket.once("open", resolve);
    socket.once("error", reject);
  });
  await vi.waitFor(() => expect(heard).not.toHaveLength(0));
  return { socket, heard };
}
