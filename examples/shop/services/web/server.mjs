// The shop's front: static pages, and /api/ passed on to the api service. No packages: Node's own library is enough.
import { appendFileSync } from "node:fs";
import { createServer, request } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";

const port = Number(process.env.WEB_PORT);
const api = new URL(process.env.API_URL);
const pages = new URL("./public/", import.meta.url).pathname;
const configured = process.env.WEB_FILES; // files that differ per environment, such as robots.txt
const types = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".txt": "text/plain" };

let stopping = false;

function log(level, message, fields = {}) {
  const line = JSON.stringify({ level, message, ...fields });
  console.error(line);
  appendFileSync(process.env.LOG_FILE, line + "\n");
}

function answer(response, status, type, body) {
  response.writeHead(status, { "content-type": type, "x-content-type-options": "nosniff" });
  response.end(body);
}

function passOn(incoming, response) {
  const path = incoming.url.slice("/api".length);
  const outgoing = request(new URL(path, api), { method: incoming.method, headers: incoming.headers, timeout: 5000 });
  outgoing.on("response", (reply) => {
    response.writeHead(reply.statusCode, reply.headers);
    reply.pipe(response);
  });
  outgoing.on("timeout", () => outgoing.destroy(new Error("the api took too long")));
  outgoing.on("error", (error) => {
    log("error", error.message, { path });
    if (response.headersSent) response.destroy();
    else answer(response, 502, "text/plain", "the shop is not available at the moment\n");
  });
  incoming.pipe(outgoing);
}

async function page(path, response) {
  const name = normalize(path === "/" ? "/index.html" : path);
  const folders = name === "/robots.txt" ? [configured, pages] : [pages];
  for (const folder of folders) {
    try {
      answer(response, 200, types[extname(name)] ?? "application/octet-stream", await readFile(join(folder, name)));
      return;
    } catch (error) {
      if (error.code !== "ENOENT" && error.code !== "EISDIR") throw error;
    }
  }
  answer(response, 404, "text/plain", "no such page\n");
}

function serve(incoming, response) {
  const { pathname } = new URL(incoming.url, "http://web");
  if (pathname === "/healthz") answer(response, 200, "text/plain", "alive\n");
  else if (pathname === "/readyz") answer(response, stopping ? 503 : 200, "text/plain", stopping ? "stopping\n" : "ready\n");
  else if (pathname.startsWith("/api/")) passOn(incoming, response);
  else page(decodeURIComponent(pathname), response).catch((error) => fail(error, response));
}

function fail(error, response) {
  log("error", error.message);
  answer(response, 500, "text/plain", "internal error\n");
}

const server = createServer((incoming, response) => {
  try {
    serve(incoming, response);
  } catch {
    answer(response, 400, "text/plain", "that is no address of the shop\n");
  }
});

// A stopping pod first says that it is not ready, then finishes what it has begun.
process.on("SIGTERM", () => {
  stopping = true;
  setTimeout(() => server.close(() => process.exit(0)), 5000);
});

server.listen(port, () => log("info", "web listens", { port }));
