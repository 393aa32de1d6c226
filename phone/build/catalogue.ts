/** A Vite plugin: `virtual:catalogue/sv` is phone/locale/sv.po as a module, read when the app is built. */
import { readFileSync } from "node:fs";
import { readPo } from "./po.ts";

const PREFIX = "virtual:catalogue/";

export function catalogue(folder: string) {
  return {
    name: "beredd-catalogue",
    resolveId: (id: string) => (id.startsWith(PREFIX) ? `\0${id}` : undefined),
    load(id: string) {
      if (!id.startsWith(`\0${PREFIX}`)) return undefined;
      const table = readPo(readFileSync(`${folder}/${id.slice(PREFIX.length + 1)}.po`, "utf-8"));
      return `export const texts = ${JSON.stringify(table)};`;
    },
  };
}
