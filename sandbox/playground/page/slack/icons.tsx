import type { JSX } from "preact";

/** Own drawings, in the manner that people know from chat clients. */
const PATHS = {
  eye: "M1 10s3.5-6 9-6 9 6 9 6-3.5 6-9 6-9-6-9-6zm9 2.6a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2z",
  reply: "M3 4h14v9H9l-4 3.5V13H3z",
  code: "M7 5 2 10l5 5M13 5l5 5-5 5",
  send: "M3 3.5 17.5 10 3 16.5 5 10zM5 10h7",
  lock: "M5 9h10v8H5zM7 9V6.5a3 3 0 0 1 6 0V9",
  close: "M5 5l10 10M15 5 5 15",
  down: "M10 4v12M5 11l5 5 5-5",
  archive: "M3 5h14v3H3zM4 8v8h12V8M8 11h4",
  absent: "M5 14c1-1 1-2 1-5a4 4 0 0 1 8 0c0 3 0 4 1 5zM9 16.5h2M3 3l14 14",
} as const;

interface IconProps {
  readonly name: keyof typeof PATHS;
}

export function Icon({ name }: IconProps): JSX.Element {
  return (
    <svg class="slack-icon" viewBox="0 0 20 20" width="16" height="16" aria-hidden="true">
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        stroke-width="1.6"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
