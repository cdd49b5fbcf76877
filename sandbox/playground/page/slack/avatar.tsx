import type { JSX } from "preact";
import { useClient } from "./client.ts";

interface AvatarProps {
  /** A user id, or "slackbot". */
  readonly user: string;
  readonly name: string;
}

const COLOURS = 6;

/** Initials on a colour that belongs to the person; the app has a bell of its own. */
export function Avatar({ user, name }: AvatarProps): JSX.Element {
  const { world } = useClient();
  if (user === world.botUserId) return <AppPicture look="slack-avatar" />;
  const colour = [...user].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % COLOURS;
  const initials = name
    .split(/\s+/)
    .map((word) => [...word][0] ?? "")
    .join("")
    .slice(0, 2);
  return (
    <span class={`slack-avatar slack-avatar-${colour}`} aria-hidden="true">
      {initials.toUpperCase()}
    </span>
  );
}

/** The app's picture; `look` says where it stands. */
export function AppPicture({ look }: { readonly look: string }): JSX.Element {
  return (
    <span class={`${look} slack-app-picture`} aria-hidden="true">
      <svg viewBox="0 0 24 24" width="64%" height="64%" aria-hidden="true">
        <path
          d="M12 3a6 6 0 0 0-6 6c0 5-2 6-2 8h16c0-2-2-3-2-8a6 6 0 0 0-6-6zM9.5 19.5a2.5 2.5 0 0 0 5 0z"
          fill="currentColor"
        />
      </svg>
    </span>
  );
}
