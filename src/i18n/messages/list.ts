import type { Messages } from "./message.ts";

/** The lists: services, what is coming, history, the home page. */
export const listMessages = {
  "list.title": { en: "Services", fr: "Services" },
  "list.title-filtered": { en: "Services: {filter}", fr: "Services : {filter}" },
  "list.filter": { en: "Filter: {filter}", fr: "Filtre : {filter}" },
  "list.summary": {
    en: "{count, plural, =0 {No service} =1 {1 service} other {{count, number} services}}",
    fr: "{count, plural, =0 {Aucun service} =1 {1 service} other {{count, number} services}}",
  },
  "list.caption": { en: "Services with their dates", fr: "Services et leurs dates" },
  "list.name": { en: "Service", fr: "Service" },
  "list.type": { en: "Type", fr: "Type" },
  "list.state": { en: "State", fr: "État" },
  "list.renewal": { en: "Renewal", fr: "Renouvellement" },
  "list.date": { en: "Date", fr: "Date" },
  "list.note": {
    en: "{count, plural, =0 {No service} =1 {1 service} other {{count, number} services}} · page {page} of {pages} · as of {at}",
    fr: "{count, plural, =0 {Aucun service} =1 {1 service} other {{count, number} services}} · page {page} sur {pages} · état du {at}",
  },
  "list.stale": {
    en: "OVHcloud has not answered since {at}. The list may have changed; every change reads the service again first.",
    fr: "OVHcloud ne répond plus depuis le {at}. La liste a pu changer ; toute modification relit d'abord le service.",
  },
  "list.stale-title": { en: "OVHcloud does not answer", fr: "OVHcloud ne répond pas" },
  "list.partial": {
    en: "The account is being read for the first time: {done, number} {total, plural, =0 {services so far} other {of {total, number} services}}.",
    fr: "Première lecture du compte en cours : {done, number} {total, plural, =0 {services pour l'instant} other {services sur {total, number}}}.",
  },
  "list.again": { en: "Look again", fr: "Regarder à nouveau" },
  "list.partial-title": { en: "Still reading", fr: "Lecture en cours" },
  "list.empty": {
    en: "No service fits. Try fewer words, or show all services.",
    fr: "Aucun service ne correspond. Essayez moins de mots, ou affichez tous les services.",
  },
  "list.account-empty": { en: "This account has no services.", fr: "Ce compte n'a aucun service." },
  "list.open": { en: "Open a service", fr: "Ouvrir un service" },
  "list.previous": { en: "Previous page", fr: "Page précédente" },
  "list.next": { en: "Next page", fr: "Page suivante" },
  "list.apart": { en: "Show attached services apart", fr: "Séparer les services attachés" },
  "list.together": { en: "Show attached services together", fr: "Regrouper les services attachés" },
  "list.attached-mark": { en: "↳ {name}", fr: "↳ {name}" },

  "filter.word": { en: "“{word}”", fr: "« {word} »" },
  "filter.renewal": { en: "renewal: {renewal}", fr: "renouvellement : {renewal}" },
  "filter.expires-by-days": {
    en: "{days, plural, =0 {ends today} one {ends within # day} other {ends within # days}}",
    fr: "{days, plural, =0 {fin aujourd'hui} one {fin sous # jour} other {fin sous # jours}}",
  },
  "filter.expires-before-days": { en: "ends before day {days}", fr: "fin avant le jour {days}" },
  "filter.expires-after-days": {
    en: "{days, plural, one {ends in more than # day} other {ends in more than # days}}",
    fr: "{days, plural, one {fin dans plus de # jour} other {fin dans plus de # jours}}",
  },
  "filter.expires-by-date": { en: "ends by {date}", fr: "fin au plus tard le {date}" },
  "filter.expires-before-date": { en: "ends before {date}", fr: "fin avant le {date}" },
  "filter.expires-after-date": { en: "ends after {date}", fr: "fin après le {date}" },

  "choose.title": { en: "Which one?", fr: "Lequel ?" },
  "choose.text": {
    en: "{count, number} services fit {name}. Choose one; nothing was changed.",
    fr: "{count, number} services correspondent à {name}. Choisissez ; rien n'a été modifié.",
  },
  "choose.more": {
    en: "Only the first {shown, number} of {count, number} are offered. Type more of the name, or the service number.",
    fr: "Seuls les {shown, number} premiers sur {count, number} sont proposés. Tapez une plus grande partie du nom, ou le numéro de service.",
  },
  "choose.select": { en: "Choose a service", fr: "Choisir un service" },
  "choose.option": { en: "{name} ({family})", fr: "{name} ({family})" },
  "choose.description": { en: "{name} · no. {id}", fr: "{name} · n° {id}" },

  "upcoming.title": {
    en: "{days, plural, =1 {The next day} other {The next {days, number} days}}",
    fr: "{days, plural, =1 {Les prochaines 24 heures} other {Les {days, number} prochains jours}}",
  },
  "upcoming.summary": {
    en: "{count, plural, =0 {Nothing is due} =1 {1 service is due} other {{count, number} services are due}} within {days, plural, =1 {1 day} other {{days, number} days}}",
    fr: "{count, plural, =0 {Rien n'arrive à échéance} =1 {1 service arrive à échéance} other {{count, number} services arrivent à échéance}} sous {days, plural, =1 {1 jour} other {{days, number} jours}}",
  },
  "upcoming.none": {
    en: "Nothing expires, renews or is deleted within {days, plural, =1 {1 day} other {{days, number} days}}.",
    fr: "Rien n'expire, ne se renouvelle ni n'est supprimé sous {days, plural, =1 {1 jour} other {{days, number} jours}}.",
  },
  "upcoming.caption": { en: "What is due, in order", fr: "Échéances, dans l'ordre" },
  "upcoming.when": { en: "When", fr: "Quand" },
  "upcoming.what": { en: "What happens", fr: "Ce qui se passe" },
  "upcoming.amount": { en: "Amount", fr: "Montant" },
  "upcoming.expires": { en: "Expires unless paid", fr: "Expire sans paiement" },
  "upcoming.renews": { en: "Renews by itself", fr: "Se renouvelle seul" },
  "upcoming.is-deleted": { en: "Is deleted", fr: "Est supprimé" },
  "upcoming.unpaid": { en: "Bill unpaid: pay now", fr: "Facture impayée : à payer" },
  "upcoming.commitment-ends": { en: "Commitment ends", fr: "Fin d'engagement" },
  "upcoming.totals": {
    en: "Renewals in this time, before tax",
    fr: "Renouvellements sur la période, hors taxes",
  },
  "upcoming.unknown-amounts": {
    en: "{count, plural, =1 {The amount of 1 renewal is not known.} other {The amounts of {count, number} renewals are not known.}}",
    fr: "{count, plural, =1 {Le montant d'un renouvellement n'est pas connu.} other {Les montants de {count, number} renouvellements ne sont pas connus.}}",
  },
  "amount.unknown": { en: "not known", fr: "non connu" },
  "amount.none": { en: "–", fr: "–" },

  "history.title": { en: "History", fr: "Historique" },
  "history.summary": {
    en: "{count, plural, =0 {No entry} =1 {1 entry} other {{count, number} entries}} in the history",
    fr: "{count, plural, =0 {Aucune entrée} =1 {1 entrée} other {{count, number} entrées}} dans l'historique",
  },
  "history.none": {
    en: "Nothing yet. Each request, decision and outcome will stand here.",
    fr: "Rien pour l'instant. Chaque demande, décision et résultat sera noté ici.",
  },
  "history.caption": { en: "Who did what, and when", fr: "Qui a fait quoi, et quand" },
  "history.who": { en: "Who", fr: "Qui" },
  "history.when": { en: "When", fr: "Quand" },
  "history.what": { en: "What", fr: "Quoi" },
  "history.note": {
    en: "{count, plural, =1 {1 entry} other {{count, number} entries}} · page {page} of {pages}",
    fr: "{count, plural, =1 {1 entrée} other {{count, number} entrées}} · page {page} sur {pages}",
  },
  "history.asked": { en: "Asked: {change}", fr: "Demandé : {change}" },
  "history.confirmed": { en: "Confirmed: {change}", fr: "Confirmé : {change}" },
  "history.cancelled": { en: "Cancelled: {change}", fr: "Annulé : {change}" },
  "history.expired": {
    en: "Nobody pressed in time: {change}",
    fr: "Personne n'a répondu à temps : {change}",
  },
  "history.facts-changed": {
    en: "Stopped, the facts had changed: {change}",
    fr: "Arrêté, les faits avaient changé : {change}",
  },
  "history.done": { en: "Done: {change}", fr: "Fait : {change}" },
  "history.refused": { en: "Refused by OVHcloud: {change}", fr: "Refusé par OVHcloud : {change}" },
  "history.not-sent": { en: "Not sent: {change}", fr: "Non envoyé : {change}" },
  "history.not-done": { en: "Without effect: {change}", fr: "Sans effet : {change}" },
  "history.unknown": { en: "Outcome not known: {change}", fr: "Résultat inconnu : {change}" },
  "history.followed": { en: "This channel follows: {filter}", fr: "Ce canal suit : {filter}" },
  "history.unfollowed": {
    en: "This channel no longer follows: {filter}",
    fr: "Ce canal ne suit plus : {filter}",
  },
  "history.bot": { en: "Lastcall", fr: "Lastcall" },

  "home.title": { en: "What is coming", fr: "Ce qui arrive" },
  "home.read": { en: "As of {at}", fr: "État du {at}" },
  "home.follows": { en: "Your channels follow", fr: "Vos canaux suivent" },
  "home.no-follows": {
    en: "None of your channels follows services yet. Type {command} in a channel to get reminders there.",
    fr: "Aucun de vos canaux ne suit de services. Tapez {command} dans un canal pour y recevoir des rappels.",
  },
} as const satisfies Messages;
