import { DAY, HOUR, type Instant } from "../../src/domain/instant.ts";
import type { HostingContent, MailAccount, ZoneRecord } from "./account.ts";
import { BAKERY, CAFE, WORKSHOP } from "./example-names.ts";

const PERSO: HostingContent["offer"] = "perso2014";

export function exampleHostings(start: Instant): ReadonlyMap<string, HostingContent> {
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

export function exampleZones(): ReadonlyMap<string, readonly ZoneRecord[]> {
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

export function exampleMail(): ReadonlyMap<string, readonly MailAccount[]> {
  const accounts = (...names: readonly string[]): readonly MailAccount[] =>
    names.map((accountName) => ({ accountName, sizeBytes: 5_000_000_000 }));
  return new Map([
    [BAKERY, accounts("contact", "commandes", "hélène", "compta")],
    [WORKSHOP, accounts("bonjour")],
  ]);
}
