import type { Language } from "../../protocol.ts";

/** What Discord's own client says, in the language of the one who uses it. */
interface ClientWords {
  readonly channels: string;
  readonly textChannels: string;
  readonly directMessages: string;
  readonly unread: (count: number) => string;
  readonly you: string;
  readonly messagesIn: (place: string) => string;
  readonly welcome: (place: string) => string;
  readonly welcomeMore: (place: string) => string;
  readonly earlier: string;
  readonly jump: string;
  readonly used: string;
  readonly sending: string;
  readonly thinking: (bot: string) => string;
  readonly edited: string;
  readonly onlyYou: string;
  readonly dismissMessage: string;
  readonly dismiss: string;
  readonly yesterday: (time: string) => string;
  readonly spoiler: string;
  readonly makeASelection: string;
  readonly nothingToSelect: string;
  readonly between: (least: number, most: number) => string;
  readonly opensElsewhere: string;
  readonly file: string;
  readonly image: string;
  readonly messageTo: (place: string) => string;
  readonly commands: string;
  readonly noCommand: string;
  readonly choices: (option: string) => string;
  readonly noChoice: string;
  readonly more: (count: number) => string;
  readonly optional: string;
  readonly send: string;
  readonly optionMissing: string;
  readonly optionWrong: string;
  readonly optionNotChosen: string;
  readonly yes: string;
  readonly no: string;
  readonly submit: string;
  readonly cancel: string;
  readonly close: string;
  readonly required: string;
  readonly missing: string;
  readonly length: (least: number, most: number) => string;
  readonly noUpload: string;
  readonly sendsToBot: (bot: string) => string;
}

const fr: ClientWords = {
  channels: "Salons",
  textChannels: "Salons textuels",
  directMessages: "Messages privés",
  unread: (count) => (count === 1 ? "1 nouveau message" : `${count} nouveaux messages`),
  you: "En ligne",
  messagesIn: (place) => `Messages dans ${place}`,
  welcome: (place) => `Bienvenue dans ${place} !`,
  welcomeMore: (place) => `C’est le début du salon ${place}.`,
  earlier: "Afficher les messages précédents",
  jump: "Aller aux plus récents",
  used: "a utilisé",
  sending: "Envoi de la commande…",
  thinking: (bot) => `${bot} réfléchit…`,
  edited: "(modifié)",
  onlyYou: "Toi seul(e) peux voir ceci",
  dismissMessage: "Rejeter le message",
  dismiss: "Rejeter",
  yesterday: (time) => `Hier à ${time}`,
  spoiler: "Afficher le spoiler",
  makeASelection: "Fais un choix",
  nothingToSelect: "Rien à choisir",
  between: (least, most) => (least === most ? `Choisis-en ${least}` : `Choisis-en de ${least} à ${most}`),
  opensElsewhere: "s’ouvre dans un nouvel onglet",
  file: "Fichier",
  image: "Image",
  messageTo: (place) => `Envoyer un message dans ${place}`,
  commands: "Commandes",
  noCommand: "Aucune commande ne correspond",
  choices: (option) => `Choix pour ${option}`,
  noChoice: "Aucune option ne correspond à ta recherche",
  more: (count) => `+${count} de plus`,
  optional: "Facultatif",
  send: "Envoyer",
  optionMissing: "Cette option est obligatoire. Indique une valeur.",
  optionWrong: "Indique un nombre.",
  optionNotChosen: "Choisis une des valeurs proposées.",
  yes: "Vrai",
  no: "Faux",
  submit: "Envoyer",
  cancel: "Annuler",
  close: "Fermer",
  required: "obligatoire",
  missing: "Ce champ est obligatoire",
  length: (least, most) => `Doit comporter entre ${least} et ${most} caractères`,
  noUpload: "Le bac à sable n’envoie pas de fichiers",
  sendsToBot: (bot) => `Ce formulaire sera envoyé à ${bot}. Ne communique jamais ton mot de passe.`,
};

