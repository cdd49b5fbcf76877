import type { Locale } from "../../src/card/card.ts";

/** The few words that only Slack needs; everything else comes in the card. */
interface Words {
  readonly close: string;
  readonly choose: string;
  readonly working: string;
  readonly workingText: string;
  readonly finished: string;
  readonly notices: Readonly<Record<Notice, { readonly title: string; readonly text: string }>>;
}

/** What the adapter itself has to tell a person. */
export type Notice = "who-are-you" | "does-not-fit" | "broken";

export const WORDS: Readonly<Record<Locale, Words>> = {
  en: {
    close: "Close",
    choose: "Choose",
    working: "One moment",
    workingText: "This takes a little longer than usual. The answer appears here.",
    finished: "Answered",
    notices: {
      "who-are-you": {
        title: "Slack does not say who you are",
        text: "Slack did not answer when asked about your account, so nothing was shown and nothing was changed. Try again in a minute.",
      },
      "does-not-fit": {
        title: "This answer does not fit into Slack",
        text: "Rather than cut it, Lastcall does not show it. Nothing was changed by showing it. The people who run Lastcall find the details in its log.",
      },
      broken: {
        title: "Something went wrong",
        text: "Lastcall could not answer. The people who run it find the details in its log. Before you repeat a change, look at the service first.",
      },
    },
  },
  fr: {
    close: "Fermer",
    choose: "Choisir",
    working: "Un instant",
    workingText: "Cela prend un peu plus de temps que d’habitude. La réponse apparaît ici.",
    finished: "Réponse reçue",
    notices: {
      "who-are-you": {
        title: "Slack ne dit pas qui vous êtes",
        text: "Slack n’a pas répondu à propos de votre compte : rien n’a été montré et rien n’a été modifié. Réessayez dans une minute.",
      },
      "does-not-fit": {
        title: "Cette réponse ne tient pas dans Slack",
        text: "Plutôt que de la couper, Lastcall ne la montre pas. L’afficher n’a rien modifié. Les responsables de Lastcall trouvent les détails dans son journal.",
      },
      broken: {
        title: "Quelque chose s’est mal passé",
        text: "Lastcall n’a pas pu répondre. Ses responsables trouvent les détails dans son journal. Avant de répéter une modification, consultez d’abord le service.",
      },
    },
  },
};
