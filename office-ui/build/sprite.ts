/** Gathers the icons that the templates name into one file, so that a page asks once and the sheet can colour them. */
import { existsSync, readFileSync } from "node:fs";
import type { Plugin } from "vite";
import { ICONS } from "../src/icons.ts";

export function sprite(modules: string): Plugin {
  return {
    name: "beredd-icons",
    generateBundle() {
      const symbols = ICONS.map((name) => symbol(`${modules}@tabler/icons/icons/outline/${name}.svg`, name));
      const source = `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>\n`;
      this.emitFile({ type: "asset", fileName: "icons.svg", source });
    },
  };
}

function symbol(file: string, name: string): string {
  if (!existsSync(file)) throw new Error(`no such icon: ${name}`);
  const inner = readFileSync(file, "utf-8")
    .replace(/^[\s\S]*?<svg[\s\S]*?>/, "")
    .replace(/<\/svg>\s*$/, "")
    .replace(/<path stroke="none"[^>]*\/>/, "")
    .replace(/\s*\n\s*/g, "");
  const look =
    'fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"';
  return `<symbol id="${name}" viewBox="0 0 24 24" ${look}>${inner}</symbol>`;
}
