import { terminationLinkIn } from "../../ovhcloud/mailbox.ts";
import { asks, fills, formIsOpen, presses } from "./steps.ts";
import type { Stage, Story } from "./story.ts";

/** Four services share the name: the web hosting, the domain, its zone and its mail. */
const HOSTING = 29162449;
const OTHERS = [29162447, 29162448, 29162450];
const NAME = "boulangerie-lumiere.fr";

const DELETE = /^(Delete .* now…|Supprimer .* maintenant…)$/;
const ENTER = /^(Enter the token|Saisir le jeton)/;

export const mailedToken: Story = {
  key: "mailed-token",
  steps: [
    asks(
      {
        en: `Ask to delete the web hosting ${NAME} (no. ${HOSTING}) now.`,
        fr: `Demandez la suppression immédiate de l'hébergement ${NAME} (n° ${HOSTING}).`,
      },
      { command: { en: "delete", fr: "supprimer" }, values: { service: String(HOSTING) } },
      DELETE,
    ),
    presses(
      {
        en: "Read what is lost for good, then press the red button.",
        fr: "Lisez ce qui est perdu pour de bon, puis appuyez sur le bouton rouge.",
      },
      DELETE,
      formIsOpen,
    ),
    fills(
      {
        en: "Type the name, tick that you understand, and send the form: OVHcloud mails a token.",
        fr: "Tapez le nom, cochez que vous comprenez, et envoyez : OVHcloud envoie un jeton par e-mail.",
      },
      DELETE,
      () => [NAME, true],
      (stage, before) => stage.world.ovhcloud.mailbox().length > 0 && !formIsOpen(stage, before),
    ),
    presses(
      {
        en: "The e-mail is in the mailbox. Press the button that asks for its token.",
        fr: "L'e-mail est dans la boîte. Appuyez sur le bouton qui demande son jeton.",
      },
      ENTER,
      formIsOpen,
    ),
    fills(
      {
        en: "Paste the link of the e-mail: this is the last step, nothing can stop it afterwards.",
        fr: "Collez le lien de l'e-mail : c'est la dernière étape, plus rien ne pourra l'arrêter.",
      },
      ENTER,
      (stage) => [linkOf(stage)],
      ({ service }) => service(HOSTING).lifecycle === "terminated",
    ),
  ],
  findings: (stage) => [
    {
      words: { en: `the web hosting ${NAME} is deleted`, fr: `l'hébergement ${NAME} est supprimé` },
      holds: stage.service(HOSTING).lifecycle === "terminated",
    },
    {
      words: {
        en: "the domain, the zone and the mail of the same name are untouched",
        fr: "le domaine, la zone et les e-mails du même nom sont intacts",
      },
      holds: OTHERS.map(stage.service).every(
        ({ lifecycle, termination }) => lifecycle === "active" && termination === null,
      ),
    },
    {
      words: {
        en: "OVHcloud was asked twice: for the e-mail, and with its token",
        fr: "OVHcloud a reçu deux demandes : l'e-mail, puis son jeton",
      },
      holds: stage.writesTo(stage.service(HOSTING)) === 2,
    },
  ],
};

/** The link of the newest e-mail; "" while there is none. */
function linkOf({ world }: Stage): string {
  const newest = world.ovhcloud.mailbox().at(-1);
  return (newest && terminationLinkIn(newest)?.url) ?? "";
}