const en: ClientWords = {
  channels: "Channels",
  textChannels: "Text Channels",
  directMessages: "Direct Messages",
  unread: (count) => (count === 1 ? "1 new message" : `${count} new messages`),
  you: "Online",
  messagesIn: (place) => `Messages in ${place}`,
  welcome: (place) => `Welcome to ${place}!`,
  welcomeMore: (place) => `This is the start of the ${place} channel.`,
  earlier: "Show earlier messages",
  jump: "Jump to Present",
  used: "used",
  sending: "Sending command…",
  thinking: (bot) => `${bot} is thinking…`,
  edited: "(edited)",
  onlyYou: "Only you can see this",
  dismissMessage: "Dismiss message",
  dismiss: "Dismiss",
  yesterday: (time) => `Yesterday at ${time}`,
  spoiler: "Reveal spoiler",
  makeASelection: "Make a selection",
  nothingToSelect: "Nothing to select",
  between: (least, most) => (least === most ? `Select ${least}` : `Select ${least} to ${most}`),
  opensElsewhere: "opens in a new tab",
  file: "File",
  image: "Image",
  messageTo: (place) => `Message ${place}`,
  commands: "Commands",
  noCommand: "No command matches",
  choices: (option) => `Choices for ${option}`,
  noChoice: "No options match your search",
  more: (count) => `+${count} more`,
  optional: "Optional",
  send: "Send",
  optionMissing: "This option is required. Specify a value.",
  optionWrong: "Enter a number.",
  optionNotChosen: "Choose one of the values on offer.",
  yes: "True",
  no: "False",
  submit: "Submit",
  cancel: "Cancel",
  close: "Close",
  required: "required",
  missing: "This field is required",
  length: (least, most) => `Must be between ${least} and ${most} in length`,
  noUpload: "The sandbox sends no files",
  sendsToBot: (bot) =>
    `This form will be submitted to ${bot}. Do not share passwords or other sensitive information.`,
};

export const WORDS: Readonly<Record<Language, ClientWords>> = { fr, en };

/** What the playground says about a message: its own words, in the visitor's language. */
interface PageWords {
  readonly details: string;
  readonly detailsOf: (author: string, time: string) => string;
  readonly wire: string;
  readonly wireOf: (id: string) => string;
  readonly notification: string;
  readonly noNotification: string;
  readonly notificationOfParts: string;
  readonly unknown: (what: string) => string;
  readonly unknownJson: (what: string) => string;
  readonly refused: string;
  readonly dismiss: string;
}

export const PAGE_WORDS: Readonly<Record<Language, PageWords>> = {
  fr: {
    details: "Détails",
    detailsOf: (author, time) => `Détails du message de ${author}, ${time}`,
    wire: "JSON du fil",
    wireOf: (id) => `JSON du message ${id}`,
    notification: "Texte de la notification",
    noNotification: "Ce message n’a pas de texte pour une notification.",
    notificationOfParts:
      "Avec Components V2, un message n’a pas de texte de notification à lui : Discord prend son premier texte.",
    unknown: (what) => `Cette page ne sait pas dessiner ${what}. Voici son JSON.`,
    unknownJson: (what) => `JSON de ${what}`,
    refused: "Impossible :",
    dismiss: "Fermer",
  },
  en: {
    details: "Details",
    detailsOf: (author, time) => `Details of the message by ${author}, ${time}`,
    wire: "JSON on the wire",
    wireOf: (id) => `JSON of message ${id}`,
    notification: "Notification text",
    noNotification: "This message has no text for a notification.",
    notificationOfParts:
      "With Components V2 a message has no notification text of its own: Discord takes its first text.",
    unknown: (what) => `This page cannot draw ${what}. Here is its JSON.`,
    unknownJson: (what) => `JSON of ${what}`,
    refused: "Not possible:",
    dismiss: "Dismiss",
  },
};
