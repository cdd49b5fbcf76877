import { afterEach } from "vitest";
import { describeStore } from "../../contracts/store.ts";
import { createRig, type Rig } from "./rig.ts";

const rigs: Rig[] = [];
afterEach(async () => {
  for (const rig of rigs.splice(0)) await rig.end();
});

describeStore("lowdb", async () => {
  const rig = await createRig();
  rigs.push(rig);
  return rig.open();
});
