import type { Clock } from "../../src/clock.ts";
import { createWatch, type Watch } from "../watch.ts";
import { createDirectory, type Directory } from "./directory.ts";
import { createIds, type Ids } from "./ids.ts";
import { createMessages, type Messages } from "./messages.ts";
import { createModals, type Modals } from "./modals.ts";
import { createResponseUrls, type ResponseUrls } from "./response-urls.ts";
import { createTriggers, type Triggers } from "./triggers.ts";
import type { World } from "./world.ts";

/** Everything that Slack keeps about one workspace and one app in it. */
export interface Workspace {
  readonly world: World;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly watch: Watch;
  readonly directory: Directory;
  readonly messages: Messages;
  readonly modals: Modals;
  readonly triggers: Triggers;
  readonly responseUrls: ResponseUrls;
}

export function createWorkspace(world: World, clock: Clock): Workspace {
  const ids = createIds(clock);
  const watch = createWatch();
  return {
    world,
    clock,
    ids,
    watch,
    directory: createDirectory(world, ids, watch),
    messages: createMessages(ids, watch, clock.now),
    modals: createModals(ids, watch),
    triggers: createTriggers(clock, ids),
    responseUrls: createResponseUrls(clock, ids, world.team.id),
  };
}
