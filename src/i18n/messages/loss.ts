import type { Messages } from "./message.ts";

/** What disappears, when, and whether anything can bring it back: said before every button. */
export const lossMessages = {
  "loss.title": { en: "What is lost for good", fr: "Ce qui est perdu pour de bon" },
  "loss.title-renewal": { en: "What follows", fr: "Ce qui s'ensuit" },
  "loss.ends": {
    en: "It works until {at} ({relative}), then stops.",
    fr: "Il fonctionne jusqu'au {at} ({relative}), puis s'arrête.",
  },
  "loss.ends-at-once": {
    en: "{name} stops as soon as the e-mailed token is entered.",
    fr: "{name} s'arrête dès la saisie du jeton reçu par e-mail.",
  },
  "loss.data-deleted": {
    en: "Then {what} are deleted for good.",
    fr: "Ensuite, suppression définitive : {what}.",
  },
  "loss.data-deleted-then": {
    en: "At that moment {what} are deleted for good.",
    fr: "Au même moment, suppression définitive : {what}.",
  },
  "loss.data-deleted-after-lapse": {
    en: "A few days later {what} are deleted for good.",
    fr: "Quelques jours après, suppression définitive : {what}.",
  },
  "held.domain": {
    en: "the name, its settings and its redirections",
    fr: "le nom, ses réglages et ses redirections",
  },
  "held.zone": { en: "all its DNS records", fr: "tous ses enregistrements DNS" },
  "held.hosting": {
    en: "its files, databases and backups",
    fr: "ses fichiers, bases de données et sauvegardes",
  },
  "held.database": { en: "its databases and their dumps", fr: "ses bases de données et leurs sauvegardes" },
  "held.vps": { en: "its disks, snapshots and backups", fr: "ses disques, instantanés et sauvegardes" },
  "held.dedicated": {
    en: "its disks and the backups kept with it",
    fr: "ses disques et les sauvegardes qui en dépendent",
  },
  "held.public-cloud": {
    en: "its instances, volumes, snapshots and buckets",
    fr: "ses instances, volumes, instantanés et conteneurs",
  },
  "held.private-cloud": {
    en: "its virtual machines and their disks",
    fr: "ses machines virtuelles et leurs disques",
  },
  "held.vrack": { en: "its private network and its settings", fr: "son réseau privé et ses réglages" },
  "held.license": { en: "the licence and what it unlocks", fr: "la licence et ce qu'elle ouvre" },
  "held.mxplan": { en: "its mailboxes and all mail in them", fr: "ses boîtes et tous leurs e-mails" },
  "held.email-pro": { en: "its mailboxes and all mail in them", fr: "ses boîtes et tous leurs e-mails" },
  "held.exchange": { en: "its mailboxes, calendars and contacts", fr: "ses boîtes, agendas et contacts" },
  "held.microsoft-365": { en: "its accounts and what they store", fr: "ses comptes et ce qu'ils stockent" },
  "held.sms": { en: "its credits and senders", fr: "ses crédits et expéditeurs" },
  "held.telecom": { en: "its lines, numbers and settings", fr: "ses lignes, numéros et réglages" },
  "held.other": { en: "all data and settings on it", fr: "toutes ses données et tous ses réglages" },
  "loss.domains": {
    en: "{count, plural, =0 {No domain points to it.} =1 {1 domain stops working: {names}.} other {{count, number} domains stop working: {names}.}}",
    fr: "{count, plural, =0 {Aucun domaine n'y mène.} =1 {1 domaine ne fonctionnera plus : {names}.} other {{count, number} domaines ne fonctionneront plus : {names}.}}",
  },
  "loss.domains-more": {
    en: "{names} and {more, number} more",
    fr: "{names} et {more, plural, =1 {1 autre} other {{more, number} autres}}",
  },
  "loss.domains-unread": {
    en: "Its attached domains could not be read: assume there are some.",
    fr: "Ses domaines attachés n'ont pas pu être lus : supposez qu'il y en a.",
  },
  "loss.databases": {
    en: "{count, plural, =0 {It has no database.} =1 {1 database is deleted:} other {{count, number} databases are deleted:}}",
    fr: "{count, plural, =0 {Il n'a aucune base de données.} =1 {1 base de données est supprimée :} other {{count, number} bases de données sont supprimées :}}",
  },
  "loss.database": { en: "↳ {name}, {size}, {dump}", fr: "↳ {name}, {size}, {dump}" },
  "loss.databases-more": {
    en: "↳ and {count, number} more",
    fr: "↳ et {count, plural, =1 {1 autre} other {{count, number} autres}}",
  },
  "loss.size-unknown": { en: "size not known", fr: "taille non connue" },
  "loss.dump-at": { en: "newest dump {at}", fr: "dernière sauvegarde {at}" },
  "loss.dump-none": { en: "<b>no dump</b>", fr: "<b>aucune sauvegarde</b>" },
  "loss.dump-unread": { en: "dumps could not be read", fr: "sauvegardes non lues" },
  "loss.databases-unread": {
    en: "Its databases could not be read: assume there are some.",
    fr: "Ses bases de données n'ont pas pu être lues : supposez qu'il y en a.",
  },
  "loss.disk": { en: "{size} of files are deleted.", fr: "{size} de fichiers sont supprimés." },
  "loss.disk-unread": {
    en: "The disk space in use could not be read.",
    fr: "L'espace disque utilisé n'a pas pu être lu.",
  },
  "loss.zone": {
    en: "{count, plural, =0 {Its DNS zone has no records.} =1 {Its DNS zone has 1 record; it stops answering.} other {Its DNS zone has {count, number} records; they stop answering.}}",
    fr: "{count, plural, =0 {Sa zone DNS n'a aucun enregistrement.} =1 {Sa zone DNS a 1 enregistrement ; il ne répondra plus.} other {Sa zone DNS a {count, number} enregistrements ; ils ne répondront plus.}}",
  },
  "loss.zone-none": { en: "It has no DNS zone at OVHcloud.", fr: "Il n'a pas de zone DNS chez OVHcloud." },
  "loss.zone-unread": { en: "Its DNS zone could not be read.", fr: "Sa zone DNS n'a pas pu être lue." },
  "loss.mail": {
    en: "{count, plural, =0 {No mail account uses it.} =1 {1 mail account stops receiving.} other {{count, number} mail accounts stop receiving.}}",
    fr: "{count, plural, =0 {Aucune adresse e-mail ne l'utilise.} =1 {1 adresse e-mail ne recevra plus.} other {{count, number} adresses e-mail ne recevront plus.}}",
  },
  "loss.mail-none": { en: "No OVHcloud mail uses it.", fr: "Aucune messagerie OVHcloud ne l'utilise." },
  "loss.mail-unread": {
    en: "Its mail accounts could not be read: assume there are some.",
    fr: "Ses adresses e-mail n'ont pas pu être lues : supposez qu'il y en a.",
  },
  "loss.could-be-taken": {
    en: "Once {name} is released, anybody can register it.",
    fr: "Une fois {name} libéré, n'importe qui peut l'enregistrer.",
  },
  "loss.retention": {
    en: "OVHcloud may keep a copy for {from, number} to {to, number} days, but not for its customers: do not count on getting it back.",
    fr: "OVHcloud peut en garder une copie de {from, number} à {to, number} jours, mais pas pour ses clients : ne comptez pas la récupérer.",
  },
  "loss.retention-exact": {
    en: "OVHcloud may keep a copy for {from, number} days, but not for its customers: do not count on getting it back.",
    fr: "OVHcloud peut en garder une copie {from, number} jours, mais pas pour ses clients : ne comptez pas la récupérer.",
  },
  "loss.retention-unknown": {
    en: "OVHcloud does not say whether it keeps a copy: do not count on getting anything back.",
    fr: "OVHcloud ne dit pas s'il en garde une copie : ne comptez pas dessus.",
  },
  "loss.until": {
    en: "Can be taken back until {at} ({relative}).",
    fr: "Annulable jusqu'au {at} ({relative}).",
  },
  "loss.irreversible": {
    en: "After that, nothing and nobody can bring it back.",
    fr: "Passé ce délai, rien ni personne ne pourra le faire revenir.",
  },
  "loss.no-refund": { en: "Nothing is refunded.", fr: "Rien n'est remboursé." },
  "loss.irreversible-now": {
    en: "Nothing and nobody can bring it back.",
    fr: "Rien ni personne ne pourra le faire revenir.",
  },
  "loss.lapses": {
    en: "Unless someone pays before {at} ({relative}), it stops.",
    fr: "Si personne ne paie avant le {at} ({relative}), il s'arrête.",
  },
  "loss.lapses-undated": { en: "Unless someone pays, it stops.", fr: "Si personne ne paie, il s'arrête." },
  "loss.switch-back": {
    en: "Automatic renewal can be switched on again until {at} ({relative}).",
    fr: "Le renouvellement automatique peut être rétabli jusqu'au {at} ({relative}).",
  },
  "loss.switch-back-undated": {
    en: "Automatic renewal can be switched on again.",
    fr: "Le renouvellement automatique peut être rétabli.",
  },
  "size.kilobytes": { en: "{value, number} kB", fr: "{value, number} ko" },
  "size.megabytes": { en: "{value, number} MB", fr: "{value, number} Mo" },
  "size.gigabytes": { en: "{value, number} GB", fr: "{value, number} Go" },
} as const satisfies Messages;
