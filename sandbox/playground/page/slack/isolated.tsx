import type { ComponentChild } from "preact";

/** Characters that turn the direction of what follows them. */
const TURNS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/;

/** Text from outside: a turned direction ends with the name that brought it. */
export const isolated = (text: string): ComponentChild =>
  TURNS.test(text) ? <bdi key="text">{text}</bdi> : text;
