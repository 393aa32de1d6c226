/** Where the phone app begins. */
import { render } from "preact";
import { loadLanguage } from "../i18n/t.ts";
import "../ui/style.css";
import { Gate } from "./gate.tsx";
import { mark } from "./marks.ts";
import { applyPreferences, loadPreferences } from "./preferences.ts";

mark("app-start");
loadLanguage();
applyPreferences(loadPreferences());
render(<Gate />, document.getElementById("app")!);
