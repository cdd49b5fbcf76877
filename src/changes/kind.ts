import type { Action, WhyNot } from "../domain/actions.ts";
import { whyNot, whyNotRenewal } from "../domain/actions.ts";
import type { Change } from "../domain/change.ts";
import type { Instant } from "../domain/instant.ts";
import type { LossFacts } from "../domain/loss.ts";
import type { Service } from "../domain/service.ts";
import type { Provider, Read } from "../ports.ts";

/** What each kind of change asks, calls and expects to read back. */

export function actionOf(change: Change): Action {
  switch (change.kind) {
    case "terminate":
    case "keep":
    case "set-renewal":
    case "request-deletion":
      return change.kind;
    case "finish-deletion":
      return "request-deletion";
  }
}

export function whyNotNow(change: Change, service: Service, now: Instant): WhyNot | null {
  return change.kind === "set-renewal"
    ? whyNotRenewal(service, change.mode, change.periodMonths, now)
    : whyNot(service, actionOf(change), now);
}

/** What is lost is read only where something is. */
export function factsFor(
  change: Change,
  service: Service,
  provider: Provider,
  read: Read,
): Promise<LossFacts> {
  switch (change.kind) {
    case "terminate":
    case "request-deletion":
      return provider.lossFacts(service, read);
    case "set-renewal":
      return change.mode === "manual"
        ? provider.lossFacts(service, read)
        : Promise.resolve({ kind: "general" });
    case "keep":
    // What is lost was shown and accepted when the e-mail was asked for; in the three days of its token a nightly
    // dump alone would void the question. That it is still the same service is checked all the same.
    case "finish-deletion":
      return Promise.resolve({ kind: "general" });
  }
}

/** The one call. A token is needed for the last step of a deletion, and for nothing else. */
export function call(
  change: Change,
  service: Service,
  provider: Provider,
  token: string | null,
): Promise<void> {
  switch (change.kind) {
    case "terminate":
      return provider.terminateAtExpiry(service.id);
    case "keep":
      return provider.keep(service.id);
    case "set-renewal":
      return provider.setRenewal(service.id, change.mode, change.periodMonths);
    case "request-deletion":
      return provider.requestDeletion(service);
    case "finish-deletion":
      if (token === null) throw new TypeError("a deletion is finished with a token");
      return provider.finishDeletion(service, token);
  }
}

/** Whether a service read back shows the change; null where nothing that can be read would show it. */
export function shows(change: Change, service: Service): boolean | null {
  switch (change.kind) {
    case "terminate":
      return service.termination?.when === "at-expiry";
    case "keep":
      return service.termination === null;
    case "set-renewal":
      return service.renewal.mode === change.mode && samePeriod(change.periodMonths, service);
    case "request-deletion":
      return null;
    case "finish-deletion":
      return service.state === "terminated";
  }
}

function samePeriod(months: number | null, { renewal }: Service): boolean {
  return months === null || renewal.mode === "manual" || renewal.periodMonths === months;
}

/** What a vanished service means: for the last step of a deletion it is the success itself. */
export function goneMeansDone(change: Change): boolean {
  return change.kind === "finish-deletion";
}
