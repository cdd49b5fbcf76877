import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useId, useMemo } from "preact/hooks";
import type { SeenView } from "../../../slack/seen.ts";
import { Blocks } from "./blocks/blocks.tsx";
import { ErrorsContext } from "./blocks/input.tsx";
import { useClient } from "./client.ts";
import type { Form } from "./form.ts";
import { Icon } from "./icons.tsx";
import { JsonView } from "./json-view.tsx";
import { type Surface, SurfaceContext } from "./surface.ts";

interface ViewBodyProps {
  readonly view: SeenView;
  readonly form: Form | null;
}

/** The blocks of a modal or of the home tab. */
export function ViewBody({ view: { view, blocks, errors }, form }: ViewBodyProps): JSX.Element {
  const surface = useMemo<Surface>(() => ({ place: { view }, key: view, form }), [view, form]);
  return (
    <SurfaceContext.Provider value={surface}>
      <ErrorsContext.Provider value={errors}>
        <div class="slack-body slack-view">
          <Blocks blocks={blocks} />
        </div>
      </ErrorsContext.Provider>
    </SurfaceContext.Provider>
  );
}

/** Unfolds what came over the wire. */
export function ViewDetails({ view }: { readonly view: SeenView }): JSX.Element {
  const { words } = useClient();
  const id = useId();
  const unfolded = useSignal(false);
  return (
    <div class="slack-view-details">
      <button
        type="button"
        class="slack-tool"
        aria-label={words.details}
        title={words.details}
        aria-expanded={unfolded.value}
        aria-controls={unfolded.value ? id : undefined}
        onClick={() => {
          unfolded.value = !unfolded.peek();
        }}
      >
        <Icon name="code" />
      </button>
      {unfolded.value && (
        <div id={id} class="slack-details">
          <JsonView label={words.jsonOfView} value={view} />
        </div>
      )}
    </div>
  );
}
