import type { FunctionComponent } from "preact";
import type { JsonObject } from "../../../../json.ts";

export interface BlockProps {
  readonly block: JsonObject;
  /** Draws blocks within this one: passed down, since those may be of any kind. */
  readonly Inner: FunctionComponent<BlocksProps>;
}

export interface BlocksProps {
  readonly blocks: readonly JsonObject[];
}

export type DrawnBlock = FunctionComponent<BlockProps>;
