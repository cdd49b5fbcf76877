import type { Option } from "../card/card.ts";
import { readLive } from "../changes/read-live.ts";
import type { Question } from "../chat.ts";
import type { Desk } from "../desk.ts";
import { findServices } from "../domain/find.ts";
import { EVERYTHING } from "../domain/query.ts";
import { type Service, serviceId } from "../domain/service.ts";
import type { Speak } from "../i18n/speak.ts";
import { UserError } from "../problem.ts";
import { serviceOption } from "../views/service-option.ts";

/** The service that was meant, from the catalogue: by number or by name. Asks which one where several fit. */
export function findService(typed: string | undefined, command: string, { catalogue }: Desk): Service {
  const wanted = typed?.trim() ?? "";
  if (wanted === "") throw new UserError({ kind: "missing-service", command });
  const byNumber = /^#?\d+$/u.test(wanted) ? catalogue.get(serviceId(Number(wanted.replace("#", "")))) : null;
  if (byNumber) return byNumber;
  const { services, readAt } = catalogue.snapshot();
  const found = findServices(services, wanted);
  switch (found.kind) {
    case "one":
      return found.service;
    case "several":
      throw new UserError({ kind: "ambiguous", typed: wanted, command, services: found.services });
    case "none":
      if (readAt === null) throw new UserError({ kind: "still-reading" });
      throw new UserError({ kind: "unknown-service", typed: wanted, nearest: found.nearest });
  }
}

/** The same, read at OVHcloud just now: whatever changes a service starts from here. */
export async function findLive(typed: string | undefined, command: string, desk: Desk): Promise<Service> {
  return readLive(findService(typed, command, desk), desk);
}

/** How many pages of the list are offered while one types: Discord shows 25 options. */
const PAGES = 3;

/** Services whose name fits what is typed so far. */
export function suggestServices(
  { typed, say }: Question & { readonly say: Speak },
  { catalogue }: Desk,
): readonly Option[] {
  const words = typed.split(/\s+/u).filter((word) => word !== "");
  const first = catalogue.list({ ...EVERYTHING, words, grouped: false });
  const pages = [...Array(Math.min(PAGES, first.pages)).keys()].map((page) =>
    page === 0 ? first : catalogue.list({ ...EVERYTHING, words, grouped: false, page: page + 1 }),
  );
  return pages.flatMap(({ rows }) => rows.map(({ service }) => serviceOption(service, say)));
}
