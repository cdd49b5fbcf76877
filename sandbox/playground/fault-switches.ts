import { SECOND } from "../../src/domain/instant.ts";
import type { FaultOrder } from "../faults.ts";
import type { SandboxWorld } from "../world.ts";
import { FAULTS, type FaultName } from "./faults.ts";
import type { FaultState } from "./protocol.ts";

/** What the page breaks and mends. Some last until they are switched off, some strike once. */
export interface FaultSwitches {
  state(): readonly FaultState[];
  /** Looks whether one that strikes once has struck, and switches it off. */
  look(): void;
  /** A fault that strikes once goes off by itself. Nothing is changed by what is so already. */
  set(name: FaultName, on: boolean): void;
  /** Whether the next press goes out twice; asking uses it up. */
  takeDoublePress(): boolean;
}

/** Until it is switched off. */
const LASTING = Number.MAX_SAFE_INTEGER;

/** Of several at once the first one here strikes: nothing takes effect while OVHcloud is down. */
const ORDERS = {
  "ovh-down": [{ fault: { kind: "html", status: 503 }, count: LASTING }],
  "ovh-429": [{ fault: { kind: "status", status: 429, retryAfter: 20 }, count: LASTING }],
  "ovh-lost-answer": [
    { method: "PUT", fault: { kind: "drop", after: true } },
    { method: "POST", fault: { kind: "drop", after: true } },
  ],
  "ovh-slow": [{ fault: { kind: "slow", ms: 8 * SECOND }, count: LASTING }],
} as const satisfies Partial<Record<FaultName, readonly FaultOrder[]>>;

type OvhFault = keyof typeof ORDERS;

const isOvhFault = (name: FaultName): name is OvhFault => name in ORDERS;

export function createFaultSwitches(
  { ovhcloud, slack, discord }: SandboxWorld,
  changed: (name: FaultName, on: boolean) => void,
): FaultSwitches {
  const on = new Set<string>();
  let doublePress = false;

  const apply = (): void => {
    ovhcloud.faults.clear();
    for (const [name, orders] of Object.entries(ORDERS))
      if (on.has(name)) for (const order of orders) ovhcloud.faults.add(order);
  };

  /** A lost answer is lost once: whichever of its two orders struck, the other goes too. */
  const look = (): void => {
    const waiting = ovhcloud.faults.pending().filter(({ fault }) => "after" in fault && fault.after === true);
    if (on.has("ovh-lost-answer") && waiting.length < ORDERS["ovh-lost-answer"].length) {
      on.delete("ovh-lost-answer");
      apply();
      changed("ovh-lost-answer", false);
    }
  };

  const isOn = (name: FaultName): boolean => {
    if (isOvhFault(name)) return on.has(name);
    return name === "double-press" && doublePress;
  };

  return {
    state: () => FAULTS.map((name) => ({ name, on: isOn(name) })),
    look,
    set(name, wanted) {
      // Before the orders are given anew: one that has struck is not among them.
      look();
      if (isOn(name) === wanted) return;
      if (isOvhFault(name)) {
        if (wanted) on.add(name);
        else on.delete(name);
        apply();
      } else if (name === "double-press") doublePress = wanted;
      else strike(name);
      changed(name, wanted);
    },
    takeDoublePress() {
      const taken = doublePress;
      doublePress = false;
      if (taken) changed("double-press", false);
      return taken;
    },
  };

  function strike(name: Exclude<FaultName, OvhFault | "double-press">): void {
    switch (name) {
      case "slack-disconnect":
        slack.connections.cut();
        return;
      case "discord-disconnect":
        discord.gateway.drop();
        return;
      case "duplicate-event":
        slack.duplicate(1);
        discord.gateway.duplicate(1);
    }
  }
}
