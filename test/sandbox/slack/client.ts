import { type Logger, LogLevel, WebAPIPlatformError, WebClient } from "@slack/web-api";
import { z } from "zod";
import type { SlackSandbox } from "../../../sandbox/slack/sandbox.ts";

/** A logger that says nothing. */
export const QUIET: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => LogLevel.ERROR,
  setName: () => undefined,
};

/** The real WebClient, without its retries. */
export const clientOf = (sandbox: SlackSandbox, token: string = sandbox.botToken): WebClient =>
  new WebClient(token, {
    slackApiUrl: sandbox.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: QUIET,
  });

const refusalSchema = z.looseObject({
  error: z.string(),
  errors: z.array(z.string()).optional(),
  needed: z.string().optional(),
  response_metadata: z.looseObject({ messages: z.array(z.string()).optional() }).optional(),
});

/** What the platform answered instead of ok. */
export async function refusalOf(call: Promise<unknown>): Promise<z.output<typeof refusalSchema>> {
  try {
    await call;
  } catch (error) {
    if (error instanceof WebAPIPlatformError) return refusalSchema.parse(error.data);
    throw error;
  }
  throw new Error("the call was not refused");
}
