import type { Messages } from "./message.ts";

/** Following: reminders in a channel. */
export const followMessages = {
  "follow.everything": { en: "all services", fr: "tous les services" },
  "follow.filter": { en: "services with {filter}", fr: "les services avec {filter}" },
  "follow.added.title": { en: "This channel follows now", fr: "Ce canal suit désormais" },
  "follow.added.text": {
    en: "This channel follows {filter}. It gets a reminder before each date (days before: {days}), a last call before a planned deletion, and a word when something expired or is unpaid.",
    fr: "Ce canal suit {filter}. Il reçoit un rappel avant chaque date (jours avant : {days}), un dernier appel avant une suppression prévue, et un mot quand un service a expiré ou est impayé.",
  },
  "follow.added.count": {
    en: "{count, plural, =0 {No service fits right now.} =1 {1 service fits right now.} other {{count, number} services fit right now.}}",
    fr: "{count, plural, =0 {Aucun service ne correspond pour l'instant.} =1 {1 service correspond pour l'instant.} other {{count, number} services correspondent pour l'instant.}}",
  },
  "follow.by": { en: "By {actor}. To stop: {command}", fr: "Par {actor}. Pour arrêter : {command}" },
  "follow.stop": { en: "Stop following", fr: "Ne plus suivre" },
  "follow.ended.title": { en: "This channel stopped following", fr: "Ce canal ne suit plus" },
  "follow.ended.text": {
    en: "No more reminders here about {filter}. To follow again: {command}",
    fr: "Plus de rappels ici sur {filter}. Pour suivre à nouveau : {command}",
  },
  "follow.none-here.title": { en: "Nothing is followed here", fr: "Rien n'est suivi ici" },
  "follow.none-here.text": {
    en: "This channel follows nothing, so nothing was changed. To follow: {command}",
    fr: "Ce canal ne suit rien, donc rien n'a été modifié. Pour suivre : {command}",
  },
  "follow.choose.title": { en: "Stop following what?", fr: "Ne plus suivre quoi ?" },
  "follow.choose.text": {
    en: "This channel follows several things. Choose one.",
    fr: "Ce canal suit plusieurs choses. Choisissez.",
  },
  "follow.choose.select": { en: "Stop following…", fr: "Ne plus suivre…" },
  "follows.title": { en: "What this channel follows", fr: "Ce que suit ce canal" },
  "follows.summary": {
    en: "{count, plural, =0 {This channel follows nothing} =1 {This channel follows 1 thing} other {This channel follows # things}}",
    fr: "{count, plural, =0 {Ce canal ne suit rien} =1 {Ce canal suit 1 chose} other {Ce canal suit # choses}}",
  },
  "follows.line": {
    en: "{filter} · days before: {days} · since {since}, by {actor}",
    fr: "{filter} · jours avant : {days} · depuis le {since}, par {actor}",
  },
} as const satisfies Messages;
