export type DeletionToken =
  /** `serviceId` is the service that the link names; null for a bare token. */
  | { readonly kind: "token"; readonly token: string; readonly serviceId: number | null }
  | { readonly kind: "unreadable" };

/**
 * Reads what a person pastes out of OVHcloud's e-mail: the token alone or the confirmation link of any region,
 * `https://www.ovh.com/manager/#/billing/confirmTerminate?id=<serviceId>&token=<token>` (links of the Canadian
 * console have been broken for months, so that a pasted token must do), however the mail client broke the lines.
 * The mail's other link, which calls the request off (`?action=cancel&t=…`), is unreadable here.
 */
export function readDeletionToken(text: string): DeletionToken {
  const pasted = text.replace(INVISIBLE, "").replaceAll("&amp;", "&").trim();
  return fromLink(pasted) ?? fromBare(pasted) ?? { kind: "unreadable" };
}

/** Mail clients and chats put these in: soft hyphens, zero-width spaces, joiners, byte order marks. */
const INVISIBLE = /\p{Cf}/gu;
const LINK = /[?&](?<before>[^?]*?)\btoken\s*=\s*(?<token>[A-Za-z0-9]+)(?<rest>[\s\S]*)$/;
/** What follows a token that the mail client broke over lines: more of it, and the bracket around the link. */
const BROKEN = /^(?<more>(?:\s+[A-Za-z0-9]+)*)[\s>)\]"'.,;|]*$/;
const ID = /(?:^|&)id=(?<id>\d{1,15})(?:&|$)/;
const SHORTEST = 8;
const LONGEST = 512;

function fromLink(pasted: string): DeletionToken | null {
  const found = LINK.exec(readable(pasted))?.groups;
  if (!found?.token) return null;
  const more = BROKEN.exec(found.rest ?? "")?.groups?.more ?? "";
  const id = ID.exec((found.before ?? "").replace(/\s+/g, ""))?.groups?.id;
  return { kind: "token", token: found.token + more.replace(/\s+/g, ""), serviceId: id ? Number(id) : null };
}

/** A link that a mail filter wrapped in its own has the real one percent-encoded. */
function readable(pasted: string): string {
  if (!/token%3d/i.test(pasted)) return pasted;
  return pasted.replace(/%(3A|2F|23|3F|3D|26)/gi, (code) =>
    String.fromCharCode(Number.parseInt(code.slice(1), 16)),
  );
}

function fromBare(pasted: string): DeletionToken | null {
  const token = pasted.replace(/^[<"'(]+|[>"').]+$/g, "").replace(/\s+/g, "");
  const wellFormed = /^[A-Za-z0-9]+$/.test(token) && token.length >= SHORTEST && token.length <= LONGEST;
  return wellFormed ? { kind: "token", token, serviceId: null } : null;
}
