/** Runs the phone's tests in Node, with an IndexedDB in memory. */
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { catalogue } from "./build/catalogue.ts";

const here = fileURLToPath(new URL(".", import.meta.url));

export default defineConfig({
  root: here,
  define: { __VERSION__: JSON.stringify("test") },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  plugins: [catalogue(`${here}locale`)],
  test: { include: ["src/**/*.test.ts", "src/**/*.test.tsx"], setupFiles: ["test/setup.ts"], maxWorkers: 2 },
});
