import type { JSX } from "preact";
import type { Persona } from "../../personas.ts";
import { order } from "../state/act.ts";
import { useApp, useWords } from "../state/app.ts";
import { Avatar } from "./avatar.tsx";
import { SHELL_WORDS } from "./words.ts";

const ZONES = [
  "Europe/Paris",
  "Europe/London",
  "America/New_York",
  "America/Los_Angeles",
  "America/Montreal",
  "Asia/Kolkata",
  "Pacific/Noumea",
  "UTC",
];

/** Through whose eyes the two clients are seen, and how that person has set them. */
export function Who(): JSX.Element | null {
  const { store, link } = useApp();
  const words = useWords(SHELL_WORDS);
  const who = store.single("who").value;
  const personas = store.single("world").value?.personas ?? [];
  if (!who) return null;
  return (
    <div class="who">
      <fieldset class="personas">
        <legend class="visually-hidden">{words.whoAmI}</legend>
        {personas.map((persona) => (
          <label key={persona.key} class="persona">
            <input
              type="radio"
              name="persona"
              value={persona.key}
              checked={persona.key === who.key}
              onChange={() => link.look(persona.key)}
            />
            <Avatar who={persona.key} name={persona.name} />
            <span class="persona-words">
              <b>{persona.name}</b>
              <span>{words.roles[persona.role]}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <PersonSettings who={who} />
    </div>
  );
}

function PersonSettings({ who }: { readonly who: Persona }): JSX.Element {
  const app = useApp();
  const words = useWords(SHELL_WORDS);
  const zones = ZONES.includes(who.timeZone) ? ZONES : [who.timeZone, ...ZONES];
  return (
    <div class="person-settings">
      <label>
        <span class="visually-hidden">{words.reads}</span>
        <select
          data-setting="language"
          value={who.language}
          onChange={({ currentTarget: { value } }) =>
            void order(app, { kind: "person", language: value === "fr" ? "fr" : "en" })
          }
        >
          {(["fr", "en"] as const).map((language) => (
            <option key={language} value={language}>
              {words.languages[language]}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span class="visually-hidden">{words.zone}</span>
        <select
          data-setting="zone"
          value={who.timeZone}
          onChange={({ currentTarget: { value } }) => void order(app, { kind: "person", timeZone: value })}
        >
          {zones.map((zone) => (
            <option key={zone} value={zone}>
              {zone.replaceAll("_", " ")}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
