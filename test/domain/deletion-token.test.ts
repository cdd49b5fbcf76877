import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDeletionToken } from "../../src/domain/deletion-token.ts";

const TOKEN = "aB3dE5fG7hJ9kL1mN3pQ5rS7tU9vW1xY";
const link = (start: string): string => `${start}/#/billing/confirmTerminate?id=29162449&token=${TOKEN}`;
const ofService = { kind: "token", token: TOKEN, serviceId: 29_162_449 };
const bare = { kind: "token", token: TOKEN, serviceId: null };

describe("a pasted token", () => {
  it.each([
    ["alone", TOKEN],
    ["with spaces and line breaks around", `\n  ${TOKEN}\t\n`],
    ["broken over lines", `${TOKEN.slice(0, 10)}\r\n${TOKEN.slice(10)}`],
    ["with spaces inside", `${TOKEN.slice(0, 8)} ${TOKEN.slice(8)}`],
    ["in quotes", `"${TOKEN}"`],
    ["with invisible characters", `${TOKEN.slice(0, 8)}\u200b${TOKEN.slice(8)}\ufeff`],
  ])("is read %s", (_, text) => {
    expect(readDeletionToken(text)).toEqual(bare);
  });
});

describe("a pasted link", () => {
  it.each([
    ["of the European console", link("https://www.ovh.com/manager")],
    ["of the Canadian console", link("https://ca.ovh.com/manager")],
    ["of the American console", link("https://us.ovhcloud.com/manager")],
    ["of a console of tomorrow", link("https://manager.eu.ovhcloud.com")],
    ["in angle brackets", `<${link("https://www.ovh.com/manager")}>`],
    ["with the rest of the sentence", `Click here: ${link("https://www.ovh.com/manager")}. It works once.`],
    ["broken over lines", link("https://www.ovh.com/manager").replace(/.{40}/g, "$&\r\n")],
    ["with more parameters", link("https://www.ovh.com/manager").replace("id=", "lang=fr&id=")],
    ["out of HTML", link("https://www.ovh.com/manager").replace("&", "&amp;")],
    [
      "wrapped by a mail filter",
      `https://safe.example/?url=${encodeURIComponent(link("https://www.ovh.com/manager"))}&data=x`,
    ],
  ])("is read %s", (_, text) => {
    expect(readDeletionToken(text)).toEqual(ofService);
  });

  it("tells which service it is of, so that another's is noticed", () => {
    const other = link("https://www.ovh.com/manager").replace("29162449", "7");
    expect(readDeletionToken(other)).toEqual({ ...ofService, serviceId: 7 });
  });

  it("is read without a service where it names none", () => {
    expect(
      readDeletionToken(`https://www.ovh.com/manager/#/billing/confirmTerminate?token=${TOKEN}`),
    ).toEqual(bare);
  });
});

describe("what is no token", () => {
  it.each([
    "",
    "   ",
    "short",
    "i-do-not-have-one",
    "https://www.ovh.com/manager/#/billing/confirmTerminate?id=29162449&token=",
    "https://www.ovh.com/manager/",
    `https://www.ovh.com/ca/en/support/resiliation/?action=cancel&t=${TOKEN}&n=xx1234-ovh`,
    `${TOKEN}; rm -rf`,
    "é".repeat(32),
    "a".repeat(600),
  ])("is unreadable: %j", (text) => {
    expect(readDeletionToken(text)).toEqual({ kind: "unreadable" });
  });

  it("never gives a token with anything but letters and digits, whatever is pasted", () => {
    const piece = fc.constantFrom(
      "token=",
      "?",
      "&",
      "id=",
      "1",
      "aZ9",
      "%3D",
      "\n",
      " ",
      "<",
      ">",
      "é",
      "token%3D",
      "/",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const result = readDeletionToken(pieces.join(""));
        if (result.kind === "token") expect(result.token).toMatch(/^[A-Za-z0-9]+$/);
      }),
    );
  });
});
