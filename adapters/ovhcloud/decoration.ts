/**
 * Readers for the parts of a service that only decorate it: a wrong shape reads as nothing, and loses no service.
 * By hand, because a list has tens of thousands of them: as zod schemas they took a third of the time that reading
 * 10,000 services costs beyond JSON.parse.
 */
export function member(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}

/** Null for what is no text, and for blanks. */
export function textMember(value: unknown, key: string): string | null {
  const found = member(value, key);
  return typeof found === "string" ? found.trim() || null : null;
}

export function numberMember(value: unknown, key: string): number | null {
  const found = member(value, key);
  return typeof found === "number" && Number.isFinite(found) ? found : null;
}

export function listMember(value: unknown, key: string): readonly unknown[] {
  const found = member(value, key);
  return Array.isArray(found) ? found : [];
}
