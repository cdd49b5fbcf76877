import type { Route } from "../../routes.ts";
import { PRODUCT_KEYS, type ProductKey, productOf, variablesOf } from "../products.ts";
import { toServiceInfos } from "../wire-service-infos.ts";
import { type ApiRequest, type Endpoint, present, value, type World } from "../world.ts";

/** `{product}/serviceInfos` of every product; for a lapsed one too, whose status then says so. */
export const serviceInfosRoutes = (world: World): readonly Route<Endpoint>[] =>
  PRODUCT_KEYS.map((product) => serviceInfosRoute(world, product));

function serviceInfosRoute(world: World, product: ProductKey): Route<Endpoint> {
  const { path } = productOf(product);
  const variable = variablesOf(path).at(-1) ?? "";
  const run = ({ params }: ApiRequest) => {
    const name = params.get(variable);
    return value(toServiceInfos(present(world.ledger.seenNamed(product, name), name, world.clock.now())));
  };
  return {
    method: "GET",
    path: `${path}/serviceInfos`,
    handle: { action: `${product}:apiovh:serviceInfos/get`, run },
  };
}
