import type { ComponentChildren, JSX } from "preact";

interface TableFrameProps {
  readonly label: string;
  readonly children: ComponentChildren;
}

/** A table that may be wider than the pane: it scrolls by itself, by the keyboard too. */
export function TableFrame({ label, children }: TableFrameProps): JSX.Element {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by the keyboard
    <section class="slack-table" aria-label={label} tabIndex={0}>
      <table>{children}</table>
    </section>
  );
}
