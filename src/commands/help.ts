import type { Call } from "../call.ts";
import type { CommandInfo } from "../chat.ts";
import type { Desk } from "../desk.ts";
import { fold } from "../domain/fold.ts";
import { commandHelpCard, type HelpView, helpCard } from "../views/help-card.ts";
import { type Command, privately } from "./command.ts";

/** Help knows the commands it stands among, so it is made of them. */
export function createHelp(others: readonly CommandInfo[]): Command {
  const info: CommandInfo = {
    name: { en: "help", fr: "aide" },
    summary: { en: "The commands, with examples", fr: "Les commandes, avec des exemples" },
    params: [
      {
        key: "topic",
        name: { en: "command", fr: "commande" },
        summary: { en: "One command, explained", fr: "Une commande, expliquée" },
        kind: "text",
        required: false,
      },
    ],
  };
  const commands = [...others, info];
  return {
    name: "help",
    needs: "nothing",
    info,
    async run(call, desk) {
      const topic = fold(call.input.topic ?? "");
      const one = commands.find(({ name }) => topic !== "" && [name.en, name.fr].includes(topic));
      if (one) return privately(commandHelpCard(one, desk.prefix, call.say), call);
      return privately(
        helpCard({ commands, prefix: desk.prefix, rights: rightsOf(call, desk) }, call.say),
        call,
      );
    },
  };
}

function rightsOf({ actor }: Call, { policy }: Desk): HelpView["rights"] {
  if (policy.change(actor).may) return "change";
  return policy.look(actor).may ? "look" : "none";
}
