import { createSandboxClock } from "../../sandbox/clock.ts";
import { serviceId } from "../../src/domain/service.ts";
import { describeProvider } from "../contracts/provider.ts";
import { NOON, someService } from "../domain/some-service.ts";
import { createMemoryProvider, LOST } from "./memory-provider.ts";

describeProvider("the memory provider", async ({ lag }) => {
  const clock = createSandboxClock({ start: NOON, frozen: true });
  const provider = createMemoryProvider({ clock, lag, services: [someService({ id: 42 })] });
  return {
    provider,
    hosting: serviceId(42),
    writes: () => provider.writes.length,
    token: () => provider.token(),
    loseAnswer: () => void provider.faults.push({ call: "terminateAtExpiry", when: "after", error: LOST }),
    advance: (ms) => clock.advance(ms),
  };
});
