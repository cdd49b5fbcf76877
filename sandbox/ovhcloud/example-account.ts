import { domainToASCII } from "node:url";
import { DAY, HOUR, type Instant } from "../../src/domain/instant.ts";
import type { Account, Contacts, HostingContent, MailAccount, ZoneRecord } from "./account.ts";
import { type Contract, newService } from "./contract.ts";

const NIC = "ls148374-ovh";
const COLLEAGUE = "mb201455-ovh";

const OURS: Contacts = { administrator: NIC, billing: NIC, technical: NIC };

/** Four services share this name: domain, zone, web hosting and MX Plan. */
const BAKERY = "boulangerie-lumiere.fr";
const CAFE = domainToASCII("café-des-arts.fr");
const WORKSHOP = "atelier-noel.ovh";
const MARKUP = "<!channel> *bold* @everyone [x](http://evil) <@U1>";

const PERSO: HostingContent["offer"] = "perso2014";

/**
 * The account of a French web agency with about forty services: every family, every pair of states, the awkward
 * names and the awkward dates. All dates are counted from `start`. The ids are in no order, as OVHcloud's lists.
 */
export function exampleAccount(start: Instant): Account {
  const contracts = [...sites(start), ...states(start), ...deadlines(start), ...elsewhere(start)];
  return {
    nichandle: NIC,
    email: "camille.moreau@agence-lumiere.example",
    firstname: "Camille",
    lastname: "Moreau",
    organisation: "Agence Lumière",
    services: contracts.map((contract) => newService(contract, OURS, start)),
    hostings: hostings(start),
    zones: zones(),
    mail: new Map<string, readonly MailAccount[]>([
      [
        BAKERY,
        ["contact", "commandes", "hélène", "compta"].map((accountName) => ({
          accountName,
          sizeBytes: 5_000_000_000,
        })),
      ],
      [WORKSHOP, [{ accountName: "bonjour", sizeBytes: 5_000_000_000 }]],
    ]),
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

/** What belongs together: sites with their domains, zones, mail and options. */
const sites = (start: Instant): readonly Contract[] => [
  { id: 29162449, product: "hosting", name: BAKERY, expiresAt: start + 90 * DAY },
  { id: 29162447, product: "domain", name: BAKERY, expiresAt: start + 120 * DAY },
  { id: 29162448, product: "zone", name: BAKERY, expiresAt: start + 120 * DAY },
  { id: 29162450, product: "mxplan", name: BAKERY, expiresAt: start + 90 * DAY },
  { id: 31007720, product: "hostingCdn", name: BAKERY, parentId: 29162449, expiresAt: start + 90 * DAY },
  {
    id: 31007721,
    product: "extraSql",
    name: "boulangerisql",
    parentId: 29162449,
    expiresAt: start + 60 * DAY,
  },
  {
    id: 30544012,
    product: "hosting",
    name: CAFE,
    displayName: "Café des Arts – hébergement d'été",
    plan: "hosting-pro",
    invoiceName: "Web hosting Pro",
    priceUcents: 7_788_000_000,
    expiresAt: start + 45 * DAY,
  },
  {
    id: 30544010,
    product: "domain",
    name: CAFE,
    displayName: "café-des-arts.fr",
    expiresAt: start + 75 * DAY,
  },
  { id: 30544011, product: "zone", name: CAFE, displayName: "café-des-arts.fr", expiresAt: start + 75 * DAY },
  {
    id: 28811233,
    product: "hosting",
    name: WORKSHOP,
    displayName: "Atelier de Noël",
    renewal: "manual",
    expiresAt: start + 21 * DAY,
  },
  {
    id: 28811230,
    product: "domain",
    name: WORKSHOP,
    plan: "ovh",
    invoiceName: ".ovh",
    priceUcents: 299_000_000,
    expiresAt: start + 150 * DAY,
  },
  { id: 28811231, product: "zone", name: WORKSHOP, expiresAt: start + 150 * DAY },
  { id: 28811232, product: "mxplan", name: WORKSHOP, expiresAt: start + 21 * DAY },
];

/** The pairs of consistent states, and every state of the lifecycle. */
const states = (start: Instant): readonly Contract[] => [
  {
    id: 27330410,
    product: "vps",
    name: "vps-1a2b3c4d.vps.ovh.net",
    displayName: "Préproduction",
    expiresAt: start + 12 * DAY,
  },
  {
    id: 27330411,
    product: "vps",
    name: "vps-5e6f7a8b.vps.ovh.net",
    displayName: MARKUP,
    expiresAt: start + 18 * DAY,
  },
  {
    id: 26001877,
    product: "domain",
    name: "fete-de-la-musique.ovh",
    plan: "ovh",
    invoiceName: ".ovh",
    priceUcents: 299_000_000,
    renewal: "manual",
    expiresAt: start + 160 * DAY,
  },
  {
    id: 25990031,
    product: "vps",
    name: "vps-9c0d1e2f.vps.ovh.net",
    displayName: "Ancien serveur de sauvegarde",
    renewal: "manual",
    lifecycle: "unrenewed",
    expiresAt: start - 2 * DAY,
  },
  {
    id: 24118090,
    product: "dedicated",
    name: "ns3141592.ip-198-51-100.eu",
    displayName: "Production (engagé, résilié)",
    expiresAt: start + 100 * DAY,
    termination: "terminateAtEngagementDate",
    engagement: { endsAt: start + 100 * DAY, strategy: "CANCEL_SERVICE" },
  },
  {
    id: 24118091,
    product: "dedicated",
    name: "ns2718281.ip-203-0-113.eu",
    displayName: "Base de données (engagé)",
    expiresAt: start + 25 * DAY,
    engagement: { endsAt: start + 250 * DAY, strategy: "REACTIVATE_ENGAGEMENT" },
  },
  {
    id: 30110456,
    product: "hosting",
    name: "vieux-blog.fr",
    displayName: "Vieux blog",
    expiresAt: start + 40 * DAY,
    termination: "terminateAtExpirationDate",
  },
  {
    id: 30110457,
    product: "hosting",
    name: "chorale-saint-maur.fr",
    displayName: "Chorale de Saint-Maur",
    lifecycle: "unpaid",
    expiresAt: start - DAY,
  },
  {
    id: 27330415,
    product: "privateDatabase",
    name: "xy12345-001.privatesql",
    displayName: "Base SQL du club",
    lifecycle: "unpaid",
    debt: "pendingDebt",
    expiresAt: start + 4 * DAY,
  },
  {
    id: 31990001,
    product: "vps",
    name: "vps-00aa11bb.vps.ovh.net",
    lifecycle: "inCreation",
    resource: "toActivate",
    createdAt: start - HOUR,
    expiresAt: start + 30 * DAY,
  },
  { id: 27330416, product: "nas", name: "zpool-128812", lifecycle: "toRenew", expiresAt: start + 2 * DAY },
  { id: 27330417, product: "loadBalancer", name: "loadbalancer-7f3e", lifecycle: "error" },
  {
    id: 22004718,
    product: "domain",
    name: "essai-2019.fr",
    lifecycle: "terminated",
    resource: "toDelete",
    expiresAt: start - 2 * HOUR,
    endedAt: start - 2 * HOUR,
  },
  {
    id: 22004719,
    product: "ip",
    name: "ip-192.0.2.64",
    lifecycle: "rupture",
    resource: "suspended",
    expiresAt: start - 10 * DAY,
  },
  {
    id: 23350917,
    product: "windows",
    name: "198.51.100.77",
    displayName: "Licence Windows",
    renewal: "forced",
  },
];

/** What is due soon. The cut-off is 24 hours before the end. */
const deadlines = (start: Instant): readonly Contract[] => [
  {
    id: 30770101,
    product: "hosting",
    name: "marche-de-noel-2025.fr",
    displayName: "Marché de Noël 2025",
    expiresAt: start + 47 * HOUR,
    termination: "terminateAtExpirationDate",
  },
  {
    id: 30770102,
    product: "vps",
    name: "vps-77cc88dd.vps.ovh.net",
    displayName: "Serveur de test",
    expiresAt: start + 49 * HOUR,
    termination: "terminateAtExpirationDate",
  },
  {
    id: 30770103,
    product: "hosting",
    name: "concours-photo.fr",
    displayName: "Concours photo",
    expiresAt: start + 10 * HOUR,
    termination: "terminateAtExpirationDate",
  },
  {
    id: 30770104,
    product: "vps",
    name: "vps-12ab34cd.vps.ovh.net",
    displayName: "Intégration",
    expiresAt: start + 12 * HOUR,
  },
  {
    id: 26001879,
    product: "domain",
    name: "velo-cargo.fr",
    renewal: "manual",
    expiresAt: start + 3 * DAY,
  },
  {
    id: 26001880,
    product: "domain",
    name: domainToASCII("école-de-cirque.com"),
    displayName: "école-de-cirque.com",
    plan: "com",
    invoiceName: ".com",
    priceUcents: 1_199_000_000,
    renewal: "manual",
    expiresAt: start + 14 * DAY,
  },
  {
    id: 26001881,
    product: "privateDatabase",
    name: "ab98765-002.privatesql",
    displayName: "Base de la boutique",
    renewal: "manual",
    expiresAt: start + 30 * DAY,
  },
];

/** What OVHcloud manages elsewhere, and what belongs to somebody else. */
const elsewhere = (start: Instant): readonly Contract[] => [
  {
    id: 21500301,
    product: "sms",
    name: "sms-ls148374-1",
    displayName: "SMS des rappels",
    renewal: "one-shot",
    expiresAt: start + 300 * DAY,
  },
  {
    id: 21500302,
    product: "xdsl",
    name: "fiber-ls148374-1",
    displayName: "Fibre de l'agence",
    expiresAt: start + 16 * DAY,
  },
  {
    id: 21500303,
    product: "telephony",
    name: "ls148374-ovh-1",
    displayName: "Téléphone de l'agence",
    expiresAt: start + 16 * DAY,
  },
  {
    id: 21500304,
    product: "exchange",
    name: "hosted-ls148374-1",
    displayName: "Exchange",
    expiresAt: start + 9 * DAY,
  },
  { id: 21500305, product: "office", name: "office-ls148374-1", expiresAt: start + 22 * DAY },
  { id: 21500306, product: "emailPro", name: "emailpro-ls148374-1", expiresAt: start + 130 * DAY },
  {
    id: 21500307,
    product: "privateCloud",
    name: "pcc-203-0-113-10",
    displayName: "Nuage privé",
    expiresAt: start + 8 * DAY,
  },
  { id: 21500308, product: "vrack", name: "pn-1029384", renewal: "none", expiresAt: null, priceUcents: null },
  {
    id: 21500309,
    product: "cloudProject",
    name: "7c2f0f7b8d5e4a2c9b1d3e5f7a9b1c3d",
    displayName: "Bac à sable",
    renewal: "none",
    expiresAt: null,
  },
  {
    id: 21500310,
    product: "domain",
    name: "client-durand.fr",
    displayName: "client-durand.fr",
    contacts: { administrator: COLLEAGUE, billing: NIC, technical: NIC },
    expiresAt: start + 35 * DAY,
  },
  {
    id: 21500311,
    product: "hosting",
    name: "client-petit.fr",
    contacts: { administrator: NIC, billing: COLLEAGUE, technical: NIC },
    expiresAt: start + 55 * DAY,
  },
];

function hostings(start: Instant): ReadonlyMap<string, HostingContent> {
  const small = { offer: PERSO, diskSizeMb: 102_400, databases: [] };
  return new Map<string, HostingContent>([
    [
      BAKERY,
      {
        offer: PERSO,
        diskUsedMb: 3481,
        diskSizeMb: 102_400,
        domains: [BAKERY, `www.${BAKERY}`, "lumiere-patisserie.fr"],
        databases: [
          {
            name: "boulangerie",
            sizeMb: 212.4,
            quotaMb: 500,
            type: "mysql",
            version: "8.0",
            dumps: [
              { id: 88120417, createdAt: start - 9 * HOUR, type: "daily.1" },
              { id: 88011552, createdAt: start - 6 * DAY, type: "weekly.1" },
            ],
          },
          {
            name: "boulangerieold",
            sizeMb: 18.1,
            quotaMb: 500,
            type: "mariadb",
            version: "10.11",
            dumps: [],
          },
        ],
      },
    ],
    [
      CAFE,
      {
        offer: "pro2014",
        diskUsedMb: 24_118,
        diskSizeMb: 256_000,
        domains: [CAFE, `www.${CAFE}`],
        databases: [
          {
            name: "cafedesarts",
            sizeMb: 641,
            quotaMb: 1000,
            type: "mysql",
            version: "8.0",
            dumps: [{ id: 88120500, createdAt: start - 20 * HOUR, type: "daily.1" }],
          },
        ],
      },
    ],
    [WORKSHOP, { ...small, diskUsedMb: 911, domains: [WORKSHOP] }],
    ["vieux-blog.fr", { ...small, diskUsedMb: 402, domains: ["vieux-blog.fr"] }],
    ["marche-de-noel-2025.fr", { ...small, diskUsedMb: 77, domains: ["marche-de-noel-2025.fr"] }],
  ]);
}

function zones(): ReadonlyMap<string, readonly ZoneRecord[]> {
  const records = (zone: string, first: number): readonly ZoneRecord[] => [
    { id: first, fieldType: "NS", subDomain: "", target: "dns200.anycast.me." },
    { id: first + 1, fieldType: "NS", subDomain: "", target: "ns200.anycast.me." },
    { id: first + 2, fieldType: "A", subDomain: "", target: "192.0.2.27" },
    { id: first + 3, fieldType: "CNAME", subDomain: "www", target: `${zone}.` },
    { id: first + 4, fieldType: "MX", subDomain: "", target: "1 mx1.mail.ovh.net." },
    { id: first + 5, fieldType: "TXT", subDomain: "", target: '"v=spf1 include:mx.ovh.com ~all"' },
  ];
  return new Map([
    [BAKERY, records(BAKERY, 5_120_001_000)],
    [CAFE, records(CAFE, 5_120_002_000)],
    [WORKSHOP, records(WORKSHOP, 5_120_003_000)],
  ]);
}
