import type { Messages } from "./message.ts";

/** Reminders: they must carry all that is needed to act. */
export const reminderMessages = {
  "reminder.expires.title": {
    en: "{name} expires in {days, plural, =0 {less than a day} =1 {1 day} other {# days}}",
    fr: "{name} expire dans {days, plural, =0 {moins d'un jour} =1 {1 jour} other {# jours}}",
  },
  "reminder.expires.text": {
    en: "Its renewal is manual: unless someone pays, it stops on {at} ({relative}), and its data is deleted a few days later.",
    fr: "Son renouvellement est manuel : si personne ne paie, il s'arrête le {at} ({relative}), et ses données seront supprimées quelques jours après.",
  },
  "reminder.renews.title": {
    en: "{name} renews in {days, plural, =0 {less than a day} =1 {1 day} other {# days}}",
    fr: "{name} se renouvelle dans {days, plural, =0 {moins d'un jour} =1 {1 jour} other {# jours}}",
  },
  "reminder.renews.text": {
    en: "OVHcloud renews it by itself on {at} ({relative}) and charges it then, if a valid payment method is on file.",
    fr: "OVHcloud le renouvelle lui-même le {at} ({relative}) et le facture alors, si un moyen de paiement valide est enregistré.",
  },
  "reminder.renews.amount": {
    en: "Price: {amount} before tax, for {period}.",
    fr: "Prix : {amount} hors taxes, pour {period}.",
  },
  "reminder.ends.title": {
    en: "{name} will be deleted in {days, plural, =0 {less than a day} =1 {1 day} other {# days}}",
    fr: "{name} sera supprimé dans {days, plural, =0 {moins d'un jour} =1 {1 jour} other {# jours}}",
  },
  "reminder.last-call.title-hours": {
    en: "Last call: {hours, number} hours before {name} is deleted",
    fr: "Dernier appel : {hours, number} heures avant la suppression de {name}",
  },
  "reminder.ends.text": {
    en: "Its termination is planned for {at} ({relative}). Its data is deleted then, for good.",
    fr: "Sa résiliation est prévue le {at} ({relative}). Ses données seront alors supprimées pour de bon.",
  },
  "reminder.ends.cut-off": {
    en: "It can be kept until {cutOff} ({relative}). After that, nobody can stop it.",
    fr: "Il peut être conservé jusqu'au {cutOff} ({relative}). Ensuite, personne ne peut l'arrêter.",
  },
  "reminder.ends.too-late": {
    en: "The cut-off of {cutOff} has passed: it can no longer be kept. Save what you need before it ends.",
    fr: "La limite du {cutOff} est passée : il ne peut plus être conservé. Sauvegardez ce qui compte avant la fin.",
  },
  "reminder.expired.title": { en: "{name} has expired", fr: "{name} a expiré" },
  "reminder.expired.text": {
    en: "It expired on {at}. OVHcloud keeps it for a few days: renew it there now, or its data is deleted.",
    fr: "Il a expiré le {at}. OVHcloud le garde quelques jours : renouvelez-le là-bas maintenant, sinon ses données seront supprimées.",
  },
  "reminder.unpaid.title": { en: "The bill of {name} is unpaid", fr: "La facture de {name} est impayée" },
  "reminder.unpaid.text": {
    en: "OVHcloud suspends unpaid services after about 7 days, then deletes them. Pay it at OVHcloud.",
    fr: "OVHcloud suspend les services impayés après environ 7 jours, puis les supprime. Réglez-la chez OVHcloud.",
  },
  "reminder.pay": { en: "Pay or renew at OVHcloud", fr: "Payer ou renouveler chez OVHcloud" },
  "reminder.note": {
    en: "This channel follows: {filter}. To stop: {command}",
    fr: "Ce canal suit : {filter}. Pour arrêter : {command}",
  },
} as const satisfies Messages;
