import type { AddressInfo } from "node:net";
import { App, HTTPReceiver, SocketModeReceiver } from "@slack/bolt";
import { onTestFinished } from "vitest";
import { createSandboxClock, type SandboxClock } from "../../../sandbox/clock.ts";
import {
  createSlackSandbox,
  type SlackSandbox,
  type SlackSandboxOptions,
} from "../../../sandbox/slack/sandbox.ts";
import { QUIET } from "./client.ts";

export type Transport = "socket" | "http";

/** A stand-in on a frozen clock that is closed when the test ends. Bolt judges signatures by the machine's time. */
export async function startSandbox(
  options: Partial<SlackSandboxOptions> = {},
  start: number = Date.now(),
): Promise<{ readonly sandbox: SlackSandbox; readonly clock: SandboxClock }> {
  const clock = createSandboxClock({ start, frozen: true });
  const sandbox = await createSlackSandbox({ clock, ...options });
  onTestFinished(() => sandbox.close());
  return { sandbox, clock };
}

/** The real Bolt app as a client of the stand-in, with as many socket receivers as asked for. */
export async function startBolt(
  sandbox: SlackSandbox,
  transport: Transport,
  listen: (app: App) => void,
  receivers = 1,
): Promise<App> {
  return transport === "http" ? startHttp(sandbox, listen) : startSockets(sandbox, listen, receivers);
}

function clientOptions(sandbox: SlackSandbox) {
  return { slackApiUrl: sandbox.apiUrl, retryConfig: { retries: 0 } };
}

async function startSockets(sandbox: SlackSandbox, listen: (app: App) => void, count: number): Promise<App> {
  const receivers = Array.from({ length: count }, () => {
    const installerOptions = { clientOptions: clientOptions(sandbox) };
    return new SocketModeReceiver({
      appToken: sandbox.appToken,
      installerOptions,
      logger: QUIET,
      // How long it waits before it connects again; also how long a pong may take.
      clientPingTimeout: 500,
    });
  });
  const [first] = receivers;
  if (!first) throw new Error("at least one receiver");
  const app = new App({
    token: sandbox.botToken,
    receiver: first,
    clientOptions: clientOptions(sandbox),
    deferInitialization: true,
    convoStore: false,
    logger: QUIET,
  });
  await app.init();
  listen(app);
  for (const receiver of receivers) {
    receiver.init(app);
    await receiver.start();
    onTestFinished(() => receiver.stop());
  }
  return app;
}

async function startHttp(sandbox: SlackSandbox, listen: (app: App) => void): Promise<App> {
  const receiver = new HTTPReceiver({ signingSecret: sandbox.signingSecret, logger: QUIET });
  const app = new App({
    token: sandbox.botToken,
    receiver,
    clientOptions: clientOptions(sandbox),
    deferInitialization: true,
    convoStore: false,
    logger: QUIET,
  });
  await app.init();
  listen(app);
  const server = await receiver.start({ port: 0, host: "127.0.0.1" });
  onTestFinished(() => receiver.stop());
  sandbox.deliverTo(`http://127.0.0.1:${portOf(server.address())}/slack/events`);
  return app;
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === "string") throw new Error("no TCP port");
  return address.port;
}
