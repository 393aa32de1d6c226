/** Puts the pinned htmx beside our own script, untouched: what is served can be compared with what was published. */
import { readFileSync } from "node:fs";
import type { Plugin } from "vite";

export function htmx(modules: string): Plugin {
  return {
    name: "beredd-htmx",
    generateBundle() {
      const source = readFileSync(`${modules}htmx.org/dist/htmx.min.js`, "utf-8");
      this.emitFile({ type: "asset", fileName: "htmx.min.js", source });
    },
  };
}
