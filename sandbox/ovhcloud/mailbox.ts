import type { Instant } from "../../src/domain/instant.ts";

/** An e-mail that OVHcloud sent to the account's main address. */
export interface Mail {
  readonly id: number;
  readonly at: Instant;
  readonly to: string;
  readonly subject: string;
  readonly body: string;
}

export interface Mailbox {
  send(mail: Omit<Mail, "id">): void;
  /** Oldest first. */
  mails(): readonly Mail[];
}

export function createMailbox(changed: () => void = () => {}): Mailbox {
  const mails: Mail[] = [];
  return {
    send(mail) {
      mails.push({ ...mail, id: mails.length + 1 });
      changed();
    },
    mails: () => [...mails],
  };
}

export interface TerminationLink {
  readonly url: string;
  readonly serviceId: number;
  readonly token: string;
}

/** The confirmation link in a termination mail; null in any other mail. */
export function terminationLinkIn(mail: Mail): TerminationLink | null {
  const match = /https:\/\/\S+\/billing\/confirmTerminate\?id=(\d+)&token=([A-Za-z0-9]+)/.exec(mail.body);
  const [url, id, token] = match ?? [];
  return url && id && token ? { url, serviceId: Number(id), token } : null;
}
