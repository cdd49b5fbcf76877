import { terminationLinkIn } from "../../sandbox/ovhcloud/mailbox.ts";
import { serviceId } from "../../src/domain/service.ts";
import { openProvider } from "../adapters/ovhcloud/provider-rig.ts";
import { describeProvider } from "./provider.ts";

describeProvider("OVHcloud's provider over the stand-in", async ({ lag }) => {
  const { provider, sandbox, clock } = await openProvider({ sandbox: { lag } });
  return {
    provider,
    hosting: serviceId(29162449),
    writes: () => sandbox.writes().length,
    token() {
      const mail = sandbox.mailbox().at(-1);
      return (mail && terminationLinkIn(mail)?.token) ?? "";
    },
    loseAnswer: () => void sandbox.faults.add({ fault: { kind: "drop", after: true }, method: "PUT" }),
    advance: (ms) => clock.advance(ms),
  };
});
