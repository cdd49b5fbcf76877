import { describe, expect, it } from "vitest";
import { type AccessRule, LEAST_PRIVILEGE } from "../../../sandbox/ovhcloud/access.ts";
import { terminationLinkIn } from "../../../sandbox/ovhcloud/mailbox.ts";
import { HOUR } from "../../../src/domain/instant.ts";
import { type OpenSandbox, openSandbox } from "./open-sandbox.ts";

const HOSTING = 29162449;
const NAME = "boulangerie-lumiere.fr";
const OWN = `/hosting/web/${NAME}`;
const GENERIC = `/services/${HOSTING}`;

const BOTH_FAMILIES: readonly AccessRule[] = [...LEAST_PRIVILEGE, { method: "POST", path: "/*" }];

const openWithBoth = (options: { tokensAcrossFamilies?: boolean } = {}) =>
  openSandbox({ accessRules: BOTH_FAMILIES, ...options });

const lastToken = ({ sandbox }: OpenSandbox): string => {
  const mail = sandbox.mailbox().at(-1);
  const link = mail && terminationLinkIn(mail);
  if (!link) throw new Error("no termination mail came");
  return link.token;
};

describe("an immediate termination", () => {
  it.each([
    ["the hosting's own routes", `${OWN}/terminate`, `${OWN}/confirmTermination`, expect.any(String)],
    [
      "the generic routes",
      `${GENERIC}/terminate`,
      `${GENERIC}/terminate/confirm`,
      { message: expect.any(String) },
    ],
  ])("is requested and confirmed by %s", async (_family, request, confirm, answer) => {
    const open = await openWithBoth();
    expect(await open.post(request)).toMatchObject({ status: 200, body: answer });
    expect(open.sandbox.service(HOSTING).lifecycle).toBe("active");
    expect(await open.post(confirm, { token: lastToken(open) })).toMatchObject({ status: 200, body: answer });
    expect(open.sandbox.service(HOSTING)).toMatchObject({ lifecycle: "terminated", resource: "toDelete" });
    expect(await open.get(GENERIC)).toMatchObject({
      status: 200,
      body: { billing: { lifecycle: { current: { state: "terminated" } } } },
    });
    expect((await open.get(OWN)).status).toBe(460);
  });

  it("leaves the other services of the same name alone", async () => {
    const open = await openWithBoth();
    await open.post(`${OWN}/terminate`);
    await open.post(`${OWN}/confirmTermination`, { token: lastToken(open) });
    const ended = open.sandbox.servicesNamed(NAME).filter(({ lifecycle }) => lifecycle === "terminated");
    expect(ended.map(({ product }) => product)).toEqual(["hosting"]);
  });

  it("sends the account's owner a mail with the link that OVHcloud's console knows", async () => {
    const open = await openWithBoth();
    await open.post(`${OWN}/terminate`);
    const [mail] = open.sandbox.mailbox();
    expect(mail).toMatchObject({
      to: "camille.moreau@agence-lumiere.example",
      subject: "Request for closure of services for the account ls148374-ovh",
    });
    expect(mail?.body).toContain(NAME);
    expect(mail?.body).toMatch(
      /https:\/\/www\.ovh\.com\/manager\/#\/billing\/confirmTerminate\?id=29162449&token=[A-Za-z0-9]{32}\n/,
    );
  });

  it("is within the bot's rights by the hosting's own routes only", async () => {
    const { post } = await openSandbox();
    expect((await post(`${GENERIC}/terminate`)).status).toBe(403);
    expect((await post(`${OWN}/terminate`)).status).toBe(200);
  });

  it.each([
    ["a wrong token", "wrong", 400, "Invalid termination token"],
    ["an empty token", "", 400, "Invalid termination token"],
  ])("is not confirmed by %s", async (_what, token, status, message) => {
    const open = await openWithBoth();
    await open.post(`${OWN}/terminate`);
    expect(await open.post(`${OWN}/confirmTermination`, { token })).toMatchObject({
      status,
      body: { message },
    });
    expect(open.sandbox.service(HOSTING).lifecycle).toBe("active");
  });

  it("is not confirmed by the token of another service", async () => {
    const open = await openWithBoth();
    await open.post("/hosting/web/vieux-blog.fr/terminate");
    await open.post(`${OWN}/terminate`);
    const own = open.sandbox.mailbox()[0];
    const token = (own && terminationLinkIn(own))?.token;
    expect(await open.post(`${OWN}/confirmTermination`, { token })).toMatchObject({ status: 400 });
    expect(open.sandbox.service(HOSTING).lifecycle).toBe("active");
  });

  it("is confirmed within 72 hours, not at 72 hours", async () => {
    const open = await openWithBoth();
    await open.post(`${OWN}/terminate`);
    const token = lastToken(open);
    await open.clock.advance(72 * HOUR);
    expect(await open.post(`${OWN}/confirmTermination`, { token })).toMatchObject({
      status: 403,
      body: { message: "This termination token has expired" },
    });
    await open.post(`${OWN}/terminate`);
    await open.clock.advance(72 * HOUR - 1000);
    expect((await open.post(`${OWN}/confirmTermination`, { token: lastToken(open) })).status).toBe(200);
  });

  it("is confirmed by the newest token only", async () => {
    const open = await openWithBoth();
    await open.post(`${OWN}/terminate`);
    const first = lastToken(open);
    await open.post(`${OWN}/terminate`);
    expect(lastToken(open)).not.toBe(first);
    expect(await open.post(`${OWN}/confirmTermination`, { token: first })).toMatchObject({
      status: 403,
      body: { message: "This termination token has been replaced by a newer one" },
    });
    expect((await open.post(`${OWN}/confirmTermination`, { token: lastToken(open) })).status).toBe(200);
  });

  it("uses a token once", async () => {
    const open = await openWithBoth();
    await open.post(`${OWN}/terminate`);
    const token = lastToken(open);
    await open.post(`${OWN}/confirmTermination`, { token });
    expect((await open.post(`${OWN}/confirmTermination`, { token })).status).toBe(460);
    open.sandbox.change(HOSTING, { lifecycle: "active", resource: "active", endedAt: null });
    expect(await open.post(`${OWN}/confirmTermination`, { token })).toMatchObject({
      status: 403,
      body: { message: "This termination token has already been used" },
    });
    expect(open.sandbox.service(HOSTING).lifecycle).toBe("active");
  });

  it.each([
    [false, 400],
    [true, 200],
  ])("takes a token across the families of routes: %s", async (tokensAcrossFamilies, status) => {
    const open = await openWithBoth({ tokensAcrossFamilies });
    await open.post(`${OWN}/terminate`);
    expect((await open.post(`${GENERIC}/terminate/confirm`, { token: lastToken(open) })).status).toBe(status);
  });

  it("takes the survey with the own confirmation, and no other property", async () => {
    const open = await openWithBoth();
    await open.post(`${OWN}/terminate`);
    const token = lastToken(open);
    const confirm = (body: object) => open.post(`${OWN}/confirmTermination`, { token, ...body });
    expect((await confirm({ reason: "BORED" })).status).toBe(400);
    expect((await confirm({ reasons: "OTHER" })).status).toBe(400);
    expect((await confirm({ reason: "OTHER", futureUse: "OTHER", commentary: "…" })).status).toBe(200);
  });

  it.each([
    ["an unknown hosting", "/hosting/web/nobody.example/terminate", 404],
    ["a terminated service", "/services/22004718/terminate", 460],
    ["an expired service", "/services/25990031/terminate", 460],
    ["an unpaid service", "/hosting/web/chorale-saint-maur.fr/terminate", 409],
    ["a family that has none", "/services/21500302/terminate", 400],
    ["somebody else's service", "/services/21500310/terminate", 403],
  ])("is refused for %s", async (_what, path, status) => {
    const open = await openWithBoth();
    expect((await open.post(path)).status).toBe(status);
    expect(open.sandbox.mailbox()).toEqual([]);
  });

  it.each([
    "/vps/vps-1a2b3c4d.vps.ovh.net",
    "/hosting/privateDatabase/ab98765-002.privatesql",
    `/domain/zone/${NAME}`,
  ])("is served for %s too", async (path) => {
    const open = await openWithBoth();
    expect((await open.post(`${path}/terminate`)).status).toBe(200);
    expect((await open.post(`${path}/confirmTermination`, { token: lastToken(open) })).status).toBe(200);
  });
});
