import { cancel, confirm } from "./answer.ts";
import type { Command } from "./command.ts";
import { deleteNow } from "./delete.ts";
import { deleteFinish, deleteForm, deleteRequest, tokenFormCommand } from "./deletion-steps.ts";
import { follow, follows, unfollow } from "./follow.ts";
import { createHelp } from "./help.ts";
import { history } from "./history.ts";
import { home } from "./home.ts";
import { keep } from "./keep.ts";
import { renewal } from "./renewal.ts";
import { service } from "./service.ts";
import { services } from "./services.ts";
import { terminate } from "./terminate.ts";
import { upcoming } from "./upcoming.ts";

const typed = [
  services,
  service,
  upcoming,
  terminate,
  keep,
  deleteNow,
  renewal,
  follow,
  unfollow,
  follows,
  history,
];
const pressed = [confirm, cancel, deleteForm, deleteRequest, tokenFormCommand, deleteFinish, home];

/** Every command: the ones that people type, in the order of the help, then the ones that only buttons reach. */
export const COMMANDS: readonly Command[] = [
  ...typed,
  createHelp(typed.flatMap(({ info }) => (info ? [info] : []))),
  ...pressed,
];
