import type { Route } from "../../routes.ts";
import type { MailAccount } from "../account.ts";
import { notFound } from "../refusal.ts";
import { type ApiRequest, type Endpoint, get, listOf, running, value, type World } from "../world.ts";

const ACTION = "emailDomain:apiovh:account/get";

/** The mailboxes of an MX Plan. */
export function emailRoutes(world: World): readonly Route<Endpoint>[] {
  const accountsOf = ({ params, query }: ApiRequest) => {
    const { name } = running(world, "mxplan", params.get("domain"));
    const wanted = query.get("accountName");
    const accounts = world.account().mail.get(name) ?? [];
    return { name, accounts: accounts.filter((one) => wanted === null || one.accountName === wanted) };
  };
  return [
    get("/email/domain/{domain}/account", ACTION, (request) => {
      const { name, accounts } = accountsOf(request);
      return listOf(
        accounts,
        ({ accountName }) => accountName,
        (account) => toAccount(name, account),
      );
    }),
    get("/email/domain/{domain}/account/{accountName}", ACTION, (request) => {
      const { name, accounts } = accountsOf(request);
      const wanted = request.params.get("accountName");
      const found = accounts.find(({ accountName }) => accountName === wanted);
      if (!found) throw notFound(`The account ${wanted}`);
      return value(toAccount(name, found));
    }),
  ];
}

/** `email.domain.Account`. */
const toAccount = (domain: string, { accountName, sizeBytes }: MailAccount) => ({
  accountName,
  description: "",
  domain,
  email: `${accountName}@${domain}`,
  isBlocked: false,
  size: sizeBytes,
});
