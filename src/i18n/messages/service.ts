import type { Messages } from "./message.ts";

/** Words for one service: families, states, renewal, and its card. */
export const serviceMessages = {
  "family.domain": { en: "Domain", fr: "Domaine" },
  "family.zone": { en: "DNS zone", fr: "Zone DNS" },
  "family.hosting": { en: "Web hosting", fr: "Hébergement web" },
  "family.database": { en: "Database", fr: "Base de données" },
  "family.vps": { en: "VPS", fr: "VPS" },
  "family.dedicated": { en: "Dedicated server", fr: "Serveur dédié" },
  "family.public-cloud": { en: "Public Cloud", fr: "Public Cloud" },
  "family.private-cloud": { en: "Private Cloud", fr: "Private Cloud" },
  "family.vrack": { en: "vRack", fr: "vRack" },
  "family.license": { en: "Licence", fr: "Licence" },
  "family.mxplan": { en: "MX Plan", fr: "MX Plan" },
  "family.email-pro": { en: "Email Pro", fr: "Email Pro" },
  "family.exchange": { en: "Exchange", fr: "Exchange" },
  "family.microsoft-365": { en: "Microsoft 365", fr: "Microsoft 365" },
  "family.sms": { en: "SMS", fr: "SMS" },
  "family.telecom": { en: "Telecom", fr: "Télécom" },
  "family.other": { en: "Other", fr: "Autre" },

  "state.active": { en: "Active", fr: "Actif" },
  "state.creating": { en: "Being set up", fr: "En cours d'installation" },
  "state.to-renew": { en: "To be renewed", fr: "À renouveler" },
  "state.unpaid": { en: "Bill unpaid", fr: "Facture impayée" },
  "state.suspended": { en: "Suspended", fr: "Suspendu" },
  "state.expired": { en: "Expired", fr: "Expiré" },
  "state.terminated": { en: "Terminated", fr: "Résilié" },
  "state.error": { en: "In error", fr: "En erreur" },
  "state.ending": { en: "Termination planned", fr: "Résiliation prévue" },

  "renewal.automatic": { en: "Automatic", fr: "Automatique" },
  "renewal.automatic-every": {
    en: "Automatic, {months, plural, =1 {every month} =12 {every year} =24 {every 2 years} =36 {every 3 years} =48 {every 4 years} =60 {every 5 years} =72 {every 6 years} =84 {every 7 years} other {every # months}}",
    fr: "Automatique, {months, plural, =1 {tous les mois} =12 {tous les ans} =24 {tous les 2 ans} =36 {tous les 3 ans} =48 {tous les 4 ans} =60 {tous les 5 ans} =72 {tous les 6 ans} =84 {tous les 7 ans} other {tous les # mois}}",
  },
  "renewal.manual": { en: "Manual", fr: "Manuel" },
  "renewal.forced": { en: "Always automatic", fr: "Toujours automatique" },
  "renewal.one-shot": { en: "Paid once", fr: "Payé une fois" },
  "renewal.none": { en: "None", fr: "Aucun" },
  "renewal.period": {
    en: "{months, plural, =1 {1 month} =12 {1 year} =24 {2 years} =36 {3 years} =48 {4 years} =60 {5 years} =72 {6 years} =84 {7 years} other {# months}}",
    fr: "{months, plural, =1 {1 mois} =12 {1 an} =24 {2 ans} =36 {3 ans} =48 {4 ans} =60 {5 ans} =72 {6 ans} =84 {7 ans} other {# mois}}",
  },

  "date.expires": { en: "Expires {date}", fr: "Expire le {date}" },
  "date.expired": { en: "Expired {date}", fr: "A expiré le {date}" },
  "date.renews": { en: "Renews {date}", fr: "Se renouvelle le {date}" },
  "date.ends": { en: "To be deleted {date}", fr: "Sera supprimé le {date}" },
  "date.ended": { en: "Ended {date}", fr: "A pris fin le {date}" },
  "date.pay-before": { en: "Pay before {date}", fr: "À payer avant le {date}" },
  "date.now": { en: "Pay now", fr: "À payer maintenant" },
  "date.none": { en: "No end date", fr: "Sans date de fin" },

  "service.by-number": { en: "service no. {id}", fr: "service n° {id}" },
  "service.summary": { en: "{name} ({family}): {state}, {date}", fr: "{name} ({family}) : {state}, {date}" },
  "service.name": { en: "Name", fr: "Nom" },
  "service.family": { en: "Type", fr: "Type" },
  "service.reference": { en: "OVHcloud reference", fr: "Référence OVHcloud" },
  "service.number": { en: "Service number", fr: "Numéro de service" },
  "service.state": { en: "State", fr: "État" },
  "service.renewal": { en: "Renewal", fr: "Renouvellement" },
  "service.date": { en: "Date", fr: "Date" },
  "service.price": { en: "Price before tax", fr: "Prix hors taxes" },
  "service.price-value": { en: "{amount} for {period}", fr: "{amount} pour {period}" },
  "service.commitment": { en: "Committed until", fr: "Engagé jusqu'au" },
  "service.parent": { en: "Option of", fr: "Option de" },
  "service.attached": { en: "Attached services", fr: "Services attachés" },
  "service.pending": {
    en: "This service ends on {at} ({relative}). Its data is deleted then, for good. It can be kept until {cutOff}.",
    fr: "Ce service se termine le {at} ({relative}). Ses données seront alors supprimées pour de bon. Il peut être conservé jusqu'au {cutOff}.",
  },
  "service.pending-final": {
    en: "This service ends on {at} ({relative}), and its data is deleted then, for good. The last moment to keep it was {cutOff}.",
    fr: "Ce service se termine le {at} ({relative}) et ses données seront alors supprimées pour de bon. Il pouvait être conservé jusqu'au {cutOff}.",
  },
  "service.pending-title": { en: "Termination planned", fr: "Résiliation prévue" },
  "service.commitment-ends": {
    en: "This service ends when its commitment ends, on {at} ({relative}).",
    fr: "Ce service se termine à la fin de son engagement, le {at} ({relative}).",
  },
  "service.unavailable": { en: "Not available, and why", fr: "Indisponible, et pourquoi" },
  "service.why-line": { en: "<b>{action}</b>: {why}", fr: "<b>{action}</b> : {why}" },
  "service.live": { en: "Read at OVHcloud just now, on {at}", fr: "Lu chez OVHcloud à l'instant, le {at}" },
  "service.as-of": {
    en: "OVHcloud does not answer; as of {at}",
    fr: "OVHcloud ne répond pas ; état du {at}",
  },
  "service.open-console": { en: "Open at OVHcloud", fr: "Ouvrir chez OVHcloud" },

  "action.terminate": { en: "Terminate at expiry", fr: "Résilier à l'échéance" },
  "action.keep": { en: "Keep", fr: "Conserver" },
  "action.request-deletion": { en: "Delete now", fr: "Supprimer maintenant" },
  "action.set-renewal": { en: "Change the renewal", fr: "Changer le renouvellement" },
  "button.terminate": { en: "Terminate {name}…", fr: "Résilier {name}…" },
  "button.keep": { en: "Keep {name}", fr: "Conserver {name}" },
  "button.delete": { en: "Delete {name} now…", fr: "Supprimer {name} maintenant…" },
  "button.renewal": { en: "Renewal…", fr: "Renouvellement…" },
  "button.show": { en: "Show {name}", fr: "Afficher {name}" },
  "button.list": { en: "All services", fr: "Tous les services" },

  "why.unpaid": {
    en: "a bill is unpaid. Pay it at OVHcloud first.",
    fr: "une facture est impayée. Réglez-la d'abord chez OVHcloud.",
  },
  "why.expired": {
    en: "it has expired. Renewing it is possible at OVHcloud only, and only for a few days.",
    fr: "il a expiré. Seul OVHcloud permet encore de le renouveler, pendant quelques jours.",
  },
  "why.terminated": { en: "it is terminated already.", fr: "il est déjà résilié." },
  "why.manual-renewal": {
    en: "its renewal is manual, so there is nothing to terminate or take back. Unless someone pays, it stops on {date}.",
    fr: "son renouvellement est manuel, il n'y a donc rien à résilier ni à annuler. Si personne ne paie, il s'arrête le {date}.",
  },
  "why.manual-renewal-undated": {
    en: "its renewal is manual, so there is nothing to terminate or take back. Unless someone pays, it stops.",
    fr: "son renouvellement est manuel, il n'y a donc rien à résilier ni à annuler. Si personne ne paie, il s'arrête.",
  },
  "why.cut-off-passed": {
    en: "the cut-off has passed. OVHcloud accepts this until 24 hours before the end, here until {cutOff}.",
    fr: "la limite est passée. OVHcloud l'accepte jusqu'à 24 heures avant la fin, ici jusqu'au {cutOff}.",
  },
  "why.already-pending": {
    en: "its termination is planned already, for {date}.",
    fr: "sa résiliation est déjà prévue, pour le {date}.",
  },
  "why.nothing-pending": {
    en: "no termination is planned, so there is nothing to take back.",
    fr: "aucune résiliation n'est prévue, il n'y a donc rien à annuler.",
  },
  "why.elsewhere": {
    en: "OVHcloud manages {family} elsewhere ({link}).",
    fr: "OVHcloud gère {family} ailleurs ({link}).",
  },
  "why.committed": {
    en: "it is committed until {date}. Ending a commitment is done at OVHcloud.",
    fr: "il est engagé jusqu'au {date}. Un engagement se termine chez OVHcloud.",
  },
  "why.not-hosting": {
    en: "only a web hosting can be deleted at once from here.",
    fr: "seul un hébergement web peut être supprimé tout de suite depuis ici.",
  },
  "why.one-shot": {
    en: "it was paid once and does not renew.",
    fr: "il a été payé une fois et ne se renouvelle pas.",
  },
  "why.forced": {
    en: "OVHcloud always renews this product by itself.",
    fr: "OVHcloud renouvelle toujours ce produit lui-même.",
  },
  "why.not-administrator": {
    en: "the bot's OVHcloud account is not its administrator contact.",
    fr: "le compte OVHcloud du bot n'en est pas le contact administrateur.",
  },
  "why.not-billing": {
    en: "the bot's OVHcloud account is not its billing contact.",
    fr: "le compte OVHcloud du bot n'en est pas le contact facturation.",
  },
  "why.creating": {
    en: "OVHcloud is still setting it up.",
    fr: "OVHcloud est encore en train de l'installer.",
  },
  "why.suspended": { en: "OVHcloud has suspended it.", fr: "OVHcloud l'a suspendu." },
  "why.mode-not-offered": {
    en: "OVHcloud does not offer {mode, select, automatic {automatic} other {manual}} renewal for it.",
    fr: "OVHcloud ne propose pas pour lui le renouvellement {mode, select, automatic {automatique} other {manuel}}.",
  },
  "why.no-expiry": { en: "it has no end date.", fr: "il n'a pas de date de fin." },
  "why.not-offered": {
    en: "OVHcloud does not offer this for it.",
    fr: "OVHcloud ne le propose pas pour lui.",
  },
  "why.already-mode": {
    en: "its renewal is {mode, select, automatic {automatic} other {manual}} already.",
    fr: "son renouvellement est déjà {mode, select, automatic {automatique} other {manuel}}.",
  },
} as const satisfies Messages;
