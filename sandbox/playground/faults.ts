/** What the page can break, and mend again where it lasts. */
export const FAULTS = [
  "ovh-down",
  "ovh-slow",
  "ovh-429",
  "ovh-lost-answer",
  "slack-disconnect",
  "discord-disconnect",
  "duplicate-event",
  "double-press",
] as const;
export type FaultName = (typeof FAULTS)[number];
