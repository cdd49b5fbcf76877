import { readLive } from "../changes/read-live.ts";
import type { Desk } from "../desk.ts";
import { group } from "../domain/attached.ts";
import type { Instant } from "../domain/instant.ts";
import type { Service } from "../domain/service.ts";
import { ProviderError } from "../errors.ts";
import { serviceCard } from "../views/service-card.ts";
import { type Command, privately } from "./command.ts";
import { findService, suggestServices } from "./find-service.ts";
import { SERVICE } from "./params.ts";

export const service: Command = {
  name: "service",
  needs: "look",
  info: {
    name: { en: "service", fr: "service" },
    summary: {
      en: "Everything about one service, and what can be done",
      fr: "Tout sur un service, et ce qu’on peut faire",
    },
    params: [SERVICE],
  },
  async run(call, desk) {
    const known = findService(call.input.service, "service", desk);
    const read = await liveOrKnown(known, desk);
    const view = {
      ...read,
      ...relatives(read.service, desk),
      now: desk.clock.now(),
      links: desk.provider.links,
    };
    return { ...privately(serviceCard(view, call.say), call), replaces: false };
  },
  suggest: suggestServices,
};

interface ServiceRead {
  readonly service: Service;
  readonly readAt: Instant;
  readonly live: boolean;
}

/** Live where OVHcloud answers; else the catalogue's copy, which says how old it is. */
async function liveOrKnown(known: Service, desk: Desk): Promise<ServiceRead> {
  try {
    return { service: await readLive(known, desk), readAt: desk.clock.now(), live: true };
  } catch (error) {
    const { readAt } = desk.catalogue.snapshot();
    if (!(error instanceof ProviderError) || error.facts.kind === "gone" || readAt === null) throw error;
    return { service: known, readAt, live: false };
  }
}

function relatives(
  service: Service,
  { catalogue }: Desk,
): { readonly attached: readonly Service[]; readonly parent: Service | null } {
  const { services } = catalogue.snapshot();
  const near = services.filter(
    (one) => one.name === service.name || one.parentId === service.id || one.id === service.parentId,
  );
  const mine = group([service, ...near.filter(({ id }) => id !== service.id)]).find(({ head, attached }) =>
    [head, ...attached].includes(service),
  );
  const parent = service.parentId === null ? null : catalogue.get(service.parentId);
  const attached = mine
    ? [mine.head, ...mine.attached].filter((one) => one !== service && one.id !== parent?.id)
    : [];
  return { attached, parent };
}
