import { asks, types } from "./steps.ts";
import type { Story } from "./story.ts";

const VPS = 27330411;
const NAME = "vps-5e6f7a8b.vps.ovh.net";

const TERMINATE = /^(Terminate|Résilier) vps-5e6f7a8b/;

export const twoAtOnce: Story = {
  key: "two-at-once",
  steps: [
    asks(
      {
        en: `Ask to terminate the server ${NAME}.`,
        fr: `Demandez la résiliation du serveur ${NAME}.`,
      },
      { command: { en: "terminate", fr: "resilier" }, values: { service: NAME } },
      TERMINATE,
    ),
    {
      words: {
        en: "Play this step: both operators press at the same moment, one of them twice. (By hand you are never that fast.)",
        fr: "Jouez ce pas : les deux opérateurs appuient au même instant, l'un deux fois. (À la main, on n'est jamais si rapide.)",
      },
      who: ({ operator }) => operator,
      target: () => ({ kind: "button", words: TERMINATE.source }),
      play: ({ operator, second }) =>
        Promise.all([
          operator.player.pressesAndLeaves(TERMINATE),
          second.player.pressesAndLeaves(TERMINATE),
          operator.player.pressesAndLeaves(TERMINATE),
        ]),
      isDone: ({ service, operator: { player } }) =>
        service(VPS).termination !== null &&
        !player.seesAll().some(({ buttons }) => buttons.some((label) => TERMINATE.test(label))),
    },
    types(
      {
        en: "Look at the history: who asked, who decided, how it ended.",
        fr: "Consultez l'historique : qui a demandé, qui a décidé, comment cela s'est fini.",
      },
      { command: { en: "history", fr: "historique" }, values: { service: NAME } },
      /^#+ (History|Historique)/m,
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
          en: "however many pressed, OVHcloud was called once",
          fr: "quel que soit le nombre d'appuis, OVHcloud n'a été appelé qu'une fois",
        },
        holds: stage.writesTo(vps) === 1,
      },
    ];
  },
};
