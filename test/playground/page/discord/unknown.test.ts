import { describe, expect, it } from "vitest";
import { drawPane, message, readable, text } from "./drawn.ts";

const UNKNOWN = { type: 99, id: 7, something: "new" };

describe("what the page cannot draw", () => {
  it.each([
    ["a component", { components: [UNKNOWN] }],
    ["a component in a container", { components: [{ type: 17, components: [UNKNOWN] }] }],
    ["a component beside a section", { components: [{ type: 9, components: [], accessory: UNKNOWN }] }],
    [
      "a style of button",
      { components: [{ type: 1, components: [{ type: 2, style: 6, something: "new" }] }] },
    ],
    ["a poll", { poll: { something: "new" } }],
    ["a kind of message", { type: 7, something: "new" }],
  ])("is shown as JSON, with a warning: %s", (_, body) => {
    const html = drawPane({ messages: [message({ flags: 32768, ...body })] });
    expect(html).toContain("data-unknown");
    expect(html).toContain("This page cannot draw");
    expect(readable(html)).toContain('"something":"new"');
  });

  it("is shown so in a form too", () => {
    const discordModal = { customId: "form", title: "Form", text: "", inputs: [], components: [UNKNOWN] };
    const html = drawPane({ single: { discordModal } });
    expect(html).toContain("data-unknown");
    expect(readable(html)).toContain('"something":"new"');
  });

  it("does not hide what stands around it", () => {
    const around = {
      flags: 32768,
      components: [{ type: 10, content: "before" }, UNKNOWN, { type: 10, content: "after" }],
    };
    expect(readable(drawPane({ messages: [message(around)] }))).toMatch(/before.*99.*after/);
  });

  it("is none of the components that Discord knows in a message", () => {
    const known = [
      {
        type: 9,
        components: [{ type: 10, content: "x" }],
        accessory: { type: 11, media: { url: "https://a.example/b.png" } },
      },
      { type: 12, items: [{ media: { url: "https://a.example/c.png" }, description: "a picture" }] },
      { type: 13, file: { url: "attachment://report.pdf" } },
      { type: 14, divider: false, spacing: 2 },
      ...[3, 5, 6, 7, 8].map((type) => ({
        type: 1,
        components: [{ type, custom_id: `${type}`, options: [] }],
      })),
      {
        type: 1,
        components: [1, 2, 3, 4].map((style) => ({ type: 2, style, label: "b", custom_id: `b${style}` })),
      },
    ];
    const html = drawPane({ messages: [message({ flags: 32768, components: known })] });
    expect(html).not.toContain("data-unknown");
    expect(readable(html)).toMatch(/b\.png.*apicture.*report\.pdf/);
  });

  it("fetches nothing: an image is its description", () => {
    const components = [
      { type: 12, items: [{ media: { url: "https://a.example/c.png" }, description: "a picture" }] },
    ];
    const html = drawPane({ messages: [message({ flags: 32768, components })] });
    expect(html).not.toMatch(/<img|src=|url\(/);
  });
});

describe("a message without Components V2", () => {
  it("shows its content, embeds and attachments", () => {
    const body = {
      content: "the **content**",
      embeds: [
        {
          title: "title",
          description: "description",
          fields: [{ name: "field", value: "value" }],
          footer: { text: "foot" },
        },
      ],
      attachments: [{ id: "1", filename: "report.pdf", size: 2048 }],
    };
    expect(readable(drawPane({ messages: [message(body)] }))).toMatch(
      /thecontent.*title.*description.*field.*value.*foot.*report\.pdf/,
    );
  });
});

describe("what Discord adds to a message", () => {
  const slash = {
    type: 20,
    interaction_metadata: { user: { id: "1", username: "bruno", global_name: "Bruno" } },
  };

  it("names the one who used a command", () => {
    expect(readable(drawPane({ messages: [message({ ...slash, ...text("x") })] }))).toContain(
      "Brunoautilisé",
    );
  });

  it("says that the bot is thinking", () => {
    expect(drawPane({ messages: [message({ ...slash, flags: 128 })] })).toContain("Lastcall réfléchit…");
  });

  it("says that only one person sees it", () => {
    const html = drawPane({ messages: [message({ ...text("x"), flags: 32768 | 64 })] });
    expect(html).toMatch(/class="message ephemeral"/);
    expect(html).toContain("Rejeter le message");
  });

  it("says that it was edited", () => {
    expect(
      drawPane({ messages: [message({ ...text("x"), edited_timestamp: "2026-11-22T12:00:01Z" })] }),
    ).toContain("(modifié)");
  });

  it("says that the application did not respond", () => {
    const discordErrors = [{ at: 0, text: "The application did not respond" }];
    expect(drawPane({ single: { discordErrors } })).toContain("The application did not respond");
  });
});
