/** A Vite plugin: prints what the first screen costs (gzipped), and fails the build when it is over budget. */
import { gzipSync } from "node:zlib";

type Chunk = { type: string; fileName: string; code?: string; isEntry?: boolean; imports?: string[] };

export function budget(limit: number) {
  return {
    name: "beredd-budget",
    generateBundle(_: unknown, bundle: Record<string, Chunk>) {
      const entry = Object.values(bundle).find((chunk) => chunk.isEntry && chunk.fileName.includes("index"));
      if (!entry) return;
      const first = [entry.fileName, ...(entry.imports ?? [])];
      const size = first.reduce((sum, name) => sum + gzipSync(bundle[name]?.code ?? "").length, 0);
      const line = `First screen's JavaScript: ${(size / 1024).toFixed(1)} KiB gzipped of ${limit} KiB (${first.join(", ")})`;
      console.log(`\n${line}`);
      if (size > limit * 1024) throw new Error(`${line}: over budget`);
    },
  };
}
