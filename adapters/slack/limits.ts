/**
 * Slack's limits, as far as this adapter can reach them.
 * Sources: docs.slack.dev/reference/block-kit (blocks, block-elements, composition-objects), docs.slack.dev/surfaces/modals,
 * docs.slack.dev/reference/methods and the doc comments of @slack/types 3.2.0, read in November 2026.
 */

/** docs.slack.dev/reference/block-kit/blocks/header-block */
export const HEADER = 150;
/** docs.slack.dev/reference/block-kit/blocks/section-block */
export const SECTION_FIELDS = 10;
export const SECTION_FIELD = 2000;
/** docs.slack.dev/reference/block-kit/composition-objects/text-object */
export const TEXT = 3000;
/** docs.slack.dev/reference/block-kit/blocks/actions-block */
export const ACTIONS = 25;
/** docs.slack.dev/reference/block-kit/block-elements/button-element */
export const BUTTON_TEXT = 75;
export const URL_LENGTH = 3000;
/** docs.slack.dev/reference/block-kit/composition-objects/option-object; the docs allow 150 for a value, the types 75. */
export const OPTION_TEXT = 75;
export const OPTION_VALUE = 75;
export const OPTIONS = 100;
/** docs.slack.dev/reference/block-kit/block-elements/select-menu-element */
export const PLACEHOLDER = 150;
/** docs.slack.dev/reference/block-kit/blocks/data-table-block: 2 to 101 rows with the header. */
export const TABLE_ROWS = 100;
/** docs.slack.dev/reference/block-kit/blocks/table-block */
export const TABLE_COLUMNS = 20;
/** A cap over all cells exists, its number is not published: a budget of our own. */
export const TABLE_CHARACTERS = 10_000;
/** docs.slack.dev/reference/block-kit/blocks */
export const MESSAGE_BLOCKS = 50;
export const VIEW_BLOCKS = 100;
/** Messages of about 13,200 characters over all blocks were refused (`msg_blocks_too_long`). */
export const MESSAGE_CHARACTERS = 13_000;
/** docs.slack.dev/reference/methods/chat.postMessage: longer top-level text is discouraged. */
export const TOP_TEXT = 4000;
/** docs.slack.dev/reference/views/modal-views */
export const VIEW_TITLE = 24;
export const VIEW_SUBMIT = 24;
export const PRIVATE_METADATA = 3000;
/** docs.slack.dev/reference/block-kit/blocks/input-block */
export const INPUT_LABEL = 2000;
export const INPUT_HINT = 2000;
/** docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element */
export const INPUT_LENGTH = 3000;

/** docs.slack.dev/interactivity/handling-user-interaction: acknowledged within 3 s, with room for the way back. */
export const ANSWER_WITHIN_MS = 2500;
/** A `trigger_id` lives 3 s; an attempt later than this would only waste the wait. */
export const TRIGGER_MS = 2500;
/** docs.slack.dev/interactivity/handling-user-interaction#message_responses */
export const RESPONSE_URL_USES = 5;
export const RESPONSE_URL_MS = 30 * 60 * 1000;
/** docs.slack.dev/authentication/verifying-requests-from-slack */
export const SIGNATURE_MS = 5 * 60 * 1000;
/** docs.slack.dev/apis/events-api: the last retry comes about 5 minutes later. */
export const REPEAT_MS = 10 * 60 * 1000;

/** Between attempts to reach Slack, in milliseconds: a person who waits hardly sees the first. */
export const RETRY = { first: 200, most: 30_000 };
