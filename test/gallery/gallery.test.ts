import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as discordForm from "../../adapters/discord/render/form.ts";
import * as discord from "../../adapters/discord/render/message.ts";
import { hasTable, renderHome, renderMessage } from "../../adapters/slack/render/message.ts";
import { renderForm } from "../../adapters/slack/render/modal.ts";
import { TABLE_SHAPES } from "../../adapters/slack/render/table.ts";
import { createJudge } from "../../sandbox/discord/judge/judge.ts";
import { asObject } from "../../sandbox/json.ts";
import type { Finding } from "../../sandbox/slack/lint/finding.ts";
import { lintMessage } from "../../sandbox/slack/lint/message.ts";
import { lintHome, lintView } from "../../sandbox/slack/lint/view.ts";
import { LOCALES } from "../../src/card/card.ts";
import { FILTER_LENGTH, formatQuery, pressLength } from "../../src/domain/query.ts";
import { speak } from "../../src/i18n/speak.ts";
import { conformanceFound, readConformance } from "../conformance.ts";
import { liveOnDiscord, liveOnSlack } from "./live.ts";
import { CHANGE } from "./specimens/changes.ts";
import { FULL_QUERY } from "./specimens/data.ts";
import { FOLLOWS } from "./specimens/follows.ts";
import { LISTS } from "./specimens/lists.ts";
import { PROBLEMS } from "./specimens/problems.ts";
import { SERVICE } from "./specimens/service.ts";
import type { Scene, Specimen } from "./specimens/specimen.ts";

const SPECIMENS: readonly Specimen[] = [...LISTS, ...SERVICE, ...CHANGE, ...FOLLOWS, ...PROBLEMS];

const PEOPLE = {
  slack: [
    { platform: "slack", id: "U0CAMILLE" },
    { platform: "slack", id: "U0DOMINIC" },
  ],
  discord: [
    { platform: "discord", id: "1100000000000000001" },
    { platform: "discord", id: "1100000000000000002" },
  ],
} as const;

function sceneOn(platform: keyof typeof PEOPLE, locale: (typeof LOCALES)[number]): Scene {
  const [person, other] = PEOPLE[platform];
  return { say: speak(locale), person, other };
}

/** What one specimen becomes: `as` tells the ways apart in which one platform can show it. */
interface Shown {
  readonly as: string;
  readonly body: object;
  readonly findings: readonly unknown[];
}

function onSlack(specimen: Specimen, scene: Scene): readonly Shown[] {
  switch (specimen.kind) {
    case "card": {
      const card = specimen.card(scene);
      const shapes = hasTable(card) ? TABLE_SHAPES : (["data_table"] as const);
      return shapes.map((shape) => {
        const body = renderMessage(card, shape);
        return {
          as: shape === "data_table" ? "" : `.${shape}`,
          body,
          findings: lintMessage(body).filter(counts),
        };
      });
    }
    case "home": {
      const body = renderHome(specimen.card(scene));
      return [{ as: "", body, findings: lintHome(body) }];
    }
    case "form":
      return [true, false].map((alerts) => {
        const body = renderForm(specimen.form(scene), { metadata: "{}", alerts });
        return { as: alerts ? "" : ".without-alerts", body, findings: lintView(body) };
      });
  }
}

/** An option is cut at its very limit, since its value says what is meant: being near that limit is no fault. */
const counts = ({ level, rule }: Finding): boolean => level === "error" || !rule.endsWith("above 95 % of 75");

const judge = await createJudge(
  conformanceFound ? asObject(readConformance("discord/openapi.json")) : undefined,
);

function onDiscord(specimen: Specimen, scene: Scene): readonly Shown[] {
  switch (specimen.kind) {
    case "card": {
      const body = discord.renderMessage(specimen.card(scene));
      const request = { method: "POST", path: "/channels/1203456789012345678/messages", body };
      return [{ as: "", body, findings: judge.request(request) }];
    }
    // A page that only Slack has.
    case "home":
      return [];
    case "form": {
      const data = discordForm.renderForm(specimen.form(scene));
      const path = "/interactions/1203456789012345678/token/callback";
      return [
        { as: "", body: data, findings: judge.request({ method: "POST", path, body: { type: 9, data } }) },
      ];
    }
  }
}

const PLATFORMS = {
  slack: { show: onSlack, live: liveOnSlack },
  discord: { show: onDiscord, live: liveOnDiscord },
} as const;

const isWorst = ({ name }: Specimen): boolean => /\.worst(-|$)/.test(name);

describe.each(["slack", "discord"] as const)("every card on %s", (platform) => {
  const { show, live } = PLATFORMS[platform];
  const all = LOCALES.flatMap((locale) =>
    SPECIMENS.map((specimen) => ({ specimen, locale, name: `${specimen.name}.${locale}` })),
  );

  it.each(all)(
    "fits, is taken by the platform and holds nothing live out of data: $name",
    ({ specimen, locale }) => {
      for (const { body, findings } of show(specimen, sceneOn(platform, locale))) {
        expect(findings).toEqual([]);
        expect(
          live(
            body,
            PEOPLE[platform].map(({ id }) => id),
          ),
        ).toEqual([]);
      }
    },
  );

  it.each(all.filter(({ specimen }) => !isWorst(specimen)))(
    "looks as it did: $name",
    async ({ specimen, locale }) => {
      for (const { as, body } of show(specimen, sceneOn(platform, locale))) {
        const file = `golden/${platform}/${specimen.name}${as}.${locale}.json`;
        await expect(`${JSON.stringify(body, null, 2)}\n`).toMatchFileSnapshot(file);
      }
    },
  );
});

describe("the gallery", () => {
  it("has the longest filter that can be typed", () => {
    expect(pressLength(formatQuery(FULL_QUERY))).toBe(FILTER_LENGTH);
  });

  it("shows every view", async () => {
    const folder = new URL("../../src/views/", import.meta.url);
    const sources = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), "utf8"));
    const views = sources.flatMap((source) =>
      [...source.matchAll(/^export (?:async )?(?:function|const) (\w+(?:Card|Form))\b/gm)].map(
        ([, name]) => name,
      ),
    );
    expect(views.length).toBeGreaterThan(20);
    expect([...new Set(SPECIMENS.map(({ view }) => view))].sort()).toEqual(views.sort());
  });

  it("names every specimen once", () => {
    const names = SPECIMENS.map(({ name }) => name);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });
});
