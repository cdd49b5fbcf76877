/** Characters that change how others look, or look like nothing: shown as JSON may also write them. */
const INVISIBLE = /[\u007F-\u009F\p{Cf}\u2028\u2029]/gu;

/** JSON laid out to be read, whatever its strings hold. */
export function pretty(value: unknown): string {
  const text = JSON.stringify(value, null, 2) ?? "undefined";
  return text.replace(INVISIBLE, (one) =>
    [...Array(one.length).keys()]
      .map((at) => `\\u${one.charCodeAt(at).toString(16).padStart(4, "0")}`)
      .join(""),
  );
}
