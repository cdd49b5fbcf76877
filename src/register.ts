import { createSystemClock } from "../adapters/node/clock.ts";
import { FatalError } from "./errors.ts";
import { register } from "./register/registration.ts";

try {
  process.stdout.write(`${await register(process.env, createSystemClock())}\n`);
} catch (error) {
  if (!(error instanceof FatalError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
