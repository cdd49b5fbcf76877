/** Undefined for what is not JSON: half a body, a proxy's HTML page, nothing. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
