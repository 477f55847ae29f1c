#!/bin/sh
# What: `/app/de` where `de` is a folder with an index.html, asked of http-server 14.1.1, serve-handler 6.1.8 (what `serve` runs), sirv 3.0.2 and @fastify/static 10.1.11 with fastify 5.12.8, on this machine.
# Expected: a redirect to `/app/de/`: without the slash every relative address of the page is of another folder.
# Observed: http-server redirects. The other three send the page at once; a browser then looks for `../style.css` in `/` and not in `/app/`. serve-handler also takes `.html` off: `/app/one.html` is sent on to `/app/one`.
# Consequence: a link to the page of a language ends in a slash; at the root of a host the addresses still meet, in a sub-folder nothing is found.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$dir" http-server@14.1.1 serve-handler@6.1.8 sirv@3.0.2 fastify@5.12.8 @fastify/static@10.1.11 >npm.log 2>&1 || { cat npm.log; exit 1; }
echo 'versions: http-server@14.1.1 serve-handler@6.1.8 sirv@3.0.2 fastify@5.12.8 @fastify/static@10.1.11'
echo "node $(node --version)"

mkdir -p site/app/de
echo '<link rel="stylesheet" href="../style.css"><p>de</p>' >site/app/de/index.html
echo '<p>one</p>' >site/app/one.html
cat >check.mjs <<'END'
import assert from 'node:assert/strict';
import http from 'node:http';
import { createRequire } from 'node:module';
import handler from 'serve-handler';
import sirv from 'sirv';
import fastify from 'fastify';
import files from '@fastify/static';
const root = `${process.cwd()}/site`;
const ask = (port, path) => new Promise((done, fail) => http.get({ host: '127.0.0.1', port, path }, (answer) => {
  answer.resume();
  answer.on('end', () => done(answer.headers.location ?? answer.statusCode));
}).on('error', fail));
const seen = {};
const look = async (name, server) => {
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  seen[name] = [await ask(port, '/app/de'), await ask(port, '/app/de/'), await ask(port, '/app/one.html')];
  console.log(name, seen[name]);
  server.close();
};
await look('http-server', createRequire(import.meta.url)('http-server').createServer({ root }).server);
await look('serve-handler', http.createServer((question, answer) => handler(question, answer, { public: root })));
const found = sirv(root);
await look('sirv', http.createServer((question, answer) => found(question, answer, () => answer.writeHead(404).end())));
const app = fastify();
await app.register(files, { root });
await app.ready();
await look('@fastify/static', app.server);
const style = ['https://example.org/app/de/', 'https://example.org/app/de'].map((page) => new URL('../style.css', page).pathname);
console.log('../style.css of a page with and without the slash', style);
assert.deepEqual(style, ['/app/style.css', '/style.css']);
assert.deepEqual(seen, { 'http-server': ['/app/de/', 200, 200], 'serve-handler': [200, 200, '/app/one'], sirv: [200, 200, 200], '@fastify/static': [200, 200, 200] });
process.exit(0);
END
node --no-deprecation check.mjs
echo "as stated"
