import { callout, code, instant, strong } from "../card/build.ts";
import type { Block, Text } from "../card/card.ts";
import type { Instant } from "../domain/instant.ts";
import type { DatabaseFact, Reading } from "../domain/loss.ts";
import type { LossLine } from "../domain/loss-statement.ts";
import type { RetentionDays } from "../domain/retention.ts";
import type { Service } from "../domain/service.ts";
import type { Speak } from "../i18n/speak.ts";
import { listWords, sizeWords } from "./words.ts";

/** The loss statement in words: one line each, none left out. */
export function lossCallout(
  lines: readonly LossLine[],
  service: Service,
  say: Speak,
): Extract<Block, { kind: "callout" }> {
  const title = lines.some(({ kind }) => kind === "irreversible") ? "loss.title" : "loss.title-renewal";
  return callout("danger", say.plain(title), ...lines.flatMap((line) => lossWords(line, service, say)));
}

function lossWords(line: LossLine, service: Service, say: Speak): readonly Text[] {
  switch (line.kind) {
    case "ends":
      return [say.text("loss.ends", dates(line.at))];
    case "lapses":
      return [line.at === null ? say.text("loss.lapses-undated") : say.text("loss.lapses", dates(line.at))];
    case "data-deleted":
      return [
        say.text(line.at === null ? "loss.data-deleted-then" : "loss.data-deleted", held(line.family, say)),
      ];
    case "data-deleted-after-lapse":
      return [say.text("loss.data-deleted-after-lapse", held(line.family, say))];
    case "domains":
      return [domainWords(line.domains, say)];
    case "databases":
      return databaseWords(line.databases, say);
    case "disk":
      return line.usedBytes.kind === "unread"
        ? [say.text("loss.disk-unread")]
        : [say.text("loss.disk", { size: sizeWords(line.usedBytes.value, say) })];
    case "zone":
      return [countWords("zone", line.records, say)];
    case "mail":
      return [countWords("mail", line.accounts, say)];
    case "could-be-taken":
      return [say.text("loss.could-be-taken", { name: strong(line.name) })];
    case "retention":
      return [retentionWords(line.days, say)];
    case "no-refund":
      return [say.text("loss.no-refund")];
    case "until":
      return [say.text("loss.until", dates(line.cutOff))];
    case "switch-back":
      return [
        line.until === null
          ? say.text("loss.switch-back-undated")
          : say.text("loss.switch-back", dates(line.until)),
      ];
    case "irreversible":
      return [say.text(line.from === null ? "loss.irreversible-now" : "loss.irreversible")];
    case "ends-at-once":
      return [say.text("loss.ends-at-once", { name: strong(service.name) })];
  }
}

function retentionWords(days: RetentionDays | null, say: Speak): Text {
  if (days === null) return say.text("loss.retention-unknown");
  return days.from === days.to
    ? say.text("loss.retention-exact", { from: days.from })
    : say.text("loss.retention", { ...days });
}

const dates = (at: Instant): Record<"at" | "relative", Text[number]> => ({
  at: instant(at, "time"),
  relative: instant(at, "relative"),
});

const held = (family: Service["family"], say: Speak): { what: string } => ({
  what: say.plain(`held.${family}`),
});

/** More names than these would bury the rest of the warning; their number is said instead. */
const MOST_NAMES = 10;

/** A name has up to 253 characters: the longest ones leave room for the rest of the warning too. */
const NAMES_LENGTH = 600;

function firstNames(names: readonly string[]): readonly string[] {
  const shown: string[] = [];
  let length = 0;
  for (const name of names.slice(0, MOST_NAMES)) {
    length += name.length;
    if (length > NAMES_LENGTH) break;
    shown.push(name);
  }
  return shown;
}

function domainWords(domains: Reading<readonly string[]>, say: Speak): Text {
  if (domains.kind === "unread") return say.text("loss.domains-unread");
  const names = firstNames(domains.value);
  const more = domains.value.length - names.length;
  const shown =
    more > 0 ? say.plain("loss.domains-more", { names: names.join(", "), more }) : listWords(names, say);
  return say.text("loss.domains", { count: domains.value.length, names: strong(shown) });
}

function databaseWords(databases: Reading<readonly DatabaseFact[]>, say: Speak): readonly Text[] {
  if (databases.kind === "unread") return [say.text("loss.databases-unread")];
  const shown = databases.value.slice(0, MOST_NAMES);
  const more = databases.value.length - shown.length;
  return [
    say.text("loss.databases", { count: databases.value.length }),
    ...shown.map((one) => databaseLine(one, say)),
    ...(more > 0 ? [say.text("loss.databases-more", { count: more })] : []),
  ];
}

function databaseLine({ name, sizeBytes, newestDumpAt }: DatabaseFact, say: Speak): Text {
  return say.text("loss.database", {
    name: code(name),
    size: sizeBytes === null ? say.plain("loss.size-unknown") : sizeWords(sizeBytes, say),
    dump: dumpWords(newestDumpAt, say),
  });
}

function dumpWords(dump: DatabaseFact["newestDumpAt"], say: Speak): Text {
  if (dump.kind === "unread") return say.text("loss.dump-unread");
  return dump.value === null
    ? say.text("loss.dump-none")
    : say.text("loss.dump-at", { at: instant(dump.value, "relative") });
}

function countWords(what: "zone" | "mail", count: Reading<number | null>, say: Speak): Text {
  if (count.kind === "unread") return say.text(`loss.${what}-unread`);
  return count.value === null
    ? say.text(`loss.${what}-none`)
    : say.text(`loss.${what}`, { count: count.value });
}
