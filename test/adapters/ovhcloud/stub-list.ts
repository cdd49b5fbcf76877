import { onTestFinished } from "vitest";
import { createOvhProvider, type OvhProvider } from "../../../adapters/ovhcloud/provider.ts";
import { createSandboxClock } from "../../../sandbox/clock.ts";
import { type HttpAnswer, type HttpRequest, json, serveHttp } from "../../../sandbox/http.ts";
import { SECOND } from "../../../src/domain/instant.ts";
import type { Service } from "../../../src/domain/service.ts";
import { createSilentLog, type SilentLog } from "../../fakes/silent-log.ts";
import { createPassingTime, type PassingTime } from "./pass-time.ts";
import { APPLICATION } from "./provider-rig.ts";
import { NICHANDLE, NOW, wire } from "./raw-pairs.ts";

export interface StubRig {
  readonly provider: OvhProvider;
  readonly log: SilentLog;
  readonly requests: readonly HttpRequest[];
  list(signal?: AbortSignal): Promise<readonly Service[]>;
  readonly inTime: PassingTime["inTime"];
}

/** `services.expanded.Service` objects with the ids 1 to `count`. */
export const stubServices = (count: number) =>
  Array.from({ length: count }, (_, index) => wire({ id: index + 1, name: `vps-${index + 1}` }));

/** The provider against a server that answers `/services` as no well-behaved one would. */
export async function openStub(answer: (request: HttpRequest) => HttpAnswer): Promise<StubRig> {
  const clock = createSandboxClock({ start: NOW, frozen: true });
  const log = createSilentLog();
  const requests: HttpRequest[] = [];
  const server = await serveHttp({
    handle(request) {
      if (request.path === "/1.0/auth/time") return json(200, clock.now() / SECOND);
      if (request.path === "/1.0/me") return json(200, { nichandle: NICHANDLE });
      requests.push(request);
      return answer(request);
    },
  });
  const time = createPassingTime(clock);
  const provider = createOvhProvider({
    fetch: time.fetch,
    endpoint: `${server.origin}/1.0`,
    credentials: APPLICATION,
    clock,
    log,
    random: () => 0,
  });
  onTestFinished(async () => {
    provider.close();
    await server.close();
  });
  return {
    provider,
    log,
    requests,
    async list(signal) {
      const services: Service[] = [];
      const read = { urgency: "background", ...(signal ? { signal } : {}) } as const;
      for await (const page of provider.listServices(read)) services.push(...page.services);
      return services;
    },
    inTime: time.inTime,
  };
}
