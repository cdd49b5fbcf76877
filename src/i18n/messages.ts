import { changeMessages } from "./messages/change.ts";
import { commandMessages } from "./messages/command.ts";
import { followMessages } from "./messages/follow.ts";
import { listMessages } from "./messages/list.ts";
import { lossMessages } from "./messages/loss.ts";
import { outcomeMessages } from "./messages/outcome.ts";
import { problemMessages } from "./messages/problem.ts";
import { reminderMessages } from "./messages/reminder.ts";
import { serviceMessages } from "./messages/service.ts";

/** Everything the bot says, both languages side by side. */
export const messages = {
  ...changeMessages,
  ...commandMessages,
  ...followMessages,
  ...listMessages,
  ...lossMessages,
  ...outcomeMessages,
  ...problemMessages,
  ...reminderMessages,
  ...serviceMessages,
};

export type MessageKey = keyof typeof messages;
