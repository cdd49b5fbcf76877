import { z } from "zod";
import { ProviderError } from "../../src/errors.ts";
import type { Read } from "../../src/ports.ts";
import type { OvhClient } from "./client.ts";
import { readPeriod } from "./period.ts";
import type { RawServiceInfos } from "./raw-service.ts";

const durationsSchema = z.array(z.union([z.string(), z.number()]));

/**
 * Months, ascending. `/services/{id}/renewPeriodCapacities` first; the older `possibleRenewPeriod` where that
 * has nothing to say of the product.
 */
export async function readRenewalPeriods(
  client: OvhClient,
  id: number,
  read: Read,
  infos: () => Promise<RawServiceInfos | null>,
): Promise<readonly number[]> {
  const offered = toMonths(await readCapacities(client, id, read));
  return offered.length > 0 ? offered : toMonths((await infos())?.possibleRenewPeriod ?? []);
}

async function readCapacities(
  client: OvhClient,
  id: number,
  read: Read,
): Promise<readonly (string | number)[]> {
  try {
    return (await client.read("renewalPeriods", { id }, durationsSchema, { ...read })).value;
  } catch (error) {
    if (error instanceof ProviderError && ["gone", "refused", "forbidden"].includes(error.facts.kind))
      return [];
    throw error;
  }
}

function toMonths(periods: readonly (string | number)[]): readonly number[] {
  const months = periods.map(readPeriod).filter((period) => period !== null);
  return [...new Set(months)].sort((a, b) => a - b);
}
