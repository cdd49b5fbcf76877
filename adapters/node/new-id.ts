import { randomInt } from "node:crypto";
import type { NewId } from "../../src/ports.ts";

const LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
const LENGTH = 20;

/** 100 random bits of the system's source, as 20 characters that survive a custom_id, a log and a phone call. */
export const newId: NewId = () =>
  Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join("");
