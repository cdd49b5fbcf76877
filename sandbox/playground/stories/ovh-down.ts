import { asks, breaks, presses, types } from "./steps.ts";
import type { Story } from "./story.ts";

const VPS = 27330410;
const NAME = "vps-1a2b3c4d.vps.ovh.net";

const TERMINATE = /^(Terminate|Résilier) vps-1a2b3c4d/;
const TYPED = { command: { en: "terminate", fr: "resilier" }, values: { service: NAME } } as const;

export const ovhDown: Story = {
  key: "ovh-down",
  steps: [
    breaks({ en: "OVHcloud goes down.", fr: "OVHcloud tombe en panne." }, "ovh-down", true),
    types(
      {
        en: "List the services: the bot answers from its own copy; below the list stands of when it is.",
        fr: "Listez les services : le bot répond d'après sa copie ; sous la liste, il en donne l'heure.",
      },
      { command: { en: "services", fr: "services" }, values: {} },
      /^#+ Services/m,
    ),
    types(
      {
        en: "Ask to terminate a server: nothing can be read, so nothing is offered and nothing is changed.",
        fr: "Demandez une résiliation : rien ne peut être lu, donc rien n'est proposé ni modifié.",
      },
      TYPED,
      /^#+ OVHcloud (does not answer|ne répond pas)/m,
    ),
    breaks({ en: "OVHcloud comes back.", fr: "OVHcloud revient." }, "ovh-down", false),
    asks({ en: "Ask once more.", fr: "Demandez encore." }, TYPED, TERMINATE),
    breaks(
      {
        en: "Now the worst case: the next change takes effect, but its answer is lost.",
        fr: "Le pire des cas : le prochain changement prend effet, mais sa réponse se perd.",
      },
      "ovh-lost-answer",
      true,
    ),
    presses(
      {
        en: "Press the button: the bot says that it does not know, looks again, and tells which it was.",
        fr: "Appuyez : le bot dit qu'il ne sait pas, regarde à nouveau, et dit ce qu'il en est.",
      },
      TERMINATE,
      ({ service, operator: { player } }) =>
        service(VPS).termination !== null &&
        player.seesAll().some(({ buttons }) => buttons.some((label) => KEEP.test(label))),
    ),
  ],
  findings: (stage) => {
    const vps = stage.service(VPS);
    return [
      {
        words: { en: `${NAME} ends at its expiry date`, fr: `${NAME} prendra fin à l'échéance` },
        holds: vps.termination === "terminateAtExpirationDate",
      },
      {
        words: {
          en: "the change was sent once, though its answer was lost",
          fr: "le changement n'a été envoyé qu'une fois, bien que sa réponse se soit perdue",
        },
        holds: stage.writesTo(vps) === 1,
      },
    ];
  },
};

/** The outcome offers to take it back: the bot knows that it took effect. */
const KEEP = /^(Keep|Conserver) vps-1a2b3c4d/;
