import type { FaultName } from "../../faults.ts";
import type { ConsoleChange, Language } from "../../protocol.ts";
import type { StoryKey } from "../../stories/story.ts";

interface SideWords {
  readonly welcome: string;
  readonly welcomeMore: string;
  readonly firstSteps: string;
  readonly firstStepsHow: string;
  readonly tries: Readonly<Record<"list" | "terminate" | "keep" | "remind" | "wait", string>>;
  readonly put: string;
  readonly go: string;
  readonly stories: string;
  readonly storiesHow: string;
  readonly titles: Readonly<Record<StoryKey, string>>;
  readonly on: string;
  readonly tell: string;
  readonly leave: string;
  readonly play: string;
  readonly playAll: string;
  readonly pause: string;
  readonly over: string;
  readonly done: string;
  readonly goTo: string;
  readonly playing: string;
  readonly type: string;
  readonly press: string;
  readonly write: string;
  readonly asPerson: string;
  readonly end: string;
  readonly holds: string;
  readonly fails: string;
  readonly again: string;
  readonly startOver: string;
  readonly startOverExample: string;
  readonly startOverLarge: string;
  readonly scripts: string;
  readonly scriptsHow: string;
  readonly search: string;
  readonly services: (total: number) => string;
  readonly account: string;
  readonly columns: { readonly name: string; readonly ends: string; readonly state: string };
  readonly never: string;
  readonly states: Readonly<Record<string, string>>;
  readonly renewals: Readonly<Record<string, string>>;
  readonly pending: string;
  readonly focusOn: string;
  readonly focused: string;
  readonly console: string;
  readonly changes: Readonly<Record<ConsoleChange, string>>;
  readonly earlier: string;
  readonly later: string;
  readonly calls: string;
  readonly noCalls: string;
  readonly unanswered: string;
  readonly mailbox: string;
  readonly noMail: string;
  readonly copyLink: string;
  readonly copied: string;
  readonly clockHow: string;
  readonly hour: string;
  readonly day: string;
  readonly nextReminder: string;
  readonly about: string;
  readonly beforeCutOff: string;
  readonly pastExpiry: string;
  readonly moving: string;
  readonly faultsHow: string;
  readonly faults: Readonly<Record<FaultName, { readonly name: string; readonly does: string }>>;
  readonly lasting: string;
  readonly once: string;
  readonly strike: string;
  readonly kill: string;
  readonly killDoes: string;
  readonly restart: string;
  readonly restartDoes: string;
  readonly came: string;
  readonly sinceFault: (counts: {
    readonly presses: number;
    readonly writes: number;
    readonly posts: number;
    readonly edits: number;
  }) => string;
  readonly journalHow: string;
  readonly onlyProblems: string;
  readonly nothingYet: string;
  readonly verbs: Readonly<Record<"says" | "types" | "presses" | "chooses" | "sends" | "closes", string>>;
  readonly twice: string;
  readonly posts: string;
  readonly edits: string;
  readonly asks: string;
  readonly answers: string;
  readonly mails: string;
  readonly lines: (open: number) => string;
  readonly breaks: string;
  readonly mends: string;
  readonly moves: string;
  readonly inConsole: string;
  readonly bot: string;
}

