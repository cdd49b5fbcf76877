import { describe, expect, it } from "vitest";
import { renderForm, renderSaying } from "../../../../adapters/slack/render/modal.ts";
import { lintView } from "../../../../sandbox/slack/lint/view.ts";
import { deletionForm, words } from "../cards.ts";

const options = { metadata: "{}", alerts: true };

describe("a form as a Slack modal", () => {
  it.each([true, false])("stays within Slack's rules (alert blocks: %s)", (alerts) => {
    expect(lintView(renderForm(deletionForm, { ...options, alerts }))).toEqual([]);
    expect(lintView(renderSaying("One moment", words("Wait."), "en"))).toEqual([]);
  });

  it("says the danger in the same words without alert blocks", () => {
    const without = JSON.stringify(renderForm(deletionForm, { ...options, alerts: false }));
    for (const words of [
      "⛔ Danger · This cannot be taken back",
      "All files are lost.",
      "Nothing is refunded.",
    ]) {
      expect(without).toContain(words);
    }
    expect(without).not.toContain('"alert"');
  });

  it("shows a statement that is longer than a box's label whole, above the box", () => {
    const statement = `I understand that ${"everything, ".repeat(20)}is gone for good.`;
    const form = {
      ...deletionForm,
      fields: [{ kind: "tick", param: "ok", label: "I understand", statement } as const],
    };
    const view = renderForm(form, options);
    expect(lintView(view)).toEqual([]);
    expect(JSON.stringify(view)).toContain(statement);
  });

  it("asks for no more than Slack's inputs hold", () => {
    const [field] = deletionForm.fields;
    if (field?.kind !== "text") throw new Error("the first field is a text");
    const view = renderForm(
      { ...deletionForm, fields: [{ ...field, maxLength: 9000, initial: "ex" }] },
      options,
    );
    expect(view.blocks[1]).toMatchObject({
      optional: false,
      element: { max_length: 3000, initial_value: "ex" },
    });
  });
});
