import type { ComponentChildren, JSX, RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";

interface PopupProps {
  readonly anchor: RefObject<HTMLElement | null>;
  readonly class: string;
  onClose(): void;
  readonly children: ComponentChildren;
}

const GAP = 4;
const EDGE = 8;

/** Opens beside its anchor, above everything: what scrolls around it must not cut it off. The focus goes inside. */
export function Popup({ anchor, class: name, onClose, children }: PopupProps): JSX.Element {
  const ref = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  close.current = onClose;

  useLayoutEffect(() => {
    const popup = ref.current;
    if (!popup) return;
    popup.showPopover?.();
    const put = (): void => {
      if (anchor.current) putBeside(popup, anchor.current.getBoundingClientRect());
    };
    put();
    // At once, and not before it shows: the next key is meant for it.
    popup.querySelector<HTMLElement>("input, [role=menuitem]")?.focus();
    // What the server offers makes it grow.
    const grows = new ResizeObserver(put);
    grows.observe(popup);
    addEventListener("resize", put);
    document.addEventListener("scroll", put, { capture: true, passive: true });
    return () => {
      grows.disconnect();
      removeEventListener("resize", put);
      document.removeEventListener("scroll", put, { capture: true });
    };
  }, [anchor]);

  useEffect(() => {
    const outside = ({ target }: Event): void => {
      const inside = [ref.current, anchor.current].some(
        (one) => target instanceof globalThis.Node && one?.contains(target),
      );
      if (!inside) close.current();
    };
    document.addEventListener("pointerdown", outside, { capture: true });
    return () => document.removeEventListener("pointerdown", outside, { capture: true });
  }, [anchor]);

  return (
    <div ref={ref} class={`slack-popup ${name}`} popover="manual">
      {children}
    </div>
  );
}

function putBeside(popup: HTMLElement, anchor: DOMRect): void {
  const { offsetWidth: width, offsetHeight: height, style } = popup;
  const below = innerHeight - anchor.bottom - GAP - EDGE;
  const above = anchor.top - GAP - EDGE;
  const down = height <= below || below >= above;
  const top = down ? anchor.bottom + GAP : Math.max(EDGE, anchor.top - GAP - height);
  style.minWidth = `${Math.min(anchor.width, innerWidth - 2 * EDGE)}px`;
  style.left = `${Math.max(EDGE, Math.min(anchor.left, innerWidth - EDGE - width))}px`;
  style.top = `${top}px`;
}
