import type { Messages } from "./message.ts";

/** Following: reminders in a channel. */
export const followMessages = {
  "follow.everything": { en: "all services", fr: "tous les services" },
  "follow.added.title": { en: "Reminders are on", fr: "Rappels activés" },
  "follow.added.text": {
    en: "This channel now follows: {filter}. It gets a reminder {days} before each date, a last call before a planned deletion, and a notice when a service has expired or a bill is unpaid.",
    fr: "Ce canal suit désormais : {filter}. Il reçoit un rappel {days} avant chaque date, un dernier appel avant une suppression prévue, et une alerte quand un service a expiré ou qu'une facture est impayée.",
  },
  "follow.added.count": {
    en: "{count, plural, =0 {No service fits right now.} =1 {1 service fits right now.} other {{count, number} services fit right now.}}",
    fr: "{count, plural, =0 {Aucun service ne correspond pour l'instant.} =1 {1 service correspond pour l'instant.} other {{count, number} services correspondent pour l'instant.}}",
  },
  "follow.days": {
    en: "{last, plural, =1 {1 day} other {{days} days}}",
    fr: "{last, plural, =1 {1 jour} other {{days} jours}}",
  },
  "follow.days-then-one": { en: "{days} days, then 1 day", fr: "{days} jours, puis 1 jour" },
  "follow.by": { en: "By {actor}. To stop: {command}", fr: "Par {actor}. Pour arrêter : {command}" },
  "follow.stop": { en: "Stop following", fr: "Ne plus suivre" },
  "follow.ended.title": { en: "Reminders are off", fr: "Rappels arrêtés" },
  "follow.ended.text": {
    en: "This channel no longer follows: {filter}. To follow again: {command}",
    fr: "Ce canal ne suit plus : {filter}. Pour suivre à nouveau : {command}",
  },
  "follow.none-here.title": { en: "Nothing is followed here", fr: "Rien n'est suivi ici" },
  "follow.none-here.text": {
    en: "This channel follows nothing, so nothing was changed. To follow: {command}",
    fr: "Ce canal ne suit rien, rien n'a donc été modifié. Pour suivre : {command}",
  },
  "follow.choose.title": { en: "Stop which reminders?", fr: "Quels rappels arrêter ?" },
  "follow.choose.text": {
    en: "This channel follows several things. Choose what to stop.",
    fr: "Ce canal a plusieurs suivis. Choisissez celui à arrêter.",
  },
  "follow.more": {
    en: "{count, plural, =1 {1 more is not shown here.} other {{count, number} more are not shown here.}}",
    fr: "{count, plural, =1 {1 autre n'est pas affiché ici.} other {{count, number} autres ne sont pas affichés ici.}}",
  },
  "follow.choose.select": { en: "Stop following…", fr: "Ne plus suivre…" },
  "follows.title": { en: "What this channel follows", fr: "Ce que suit ce canal" },
  "follows.summary": {
    en: "{count, plural, =0 {This channel follows nothing} =1 {This channel follows 1 thing} other {This channel follows # things}}",
    fr: "{count, plural, =0 {Ce canal ne suit rien} =1 {Ce canal a 1 suivi} other {Ce canal a # suivis}}",
  },
  "follows.line": {
    en: "{filter} · {days} before · since {since}, by {actor}",
    fr: "{filter} · {days} avant · depuis le {since}, par {actor}",
  },
} as const satisfies Messages;
