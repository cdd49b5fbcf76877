import { z } from "zod";
import type { JsonObject } from "../../json.ts";
import { Refusal } from "../refusal.ts";

/** One Web API method. */
export interface Method {
  /** Whose token it takes. */
  readonly token: "bot" | "app" | "none";
  /** One of these is needed; none at all when empty. */
  readonly scopes: readonly string[];
  /** What is answered besides `ok: true`; throws Refusal. */
  run(args: JsonObject): JsonObject;
}

export type Methods = Readonly<Record<string, Method>>;

/** A method whose arguments are parsed first; misshapen ones are answered with invalid_arguments. */
export function method<S extends z.ZodType>(
  { token = "bot", scopes = [] }: { readonly token?: Method["token"]; readonly scopes?: readonly string[] },
  input: S,
  run: (input: z.output<S>) => JsonObject,
): Method {
  return {
    token,
    scopes,
    run(args) {
      const parsed = input.safeParse(args);
      if (parsed.success) return run(parsed.data);
      const messages = parsed.error.issues.map(
        (issue) => `[ERROR] ${issue.message} [${issue.path.join("/")}]`,
      );
      throw new Refusal("invalid_arguments", { response_metadata: { messages } });
    },
  };
}

/** Forms carry booleans and numbers as text. */
export const flag = z
  .union([z.boolean(), z.enum(["true", "false", "1", "0"])])
  .transform((value) => value === true || value === "true" || value === "1");
export const count = z.coerce.number().int().positive();
