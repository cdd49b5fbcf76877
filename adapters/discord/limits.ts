/**
 * What Discord takes at the most. Sources: [msg] discord.com/developers/docs/resources/message, [comp]
 * …/docs/components/reference, [cmd] …/docs/interactions/application-commands, [int]
 * …/docs/interactions/receiving-and-responding. Lengths are counted in UTF-16 units, which is never fewer than
 * Discord counts.
 */

/** Components of one message, nested ones counted [comp]. */
export const MESSAGE_COMPONENTS = 40;
/** Characters of all text displays of one message [comp]. */
export const MESSAGE_TEXT = 4000;
/** Buttons in an action row [comp]. */
export const ROW_BUTTONS = 5;
export const BUTTON_LABEL = 80;
export const BUTTON_URL = 512;
/** Options of a string select [comp]. */
export const SELECT_OPTIONS = 25;
export const SELECT_PLACEHOLDER = 150;
/** Label, description and value of an option of a select, radio group or checkbox group [comp]. */
export const OPTION_TEXT = 100;
/** Radio groups hold 2 to 10 options [comp]. */
export const RADIO_OPTIONS_MIN = 2;
export const RADIO_OPTIONS_MAX = 10;

/** Top-level components of a modal [int]. */
export const MODAL_COMPONENTS = 5;
export const MODAL_TITLE = 45;
export const LABEL_TEXT = 45;
export const LABEL_DESCRIPTION = 100;
export const TEXT_INPUT = 4000;

/** Choices of an autocomplete answer, and the length of their names and values [cmd]. */
export const CHOICES = 25;
export const CHOICE_TEXT = 100;
/** Options of a command or subcommand, and subcommands of a command [cmd]. */
export const COMMAND_OPTIONS = 25;
export const COMMAND_DESCRIPTION = 100;

/** Characters of a message's nonce [msg]. */
export const NONCE = 25;

/** Discord waits 3 s for the first answer [int]; half of it is left for the way there and the answer itself. */
export const PATIENCE_MS = 1500;
/** What a command always gets, however late its event came: a modal cannot follow a defer. */
export const PATIENCE_MIN_MS = 250;
/** After this age nothing is deferred any more: the first answer either still arrives, or is refused at once. */
export const TOO_OLD_MS = 2500;
/** `@discordjs/rest` waits 15 s by default, five times longer than Discord does. */
export const CALLBACK_BUDGET_MS = 2500;
/** Tokens of answered interactions live 15 minutes [int]; the rest is left for the way there. */
export const TOKEN_LIFE_MS = 14.5 * 60 * 1000;
/** Long enough for a 429 of the usual size to pass. */
export const REQUEST_BUDGET_MS = 15_000;
