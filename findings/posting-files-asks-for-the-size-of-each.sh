#!/usr/bin/env bash
# What: 2,000 files that were chosen in a file input, posted to a worker in one message, twice, in Chromium.
# Expected: a File is a handle: posting it is cheap, and in the worker the questions about sizes stop nobody.
# Observed: the first post asks for every size on its way, with the page standing still, about as long as asking them in the page; so does structuredClone.
#   A second post of the same files, or one after the sizes were asked, takes a millisecond or two, and the worker has every size at once. FormData asks nothing.
# Consequence: a worker takes the reading off a page, not the questions; files are handed over a few at a time, each when its turn comes.
# Packages: @sparticuz/chromium 143.0.4, puppeteer-core 24.34.0. Needs Chromium's libraries (Debian's chromium brings them).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$folder" @sparticuz/chromium@143.0.4 puppeteer-core@24.34.0 >npm.log 2>&1 || { cat npm.log; exit 1; }
cat >check.mjs <<'END'
import assert from 'node:assert/strict';
import fs from 'node:fs';
import zlib from 'node:zlib';
import puppeteer from 'puppeteer-core';
fs.writeFileSync('chromium', zlib.brotliDecompressSync(fs.readFileSync('node_modules/@sparticuz/chromium/bin/chromium.br')), { mode: 0o755 });
fs.mkdirSync('files');
const files = Array.from({ length: 2000 }, (_, n) => `files/${n}.csv`);
for (const file of files) fs.writeFileSync(file, 'a,b\n'.repeat(1500));
const browser = await puppeteer.launch({ executablePath: './chromium', headless: 'shell', args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
console.log(await browser.version(), 'milliseconds for 2,000 files, the least of three fresh pages each:');
// Each in a page of its own, whose files nobody has asked about.
const measure = async (...steps) => {
  const page = await browser.newPage();
  await page.setContent('<input type="file" multiple>');
  await (await page.$('input')).uploadFile(...files);
  const took = await page.evaluate(async (steps) => {
    const files = [...document.querySelector('input').files];
    const code = 'onmessage = ({ data }) => { const start = performance.now(); const sum = data.reduce((sum, file) => sum + file.size, 0); postMessage([sum, performance.now() - start]); };';
    const worker = new Worker(URL.createObjectURL(new Blob([code])));
    const answer = () => new Promise((resolve) => { worker.onmessage = ({ data }) => resolve(data); });
    worker.postMessage([]);
    await answer();
    const work = {
      size: () => files.forEach((file) => file.size),
      post: () => worker.postMessage(files),
      clone: () => structuredClone(files),
      form: () => { const form = new FormData(); files.forEach((file) => form.append('file', file)); },
    };
    const took = [];
    for (const step of steps) {
      const start = performance.now();
      work[step]();
      took.push(performance.now() - start);
      if (step === 'post') {
        const [sum, inside] = await answer();
        if (sum !== files.length * 6000) throw new Error('the worker has other files');
        took.push(inside);
      }
    }
    return took;
  }, steps);
  await page.close();
  return took;
};
const runs = {
  'size in the page': ['size'],
  'post, sizes in the worker, post again, sizes again': ['post', 'post'],
  'size, post, sizes in the worker': ['size', 'post'],
  structuredClone: ['clone'],
  'FormData, then size': ['form', 'size'],
};
const seen = Object.values(runs).map(() => []);
for (let round = 0; round < 3; round += 1) {
  for (const [place, steps] of Object.values(runs).entries()) seen[place].push(await measure(...steps));
}
await browser.close();
const [[size], [first, inside, second], [, after], [clone], [form]] = seen.map((rounds) => rounds[0].map((_, n) => Math.min(...rounds.map((took) => took[n]))));
console.log({ size, first, inside, second, after, clone, form });
assert(first > size / 3, 'a post asks for the sizes');
assert(clone > size / 3, 'so does structuredClone');
for (const quick of [inside, second, after, form]) assert(quick < first / 5, 'what follows, and FormData, does not');
END
node check.mjs
echo "as stated"
