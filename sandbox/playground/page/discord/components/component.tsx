import type { JSX } from "preact";
import { asObject, asObjects, asText, type JsonObject } from "../../../../json.ts";
import { Markdown } from "../markdown/markdown.tsx";
import { TYPES } from "../wire.ts";
import { Button } from "./button.tsx";
import { Container } from "./container.tsx";
import { File, Gallery, Thumbnail } from "./media.tsx";
import { MessageSelect } from "./message-select.tsx";
import { Unknown } from "./unknown.tsx";

/** One component of a message, by the number of its kind. */
export function Component({ component }: { readonly component: JsonObject }): JSX.Element {
  switch (component.type) {
    case TYPES.container:
      return (
        <Container component={component}>
          <Components components={asObjects(component.components)} />
        </Container>
      );
    case TYPES.textDisplay:
      return <Markdown text={asText(component.content)} />;
    case TYPES.section:
      return (
        <div class="section">
          <div class="section-text">
            <Components components={asObjects(component.components)} />
          </div>
          <Component component={asObject(component.accessory)} />
        </div>
      );
    case TYPES.separator:
      return (
        <hr
          class={component.divider === false ? "separator invisible" : "separator"}
          data-spacing={component.spacing === 2 ? "large" : "small"}
        />
      );
    case TYPES.actionRow:
      return (
        <div class="action-row">
          <Components components={asObjects(component.components)} />
        </div>
      );
    case TYPES.button:
      return <Button button={component} />;
    case TYPES.stringSelect:
    case TYPES.userSelect:
    case TYPES.roleSelect:
    case TYPES.mentionableSelect:
    case TYPES.channelSelect:
      return <MessageSelect select={component} />;
    case TYPES.thumbnail:
      return <Thumbnail component={component} />;
    case TYPES.mediaGallery:
      return <Gallery component={component} />;
    case TYPES.file:
      return <File component={component} />;
  }
  return <Unknown what={`component ${String(component.type)}`} json={component} />;
}

interface ListProps {
  readonly components: readonly JsonObject[];
}

/** By their place: a message that is edited keeps what has stayed where it was. */
function Components({ components }: ListProps): JSX.Element {
  return (
    <>
      {components.map((component, at) => (
        <Component key={at} component={component} />
      ))}
    </>
  );
}
