/** Builds what the office's pages look like to src/beredd/office/static/office: one sheet, one script, fonts, icons, htmx. */
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { htmx } from "./build/htmx.ts";
import { sprite } from "./build/sprite.ts";

const here = fileURLToPath(new URL(".", import.meta.url));
const modules = `${here}../node_modules/`;

export default defineConfig({
  root: here,
  base: "./",
  publicDir: `${here}public`,
  build: {
    outDir: `${here}../src/beredd/office/static/office`,
    emptyOutDir: true,
    target: "es2022",
    modulePreload: false,
    assetsInlineLimit: 0, // the content security policy takes fonts from files only
    cssCodeSplit: false,
    rollupOptions: {
      input: `${here}src/office.ts`,
      output: {
        entryFileNames: "office.js",
        chunkFileNames: "[name].js", // what only one page needs is fetched by that page
        assetFileNames: ({ names }) => (names[0]?.endsWith(".css") ? "office.css" : "[name][extname]"),
      },
    },
  },
  plugins: [htmx(modules), sprite(modules)],
});
