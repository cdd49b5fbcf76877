import { describe, expect, it } from "vitest";
import {
  awaitsWords,
  createHistory,
  offersCommand,
  spoken,
} from "../../../../sandbox/playground/page/slack/line.ts";

describe("a line in the message box", () => {
  it("is a command when it begins with a slash", () => {
    expect(spoken("C1", " /ovh  service a.example ")).toEqual({
      kind: "slack-slash",
      channel: "C1",
      command: "/ovh",
      text: "service a.example",
    });
    expect(spoken("C1", "/ovh")).toMatchObject({ command: "/ovh", text: "" });
  });

  it("is otherwise said, with the three characters of mrkdwn written as text", () => {
    expect(spoken("C1", "a < b & <!channel>")).toEqual({
      kind: "slack-say",
      channel: "C1",
      text: "a &lt; b &amp; &lt;!channel&gt;",
      thread: null,
    });
  });

  it("is nothing when it is empty", () => {
    expect(spoken("C1", " \n ")).toBeNull();
  });

  it("offers the command while its name is typed", () => {
    expect(["/", "/o", "/OV", "/ovh"].every((line) => offersCommand(line, "/ovh"))).toBe(true);
    expect(["", "ovh", "/ovh ", "/x", " /o"].some((line) => offersCommand(line, "/ovh"))).toBe(false);
  });

  it("says what the command takes while no word follows it", () => {
    expect(awaitsWords("/ovh ", "/ovh")).toBe(true);
    expect(["/ovh", "/ovh s", "/ovhx "].some((line) => awaitsWords(line, "/ovh"))).toBe(false);
  });
});

describe("the history of the message box", () => {
  it("goes back to what was sent, and forth to the empty box", () => {
    const history = createHistory();
    history.add("one");
    history.add("two");
    expect(history.older("")).toBe("two");
    expect(history.older("two")).toBe("one");
    expect(history.older("one")).toBeNull();
    expect(history.newer("one")).toBe("two");
    expect(history.newer("two")).toBe("");
  });

  it("leaves a line alone that is being written", () => {
    const history = createHistory();
    history.add("one");
    expect(history.older("my own")).toBeNull();
    expect(history.older("")).toBe("one");
    expect(history.older("one, changed")).toBeNull();
    expect(history.newer("one, changed")).toBeNull();
  });

  it("begins with the last line again in an emptied box", () => {
    const history = createHistory();
    history.add("one");
    history.add("two");
    history.older("");
    history.older("two");
    expect(history.older("")).toBe("two");
  });

  it("has nothing before the first line", () => {
    expect(createHistory().older("")).toBeNull();
  });
});
