/** Where the phone app begins. Only what shows the lock is in this piece; the rest is `inside.ts`, see README. */
import { render } from "preact";
import { loadLanguage } from "../i18n/t.ts";
import "../ui/style.css";
import { Gate } from "./gate.tsx";
import { mark } from "./marks.ts";
import { applyPreferences, loadPreferences } from "./preferences.ts";
import { whereToStart } from "./where.ts";

mark("app-start");
const asked = whereToStart(); // first of all: a cold database needs the longest to answer
loadLanguage();
applyPreferences(loadPreferences());
render(<Gate asked={asked} />, document.getElementById("app")!);
