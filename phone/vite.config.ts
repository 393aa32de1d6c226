/** Builds the phone app to src/beredd/phone_api/app, from where the server hands it out under /app/. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { VitePWA } from "vite-plugin-pwa";
import { budget } from "./build/budget.ts";
import { catalogue } from "./build/catalogue.ts";

const here = fileURLToPath(new URL(".", import.meta.url));
const version = /^version = "(.+)"/m.exec(readFileSync(`${here}../pyproject.toml`, "utf-8"))?.[1] ?? "0";

export default defineConfig({
  root: here,
  base: "/app/",
  define: { __VERSION__: JSON.stringify(version) },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    outDir: `${here}../src/beredd/phone_api/app`,
    emptyOutDir: true,
    target: "es2022",
    modulePreload: { polyfill: false }, // would be an inline script in some browsers: our CSP has none
    assetsInlineLimit: 0,
    rolldownOptions: { external: ["crypto"] }, // @hpke/common asks Node for it only where WebCrypto is missing
  },
  plugins: [
    catalogue(`${here}locale`),
    budget(80),
    VitePWA({
      strategies: "injectManifest",
      srcDir: "src",
      filename: "sw.ts",
      injectRegister: false, // app/worker.ts registers: no inline script, and a new version waits for the user
      manifest: {
        id: "/app/",
        name: "Beredd – utförarens app",
        short_name: "Beredd",
        description: "Dagens insatser, träningsprogram och signering, även utan nät.",
        lang: "sv",
        start_url: "/app/",
        scope: "/app/",
        display: "standalone",
        orientation: "portrait",
        background_color: "#f6f3ee",
        theme_color: "#0b5358",
        icons: [
          { src: "icons/beredd-192.png", sizes: "192x192", type: "image/png", purpose: "any" },
          { src: "icons/beredd-512.png", sizes: "512x512", type: "image/png", purpose: "any" },
          { src: "icons/beredd-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
          { src: "icons/beredd.svg", sizes: "any", type: "image/svg+xml", purpose: "any" },
        ],
      },
      injectManifest: {
        globPatterns: ["**/*.{html,js,css,woff2,svg,png,wasm,webmanifest}"],
      },
    }),
  ],
});