export const SIDE_WORDS: Readonly<Record<Language, SideWords>> = {
  en: {
    welcome: "This is the real bot. Nothing else here is.",
    welcomeMore:
      "It keeps a team's OVHcloud services from lapsing or being deleted by accident. The Slack, the Discord and the OVHcloud that it talks to are stand-ins on this machine: break what you like.",
    firstSteps: "First steps",
    firstStepsHow: "Each button writes a line into the message box; Enter sends it.",
    tries: {
      list: "List the services",
      terminate: "Terminate one: read the card, press the red button",
      keep: "Think again: press Keep under the outcome",
      remind: "Let the channel be reminded of servers",
      wait: "Let time pass to the next reminder",
    },
    put: "in",
    go: "Go",
    stories: "Stories",
    storiesHow: "A few steps each, by your hand or played for you. A story begins with a fresh account.",
    titles: {
      "nearly-lapsed": "The domain that nearly lapsed",
      "think-again": "Terminate, and think again",
      "mailed-token": "Delete a hosting with the mailed token",
      "two-at-once": "Two people press at once",
      "ovh-down": "OVHcloud is down",
    },
    on: "on",
    tell: "Tell it on",
    leave: "Leave the story",
    play: "Play this step",
    playAll: "Play it all",
    pause: "Pause",
    over: "the end",
    done: "done",
    goTo: "Open",
    playing: "Playing…",
    type: "Send",
    press: "Press the marked button",
    write: "Write",
    asPerson: "as",
    end: "At the end",
    holds: "holds",
    fails: "does not hold",
    again: "Once more",
    startOver: "Start over",
    startOverExample: "with the example account",
    startOverLarge: "with 10,000 services",
    scripts: "For scripts",
    scriptsHow: "Each stand-in has an address with controls; ask it for a list.",
    search: "Search",
    services: (total) => (total === 1 ? "1 service" : `${total.toLocaleString("en")} services`),
    account: "As OVHcloud has them now",
    columns: { name: "Service", ends: "Ends", state: "State" },
    never: "never",
    states: {
      active: "active",
      toRenew: "to renew",
      unpaid: "unpaid",
      unrenewed: "expired",
      terminated: "terminated",
      inCreation: "being created",
      error: "in error",
      rupture: "broken off",
    },
    renewals: {
      automatic: "renews itself",
      forced: "renews itself (forced)",
      manual: "renewed by hand",
      "one-shot": "never renewed",
      none: "no renewal",
    },
    pending: "ends at expiry",
    focusOn: "Set the clock by it",
    focused: "the clock's steps refer to it",
    console: "Change it in OVHcloud's console…",
    changes: {
      automatic: "renew automatically",
      manual: "renew by hand",
      terminate: "terminate at expiry",
      keep: "take the termination back",
      unpaid: "leave it unpaid",
      paid: "pay",
    },
    earlier: "Previous",
    later: "Next",
    calls: "Calls it received",
    noCalls: "None yet.",
    unanswered: "no answer",
    mailbox: "OVHcloud's e-mails to the account's owner",
    noMail: "No e-mail yet. Ask to delete a web hosting: the token comes here.",
    copyLink: "Copy the link",
    copied: "Copied",
    clockHow: "The bot lives by this clock. Everything that becomes due happens on the way, in order.",
    hour: "An hour on",
    day: "A day on",
    nextReminder: "To the next reminder",
    about: "The next two steps refer to",
    beforeCutOff: "To one hour before the cut-off",
    pastExpiry: "Past its end",
    moving: "Time is passing…",
    faultsHow: "Break something, then use the bot. The journal says how it came through.",
    faults: {
      "ovh-down": { name: "OVHcloud is down", does: "every call is answered with a proxy's error page" },
      "ovh-slow": { name: "OVHcloud is slow", does: "every answer takes eight seconds" },
      "ovh-429": {
        name: "OVHcloud says: too many",
        does: "every call is answered 429, come back in 20 seconds",
      },
      "ovh-lost-answer": {
        name: "A lost answer",
        does: "the next change takes effect, and its answer never arrives",
      },
      "slack-disconnect": { name: "Slack cuts the line", does: "both connections of the bot end at once" },
      "discord-disconnect": { name: "Discord cuts the line", does: "the gateway connection ends at once" },
      "duplicate-event": { name: "An event arrives twice", does: "the next thing done on each platform" },
      "double-press": { name: "A double press", does: "your next press goes out twice at the same moment" },
    },
    lasting: "until switched off",
    once: "once",
    strike: "Do it",
    kill: "Kill the bot",
    killDoes: "SIGKILL: nothing that it has begun is finished",
    restart: "Restart the bot",
    restartDoes: "SIGTERM, then a new process on the same data",
    came: "How it came through",
    sinceFault: ({ presses, writes, posts, edits }) =>
      `Since the last fault: presses ${presses}, changes at OVHcloud ${writes}, messages ${posts}, edits ${edits}.`,
    journalHow: "Everything that happened, newest first.",
    onlyProblems: "Only faults, changes and warnings",
    nothingYet: "Nothing yet.",
    verbs: {
      says: "says",
      types: "types",
      presses: "presses",
      chooses: "chooses",
      sends: "sends the form",
      closes: "closes the form",
    },
    twice: "twice",
    posts: "the bot posts",
    edits: "the bot edits",
    asks: "the bot calls OVHcloud",
    answers: "answered",
    mails: "OVHcloud mails",
    lines: (open) => (open === 0 ? "the bot is not connected" : `the bot is connected, lines: ${open}`),
    breaks: "fault",
    mends: "mended",
    moves: "the clock moves to",
    inConsole: "in OVHcloud's console",
    bot: "the bot",
  },
  fr: {
    welcome: "Le bot est le vrai. Lui seul.",
    welcomeMore:
      "Il évite qu'une équipe perde ses services OVHcloud, par oubli ou par accident. Le Slack, le Discord et l'OVHcloud auxquels il parle sont des doublures sur cette machine : cassez ce que vous voulez.",
    firstSteps: "Premiers pas",
    firstStepsHow: "Chaque bouton écrit une ligne dans la zone de message ; Entrée l'envoie.",
    tries: {
      list: "Lister les services",
      terminate: "En résilier un : lisez la carte, appuyez sur le bouton rouge",
      keep: "Se raviser : appuyez sur Conserver, sous le résultat",
      remind: "Faire rappeler les serveurs dans le canal",
      wait: "Laisser passer le temps jusqu'au prochain rappel",
    },
    put: "dans",
    go: "Aller",
    stories: "Histoires",
    storiesHow:
      "Quelques pas chacune, de votre main ou joués pour vous. Une histoire commence avec un compte neuf.",
    titles: {
      "nearly-lapsed": "Le domaine qui a failli expirer",
      "think-again": "Résilier, puis se raviser",
      "mailed-token": "Supprimer un hébergement avec le jeton reçu",
      "two-at-once": "Deux personnes appuient en même temps",
      "ovh-down": "OVHcloud est en panne",
    },
    on: "sur",
    tell: "La raconter sur",
    leave: "Quitter l'histoire",
    play: "Jouer ce pas",
    playAll: "Tout jouer",
    pause: "Pause",
    over: "fin",
    done: "fait",
    goTo: "Ouvrir",
    playing: "En cours…",
    type: "Envoyez",
    press: "Appuyez sur le bouton marqué",
    write: "Écrivez",
    asPerson: "en tant que",
    end: "À la fin",
    holds: "vérifié",
    fails: "faux",
    again: "Encore une fois",
    startOver: "Recommencer",
    startOverExample: "avec le compte d'exemple",
    startOverLarge: "avec 10 000 services",
    scripts: "Pour les scripts",
    scriptsHow: "Chaque doublure a une adresse de commandes ; demandez-lui la liste.",
    search: "Chercher",
    services: (total) => (total <= 1 ? `${total} service` : `${total.toLocaleString("fr")} services`),
    account: "Tels qu'OVHcloud les a maintenant",
    columns: { name: "Service", ends: "Fin", state: "État" },
    never: "jamais",
    states: {
      active: "actif",
      toRenew: "à renouveler",
      unpaid: "impayé",
      unrenewed: "expiré",
      terminated: "résilié",
      inCreation: "en création",
      error: "en erreur",
      rupture: "rompu",
    },
    renewals: {
      automatic: "se renouvelle seul",
      forced: "se renouvelle seul (imposé)",
      manual: "renouvelé à la main",
      "one-shot": "jamais renouvelé",
      none: "sans renouvellement",
    },
    pending: "prend fin à l'échéance",
    focusOn: "Y régler l'horloge",
    focused: "l'horloge s'y réfère",
    console: "Le modifier dans la console OVHcloud…",
    changes: {
      automatic: "renouveler automatiquement",
      manual: "renouveler à la main",
      terminate: "résilier à l'échéance",
      keep: "annuler la résiliation",
      unpaid: "ne pas payer",
      paid: "payer",
    },
    earlier: "Précédents",
    later: "Suivants",
    calls: "Appels reçus",
    noCalls: "Aucun pour l'instant.",
    unanswered: "sans réponse",
    mailbox: "E-mails d'OVHcloud au titulaire du compte",
    noMail: "Aucun e-mail. Demandez la suppression d'un hébergement : le jeton arrive ici.",
    copyLink: "Copier le lien",
    copied: "Copié",
    clockHow: "Le bot vit à cette heure. Tout ce qui arrive à échéance se produit en chemin, dans l'ordre.",
    hour: "Une heure plus tard",
    day: "Un jour plus tard",
    nextReminder: "Au prochain rappel",
    about: "Les deux pas suivants se réfèrent à",
    beforeCutOff: "Une heure avant la date limite",
    pastExpiry: "Après sa fin",
    moving: "Le temps passe…",
    faultsHow: "Cassez quelque chose, puis servez-vous du bot. Le journal dit comment il s'en sort.",
    faults: {
      "ovh-down": { name: "OVHcloud est en panne", does: "chaque appel reçoit la page d'erreur d'un proxy" },
      "ovh-slow": { name: "OVHcloud est lent", does: "chaque réponse prend huit secondes" },
      "ovh-429": {
        name: "OVHcloud dit : trop d'appels",
        does: "chaque appel reçoit 429, revenez dans 20 secondes",
      },
      "ovh-lost-answer": {
        name: "Une réponse perdue",
        does: "le prochain changement prend effet, et sa réponse n'arrive jamais",
      },
      "slack-disconnect": {
        name: "Slack coupe la ligne",
        does: "les deux connexions du bot tombent d'un coup",
      },
      "discord-disconnect": { name: "Discord coupe la ligne", does: "la connexion du bot tombe d'un coup" },
      "duplicate-event": {
        name: "Un événement arrive deux fois",
        does: "la prochaine action sur chaque plateforme",
      },
      "double-press": {
        name: "Un double appui",
        does: "votre prochain appui part deux fois au même instant",
      },
    },
    lasting: "jusqu'à l'arrêt",
    once: "une fois",
    strike: "Allez-y",
    kill: "Tuer le bot",
    killDoes: "SIGKILL : rien de ce qu'il a commencé n'est fini",
    restart: "Redémarrer le bot",
    restartDoes: "SIGTERM, puis un nouveau processus sur les mêmes données",
    came: "Comment il s'en est sorti",
    sinceFault: ({ presses, writes, posts, edits }) =>
      `Depuis la dernière panne : appuis ${presses}, changements chez OVHcloud ${writes}, messages ${posts}, modifications ${edits}.`,
    journalHow: "Tout ce qui s'est passé, le plus récent d'abord.",
    onlyProblems: "Seulement pannes, changements et alertes",
    nothingYet: "Rien pour l'instant.",
    verbs: {
      says: "dit",
      types: "tape",
      presses: "appuie sur",
      chooses: "choisit",
      sends: "envoie le formulaire",
      closes: "ferme le formulaire",
    },
    twice: "deux fois",
    posts: "le bot publie",
    edits: "le bot modifie",
    asks: "le bot appelle OVHcloud",
    answers: "réponse",
    mails: "OVHcloud écrit",
    lines: (open) => (open === 0 ? "le bot n'est plus connecté" : `le bot est connecté, lignes : ${open}`),
    breaks: "panne",
    mends: "réparé",
    moves: "l'horloge avance au",
    inConsole: "dans la console OVHcloud",
    bot: "le bot",
  },
};
