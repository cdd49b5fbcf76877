import type { Language } from "../../protocol.ts";

/** What Slack's own client says, near enough to be recognised. */
export interface SlackWords {
  readonly pane: string;
  readonly waiting: string;
  readonly channels: string;
  readonly apps: string;
  readonly app: string;
  readonly privateChannel: string;
  readonly archived: string;
  readonly botIsNotIn: string;
  unread(count: number): string;
  readonly home: string;
  readonly messages: string;
  readonly tabs: string;
  readonly noHome: string;
  messagesIn(place: string): string;
  beginning(place: string): string;
  readonly newMessages: string;
  readonly skip: string;
  readonly onlyYou: string;
  readonly edited: string;
  readonly reply: string;
  replies(count: number): string;
  readonly replyBox: string;
  noSlashInThread(command: string): string;
  readonly send: string;
  messageTo(place: string): string;
  readonly commands: string;
  archivedChannel(place: string): string;
  readonly readOnly: string;
  readonly details: string;
  readonly notification: string;
  readonly wire: string;
  readonly jsonOfView: string;
  unknown(what: string): string;
  readonly dismiss: string;
  readonly close: string;
  readonly cancel: string;
  readonly sure: string;
  readonly yes: string;
  readonly optional: string;
  readonly newTab: string;
  readonly image: string;
  readonly file: string;
  readonly search: string;
  readonly choose: string;
  readonly loading: string;
  readonly nothingFound: string;
  atLeast(count: number): string;
  readonly more: string;
  readonly tableView: string;
  rowsShown(from: number, to: number, of: number): string;
  readonly previous: string;
  readonly next: string;
  readonly markdown: string;
  level: Readonly<Record<"info" | "warning" | "error" | "success", string>>;
}

const en: SlackWords = {
  pane: "Slack",
  waiting: "Connecting to the workspace…",
  channels: "Channels",
  apps: "Apps",
  app: "APP",
  privateChannel: "private",
  archived: "archived",
  botIsNotIn: "the app is not in this channel",
  unread: (count) => (count === 1 ? "1 new message" : `${count} new messages`),
  home: "Home",
  messages: "Messages",
  tabs: "Parts of the app",
  noHome: "This app has not published its Home tab yet.",
  messagesIn: (place) => `Messages in ${place}`,
  beginning: (place) => `This is the very beginning of ${place}`,
  newMessages: "New messages",
  skip: "Jump to the message box",
  onlyYou: "Only visible to you",
  edited: "(edited)",
  reply: "Reply in thread",
  replies: (count) => (count === 1 ? "1 reply" : `${count} replies`),
  replyBox: "Reply…",
  noSlashInThread: (command) => `${command} is not supported in threads. Sorry!`,
  send: "Send now",
  messageTo: (place) => `Message ${place}`,
  commands: "Commands",
  archivedChannel: (place) => `You are viewing ${place}, an archived channel.`,
  readOnly: "Sending messages to this app has been turned off.",
  details: "What was sent",
  notification: "As a phone shows it",
  wire: "Payload of this message",
  jsonOfView: "Payload of this view",
  unknown: (what) => `This pane cannot draw “${what}”. As it was sent:`,
  dismiss: "Dismiss",
  close: "Close",
  cancel: "Cancel",
  sure: "Are you sure?",
  yes: "Yes",
  optional: "(optional)",
  newTab: "(opens in a new tab)",
  image: "Image, not loaded here",
  file: "File",
  search: "Search",
  choose: "Select an option",
  loading: "Loading…",
  nothingFound: "No results",
  atLeast: (count) => (count === 1 ? "Type to search" : `Type at least ${count} characters`),
  more: "More actions",
  tableView: "Table",
  rowsShown: (from, to, of) => `${from}–${to} of ${of}`,
  previous: "Previous page",
  next: "Next page",
  markdown: "Markdown, drawn as plain text",
  level: { info: "Information", warning: "Warning", error: "Error", success: "Success" },
};

const fr: SlackWords = {
  pane: "Slack",
  waiting: "Connexion à l’espace de travail…",
  channels: "Canaux",
  apps: "Applications",
  app: "APPLI",
  privateChannel: "privé",
  archived: "archivé",
  botIsNotIn: "l’application n’est pas dans ce canal",
  unread: (count) => (count === 1 ? "1 nouveau message" : `${count} nouveaux messages`),
  home: "Accueil",
  messages: "Messages",
  tabs: "Parties de l’application",
  noHome: "Cette application n’a pas encore publié son onglet Accueil.",
  messagesIn: (place) => `Messages de ${place}`,
  beginning: (place) => `Voici le tout début de ${place}`,
  newMessages: "Nouveaux messages",
  skip: "Aller à la zone de message",
  onlyYou: "Visible par vous uniquement",
  edited: "(modifié)",
  reply: "Répondre dans le fil",
  replies: (count) => (count === 1 ? "1 réponse" : `${count} réponses`),
  replyBox: "Répondre…",
  noSlashInThread: (command) => `${command} n’est pas disponible dans les fils. Désolé !`,
  send: "Envoyer",
  messageTo: (place) => `Envoyer un message à ${place}`,
  commands: "Commandes",
  archivedChannel: (place) => `Vous consultez ${place}, un canal archivé.`,
  readOnly: "L’envoi de messages à cette application a été désactivé.",
  details: "Ce qui a été envoyé",
  notification: "Sur un téléphone",
  wire: "Contenu envoyé de ce message",
  jsonOfView: "Contenu envoyé de cette vue",
  unknown: (what) => `Ce volet ne sait pas dessiner « ${what} ». Tel qu’envoyé :`,
  dismiss: "Ignorer",
  close: "Fermer",
  cancel: "Annuler",
  sure: "Confirmez-vous ?",
  yes: "Oui",
  optional: "(facultatif)",
  newTab: "(s’ouvre dans un nouvel onglet)",
  image: "Image, non chargée ici",
  file: "Fichier",
  search: "Rechercher",
  choose: "Sélectionner une option",
  loading: "Chargement…",
  nothingFound: "Aucun résultat",
  atLeast: (count) => (count === 1 ? "Saisissez pour rechercher" : `Saisissez au moins ${count} caractères`),
  more: "Plus d’actions",
  tableView: "Tableau",
  rowsShown: (from, to, of) => `${from}–${to} sur ${of}`,
  previous: "Page précédente",
  next: "Page suivante",
  markdown: "Markdown, dessiné en texte simple",
  level: { info: "Information", warning: "Avertissement", error: "Erreur", success: "Succès" },
};

export const WORDS: Readonly<Record<Language, SlackWords>> = { fr, en };
