import { z } from "zod";
import type { Route } from "../../routes.ts";
import { badRequest, notFound } from "../refusal.ts";
import { type ApiRequest, type Endpoint, get, post, present, value, type World } from "../world.ts";
import { readId } from "./services.ts";

const GET_ACTION = "account:apiovh:services/form/get";

/** `services.form.Description`: the survey that the console shows when a service is terminated. */
const TERMINATION_FORM = {
  name: "termination",
  questions: [
    {
      question: "reason",
      type: "enum",
      mandatory: true,
      answers: keys(
        "LACK_OF_PERFORMANCES",
        "NOT_NEEDED_ANYMORE",
        "TOO_EXPENSIVE",
        "PRODUCT_TOOLS_DONT_SUIT_ME",
        "OTHER",
      ),
    },
    { question: "commentary_reason", type: "text", mandatory: false, answers: null },
    {
      question: "future_use",
      type: "enum",
      mandatory: true,
      answers: keys("NOT_REPLACING_SERVICE", "SUBSCRIBE_AN_OTHER_SERVICE", "OTHER"),
    },
    { question: "commentary_future_use", type: "text", mandatory: false, answers: null },
  ],
} as const;

function keys(...values: readonly string[]): readonly { readonly key: string }[] {
  return values.map((key) => ({ key }));
}

const answersSchema = z.strictObject({
  answers: z.array(z.strictObject({ question: z.string(), value: z.string() })),
});

export function formRoutes(world: World): readonly Route<Endpoint>[] {
  const checkService = (request: ApiRequest): void => {
    const id = readId(request);
    present(world.ledger.seen(id), id, world.clock.now());
  };
  const checkForm = (request: ApiRequest): void => {
    checkService(request);
    const name = request.params.get("name");
    if (name !== TERMINATION_FORM.name) throw notFound(`The form ${name}`);
  };
  return [
    get("/services/{id}/form", GET_ACTION, (request) => {
      checkService(request);
      return value([TERMINATION_FORM]);
    }),
    get("/services/{id}/form/{name}", GET_ACTION, (request) => {
      checkForm(request);
      return value(TERMINATION_FORM);
    }),
    post("/services/{id}/form/{name}/answer", "account:apiovh:services/form/answer", (request) => {
      checkForm(request);
      checkAnswers(request.body);
      return value({ message: "Thank you for your answers" });
    }),
  ];
}

function checkAnswers(body: unknown): void {
  const parsed = answersSchema.safeParse(body);
  if (!parsed.success) throw badRequest(z.prettifyError(parsed.error));
  for (const { question, mandatory, answers } of TERMINATION_FORM.questions) {
    const given = parsed.data.answers.find((answer) => answer.question === question)?.value;
    if (given === undefined && mandatory) throw badRequest(`The question ${question} is mandatory`);
    if (given !== undefined && answers && !answers.some(({ key }) => key === given))
      throw badRequest(`${given} is no answer to ${question}`);
  }
}
