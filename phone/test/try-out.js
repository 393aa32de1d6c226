/** Serves the built app over the server in memory, to look at it: node phone/test/try-out.js [port] [patients] */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { demoDocs } from "./demo-docs.js";
import { FakeServer } from "./fake-server.js";

const APP = new URL("../../src/beredd/phone_api/app/", import.meta.url);
const KINDS = {
  html: "text/html",
  js: "text/javascript",
  css: "text/css",
  svg: "image/svg+xml",
  png: "image/png",
  woff2: "font/woff2",
  webmanifest: "application/manifest+json",
};
const CSP =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const fake = await FakeServer.make({ docs: demoDocs(Date.now(), Number(process.argv[3] ?? 12)) });
const server = createServer(async (request, response) => {
  const path = request.url.split("?")[0];
  if (path.startsWith("/api/v1/")) {
    let text = "";
    for await (const piece of request) text += piece;
    const reply = await fake.handle(path.slice(8), JSON.parse(text), request.headers.authorization ?? null);
    response.writeHead(reply.status, { "content-type": "application/json" });
    return response.end(JSON.stringify(reply.json));
  }
  try {
    const file = path === "/app/" ? "index.html" : path.replace("/app/", "");
    const body = readFileSync(new URL(file, APP));
    response.writeHead(200, {
      "content-type": KINDS[file.split(".").pop()] ?? "application/octet-stream",
      "content-security-policy": CSP,
      "cache-control": "no-cache",
    });
    response.end(body);
  } catch {
    response.writeHead(404).end();
  }
});
server.listen(Number(process.argv[2] ?? 0), "127.0.0.1", () =>
  console.log(`http://127.0.0.1:${server.address().port}/app/`),
);
