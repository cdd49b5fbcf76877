import type { Subject } from "../domain/change.ts";
import { endOf } from "../domain/end.ts";
import type { Service } from "../domain/service.ts";

export function subjectOf(service: Service): Subject {
  const { id, name, displayName, family, product } = service;
  return { id, name, displayName, family, product, endsAt: endOf(service) };
}
