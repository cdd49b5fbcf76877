import { afterEach, beforeEach, describe } from "vitest";
import type { Store } from "../../src/ports.ts";
import { describeAudit } from "./audit.ts";
import { describeConfirmations } from "./confirmations.ts";
import { describeFollows } from "./follows.ts";
import { describeReminders } from "./reminders.ts";

/** What every {@link Store} promises. `open` makes an empty one; the suite closes it. */
export function describeStore(name: string, open: () => Promise<Store>): void {
  describe(`the store contract, kept by ${name}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    describeConfirmations(() => store.confirmations);
    describeReminders(() => store.reminders);
    describeFollows(() => store.follows);
    describeAudit(() => store.audit);
  });
}
