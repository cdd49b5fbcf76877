import { DAY, type Instant } from "../../src/domain/instant.ts";
import type { AccountService, Contacts } from "./account.ts";
import type { ProductKey } from "./products.ts";

/** The plan that an ordinary contract of each product has: code, invoice name, euro cents a period, months. */
const PLANS: Readonly<Record<ProductKey, readonly [string, string, number, number]>> = {
  domain: ["fr", ".fr", 779, 12],
  allDom: ["alldom-standard", "AllDom", 2990, 12],
  zone: ["zone", "DNS zone", 0, 12],
  hosting: ["hosting-perso", "Web hosting Perso", 3588, 12],
  hostingCdn: ["cdn-basic", "CDN Basic", 0, 12],
  extraSql: ["extra-sql-perso-400", "SQL perso 400 MB", 2388, 12],
  privateDatabase: ["private-sql-512-instance", "Web Cloud Databases 512 MB", 749, 1],
  vps: ["vps-starter-1-2-20", "VPS Starter", 350, 1],
  dedicated: ["24rise01", "Rise-1", 6499, 1],
  nas: ["nas-ha-1200g", "NAS-HA 1.2 TB", 4799, 1],
  loadBalancer: ["iplb-lb1", "Load Balancer Pack 1", 1999, 1],
  ip: ["ip-v4-s30-ripe", "Additional IP /30", 500, 1],
  vrack: ["vrack", "vRack", 0, 12],
  cloudProject: ["project.2018", "Public Cloud project", 0, 1],
  privateCloud: ["pcc-premier", "Hosted Private Cloud", 84900, 1],
  windows: ["windows-server-2022-standard", "Windows Server 2022", 2499, 1],
  mxplan: ["mxplan-5", "MX Plan 5", 0, 12],
  emailPro: ["emailpro-account", "Email Pro", 1788, 12],
  exchange: ["exchange-hosted-account", "Hosted Exchange", 359, 1],
  office: ["office-365-business", "Microsoft 365 Apps", 1049, 1],
  sms: ["sms-credits-1000", "1000 SMS", 6900, 12],
  xdsl: ["pack-fiber-pro", "Fibre Pro", 4799, 1],
  telephony: ["voip-line-individual", "VoIP line", 120, 1],
};

const UCENTS_PER_CENT = 1_000_000;

export type Contract = Pick<AccountService, "id" | "product" | "name"> &
  Partial<Omit<AccountService, "id" | "product" | "name">>;

/** A contract in good order, renewed automatically, but for what `contract` says. */
export function newService(contract: Contract, contacts: Contacts, start: Instant): AccountService {
  const [plan, invoiceName, cents, months] = PLANS[contract.product];
  return {
    displayName: contract.name,
    plan,
    invoiceName,
    priceUcents: cents * UCENTS_PER_CENT,
    createdAt: start - 400 * DAY,
    expiresAt: start + 200 * DAY,
    lifecycle: "active",
    resource: "active",
    renewal: "automatic",
    months,
    termination: null,
    endedAt: null,
    engagement: null,
    debt: "unPaid",
    parentId: null,
    contacts,
    ...contract,
  };
}
