import type { Messages } from "./message.ts";

/** What went wrong, whether anything was changed, and what to do next. */
export const problemMessages = {
  "problem.unknown-command.title": { en: "That command is not known", fr: "Cette commande n'existe pas" },
  "problem.unknown-command.text": {
    en: "There is no command {typed}. Nothing was changed. Did you mean {nearest}?",
    fr: "Il n'y a pas de commande {typed}. Rien n'a été modifié. Vouliez-vous dire {nearest} ?",
  },
  "problem.unknown-service.title": { en: "No such service", fr: "Service introuvable" },
  "problem.unknown-service.text": {
    en: "No service is called {typed}. Nothing was changed.",
    fr: "Aucun service ne s'appelle {typed}. Rien n'a été modifié.",
  },
  "problem.missing-service.title": { en: "Which service?", fr: "Quel service ?" },
  "problem.missing-service.text": {
    en: "Name one: {example}. Nothing was changed.",
    fr: "Nommez-en un : {example}. Rien n'a été modifié.",
  },
  "problem.gone.title": { en: "The service is gone", fr: "Ce service n'existe plus" },
  "problem.gone.text": {
    en: "OVHcloud no longer has this service. The bot changed nothing.",
    fr: "OVHcloud n'a plus ce service. Le bot n'a rien modifié.",
  },
  "problem.filter.title": { en: "That filter is not understood", fr: "Ce filtre n'est pas compris" },
  "problem.filter.value": {
    en: "{token} is not understood here. Expected: {expected}. Nothing was changed.",
    fr: "{token} n'est pas compris ici. Attendu : {expected}. Rien n'a été modifié.",
  },
  "problem.filter.too-long": {
    en: "The search is too long: {limit, number} characters at most. Nothing was changed.",
    fr: "La recherche est trop longue : {limit, number} caractères au plus. Rien n'a été modifié.",
  },
  "problem.filter.twice": {
    en: "{token} says the same filter a second time. Nothing was changed.",
    fr: "{token} répète un filtre déjà donné. Rien n'a été modifié.",
  },
  "problem.filter.bad-date": {
    en: "{token} is not a date. Write a number of days, as in {example}, or a day that exists, as in {date}. Nothing was changed.",
    fr: "{token} n'est pas une date. Écrivez un nombre de jours, comme {example}, ou un jour qui existe, comme {date}. Rien n'a été modifié.",
  },
  "problem.filter.bad-page": {
    en: "{token} is not a page. Write a whole number from 1 to {last, number}. Nothing was changed.",
    fr: "{token} n'est pas une page. Écrivez un nombre entier de 1 à {last, number}. Rien n'a été modifié.",
  },
  "problem.filter.nearest": { en: "Did you mean {nearest}?", fr: "Vouliez-vous dire {nearest} ?" },
  "problem.number.title": { en: "That number does not fit", fr: "Ce nombre ne convient pas" },
  "problem.number.text": {
    en: "{typed} does not fit. Write a whole number from {min, number} to {max, number}. Nothing was changed.",
    fr: "{typed} ne convient pas. Écrivez un nombre entier de {min, number} à {max, number}. Rien n'a été modifié.",
  },
  "problem.thresholds.title": { en: "Those days do not fit", fr: "Ces jours ne conviennent pas" },
  "problem.thresholds.text": {
    en: "{typed} does not fit. Write up to ten whole numbers from 1 to 365, as in {example}. Nothing was changed.",
    fr: "{typed} ne convient pas. Écrivez dix nombres entiers au plus, de 1 à 365, comme {example}. Rien n'a été modifié.",
  },
  "problem.person.title": { en: "That person is not known", fr: "Cette personne n'est pas connue" },
  "problem.person.text": {
    en: "{typed} is not a mention. Write {example}. Nothing was changed.",
    fr: "{typed} n'est pas une mention. Écrivez {example}. Rien n'a été modifié.",
  },
  "problem.person.example": { en: "@name", fr: "@nom" },
  "problem.thresholds.example": { en: "30,14,7", fr: "30,14,7" },
  "problem.mode.title": { en: "That renewal is not offered", fr: "Ce renouvellement n'est pas proposé" },
  "problem.mode.text": {
    en: "{typed} is not offered for {name}. OVHcloud offers: {offered}. Nothing was changed.",
    fr: "{typed} n'est pas proposé pour {name}. OVHcloud propose : {offered}. Rien n'a été modifié.",
  },
  "problem.mode.none": {
    en: "{typed} is not offered for {name}: OVHcloud offers no choice here. Nothing was changed.",
    fr: "{typed} n'est pas proposé pour {name} : OVHcloud n'offre aucun choix ici. Rien n'a été modifié.",
  },
  "problem.unavailable.title": { en: "Not possible now", fr: "Impossible pour l'instant" },
  "problem.unavailable.text": {
    en: "{action} is not possible for {name}: {why} Nothing was changed.",
    fr: "{action} est impossible pour {name} : {why} Rien n'a été modifié.",
  },
  "problem.too-old.title": { en: "This button is too old", fr: "Ce bouton est trop ancien" },
  "problem.too-old.text": {
    en: "The bot no longer knows what it belonged to. Nothing was changed. Ask again from the service.",
    fr: "Le bot ne sait plus à quoi il se rapportait. Rien n'a été modifié. Recommencez depuis le service.",
  },
  "problem.nobody.title": {
    en: "Nobody may change anything yet",
    fr: "Personne ne peut encore rien modifier",
  },
  "problem.nobody.text": {
    en: "No operators are named, so nothing was changed. Whoever runs the bot names some in {variable}, for example {example}, and starts it again.",
    fr: "Aucun opérateur n'est désigné, rien n'a donc été modifié. La personne qui gère le bot en désigne dans {variable}, par exemple {example}, puis le redémarre.",
  },
  "problem.not-operator.title": { en: "Only operators may do this", fr: "Réservé aux opérateurs" },
  "problem.not-operator.text": {
    en: "You may look, and operators may change. Nothing was changed. Ask one of: {operators}.",
    fr: "Vous pouvez consulter, les opérateurs peuvent modifier. Rien n'a été modifié. Demandez à : {operators}.",
  },
  "problem.not-operator.unnamed": {
    en: "You may look, and operators may change. Nothing was changed. Whoever runs the bot names them in {variable}.",
    fr: "Vous pouvez consulter, les opérateurs peuvent modifier. Rien n'a été modifié. La personne qui gère le bot les désigne dans {variable}.",
  },
  "problem.not-viewer.title": { en: "Only named people may look", fr: "Réservé aux personnes désignées" },
  "problem.not-viewer.text": {
    en: "Only the people named in {variable} may look. Nothing was changed. Whoever runs the bot can add you.",
    fr: "Seules les personnes désignées dans {variable} peuvent consulter. Rien n'a été modifié. La personne qui gère le bot peut vous ajouter.",
  },
  "problem.guest.title": { en: "Not for guests", fr: "Pas pour les invités" },
  "problem.guest.text": {
    en: "Guests cannot see or change this team's services. Nothing was changed. Ask a full member.",
    fr: "Les invités ne peuvent ni voir ni modifier les services de l'équipe. Rien n'a été modifié. Demandez à un membre.",
  },
  "problem.foreign.title": { en: "For this team only", fr: "Pour cette équipe seulement" },
  "problem.foreign.text": {
    en: "You belong to another workspace or server than the one this bot serves. Nothing was changed.",
    fr: "Vous appartenez à un autre espace ou serveur que celui que ce bot sert. Rien n'a été modifié.",
  },
  "problem.unknown-groups.title": {
    en: "Your groups could not be read",
    fr: "Vos groupes n'ont pas pu être lus",
  },
  "problem.unknown-groups.text": {
    en: "Whether you may do this depends on a group that could not be read just now. Nothing was changed. Try again in a minute.",
    fr: "Votre droit dépend d'un groupe qui n'a pas pu être lu à l'instant. Rien n'a été modifié. Réessayez dans une minute.",
  },
  "problem.unreachable.title": { en: "OVHcloud does not answer", fr: "OVHcloud ne répond pas" },
  "problem.unreachable.text": {
    en: "OVHcloud could not be reached. Nothing was changed. Try again in a minute.",
    fr: "OVHcloud n'a pas pu être joint. Rien n'a été modifié. Réessayez dans une minute.",
  },
  "problem.busy.title": { en: "OVHcloud asks for patience", fr: "OVHcloud demande de patienter" },
  "problem.busy.text": {
    en: "Too many calls at once. Nothing was changed. Try again in a minute.",
    fr: "Trop d'appels à la fois. Rien n'a été modifié. Réessayez dans une minute.",
  },
  "problem.refused.title": { en: "OVHcloud refused", fr: "OVHcloud a refusé" },
  "problem.refused.text": {
    en: "Nothing was changed. OVHcloud said:",
    fr: "Rien n'a été modifié. OVHcloud a répondu :",
  },
  "problem.forbidden.title": { en: "The bot may not do this", fr: "Le bot n'en a pas le droit" },
  "problem.forbidden.text": {
    en: "The bot's OVHcloud key lacks a right. Nothing was changed. The README lists the rights it needs. OVHcloud said:",
    fr: "Il manque un droit à la clé OVHcloud du bot. Rien n'a été modifié. Le README liste les droits nécessaires. OVHcloud a répondu :",
  },
  "problem.misunderstood.title": {
    en: "OVHcloud's answer was not understood",
    fr: "Réponse d'OVHcloud non comprise",
  },
  "problem.misunderstood.text": {
    en: "OVHcloud answered something unexpected. Nothing was changed. Try again; if it stays, tell whoever runs the bot.",
    fr: "OVHcloud a répondu quelque chose d'inattendu. Rien n'a été modifié. Réessayez ; si cela dure, prévenez la personne qui gère le bot.",
  },
  "problem.bug.title": { en: "Something went wrong here", fr: "Une erreur est survenue ici" },
  "problem.bug.text": {
    en: "That is a fault of the bot, and it was logged. Look at the service before trying again. Quote {id} to whoever runs the bot.",
    fr: "C'est une erreur du bot, et elle a été notée. Regardez le service avant de réessayer. Citez {id} à la personne qui gère le bot.",
  },
  "problem.not-in-channel.title": {
    en: "The bot is not in this channel",
    fr: "Le bot n'est pas dans ce canal",
  },
  "problem.not-in-channel.text": {
    en: "The answer is for the whole channel, and the bot cannot post there. Nothing was changed. Invite it here, then ask again.",
    fr: "La réponse est destinée à tout le canal, et le bot n'y a pas accès. Rien n'a été modifié. Invitez-le ici, puis recommencez.",
  },
  "problem.undeliverable.title": {
    en: "The answer could not be shown",
    fr: "La réponse n'a pas pu s'afficher",
  },
  "problem.undeliverable.text": {
    en: "The chat did not accept the message: look at the service or the history for what came of it. Quote {id} to whoever runs the bot.",
    fr: "La messagerie n'a pas accepté le message : regardez le service ou l'historique pour savoir ce qu'il en est. Citez {id} à la personne qui gère le bot.",
  },
  "problem.still-reading.title": { en: "One moment", fr: "Un instant" },
  "problem.still-reading.text": {
    en: "The account has not been read yet. Nothing was changed. Try again in a moment.",
    fr: "Le compte n'a pas encore été lu. Rien n'a été modifié. Réessayez dans un instant.",
  },
} as const satisfies Messages;
