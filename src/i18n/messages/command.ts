import type { Messages } from "./message.ts";

/** The help. What a command is called and does stands with the command itself. */
export const commandMessages = {
  "help.title": { en: "What Lastcall can do", fr: "Ce que Lastcall sait faire" },
  "help.summary": {
    en: "Commands of Lastcall: {names}",
    fr: "Commandes de Lastcall : {names}",
  },
  "help.intro": {
    en: "Lastcall watches your team's OVHcloud services. Nothing changes until somebody presses a button, on a card that says exactly what would be lost.",
    fr: "Lastcall veille sur les services OVHcloud de votre équipe. Rien ne change tant que personne n'appuie sur un bouton, sous une carte qui dit exactement ce qui serait perdu.",
  },
  "help.commands": { en: "Commands", fr: "Commandes" },
  "help.params": { en: "What it takes", fr: "Ce qu'elle accepte" },
  "help.example-list": { en: "services type:domain expires:30d", fr: "services type:domaine expire:30j" },
  "help.example-change": { en: "terminate example.com", fr: "resilier example.com" },
  "help.example-follow": {
    en: "follow days:30,7,1 type:hosting",
    fr: "suivre jours:30,7,1 type:hebergement",
  },
  "help.example-days": { en: "expires:30d", fr: "expire:30j" },
  "help.example-date": { en: "expires:2027-01-31", fr: "expire:2027-01-31" },
  "help.examples": { en: "Examples", fr: "Exemples" },
  "help.param": { en: "{name}: {summary}", fr: "{name} : {summary}" },
  "help.rights-change": {
    en: "You may look and change.",
    fr: "Vous pouvez consulter et modifier.",
  },
  "help.rights-look": {
    en: "You may look. Changes are made by operators.",
    fr: "Vous pouvez consulter. Les modifications reviennent aux opérateurs.",
  },
  "help.rights-none": {
    en: "You may not look yet.",
    fr: "Vous ne pouvez pas encore consulter.",
  },
} as const satisfies Messages;
