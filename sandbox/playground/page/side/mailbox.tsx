import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import type { Mail } from "../../../ovhcloud/mailbox.ts";
import { useApp, useWords } from "../state/app.ts";
import { dateTime } from "../words/instants.ts";
import { SIDE_WORDS } from "./words.ts";

/** The e-mails that OVHcloud sent, newest first. */
export function Mailbox(): JSX.Element {
  const words = useWords(SIDE_WORDS);
  const mails = [...useApp().store.many("mails").value.values()].reverse();
  return (
    <div class="mailbox">
      <p>{words.mailbox}</p>
      {mails.length === 0 ? <p class="faint">{words.noMail}</p> : null}
      {mails.map((mail) => (
        <MailView key={mail.id} mail={mail} />
      ))}
    </div>
  );
}

const LINK = /https:\/\/\S+/;

function MailView({ mail }: { readonly mail: Mail }): JSX.Element {
  const { store, settings } = useApp();
  const words = useWords(SIDE_WORDS);
  const copied = useSignal(false);
  const zone = store.single("who").value?.timeZone ?? "UTC";
  const link = LINK.exec(mail.body)?.[0];
  return (
    <article class="mail" data-mail={mail.id}>
      <h3>{mail.subject}</h3>
      <p class="faint">
        {mail.to} · {dateTime(settings.language.value, zone)(mail.at)}
      </p>
      <pre>{mail.body}</pre>
      {link === undefined ? null : (
        <button
          type="button"
          onClick={() => {
            void navigator.clipboard.writeText(link).then(() => {
              copied.value = true;
            });
          }}
        >
          {copied.value ? words.copied : words.copyLink}
        </button>
      )}
    </article>
  );
}
