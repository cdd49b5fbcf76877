import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Act } from "../../acts.ts";
import type { Form } from "./form.ts";

type ActPlace = Extract<Act, { kind: "slack-press" }>["place"];

/** What blocks stand in: a message, or a view. */
export interface Surface {
  readonly place: ActPlace;
  /** One word for it, as marks name it. */
  readonly key: string;
  /** Of a modal; null where everything is sent as it is chosen. */
  readonly form: Form | null;
}

export const SurfaceContext = createContext<Surface>({ place: { view: "" }, key: "", form: null });

export const useSurface = (): Surface => useContext(SurfaceContext);
