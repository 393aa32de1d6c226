/** The little that the office's pages do by themselves. Every page works without it; this spares clicks and reloads. */
import "./styles/index.css";
import { buildProgrammes } from "./builder.ts";
import { announceSilence } from "./contact.ts";
import { countDown } from "./count.ts";
import { keepBoardFresh } from "./fresh.ts";
import { focusErrors } from "./focus.ts";
import { countChosen, sendOnce, submitOnChange } from "./forms.ts";
import { printOnClick } from "./print.ts";

document.documentElement.dataset["script"] = "on"; // the sheet hides what only those without a script need
focusErrors(document);
submitOnChange(document);
countChosen(document);
sendOnce(document);
printOnClick(document);
countDown(document);
keepBoardFresh(document);
announceSilence(document);
buildProgrammes(document);
