import type { Messages } from "./message.ts";

/** The question before a change: its card, its form, its buttons. */
export const changeMessages = {
  "change.terminate": { en: "terminate {name} at expiry", fr: "résilier {name} à l'échéance" },
  "change.keep": { en: "keep {name}", fr: "conserver {name}" },
  "change.request-deletion": {
    en: "delete {name} now (asking for the e-mail)",
    fr: "supprimer {name} maintenant (demande de l'e-mail)",
  },
  "change.finish-deletion": {
    en: "delete {name} now (with the e-mailed token)",
    fr: "supprimer {name} maintenant (avec le jeton reçu)",
  },
  "change.set-renewal-automatic": {
    en: "renew {name} automatically",
    fr: "renouveler {name} automatiquement",
  },
  "change.set-renewal-manual": { en: "renew {name} by hand only", fr: "ne renouveler {name} qu'à la main" },

  "confirm.terminate.title": { en: "Terminate {name} at expiry?", fr: "Résilier {name} à l'échéance ?" },
  "confirm.terminate.summary": {
    en: "Asked: terminate {name} ({family}) at expiry, on {at}. Its data will be deleted for good.",
    fr: "Demandé : résilier {name} ({family}) à l'échéance, le {at}. Ses données seront supprimées pour de bon.",
  },
  "confirm.terminate.button": { en: "Terminate {name}", fr: "Résilier {name}" },
  "confirm.keep.title": { en: "Keep {name}?", fr: "Conserver {name} ?" },
  "confirm.keep.summary": {
    en: "Asked: keep {name} ({family}), whose termination is planned for {at}.",
    fr: "Demandé : conserver {name} ({family}), dont la résiliation est prévue le {at}.",
  },
  "confirm.keep.text": {
    en: "The planned termination of {at} is taken back. {name} goes on, and renews as before; the renewal is charged.",
    fr: "La résiliation prévue le {at} est annulée. {name} continue et se renouvelle comme avant ; le renouvellement est facturé.",
  },
  "confirm.keep.button": { en: "Keep {name}", fr: "Conserver {name}" },
  "confirm.delete.title": { en: "Delete {name} now?", fr: "Supprimer {name} maintenant ?" },
  "confirm.delete.summary": {
    en: "Asked: delete {name} ({family}) now, for good and without refund.",
    fr: "Demandé : supprimer {name} ({family}) maintenant, pour de bon et sans remboursement.",
  },
  "confirm.delete.button": { en: "Delete {name} now…", fr: "Supprimer {name} maintenant…" },
  "confirm.delete.instead": { en: "Terminate at expiry instead…", fr: "Plutôt résilier à l'échéance…" },
  "confirm.delete.compare": { en: "The two ways to end it", fr: "Les deux façons d'y mettre fin" },
  "confirm.delete.now": { en: "Delete now", fr: "Supprimer maintenant" },
  "confirm.delete.now-value": {
    en: "stops as soon as the e-mailed token is entered; nothing is refunded; cannot be taken back",
    fr: "s'arrête dès que le jeton reçu par e-mail est saisi ; rien n'est remboursé ; irréversible",
  },
  "confirm.delete.later": { en: "Terminate at expiry", fr: "Résilier à l'échéance" },
  "confirm.delete.later-value": {
    en: "works until {at}, the end of the paid period; can be taken back until {cutOff}",
    fr: "fonctionne jusqu'au {at}, fin de la période payée ; annulable jusqu'au {cutOff}",
  },
  "confirm.delete.way": { en: "<b>{way}</b>: {what}", fr: "<b>{way}</b> : {what}" },
  "confirm.delete.later-unavailable": { en: "not available: {why}", fr: "indisponible : {why}" },
  "confirm.renewal.automatic-title": {
    en: "Renew {name} automatically?",
    fr: "Renouveler {name} automatiquement ?",
  },
  "confirm.renewal.manual-title": {
    en: "Renew {name} by hand only?",
    fr: "Ne renouveler {name} qu'à la main ?",
  },
  "confirm.renewal.automatic-summary": {
    en: "Asked: renew {name} ({family}) automatically.",
    fr: "Demandé : renouveler {name} ({family}) automatiquement.",
  },
  "confirm.renewal.manual-summary": {
    en: "Asked: renew {name} ({family}) by hand only. Unless someone pays, it stops on {at}.",
    fr: "Demandé : ne renouveler {name} ({family}) qu'à la main. Si personne ne paie, il s'arrête le {at}.",
  },
  "confirm.renewal.manual-summary-undated": {
    en: "Asked: renew {name} ({family}) by hand only. Unless someone pays, it stops.",
    fr: "Demandé : ne renouveler {name} ({family}) qu'à la main. Si personne ne paie, il s'arrête.",
  },
  "confirm.renewal.automatic-text": {
    en: "OVHcloud will renew {name} by itself and charge each renewal. This can be changed again.",
    fr: "OVHcloud renouvellera {name} et facturera chaque renouvellement. Ce choix reste modifiable.",
  },
  "confirm.renewal.period": { en: "Each time for", fr: "Chaque fois pour" },
  "confirm.renewal.first": { en: "First renewal", fr: "Premier renouvellement" },
  "confirm.renewal.automatic-button": {
    en: "Renew {name} automatically",
    fr: "Renouveler {name} automatiquement",
  },
  "confirm.renewal.manual-button": {
    en: "Renew {name} by hand only",
    fr: "Ne renouveler {name} qu'à la main",
  },
  "confirm.cancel": { en: "Change nothing", fr: "Ne rien changer" },
  "confirm.note": {
    en: "Asked by {actor}. Any operator can answer until {until} ({relative}); then it lapses and nothing is changed.",
    fr: "Demandé par {actor}. Un opérateur peut répondre jusqu'à {until} ({relative}) ; ensuite, la demande expire et rien ne change.",
  },
  "confirm.recently-title": { en: "Already done", fr: "Déjà fait" },
  "confirm.recently": {
    en: "This was done on {at}, but OVHcloud does not show it yet. Nothing was sent again; look once more in a few minutes.",
    fr: "C'est fait depuis le {at}, mais OVHcloud ne l'affiche pas encore. Rien n'a été renvoyé ; regardez à nouveau dans quelques minutes.",
  },

  "delete-form.title": { en: "Delete now", fr: "Supprimer maintenant" },
  "delete-form.submit": { en: "Ask for the e-mail", fr: "Demander l'e-mail" },
  "delete-form.warning-title": { en: "{name} is lost for good", fr: "{name} sera perdu pour de bon" },
  "delete-form.warning": {
    en: "All files and databases of this hosting are deleted. Nothing is refunded. OVHcloud sends an e-mail; entering its token deletes the hosting.",
    fr: "Tous les fichiers et bases de données de cet hébergement seront supprimés. Rien n'est remboursé. OVHcloud envoie un e-mail ; saisir son jeton supprime l'hébergement.",
  },
  "delete-form.name": { en: "Type the name of the service", fr: "Tapez le nom du service" },
  "delete-form.name-hint": { en: "Exactly: {name}", fr: "Exactement : {name}" },
  "delete-form.tick": { en: "I understand", fr: "Je comprends" },
  "delete-form.statement": {
    en: "The data is gone for good and nothing is refunded",
    fr: "Les données disparaissent et rien n'est remboursé",
  },
  "delete-form.wrong-name": {
    en: "What was typed is not the name. Nothing was changed.",
    fr: "Le texte saisi n'est pas le nom. Rien n'a été modifié.",
  },
  "delete-form.not-ticked": {
    en: "“I understand” was not ticked. Nothing was changed.",
    fr: "« Je comprends » n'est pas coché. Rien n'a été modifié.",
  },
  "form.again": { en: "Not yet", fr: "Pas encore" },

  "token-form.title": { en: "Enter the token", fr: "Saisir le jeton" },
  "token-form.submit": { en: "Delete for good", fr: "Supprimer pour de bon" },
  "token-form.warning-title": { en: "The last step", fr: "La dernière étape" },
  "token-form.warning": {
    en: "This deletes {name} at once. It cannot be stopped afterwards.",
    fr: "{name} sera supprimé aussitôt. Plus rien ne pourra l'arrêter.",
  },
  "token-form.token": { en: "Token or link from the e-mail", fr: "Jeton ou lien reçu par e-mail" },
  "token-form.hint": {
    en: "Paste the whole link, or only the token",
    fr: "Collez le lien entier, ou seulement le jeton",
  },
  "token-form.unreadable": {
    en: "That is neither a token nor the link of OVHcloud's e-mail. Nothing was changed.",
    fr: "Ce n'est ni un jeton ni le lien de l'e-mail d'OVHcloud. Rien n'a été modifié.",
  },
  "token-form.other-service": {
    en: "That link belongs to another service (no. {id}). Nothing was changed.",
    fr: "Ce lien est celui d'un autre service (n° {id}). Rien n'a été modifié.",
  },
  "form.open": { en: "Continue…", fr: "Continuer…" },
  "form.open-text": {
    en: "The form could not be opened in time. Nothing was changed; press once more.",
    fr: "Le formulaire n'a pas pu s'ouvrir à temps. Rien n'a été modifié ; appuyez encore.",
  },

  "renewal.title": { en: "Renewal of {name}", fr: "Renouvellement de {name}" },
  "renewal.summary": { en: "Renewal of {name}: {renewal}", fr: "Renouvellement de {name} : {renewal}" },
  "renewal.now": { en: "Now", fr: "Actuellement" },
  "renewal.choose-period": {
    en: "Renew automatically, for periods of",
    fr: "Renouveler automatiquement, par périodes de",
  },
  "renewal.manual-button": { en: "Renew by hand only…", fr: "Ne renouveler qu'à la main…" },
  "renewal.automatic-button": { en: "Renew automatically…", fr: "Renouveler automatiquement…" },
  "renewal.note": {
    en: "Nothing changes before a second press on the next card.",
    fr: "Rien ne change avant un second appui sur la carte suivante.",
  },
} as const satisfies Messages;
