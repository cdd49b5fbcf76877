import { asks, presses, types, waits } from "./steps.ts";
import type { Story } from "./story.ts";

/** A domain in manual renewal that ends in three days. */
const DOMAIN = 26001879;
const NAME = "velo-cargo.fr";

const RENEW = /^(Renew .* automatically|Renouveler .* automatiquement)$/;

export const nearlyLapsed: Story = {
  key: "nearly-lapsed",
  steps: [
    types(
      {
        en: "Let this channel be reminded of domains, two days and one day before they end.",
        fr: "Faites rappeler les domaines dans ce canal, deux jours et un jour avant leur fin.",
      },
      {
        command: { en: "follow", fr: "suivre" },
        values: { days: "2,1", filter: "type:domain" },
        named: { en: "days:2,1 filter:type:domain", fr: "jours:2,1 filtre:type:domain" },
      },
      /^#+ (Reminders are on|Rappels activés)/m,
    ),
    waits(
      {
        en: "Let time pass until a reminder comes.",
        fr: "Laissez passer le temps jusqu'au prochain rappel.",
      },
      "next-reminder",
      ({ operator: { player } }, before) =>
        player.seesAll().some(({ text }) => text.includes(NAME) && !before.includes(text)),
    ),
    asks(
      {
        en: `Nobody renews ${NAME}: ask for automatic renewal.`,
        fr: `Personne ne renouvelle ${NAME} : demandez le renouvellement automatique.`,
      },
      {
        command: { en: "renewal", fr: "renouvellement" },
        values: { service: NAME, mode: "automatic" },
        named: { en: `${NAME} automatic`, fr: `${NAME} automatique` },
      },
      RENEW,
    ),
    presses(
      {
        en: "Read the card, then press its button.",
        fr: "Lisez la carte, puis appuyez sur son bouton.",
      },
      RENEW,
      ({ service }) => service(DOMAIN).renewal === "automatic",
    ),
    waits(
      {
        en: "Go past the day on which it would have ended.",
        fr: "Passez le jour où il aurait pris fin.",
      },
      "past-expiry",
      ({ world, service }) => (service(DOMAIN).expiresAt ?? 0) > world.clock.now() + YEAR_ALMOST,
    ),
  ],
  findings: (stage) => {
    const domain = stage.service(DOMAIN);
    return [
      {
        words: {
          en: `${NAME} lives on, and renews itself from now on`,
          fr: `${NAME} continue, et se renouvelle désormais seul`,
        },
        holds:
          domain.lifecycle === "active" &&
          domain.renewal === "automatic" &&
          (domain.expiresAt ?? 0) > stage.world.clock.now(),
      },
      {
        words: {
          en: "OVHcloud was asked once to change it",
          fr: "OVHcloud a reçu une seule demande de modification",
        },
        holds: stage.writesTo(domain) === 1,
      },
    ];
  },
};

const YEAR_ALMOST = 360 * 86_400_000;
