import { describe, expect, it } from "vitest";
import { MINUTE } from "../../src/domain/instant.ts";
import { type Service, type ServiceId, serviceId } from "../../src/domain/service.ts";
import { ProviderError } from "../../src/errors.ts";
import type { Provider } from "../../src/ports.ts";

/** An account with a web hosting that renews by itself, and the means to look behind it. */
interface ProviderStage {
  readonly provider: Provider;
  readonly hosting: ServiceId;
  /** How many changes were taken. */
  writes(): number;
  /** The token of the newest e-mail. */
  token(): string;
  /** The next change is done, and its answer lost. */
  loseAnswer(): void;
  advance(ms: number): Promise<void>;
}

export type OpenProvider = (options: { readonly lag: number }) => Promise<ProviderStage>;

const PERSON = { urgency: "person" } as const;
const LAG = MINUTE;

export function describeProvider(name: string, open: OpenProvider): void {
  const read = ({ provider, hosting }: ProviderStage): Promise<Service> =>
    provider.getService(hosting, PERSON);

  describe(name, () => {
    it("lists what it has, and reads one of it", async () => {
      const stage = await open({ lag: 0 });
      const listed: Service[] = [];
      for await (const { services } of stage.provider.listServices(PERSON)) listed.push(...services);
      expect(listed.map(({ id }) => id)).toContain(stage.hosting);
      expect(await read(stage)).toMatchObject({ id: stage.hosting, family: "hosting", termination: null });
    });

    it("says that a service which does not exist is gone", async () => {
      const { provider } = await open({ lag: 0 });
      await expect(provider.getService(serviceId(1), PERSON)).rejects.toMatchObject({
        facts: { kind: "gone" },
      });
    });

    it("terminates at the expiry, and keeps", async () => {
      const stage = await open({ lag: 0 });
      await stage.provider.terminateAtExpiry(stage.hosting);
      const { termination, expiresAt } = await read(stage);
      expect(termination).toEqual({ when: "at-expiry", at: expiresAt });
      await stage.provider.keep(stage.hosting);
      expect((await read(stage)).termination).toBeNull();
      expect(stage.writes()).toBe(2);
    });

    it("sets the renewal by hand", async () => {
      const stage = await open({ lag: 0 });
      await stage.provider.setRenewal(stage.hosting, "manual", null);
      expect((await read(stage)).renewal).toMatchObject({ mode: "manual", periodMonths: null });
    });

    it("shows a change late", async () => {
      const stage = await open({ lag: LAG });
      await stage.provider.terminateAtExpiry(stage.hosting);
      expect((await read(stage)).termination).toBeNull();
      await stage.advance(LAG);
      expect((await read(stage)).termination).not.toBeNull();
    });

    it("does a change whose answer is lost, once, and says that it is not known", async () => {
      const stage = await open({ lag: 0 });
      stage.loseAnswer();
      const failing = stage.provider.terminateAtExpiry(stage.hosting);
      await expect(failing).rejects.toBeInstanceOf(ProviderError);
      await expect(failing).rejects.toMatchObject({ facts: { sent: "unknown" } });
      expect(stage.writes()).toBe(1);
      expect((await read(stage)).termination).not.toBeNull();
    });

    it("deletes with the newest mailed token, and with no other", async () => {
      const stage = await open({ lag: 0 });
      const service = await read(stage);
      await stage.provider.requestDeletion(service);
      const old = stage.token();
      await stage.provider.requestDeletion(service);
      for (const wrong of [old, "0123456789abcdef"])
        await expect(stage.provider.finishDeletion(service, wrong)).rejects.toMatchObject({
          facts: { kind: "refused", sent: "refused" },
        });
      await stage.provider.finishDeletion(service, stage.token());
      expect((await read(stage)).state).toBe("terminated");
    });
  });
}
