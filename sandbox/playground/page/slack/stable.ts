import { useRef } from "preact/hooks";

/** The list of before, as long as the same things stand in it. */
export function useStable<T>(list: readonly T[]): readonly T[] {
  const kept = useRef(list);
  const before = kept.current;
  const same = before.length === list.length && before.every((one, at) => one === list[at]);
  if (!same) kept.current = list;
  return kept.current;
}
