import { code, strong } from "../card/build.ts";
import type { Text } from "../card/card.ts";
import type { QueryProblem } from "../domain/parse-query.ts";
import { LAST_PAGE } from "../domain/query.ts";
import type { Speak } from "../i18n/speak.ts";
import { echo, listWords } from "./words.ts";

/** What is wrong with a typed filter, what was expected, and what was likely meant. */
export function filterProblemText(problem: QueryProblem, say: Speak): Text {
  switch (problem.kind) {
    case "too-long":
      return say.text("problem.filter.too-long", { limit: problem.most });
    case "twice":
      return say.text("problem.filter.twice", { token: strong(echo(problem.token)) });
    case "bad-date":
      return say.text("problem.filter.bad-date", {
        token: strong(echo(problem.token)),
        example: code(say.plain("help.example-days")),
        date: code(say.plain("help.example-date")),
      });
    case "bad-page":
      return say.text("problem.filter.bad-page", { token: strong(echo(problem.token)), last: LAST_PAGE });
    case "no-value":
      return expected(problem.token, problem.expected, [], say);
    case "unknown-filter":
    case "unknown-value":
      return expected(problem.token, problem.expected, problem.nearest, say);
  }
}

function expected(token: string, values: readonly string[], nearest: readonly string[], say: Speak): Text {
  const text = say.text("problem.filter.value", {
    token: strong(echo(token)),
    expected: listWords(values, say, "disjunction"),
  });
  if (nearest.length === 0) return text;
  const meant = say.text("problem.filter.nearest", {
    nearest: strong(listWords(nearest, say, "disjunction")),
  });
  return [...text, { kind: "plain", text: " " }, ...meant];
}
