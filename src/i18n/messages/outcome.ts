import type { Messages } from "./message.ts";

/** How a confirmation ended, and what OVHcloud made of it. */
export const outcomeMessages = {
  "outcome.done.terminate.title": { en: "{name} ends at expiry", fr: "{name} se termine à l'échéance" },
  "outcome.done.terminate.text": {
    en: "OVHcloud now shows the termination of {name}: it ends on {at}, and its data is deleted then. It can be kept until {cutOff}.",
    fr: "OVHcloud affiche maintenant la résiliation de {name} : il se termine le {at}, et ses données seront alors supprimées. Il peut être conservé jusqu'au {cutOff}.",
  },
  "outcome.done.terminate.undated": {
    en: "OVHcloud now shows the termination of {name}: it ends at expiry, and its data is deleted then.",
    fr: "OVHcloud affiche maintenant la résiliation de {name} : il se termine à l'échéance, et ses données seront alors supprimées.",
  },
  "outcome.done.keep.title": { en: "{name} is kept", fr: "{name} est conservé" },
  "outcome.done.keep.text": {
    en: "OVHcloud no longer shows a termination for {name}. It goes on after {at}.",
    fr: "OVHcloud n'affiche plus de résiliation pour {name}. Il continue après le {at}.",
  },
  "outcome.done.keep.undated": {
    en: "OVHcloud no longer shows a termination for {name}: it goes on.",
    fr: "OVHcloud n'affiche plus de résiliation pour {name} : il continue.",
  },
  "outcome.done.set-renewal.title": {
    en: "Renewal of {name} changed",
    fr: "Renouvellement de {name} modifié",
  },
  "outcome.done.set-renewal.text": {
    en: "OVHcloud now shows the renewal of {name} as: {renewal}.",
    fr: "OVHcloud affiche maintenant le renouvellement de {name} : {renewal}.",
  },
  "outcome.done.request-deletion.title": { en: "An e-mail is on its way", fr: "Un e-mail est en route" },
  "outcome.done.request-deletion.text": {
    en: "OVHcloud sends a token for {name} to the account's main e-mail address. Nothing is deleted until it is entered here.",
    fr: "OVHcloud envoie un jeton pour {name} à l'adresse principale du compte. Rien n'est supprimé tant qu'il n'est pas saisi ici.",
  },
  "outcome.done.finish-deletion.title": { en: "{name} is deleted", fr: "{name} est supprimé" },
  "outcome.done.finish-deletion.text": {
    en: "OVHcloud has terminated {name}. It no longer works, and its data is gone.",
    fr: "OVHcloud a résilié {name}. Il ne fonctionne plus et ses données sont perdues.",
  },
  "outcome.recorded": {
    en: "OVHcloud accepted the request but does not show it yet. It may take a few minutes; nothing needs to be done again.",
    fr: "OVHcloud a accepté la demande mais ne l'affiche pas encore. Cela peut prendre quelques minutes ; inutile de recommencer.",
  },
  "outcome.refused.title": { en: "OVHcloud refused", fr: "OVHcloud a refusé" },
  "outcome.refused.text": {
    en: "OVHcloud refused to {change}. Nothing was changed. It said:",
    fr: "OVHcloud a refusé de {change}. Rien n'a été modifié. Sa réponse :",
  },
  "outcome.refused.token": {
    en: "A token works once, for 72 hours, and a newer request voids it. Paste the one of the newest e-mail, or ask again.",
    fr: "Un jeton sert une fois, pendant 72 heures, et une nouvelle demande l'annule. Collez celui du dernier e-mail, ou recommencez.",
  },
  "outcome.query-id": { en: "For OVHcloud's support: {id}", fr: "Pour le support d'OVHcloud : {id}" },
  "outcome.not-sent.title": { en: "Nothing was changed", fr: "Rien n'a été modifié" },
  "outcome.not-sent.text": {
    en: "OVHcloud could not be reached, so nothing was sent: {name} is as it was. Ask again in a moment.",
    fr: "OVHcloud n'a pas pu être joint, rien n'a donc été envoyé : {name} est inchangé. Recommencez dans un instant.",
  },
  "outcome.looking.title": { en: "We do not know yet", fr: "Nous ne savons pas encore" },
  "outcome.looking.text": {
    en: "The answer of OVHcloud was lost. {name} is being read again, and this message will say what came of it. Nothing is sent a second time.",
    fr: "La réponse d'OVHcloud s'est perdue. {name} est relu, et ce message dira ce qu'il en est. Rien n'est envoyé une seconde fois.",
  },
  "outcome.unknown.title": { en: "We do not know", fr: "Nous ne savons pas" },
  "outcome.unknown.text": {
    en: "The answer of OVHcloud was lost, and nothing tells whether the request took effect. Look at {name} in OVHcloud's console.",
    fr: "La réponse d'OVHcloud s'est perdue, et rien ne permet de savoir si la demande a eu un effet. Regardez {name} dans la console d'OVHcloud.",
  },
  "outcome.unknown.mail": {
    en: "The answer of OVHcloud was lost: look whether its e-mail for {name} came. If it did, enter the token. If not, ask again. Nothing is deleted until then.",
    fr: "La réponse d'OVHcloud s'est perdue : regardez si son e-mail pour {name} est arrivé. Si oui, saisissez le jeton. Sinon, recommencez. Rien n'est supprimé d'ici là.",
  },
  "outcome.not-done.title": { en: "It had no effect", fr: "Sans effet" },
  "outcome.not-done.text": {
    en: "The answer of OVHcloud was lost. Read again, {name} is as it was. Ask again if you still want it.",
    fr: "La réponse d'OVHcloud s'est perdue. Après relecture, {name} est inchangé. Recommencez si vous le voulez encore.",
  },
  "outcome.cancelled.title": { en: "Nothing was changed", fr: "Rien n'a été modifié" },
  "outcome.cancelled.text": {
    en: "{actor} chose to change nothing: {name} is as it was.",
    fr: "{actor} a choisi de ne rien changer : {name} est inchangé.",
  },
  "outcome.expired.title": { en: "The request lapsed", fr: "La demande a expiré" },
  "outcome.expired.text": {
    en: "Nobody answered in time, so nothing was changed: {name} is as it was. Ask again if you still want it.",
    fr: "Personne n'a répondu à temps, rien n'a donc été modifié : {name} est inchangé. Recommencez si vous le voulez encore.",
  },
  "outcome.facts-changed.title": { en: "Stopped: the facts changed", fr: "Arrêté : les faits ont changé" },
  "outcome.facts-changed.text": {
    en: "{name} is no longer as the card showed it, so nothing was done. Look at it again, then ask again.",
    fr: "{name} n'est plus tel que la carte le montrait, rien n'a donc été fait. Regardez-le, puis recommencez.",
  },
  "outcome.facts-changed.why": {
    en: "It is no longer possible: {why}",
    fr: "Ce n'est plus possible : {why}",
  },
  "outcome.by": {
    en: "Asked by {requester}, answered by {actor} on {at}",
    fr: "Demandé par {requester}, réponse de {actor} le {at}",
  },
  "outcome.by-same": {
    en: "Asked and answered by {actor} on {at}",
    fr: "Demande et réponse de {actor} le {at}",
  },
  "outcome.by-nobody": {
    en: "Asked by {requester}; ended on {at}",
    fr: "Demandé par {requester} ; clos le {at}",
  },
  "outcome.token-until": {
    en: "Enter the token before {until}. Asked by {requester}.",
    fr: "Jeton à saisir avant le {until}. Demandé par {requester}.",
  },
  "outcome.enter-token": { en: "Enter the token for {name}…", fr: "Saisir le jeton pour {name}…" },
  "outcome.leave": { en: "Keep {name}, delete nothing", fr: "Garder {name}, ne rien supprimer" },
  "outcome.busy": {
    en: "This is being carried out right now. Its card will say what came of it.",
    fr: "C'est en cours d'exécution. La carte dira ce qu'il en est.",
  },
  "outcome.summary": { en: "{title}: {name} ({family})", fr: "{title} : {name} ({family})" },
} as const satisfies Messages;
