import type { Persona } from "../../personas.ts";
import type { BotState, Language } from "../../protocol.ts";

interface ShellWords {
  readonly playground: string;
  readonly whoAmI: string;
  readonly roles: Readonly<Record<Persona["role"], string>>;
  readonly reads: string;
  readonly languages: Readonly<Record<Language, string>>;
  readonly zone: string;
  readonly bot: Readonly<Record<BotState["kind"], string>>;
  readonly botDo: {
    readonly start: string;
    readonly stop: string;
    readonly restart: string;
    readonly kill: string;
  };
  readonly pageLanguage: string;
  readonly otherLanguage: string;
  readonly dark: string;
  readonly light: string;
  readonly panes: { readonly slack: string; readonly discord: string; readonly side: string };
  readonly sides: Readonly<Record<"start" | "account" | "mailbox" | "clock" | "faults" | "journal", string>>;
  readonly show: string;
  readonly skip: string;
  readonly skipTo: string;
  readonly faultsOn: (count: number) => string;
  readonly lost: string;
  readonly dismiss: string;
  readonly loading: string;
}

export const SHELL_WORDS: Readonly<Record<Language, ShellWords>> = {
  en: {
    playground: "playground",
    whoAmI: "Who am I?",
    roles: {
      operator: "operator",
      "second operator": "operator",
      viewer: "viewer",
      guest: "guest",
      stranger: "stranger",
    },
    reads: "language",
    languages: { fr: "French", en: "English" },
    zone: "time zone",
    bot: {
      starting: "bot is starting",
      ready: "bot is running",
      stopping: "bot is stopping",
      stopped: "bot is stopped",
      killed: "bot was killed",
      ended: "bot has ended",
    },
    botDo: { start: "Start", stop: "Stop", restart: "Restart", kill: "Kill" },
    pageLanguage: "Language of this page",
    otherLanguage: "Français",
    dark: "Dark",
    light: "Light",
    panes: { slack: "Slack", discord: "Discord", side: "Guide" },
    sides: {
      start: "Start here",
      account: "OVHcloud",
      mailbox: "Mailbox",
      clock: "Clock",
      faults: "Faults",
      journal: "Journal",
    },
    show: "What is shown",
    skip: "Skip",
    skipTo: "Skip to",
    faultsOn: (count) => (count === 1 ? "1 fault is on" : `${count} faults are on`),
    lost: "The playground does not answer. It was stopped, or is starting again.",
    dismiss: "Dismiss",
    loading: "The real bot is on its way…",
  },
  fr: {
    playground: "bac à sable",
    whoAmI: "Qui suis-je ?",
    roles: {
      operator: "opératrice",
      "second operator": "opérateur",
      viewer: "lectrice",
      guest: "invité",
      stranger: "inconnu",
    },
    reads: "langue",
    languages: { fr: "Français", en: "Anglais" },
    zone: "fuseau horaire",
    bot: {
      starting: "le bot démarre",
      ready: "le bot tourne",
      stopping: "le bot s'arrête",
      stopped: "le bot est arrêté",
      killed: "le bot a été tué",
      ended: "le bot s'est terminé",
    },
    botDo: { start: "Démarrer", stop: "Arrêter", restart: "Redémarrer", kill: "Tuer" },
    pageLanguage: "Langue de cette page",
    otherLanguage: "English",
    dark: "Sombre",
    light: "Clair",
    panes: { slack: "Slack", discord: "Discord", side: "Guide" },
    sides: {
      start: "Par ici",
      account: "OVHcloud",
      mailbox: "E-mails",
      clock: "Horloge",
      faults: "Pannes",
      journal: "Journal",
    },
    show: "Ce qui est affiché",
    skip: "Aller directement",
    skipTo: "Aller à",
    faultsOn: (count) => (count === 1 ? "1 panne en cours" : `${count} pannes en cours`),
    lost: "Le bac à sable ne répond pas. Il a été arrêté, ou redémarre.",
    dismiss: "Fermer",
    loading: "Le vrai bot arrive…",
  },
};
