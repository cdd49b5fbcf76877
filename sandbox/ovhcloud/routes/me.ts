import type { Route } from "../../routes.ts";
import type { Account, PaymentMethod } from "../account.ts";
import { toDatetime } from "../paris-time.ts";
import { notFound } from "../refusal.ts";
import { type Endpoint, get, listOf, value, type World } from "../world.ts";
import { neverServed } from "./terminate.ts";

const HISTORY_ACTION = "account:apiovh:me/notification/email/history/get";

export function meRoutes(world: World): readonly Route<Endpoint>[] {
  const methods = () => world.account().paymentMethods;
  return [
    get("/me", "account:apiovh:me/get", () => value(toNichandle(world.account()))),
    get("/me/autorenew", "account:apiovh:me/autorenew/get", () => {
      const { autorenewDay } = world.account();
      if (autorenewDay === null) throw notFound("The automatic renewal");
      return value({ active: true, lastRenew: null, renewDay: autorenewDay });
    }),
    get("/me/payment/method", "account:apiovh:me/payment/method/get", ({ query }) => {
      const status = query.get("status");
      const byDefault = query.get("default");
      const wanted = methods().filter(
        (one) =>
          (status === null || one.status === status) &&
          (byDefault === null || String(one.isDefault) === byDefault),
      );
      return listOf(wanted, ({ id }) => id, toPaymentMethod);
    }),
    get("/me/payment/method/{id}", "account:apiovh:me/payment/method/get", ({ params }) => {
      const found = methods().find(({ id }) => String(id) === params.get("id"));
      if (!found) throw notFound(`The payment method ${params.get("id")}`);
      return value(toPaymentMethod(found));
    }),
    ...neverServed("GET", "/me/notification/email/history", HISTORY_ACTION),
    ...neverServed("GET", "/me/notification/email/history/{id}", HISTORY_ACTION),
  ];
}

/** `nichandle.Nichandle`, as far as it says anything here. */
const toNichandle = (account: Account) => ({
  nichandle: account.nichandle,
  customerCode: account.nichandle,
  email: account.email,
  firstname: account.firstname,
  name: account.lastname,
  organisation: account.organisation,
  language: "fr_FR",
  country: "FR",
  currency: { code: "EUR", symbol: "€" },
  legalform: "corporation",
  ovhCompany: "ovh",
  ovhSubsidiary: "FR",
  state: "complete",
  kycValidated: true,
});

/** `me.payment.PaymentMethod`. */
const toPaymentMethod = (method: PaymentMethod) => ({
  paymentMethodId: method.id,
  paymentMeanId: method.id,
  paymentType: "CREDIT_CARD",
  paymentSubType: "VISA",
  label: method.label,
  description: null,
  default: method.isDefault,
  status: method.status,
  billingContactId: null,
  creationDate: toDatetime(0),
  lastUpdate: toDatetime(0),
  expirationDate: method.expiresAt === null ? null : toDatetime(method.expiresAt),
  formSessionId: null,
  icon: { data: null, name: "visa" },
  integration: "NONE",
  merchantId: null,
  oneclick: false,
});
