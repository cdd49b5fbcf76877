import { describe, expect, it } from "vitest";
import { toDatetime } from "../../../sandbox/ovhcloud/paris-time.ts";
import { DAY, HOUR } from "../../../src/domain/instant.ts";
import { openSandbox, START } from "./open-sandbox.ts";

const NAME = "boulangerie-lumiere.fr";
const HOSTING = `/hosting/web/${NAME}`;
const PAGES = { "X-Pagination-Mode": "CachedObjectList-Pages" };

describe("the read-only routes", () => {
  it.each([
    ["/me", { nichandle: "ls148374-ovh", language: "fr_FR", currency: { code: "EUR" } }],
    ["/me/autorenew", { active: true, renewDay: 5 }],
    ["/me/payment/method", [4120077, 3991240]],
    ["/me/payment/method?default=true", [4120077]],
    ["/me/payment/method?status=EXPIRED", [3991240]],
    ["/me/payment/method/3991240", { status: "EXPIRED", expirationDate: toDatetime(START - 60 * DAY) }],
    [HOSTING, { serviceName: NAME, state: "active", quotaUsed: { unit: "MB", value: 3481 } }],
    [`${HOSTING}/attachedDomain`, [NAME, `www.${NAME}`, "lumiere-patisserie.fr"]],
    [
      `${HOSTING}/attachedDomain/lumiere-patisserie.fr`,
      { domain: "lumiere-patisserie.fr", status: "created" },
    ],
    ["/hosting/web/attachedDomain?domain=lumiere-patisserie.fr", [NAME]],
    ["/hosting/web/attachedDomain?domain=nobody.example", []],
    [`${HOSTING}/database`, ["boulangerie", "boulangerieold"]],
    [`${HOSTING}/database/boulangerie`, { quotaUsed: { unit: "MB", value: 212.4 }, dumps: 2, state: "ok" }],
    [`${HOSTING}/database/boulangerie/dump`, [88120417, 88011552]],
    [`${HOSTING}/database/boulangerieold/dump`, []],
    [
      `${HOSTING}/database/boulangerie/dump/88120417`,
      { creationDate: toDatetime(START - 9 * HOUR), type: "daily.1", status: "created" },
    ],
    [`/domain/${NAME}`, { domain: NAME, serviceId: 29162447, state: "ok", renewalState: "automatic_renew" }],
    ["/domain/fete-de-la-musique.ovh", { renewalState: "manual_renew" }],
    [`/domain/zone/${NAME}`, { name: NAME, hasDnsAnycast: false }],
    [`/domain/zone/${NAME}/record?fieldType=MX`, [5_120_001_004]],
    [`/domain/zone/${NAME}/record/5120001003`, { fieldType: "CNAME", subDomain: "www", zone: NAME }],
    [`/email/domain/${NAME}/account`, ["contact", "commandes", "hélène", "compta"]],
    [`/email/domain/${NAME}/account/h%C3%A9l%C3%A8ne`, { accountName: "hélène", email: `hélène@${NAME}` }],
    ["/services/29162447/renewPeriodCapacities", ["P12M", "P24M", "P36M", "P48M", "P60M", "P72M", "P84M"]],
    ["/services/29162449/form", [{ name: "termination" }]],
    ["/services/29162449/form/termination", { name: "termination" }],
  ])("GET %s answers", async (path, body) => {
    const { get } = await openSandbox();
    expect(await get(path)).toMatchObject({ status: 200, body });
  });

  it.each([
    "/services/1",
    "/services/1/options",
    "/services/29162449/form/other",
    "/hosting/web/nobody.example",
    "/hosting/web/velo-cargo.fr",
    `${HOSTING}/attachedDomain/nobody.example`,
    `${HOSTING}/database/none`,
    `${HOSTING}/database/none/dump`,
    `${HOSTING}/database/boulangerie/dump/1`,
    "/domain/nobody.example",
    "/domain/zone/velo-cargo.fr/record",
    `/domain/zone/${NAME}/record/1`,
    "/email/domain/velo-cargo.fr/account",
    `/email/domain/${NAME}/account/nobody`,
    "/me/payment/method/1",
  ])("GET %s is not found", async (path) => {
    const { get } = await openSandbox();
    expect(await get(path)).toMatchObject({ status: 404, body: { class: "Client::NotFound" } });
  });

  it.each(["/services/abc", "/hosting/web/attachedDomain"])("GET %s is a bad request", async (path) => {
    const { get } = await openSandbox();
    expect(await get(path)).toMatchObject({ status: 400 });
  });

  it("GET /services/{id}/options answers the options as whole services", async () => {
    const { get } = await openSandbox();
    expect(await get("/services/29162449/options")).toMatchObject({
      body: [
        { serviceId: 31007720, parentServiceId: 29162449 },
        { serviceId: 31007721, parentServiceId: 29162449 },
      ],
    });
    expect(await get("/services/29162447/options")).toMatchObject({ body: [] });
  });

  it("GET /me/autorenew is not found when it was never set up", async () => {
    const { get, sandbox } = await openSandbox();
    sandbox.setAccount({ ...sandbox.account(), autorenewDay: null });
    expect((await get("/me/autorenew")).status).toBe(404);
  });

  it.each([
    [`${HOSTING}/database`, { name: "boulangerie", quotaUsed: { value: 212.4 } }],
    [`${HOSTING}/database/boulangerie/dump`, { id: 88120417, creationDate: toDatetime(START - 9 * HOUR) }],
    [`${HOSTING}/attachedDomain`, { domain: NAME }],
    ["/hosting/web", { serviceName: NAME }],
    ["/domain/zone", { name: NAME }],
    [`/domain/zone/${NAME}/record`, { fieldType: "NS" }],
    [`/email/domain/${NAME}/account`, { accountName: "contact" }],
    ["/me/payment/method", { paymentMethodId: 4120077 }],
  ])("GET %s answers objects when asked for pages", async (path, first) => {
    const { get } = await openSandbox();
    const { body, headers } = await get(path, PAGES);
    expect(body).toMatchObject({ 0: first });
    expect(Number(headers.get("x-pagination-elements"))).toBeGreaterThan(0);
  });

  it("answers below /v1 as below /1.0", async () => {
    const { sandbox } = await openSandbox();
    const answer = await fetch(`${sandbox.endpoint.replace("/1.0", "/v1")}/auth/time`);
    expect(answer.status).toBe(200);
  });

  it("gives each answer a query id of its own, errors too", async () => {
    const { get, sandbox } = await openSandbox();
    const ids = [await get("/me"), await get("/services/1")].map(({ headers }) =>
      headers.get("x-ovh-queryid"),
    );
    expect(new Set(ids).size).toBe(2);
    expect(sandbox.calls().map(({ queryId }) => queryId)).toEqual(ids);
  });
});

describe("the survey", () => {
  const path = "/services/29162449/form/termination/answer";
  const answers = (...given: readonly (readonly [string, string])[]) => ({
    answers: given.map(([question, value]) => ({ question, value })),
  });

  it.each([
    [answers(["reason", "OTHER"], ["future_use", "OTHER"]), 200],
    [answers(["reason", "OTHER"]), 400],
    [answers(["reason", "WRONG"], ["future_use", "OTHER"]), 400],
    [{}, 400],
  ])("takes %j with %i", async (body, status) => {
    const { post } = await openSandbox({ accessRules: [{ method: "POST", path: "/services/*/form/*" }] });
    expect((await post(path, body)).status).toBe(status);
  });
});
