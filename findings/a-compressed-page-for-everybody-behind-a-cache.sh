#!/bin/sh
# What: a page and a WebAssembly file with their `.br` beside them, as static servers deliver them: http-server 14.1.1, sirv 3.0.2, express-static-gzip 3.0.2, @fastify/static 10.1.11.
# Expected: each says `Vary: Accept-Encoding` whichever of the two it sends, since the answer depends on that; and `br;q=0` gets no brotli, since that refuses it.
# Observed: http-server sends brotli without `Vary`, so a cache before it may hand that to somebody who asked without. sirv sends brotli to somebody who refuses it with `br;q=0`,
# and the file itself as brotli-encoded when asked for `a.wasm.br` by name. The other two do as expected. The type is application/wasm in all.
# Consequence: where the compressed files are delivered is looked at with a request that refuses them, before a cache is put in front.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$dir" http-server@14.1.1 sirv@3.0.2 express-static-gzip@3.0.2 express@5.3.0 fastify@5.12.8 @fastify/static@10.1.11 >npm.log 2>&1 || { cat npm.log; exit 1; }
echo 'versions: http-server@14.1.1 sirv@3.0.2 express-static-gzip@3.0.2 express@5.3.0 fastify@5.12.8 @fastify/static@10.1.11'
echo "node $(node --version)"

cat >check.mjs <<'END'
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { brotliCompressSync } from 'node:zlib';
import fastifyStatic from '@fastify/static';
import express from 'express';
import expressStaticGzip from 'express-static-gzip';
import fastify from 'fastify';
import httpServer from 'http-server';
import sirv from 'sirv';
mkdirSync('site');
const wasm = Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
writeFileSync('site/a.wasm', wasm);
writeFileSync('site/a.wasm.br', brotliCompressSync(wasm));
const app = fastify();
app.register(fastifyStatic, { root: `${process.cwd()}/site`, preCompressed: true });
await app.ready();
const servers = {
  'http-server': httpServer.createServer({ root: 'site', brotli: true, gzip: true }).server,
  sirv: http.createServer(sirv('site', { brotli: true })),
  'express-static-gzip': http.createServer(express().use(expressStaticGzip('site', { enableBrotli: true, orderPreference: ['br'] }))),
  '@fastify/static': app.server,
};
const ask = (port, path, accept) => new Promise((done, failed) => http.get({ host: '127.0.0.1', port, path, agent: false, headers: { 'accept-encoding': accept } }, (answer) => {
  answer.resume();
  answer.on('end', () => done({ type: answer.headers['content-type'], encoding: answer.headers['content-encoding'] ?? null, vary: (answer.headers.vary ?? 'none').toLowerCase() }));
}).on('error', failed));
const seen = {};
for (const [name, server] of Object.entries(servers)) {
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address();
  const [taken, refused, plain, named] = [await ask(port, '/a.wasm', 'gzip, br'), await ask(port, '/a.wasm', 'br;q=0'), await ask(port, '/a.wasm', 'identity'), await ask(port, '/a.wasm.br', 'identity')];
  seen[name] = [taken.encoding, taken.vary, plain.encoding, plain.vary, refused.encoding, named.encoding];
  console.log(name, { taken, plain, refused: refused.encoding, 'a.wasm.br by name': named });
  assert.equal(taken.type, 'application/wasm');
  await new Promise((closed) => { server.close(closed); server.closeAllConnections?.(); });
}
assert.deepEqual(seen, {
  'http-server': ['br', 'none', null, 'none', null, null],
  sirv: ['br', 'accept-encoding', null, 'accept-encoding', 'br', 'br'],
  'express-static-gzip': ['br', 'accept-encoding', null, 'accept-encoding', null, null],
  '@fastify/static': ['br', 'accept-encoding', null, 'accept-encoding', null, null],
});
END
node --no-deprecation check.mjs
echo "as stated"
