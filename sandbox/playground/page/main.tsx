import "./style/base.css";
import "./style/shell.css";
import { effect } from "@preact/signals";
import { render } from "preact";
import { Page } from "./page.tsx";
import { AppContext } from "./state/app.ts";
import { createLink } from "./state/link.ts";
import { createNow } from "./state/now.ts";
import { createSettings } from "./state/settings.ts";
import { createStore } from "./state/store.ts";
import { createView } from "./state/view.ts";

const store = createStore();
const settings = createSettings();
// Alice reads French and Bruno English: a newcomer should understand the first answer.
const link = createLink(store, settings.language.value === "fr" ? "alice" : "bruno");
const app = { store, settings, link, now: createNow(store), view: createView() };

effect(() => {
  document.documentElement.lang = settings.language.value;
  document.documentElement.dataset.theme = settings.theme.value;
});

const root = document.getElementById("page");
if (root) {
  render(
    <AppContext.Provider value={app}>
      <Page />
    </AppContext.Provider>,
    root,
  );
}
