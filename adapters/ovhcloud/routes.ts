/** One thing that the client can ask. `{…}` are its parameters. */
interface Route {
  readonly method: "GET" | "PUT" | "POST";
  readonly path: string;
}

/**
 * Every route that the client can call: there is no other way to make a request. What is not here cannot be
 * called by mistake: `DELETE /services/*` (terminates without a mail), `/me/notification/*` (holds the mailed
 * tokens), `…/terminate/skipRetentionPeriod` (destroys what could still be restored).
 */
export const ROUTES = {
  time: { method: "GET", path: "/auth/time" },
  me: { method: "GET", path: "/me" },
  services: { method: "GET", path: "/services" },
  service: { method: "GET", path: "/services/{id}" },
  renewalPeriods: { method: "GET", path: "/services/{id}/renewPeriodCapacities" },
  updateService: { method: "PUT", path: "/services/{id}" },
  domainInfos: { method: "GET", path: "/domain/{name}/serviceInfos" },
  zoneInfos: { method: "GET", path: "/domain/zone/{name}/serviceInfos" },
  hostingInfos: { method: "GET", path: "/hosting/web/{name}/serviceInfos" },
  databaseInfos: { method: "GET", path: "/hosting/privateDatabase/{name}/serviceInfos" },
  vpsInfos: { method: "GET", path: "/vps/{name}/serviceInfos" },
  dedicatedInfos: { method: "GET", path: "/dedicated/server/{name}/serviceInfos" },
  vrackInfos: { method: "GET", path: "/vrack/{name}/serviceInfos" },
  mailInfos: { method: "GET", path: "/email/domain/{name}/serviceInfos" },
  hosting: { method: "GET", path: "/hosting/web/{name}" },
  attachedDomains: { method: "GET", path: "/hosting/web/{name}/attachedDomain" },
  databases: { method: "GET", path: "/hosting/web/{name}/database" },
  database: { method: "GET", path: "/hosting/web/{name}/database/{database}" },
  dumps: { method: "GET", path: "/hosting/web/{name}/database/{database}/dump" },
  dump: { method: "GET", path: "/hosting/web/{name}/database/{database}/dump/{id}" },
  zoneRecords: { method: "GET", path: "/domain/zone/{name}/record" },
  mailAccounts: { method: "GET", path: "/email/domain/{name}/account" },
  requestDeletion: { method: "POST", path: "/hosting/web/{name}/terminate" },
  finishDeletion: { method: "POST", path: "/hosting/web/{name}/confirmTermination" },
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof ROUTES;

type Named<Method> = { [Name in RouteName]: (typeof ROUTES)[Name]["method"] extends Method ? Name : never };

/** The routes that change nothing, and may be repeated. */
export type ReadRoute = Named<"GET">[RouteName];
/** The routes that change something, and are called once. */
export type ChangeRoute = Named<"PUT" | "POST">[RouteName];

export type Params = Readonly<Record<string, string | number>>;

/** The path with its parameters filled in. Throws where one is missing or could lead to another route. */
export function fillPath(name: RouteName, params: Params): string {
  return ROUTES[name].path.replace(/\{(\w+)\}/g, (_, key: string) => {
    const value = String(params[key] ?? "");
    // A dot segment is resolved away by every URL parser, and would name another route.
    if (value === "" || value === "." || value === "..")
      throw new RangeError(`no usable {${key}} for the route ${name}`);
    return encodeURIComponent(value);
  });
}

/** The route as text, without anything that a customer named: for logs and errors. */
export function describeRoute(name: RouteName): string {
  const { method, path } = ROUTES[name];
  return `${method} ${path}`;
}
