import type { JSX } from "preact";
import { useClient } from "./client.ts";
import { isolated } from "./isolated.tsx";

interface PictureProps {
  readonly alt: string;
  readonly size: "small" | "large";
}

/** Stands for a picture: nothing is fetched from outside, so that its words are all there is of it. */
export function Picture({ alt, size }: PictureProps): JSX.Element {
  const { words } = useClient();
  return (
    <span class={`slack-picture slack-picture-${size}`} title={words.image}>
      <svg viewBox="0 0 20 20" width="16" height="16" aria-hidden="true">
        <path d="M2 4h16v12H2zM2 14l5-5 4 4 3-2 4 4" fill="none" stroke="currentColor" stroke-width="1.5" />
      </svg>
      {isolated(alt)}
    </span>
  );
}
