import { foldedText } from "../search.ts";

interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** What a key does to a select; a number is the option to go to, null is none of its business. */
type Step = "open" | "close" | "take" | number | null;

/** https://www.w3.org/WAI/ARIA/apg/patterns/combobox/examples/combobox-select-only/ */
export function keyStep(
  { key, ctrlKey, metaKey, altKey }: Key,
  isOpen: boolean,
  active: number,
  options: readonly { readonly label: string }[],
): Step {
  const last = options.length - 1;
  if (ctrlKey || metaKey || (altKey && key !== "ArrowDown")) return null;
  if (!isOpen) return ["ArrowDown", "ArrowUp", "Enter", " "].includes(key) ? "open" : null;
  switch (key) {
    case "ArrowDown":
      return active >= last ? 0 : active + 1;
    case "ArrowUp":
      return active <= 0 ? last : active - 1;
    case "Home":
      return 0;
    case "End":
      return last;
    case "Enter":
    case " ":
      return "take";
    case "Escape":
      return "close";
  }
  return key.length === 1 ? beginningWith(key, active, options) : null;
}

/** The next option that begins with this letter. */
function beginningWith(
  letter: string,
  active: number,
  options: readonly { readonly label: string }[],
): number | null {
  const wanted = foldedText(letter);
  const around = [...options.keys()].map((at) => (active + 1 + at) % options.length);
  return around.find((at) => foldedText(options[at]?.label ?? "").startsWith(wanted)) ?? null;
}
