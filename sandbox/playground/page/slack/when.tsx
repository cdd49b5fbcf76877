import { computed } from "@preact/signals";
import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import type { Instant } from "../../../../src/domain/instant.ts";
import { useClient } from "./client.ts";
import { linkTarget, OUTWARD } from "./link.ts";

interface WhenProps {
  readonly at: Instant;
  /** In Slack's tokens. */
  readonly format: string;
  /** For what is no instant. */
  readonly otherwise?: string;
  readonly url?: unknown;
}

/** The greatest distance from 1970 that a Date holds. */
const FARTHEST = 8.64e15;

export function When({ at, format, otherwise = "", url }: WhenProps): JSX.Element {
  const client = useClient();
  const valid = Number.isFinite(at) && Math.abs(at) <= FARTHEST;
  const words = useMemo(
    () => computed(() => (valid ? client.date(at, format) : otherwise)),
    [client, at, format, valid, otherwise],
  );
  if (!valid) return <>{otherwise}</>;
  const target = linkTarget(url);
  const time = (
    <time dateTime={new Date(at).toISOString()} title={client.date(at, "{date_long} {time}")}>
      {words}
    </time>
  );
  if (target === null) return time;
  return (
    <a href={target} {...OUTWARD}>
      {time}
    </a>
  );
}

/** Slack's `ts`: seconds of Unix with a fraction. */
export const instantOf = (ts: string): Instant => Math.floor(Number(ts) * 1000);
