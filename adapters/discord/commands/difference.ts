import { isDeepStrictEqual } from "node:util";
import type { RESTPostAPIChatInputApplicationCommandsJSONBody } from "discord-api-types/v10";
import { z } from "zod";

/**
 * Whether what is registered differs from what should be. Discord fills in defaults (`required: false`, empty lists,
 * null permissions) and adds ids and versions: both sides are brought to one form, in which order counts nowhere but
 * among options and choices, where people see it.
 */
export function differs(
  wanted: readonly RESTPostAPIChatInputApplicationCommandsJSONBody[],
  registered: readonly unknown[],
): boolean {
  const known = z.array(Command).safeParse(registered);
  if (!known.success) return true;
  return !isDeepStrictEqual(byName(z.array(Command).parse(wanted)), byName(known.data));
}

const Words = z
  .record(z.string(), z.string())
  .nullish()
  .transform((words) => words ?? {});

const named = { name: z.string(), name_localizations: Words };
const described = { ...named, description: z.string(), description_localizations: Words };
const list = <T extends z.ZodType>(item: T) =>
  z
    .array(item)
    .nullish()
    .transform((items) => items ?? []);
const numbers = list(z.number()).transform((values) => [...values].sort((one, other) => one - other));
const flag = z
  .boolean()
  .nullish()
  .transform((value) => value ?? false);

const Option = z.object({
  ...described,
  type: z.number(),
  required: flag,
  autocomplete: flag,
  choices: list(z.object({ ...named, value: z.union([z.string(), z.number()]) })),
});

const Command = z.object({
  ...described,
  type: z.number().default(1),
  contexts: numbers,
  integration_types: numbers,
  default_member_permissions: z
    .string()
    .nullish()
    .transform((value) => value ?? null),
  nsfw: flag,
  options: list(z.object({ ...described, type: z.number(), required: flag, options: list(Option) })),
});

const byName = (commands: readonly z.output<typeof Command>[]): readonly z.output<typeof Command>[] =>
  [...commands].sort((one, other) => one.name.localeCompare(other.name));
