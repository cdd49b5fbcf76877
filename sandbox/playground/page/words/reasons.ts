import type { Reason } from "../../impossible.ts";
import type { Language } from "../../protocol.ts";

/** Why something cannot be done now, and what to do instead. */
export const REASONS: Readonly<Record<Language, Readonly<Record<Reason, string>>>> = {
  en: {
    moving: "The clock is moving already: wait until it stands.",
    passed: "That moment has passed. Choose another service under OVHcloud, or another step.",
    "no-service": "No service is chosen that ends. Choose one under OVHcloud.",
    "bot-down": "The bot does not run. Start it at the top of the page.",
    "nothing-followed": "No channel follows anything, so no reminder will come. Type /ovh follow first.",
    "no-reminder": "No reminder is due in the next weeks. Let a channel follow more, or let days pass.",
    "no-step": "The story is over.",
    playing: "A step is being played already.",
    "runs-already": "The bot runs already.",
    "too-far": "That is too far away: ten years is as far as the clock goes.",
    over: "The playground has begun anew meanwhile, or ends.",
    "no-answer": "Nothing came of it. Look at the faults and at the bot, then try again.",
  },
  fr: {
    moving: "L'horloge avance déjà : attendez qu'elle s'arrête.",
    passed: "Ce moment est passé. Choisissez un autre service sous OVHcloud, ou un autre pas.",
    "no-service": "Aucun service qui prend fin n'est choisi. Choisissez-en un sous OVHcloud.",
    "bot-down": "Le bot ne tourne pas. Démarrez-le en haut de la page.",
    "nothing-followed": "Aucun canal ne suit rien : aucun rappel ne viendra. Tapez d'abord /ovh suivre.",
    "no-reminder":
      "Aucun rappel n'est prévu dans les semaines qui viennent. Suivez-en plus, ou laissez passer des jours.",
    "no-step": "L'histoire est finie.",
    playing: "Un pas est déjà en cours.",
    "runs-already": "Le bot tourne déjà.",
    "too-far": "C'est trop loin : l'horloge ne va pas au-delà de dix ans.",
    over: "Le bac à sable a recommencé entre-temps, ou s'arrête.",
    "no-answer": "Rien n'est venu. Regardez les pannes et le bot, puis réessayez.",
  },
};
