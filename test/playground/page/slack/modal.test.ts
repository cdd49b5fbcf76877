import { describe, expect, it } from "vitest";
import { createForm } from "../../../../sandbox/playground/page/slack/form.ts";
import type { SeenView } from "../../../../sandbox/slack/seen.ts";
import { drawn, textOf } from "./drawn.ts";

const plain = (text: string) => ({ type: "plain_text", text });
const VIEW: SeenView = {
  view: "V1",
  type: "modal",
  title: "Delete now",
  submit: "Go on",
  close: "Leave",
  blocks: [
    {
      type: "input",
      block_id: "name",
      label: plain("The name"),
      hint: plain("Exactly: a.example"),
      element: { type: "plain_text_input", action_id: "value", max_length: 255, initial_value: "a." },
    },
    {
      type: "input",
      block_id: "mode",
      optional: true,
      label: plain("Renewal"),
      element: {
        type: "static_select",
        action_id: "value",
        initial_option: { text: plain("Manual"), value: "manual" },
        options: [{ text: plain("Manual"), value: "manual" }],
      },
    },
  ],
  errors: { name: "That is another name." },
};

describe("a modal in Slack's pane", () => {
  it("is a dialog with a name, above a pane that cannot be used meanwhile", () => {
    const html = drawn({ modal: VIEW });
    const [, name] = /<dialog[^>]*aria-labelledby="([^"]+)"/.exec(html) ?? [];
    expect(html).toMatch(new RegExp(`id="${name}"[^>]*>Delete now<`));
    // Preact writes the two in either order.
    expect(html).toMatch(/<div (?:inert class="slack-frame"|class="slack-frame" inert)/);
  });

  it("ties label, hint and error to the field", () => {
    const html = drawn({ modal: VIEW });
    const [, field = ""] = /(<input[^>]*maxlength="255"[^>]*>)/i.exec(html) ?? [];
    const id = /id="([^"]+)"/.exec(field)?.[1];
    const [hint, error] = /aria-describedby="([^"]+)"/.exec(field)?.[1]?.split(" ") ?? [];
    expect(html).toMatch(new RegExp(`<label[^>]*for="${id}"[^>]*>The name<`));
    expect(html).toMatch(new RegExp(`id="${hint}"[^>]*>Exactly: a.example<`));
    expect(html).toMatch(new RegExp(`id="${error}"[^>]*>[^<]*That is another name.<`));
    expect(field).toContain('aria-invalid="true"');
    expect(field).toContain('value="a."');
  });

  it("shows what is chosen, what may be left out, and its two buttons", () => {
    const words = textOf(drawn({ modal: VIEW, language: "fr" }));
    expect(words).toContain("Renewal (facultatif)");
    expect(words).toContain("Manual");
    expect(words).toContain("LeaveGo on");
  });
});

describe("the form of a modal", () => {
  it("sends what was touched, as long as it is asked for", () => {
    const form = createForm();
    form.enter("name", "a.example");
    form.enter("ticks", ["yes"]);
    form.enter("gone", "x");
    expect(form.values(["name", "ticks", "untouched"])).toEqual({ name: "a.example", ticks: ["yes"] });
  });
});
