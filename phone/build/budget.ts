/** A Vite plugin: prints what the lock and today's list cost (gzipped), and fails the build when it is over budget. */
import { gzipSync } from "node:zlib";

type Chunk = {
  type: string;
  fileName: string;
  name?: string;
  code?: string;
  isEntry?: boolean;
  imports?: string[];
};

export function budget(limit: number) {
  return {
    name: "beredd-budget",
    generateBundle(_: unknown, bundle: Record<string, Chunk>) {
      const chunks = Object.values(bundle).filter(({ type }) => type === "chunk");
      const entry = chunks.find(({ isEntry, name }) => isEntry && name === "index");
      const inside = chunks.find(({ name }) => name === "inside");
      if (!entry || !inside) return; // the service worker's own build
      const lock = new Set([entry.fileName, ...(entry.imports ?? [])]);
      const list = new Set([...lock, inside.fileName, ...(inside.imports ?? [])]);
      const kib = (names: ReadonlySet<string>): number =>
        [...names].reduce((sum, name) => sum + gzipSync(bundle[name]?.code ?? "").length, 0) / 1024;
      const line = `JavaScript to today's list: ${kib(list).toFixed(1)} KiB gzipped of ${limit} KiB; to the lock: ${kib(lock).toFixed(1)}`;
      console.log(`\n${line} (${[...list].join(", ")})`);
      if (kib(list) > limit) throw new Error(`${line}: over budget`);
    },
  };
}
