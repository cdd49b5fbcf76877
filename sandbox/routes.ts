/** A route of a stand-in: `path` is a template such as `/services/{id}/terminate`. */
export interface Route<Handler> {
  readonly method: string;
  readonly path: string;
  readonly handle: Handler;
}

export type RouteMatch<Handler> =
  | { readonly kind: "found"; readonly route: Route<Handler>; readonly params: RouteParams }
  /** The path exists, but not with this method. */
  | { readonly kind: "wrong-method" }
  | { readonly kind: "unknown" };

export interface RouteParams {
  /** The percent-decoded value of a variable; one that the template does not have is a mistake and throws. */
  get(name: string): string;
}

export interface RouteTable<Handler> {
  /** `path` as sent, still percent-encoded. Literal parts win over variables, whatever the order of the table. */
  find(method: string, path: string): RouteMatch<Handler>;
}

interface Compiled<Handler> {
  readonly route: Route<Handler>;
  readonly parts: readonly string[];
}

const isVariable = (part: string): boolean => part.startsWith("{") && part.endsWith("}");

export function createRouteTable<Handler>(routes: readonly Route<Handler>[]): RouteTable<Handler> {
  const byLength = new Map<number, Compiled<Handler>[]>();
  for (const route of routes) {
    const parts = route.path.split("/");
    const same = byLength.get(parts.length) ?? [];
    same.push({ route, parts });
    byLength.set(parts.length, same);
  }
  for (const same of byLength.values()) same.sort((a, b) => variables(a) - variables(b));

  return {
    find(method, path) {
      const parts = path.split("/");
      const fitting = (byLength.get(parts.length) ?? []).filter((one) => fits(one.parts, parts));
      const found = fitting.find((one) => one.route.method === method);
      if (found) return { kind: "found", route: found.route, params: readParams(found.parts, parts) };
      return { kind: fitting.length > 0 ? "wrong-method" : "unknown" };
    },
  };
}

const variables = (one: Compiled<unknown>): number => one.parts.filter(isVariable).length;

function fits(template: readonly string[], parts: readonly string[]): boolean {
  return template.every((part, index) => (isVariable(part) ? parts[index] !== "" : part === parts[index]));
}

function readParams(template: readonly string[], parts: readonly string[]): RouteParams {
  const values = new Map<string, string>();
  template.forEach((part, index) => {
    if (isVariable(part)) values.set(part.slice(1, -1), decode(parts[index] ?? ""));
  });
  return {
    get(name) {
      const value = values.get(name);
      if (value === undefined) throw new Error(`the route has no variable {${name}}`);
      return value;
    },
  };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
