import type { Desk } from "../desk.ts";
import type { Service } from "../domain/service.ts";
import { ProviderError } from "../errors.ts";
import type { Read } from "../ports.ts";

/** A service as OVHcloud has it now; the catalogue learns it too, also that it is gone. */
export async function readLive(
  { id }: Pick<Service, "id">,
  desk: Desk,
  urgency: Read["urgency"] = "person",
): Promise<Service> {
  try {
    const service = await desk.provider.getService(id, { urgency });
    desk.catalogue.replace(service);
    return service;
  } catch (error) {
    if (error instanceof ProviderError && error.facts.kind === "gone") desk.catalogue.forget(id);
    throw error;
  }
}
