import { asks, presses } from "./steps.ts";
import type { Story } from "./story.ts";

const VPS = 27330410;
const NAME = "vps-1a2b3c4d.vps.ovh.net";

const TERMINATE = /^(Terminate|Résilier) vps-1a2b3c4d/;
const KEEP = /^(Keep|Conserver) vps-1a2b3c4d/;

export const thinkAgain: Story = {
  key: "think-again",
  steps: [
    asks(
      {
        en: `Ask to terminate the server ${NAME}.`,
        fr: `Demandez la résiliation du serveur ${NAME}.`,
      },
      { command: { en: "terminate", fr: "resilier" }, values: { service: NAME } },
      TERMINATE,
    ),
    presses(
      {
        en: "The card says what is lost, and until when it can be taken back. Press its red button.",
        fr: "La carte dit ce qui est perdu, et jusqu'à quand on peut revenir en arrière. Appuyez sur son bouton rouge.",
      },
      TERMINATE,
      ({ service }) => service(VPS).termination !== null,
    ),
    presses(
      {
        en: "Think again: press Keep on the outcome.",
        fr: "Ravisez-vous : appuyez sur Conserver, sous le résultat.",
      },
      KEEP,
      ({ service }) => service(VPS).termination === null,
    ),
  ],
  findings: (stage) => {
    const vps = stage.service(VPS);
    return [
      {
        words: {
          en: `${NAME} goes on and renews as before`,
          fr: `${NAME} continue et se renouvelle comme avant`,
        },
        holds: vps.termination === null && vps.lifecycle === "active" && vps.renewal === "automatic",
      },
      {
        words: {
          en: "OVHcloud was asked twice: to terminate, and to keep",
          fr: "OVHcloud a reçu deux demandes : résilier, puis conserver",
        },
        holds: stage.writesTo(vps) === 2,
      },
    ];
  },
};
