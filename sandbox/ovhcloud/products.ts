/** How OVHcloud's API addresses a product, and what one can ask of it. */
export interface Product {
  /** The route of one service; `{…}` are the variables. */
  readonly path: string;
  /** `resource.product`. */
  readonly name: string;
  readonly description: string;
  /** Months that can be chosen; empty where the renewal cannot be changed. */
  readonly periods: readonly number[];
  /** Whether "terminate at expiry" is among the lifecycle's capacities. */
  readonly terminatesAtExpiry: boolean;
  /** Which routes end it at once, with a mailed token. */
  readonly immediate: "none" | "generic" | "generic-and-own";
  /**
   * Choice: how long an expired service waits before it is gone. The guides say "a few days" (servers: 5)
   * and about 30 for domains.
   */
  readonly graceDays: number;
}

type Details = Omit<Product, "periods" | "terminatesAtExpiry" | "immediate" | "graceDays">;

const MONTHLY = [1, 3, 6, 12];
const YEARLY = [12, 24, 36, 48, 60, 72, 84];

/** A product that follows the ordinary rules: chosen period, terminate at expiry. */
const ordinary = (details: Details, periods: readonly number[] = MONTHLY): Product => ({
  ...details,
  periods,
  terminatesAtExpiry: true,
  immediate: "none",
  graceDays: 5,
});

/** One that is not ended by `PUT /services` (guide "how to cancel services": telecom, Microsoft, MX Plan…). */
const elsewhere = (details: Details): Product => ({ ...ordinary(details, []), terminatesAtExpiry: false });

const PRODUCTS = {
  domain: {
    ...ordinary({ path: "/domain/{serviceName}", name: "domain", description: "Domain" }, YEARLY),
    immediate: "generic",
    graceDays: 30,
  },
  allDom: ordinary({ path: "/allDom/{serviceName}", name: "alldom", description: "AllDom" }, [12]),
  zone: {
    ...ordinary({ path: "/domain/zone/{zoneName}", name: "zone", description: "DNS zone" }, [12]),
    immediate: "generic-and-own",
  },
  hosting: {
    ...ordinary({ path: "/hosting/web/{serviceName}", name: "hosting", description: "Web hosting" }, [1, 12]),
    immediate: "generic-and-own",
  },
  hostingCdn: ordinary(
    { path: "/hosting/web/{serviceName}/cdn", name: "hosting-cdn", description: "CDN of a web hosting" },
    [1, 12],
  ),
  extraSql: ordinary(
    {
      path: "/hosting/web/{serviceName}/extraSqlPerso/{name}",
      name: "hosting-extra-sql",
      description: "Extra SQL databases",
    },
    [12],
  ),
  privateDatabase: {
    ...ordinary({
      path: "/hosting/privateDatabase/{serviceName}",
      name: "private-sql",
      description: "Web Cloud Databases",
    }),
    immediate: "generic-and-own",
  },
  vps: {
    ...ordinary({ path: "/vps/{serviceName}", name: "vps", description: "VPS" }),
    immediate: "generic-and-own",
  },
  dedicated: ordinary({
    path: "/dedicated/server/{serviceName}",
    name: "dedicated-server",
    description: "Dedicated server",
  }),
  nas: ordinary({ path: "/dedicated/nasha/{serviceName}", name: "nas-ha", description: "NAS-HA" }),
  loadBalancer: ordinary({
    path: "/ipLoadbalancing/{serviceName}",
    name: "load-balancer",
    description: "Load Balancer",
  }),
  ip: ordinary(
    { path: "/ip/service/{serviceName}", name: "additional-ip", description: "Additional IP" },
    [1],
  ),
  vrack: ordinary({ path: "/vrack/{serviceName}", name: "vrack", description: "vRack" }, []),
  cloudProject: elsewhere({
    path: "/cloud/project/{serviceName}",
    name: "public-cloud-project",
    description: "Public Cloud project",
  }),
  privateCloud: elsewhere({
    path: "/dedicatedCloud/{serviceName}",
    name: "private-cloud",
    description: "Hosted Private Cloud",
  }),
  windows: ordinary({
    path: "/license/windows/{serviceName}",
    name: "windows-license",
    description: "Windows license",
  }),
  mxplan: elsewhere({ path: "/email/domain/{domain}", name: "mxplan", description: "MX Plan" }),
  emailPro: elsewhere({ path: "/email/pro/{service}", name: "email-pro", description: "Email Pro" }),
  exchange: elsewhere({
    path: "/email/exchange/{organizationName}/service/{exchangeService}",
    name: "exchange",
    description: "Hosted Exchange",
  }),
  office: elsewhere({
    path: "/license/office/{serviceName}",
    name: "office-365",
    description: "Microsoft 365",
  }),
  sms: elsewhere({ path: "/sms/{serviceName}", name: "sms", description: "SMS" }),
  xdsl: elsewhere({ path: "/pack/xdsl/{packName}", name: "pack-xdsl", description: "Internet access pack" }),
  telephony: elsewhere({
    path: "/telephony/{billingAccount}",
    name: "telephony",
    description: "VoIP line",
  }),
} as const satisfies Record<string, Product>;

export type ProductKey = keyof typeof PRODUCTS;

const isProductKey = (key: string): key is ProductKey => Object.hasOwn(PRODUCTS, key);

export const PRODUCT_KEYS: readonly ProductKey[] = Object.keys(PRODUCTS).filter(isProductKey);

/** Widened, so that every product reads alike. */
export const productOf = (key: ProductKey): Product => PRODUCTS[key];

/** `{variable}` names of a route, in order. */
export const variablesOf = (path: string): readonly string[] =>
  [...path.matchAll(/\{([^}]+)\}/g)].map((match) => match[1] ?? "");
