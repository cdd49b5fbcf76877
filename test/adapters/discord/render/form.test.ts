import { describe, expect, it } from "vitest";
import { renderForm } from "../../../../adapters/discord/render/form.ts";
import { judgeModal } from "../../../../sandbox/discord/judge/modal.ts";
import type { FormField } from "../../../../src/card/card.ts";
import { CardTooLarge } from "../../../../src/card/too-large.ts";
import { DELETE_FORM, options } from "../cards.ts";

const withFields = (...fields: FormField[]) => renderForm({ ...DELETE_FORM, intro: [], fields }).components;

const choice = (count: number): FormField => ({
  kind: "choice",
  param: "period",
  label: "Period",
  options: options(count),
});
const tick = (statement: string): FormField => ({
  kind: "tick",
  param: "understood",
  label: "I understand",
  statement,
});

describe("renderForm", () => {
  it("shows the warning, the name to type, a tick that must be set and a choice", () => {
    const modal = renderForm(DELETE_FORM);
    expect(modal).toMatchObject({
      title: "Delete now",
      custom_id: "confirm-delete|id=abc",
      components: [
        { type: 10, content: "> **⛔ Danger · Gone for good**\n> 3 databases\n\nNothing is refunded." },
        {
          type: 18,
          label: "Type the name",
          description: "example.com",
          component: { type: 4, custom_id: "typed", style: 1, required: true, max_length: 255 },
        },
        {
          type: 18,
          label: "I understand",
          component: {
            type: 22,
            custom_id: "understood",
            required: true,
            min_values: 1,
            max_values: 1,
            options: [{ value: "yes", label: "The data cannot be brought back" }],
          },
        },
        {
          type: 18,
          component: { type: 21, custom_id: "reason", options: [{}, { value: "moved", default: true }] },
        },
      ],
    });
    expect(judgeModal(modal, "data")).toEqual([]);
  });

  it("shows 2 to 10 choices at one glance, others as a list", () => {
    const typeOf = (count: number) => {
      const [label] = withFields(choice(count));
      return label && "component" in label ? label.component.type : undefined;
    };
    expect([typeOf(1), typeOf(2), typeOf(10), typeOf(11), typeOf(25)]).toEqual([3, 21, 21, 3, 3]);
  });

  it("sets a long statement whole above its box", () => {
    const statement = "I understand that ".repeat(8);
    const [above, label] = withFields(tick(statement));
    expect(above).toEqual({ type: 10, content: statement });
    expect(label).toMatchObject({ component: { options: [{ label: "I understand" }] } });
  });

  it.each<[string, FormField[]]>([
    ["a label of 46", [{ ...tick("yes"), label: "x".repeat(46) }]],
    [
      "a hint of 101",
      [
        {
          kind: "text",
          param: "a",
          label: "A",
          hint: "x".repeat(101),
          required: true,
          multiline: false,
          maxLength: 10,
        },
      ],
    ],
    ["6 fields", Array.from({ length: 6 }, () => tick("yes"))],
    ["26 options are more than a list takes", [choice(26)]],
    ["no options", [choice(0)]],
  ])("throws rather than cut: %s", (_name, fields) => {
    expect(() => withFields(...fields)).toThrow(CardTooLarge);
  });
});
