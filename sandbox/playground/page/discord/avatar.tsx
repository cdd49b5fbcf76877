import type { JSX } from "preact";

/** As many colours as Discord has for people without a picture. */
const COLORS = 5;

interface Props {
  readonly id: string;
  readonly name: string;
}

export const Avatar = ({ id, name }: Props): JSX.Element => (
  <span class="avatar" data-color={Number(id.slice(-4)) % COLORS} aria-hidden="true">
    {[...name][0]?.toUpperCase() ?? "?"}
  </span>
);
