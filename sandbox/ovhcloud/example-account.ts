import { DAY, type Instant } from "../../src/domain/instant.ts";
import type { Account, Contacts } from "./account.ts";
import { newService } from "./contract.ts";
import { exampleHostings, exampleMail, exampleZones } from "./example-content.ts";
import { NIC } from "./example-names.ts";
import { exampleServices } from "./example-services.ts";

const OURS: Contacts = { administrator: NIC, billing: NIC, technical: NIC };

/**
 * The account of a French web agency with some forty services: every family, every pair of states, the awkward
 * names and the awkward dates. All dates are counted from `start`.
 */
export function exampleAccount(start: Instant): Account {
  return {
    nichandle: NIC,
    email: "camille.moreau@agence-lumiere.example",
    firstname: "Camille",
    lastname: "Moreau",
    organisation: "Agence Lumière",
    services: exampleServices(start).map((contract) => newService(contract, OURS, start)),
    hostings: exampleHostings(start),
    zones: exampleZones(),
    mail: exampleMail(),
    paymentMethods: [
      {
        id: 4120077,
        label: "497010XXXXXX4321",
        expiresAt: start + 40 * DAY,
        status: "VALID",
        isDefault: true,
      },
      {
        id: 3991240,
        label: "513283XXXXXX8842",
        expiresAt: start - 60 * DAY,
        status: "EXPIRED",
        isDefault: false,
      },
    ],
    autorenewDay: 5,
  };
}
