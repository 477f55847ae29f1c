#!/usr/bin/env bash
# What: a date field held by its state in React, Preact and Vue, where the state keeps the last whole day; 02, 3 and 1 are typed into
#   2027-01-18, so that 31 February stands there half written, and then something else on the page is drawn anew.
# Expected: the state of the field is the same before and after, so drawing anew leaves it alone, as it is left alone without a library.
# Observed: none of the three leaves it. The value of half a date is '', which is not the day kept: Preact and Vue (:value and v-model alike) put
#   2027-02-03 back with the next change of anything else, React at the key itself, so that 31 never stands there. The 3 was stored as a day on the way.
# Consequence: the day kept is not written into a field whose validity.badInput is true; the person is halfway through another day.
# Packages: react and react-dom 19.3.1, preact 11.2.0, vue 3.5.45, esbuild 0.28.2, @sparticuz/chromium 143.0.4, puppeteer-core 24.34.0.
#   Needs Chromium's libraries (Debian's chromium brings them).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$folder" @sparticuz/chromium@143.0.4 puppeteer-core@24.34.0 react@19.3.1 react-dom@19.3.1 preact@11.2.0 vue@3.5.45 esbuild@0.28.2 >npm.log 2>&1 || { cat npm.log; exit 1; }
echo 'versions: react@19.3.1 react-dom@19.3.1 preact@11.2.0 vue@3.5.45 esbuild@0.28.2'
echo "node $(node --version)"
cat >react.mjs <<'END'
import { createElement as h, useState } from 'react';
import { createRoot } from 'react-dom/client';
function Form() {
  const [day, setDay] = useState('2027-01-18');
  const [other, setOther] = useState(0);
  window.again = () => setOther((n) => n + 1);
  const keep = (event) => { if (event.target.value) setDay(event.target.value); };
  return h('p', null, h('input', { type: 'date', value: day, onChange: keep }), h('b', null, other), h('i', null, day));
}
createRoot(document.querySelector('main')).render(h(Form));
END
sed -e "s/'react'/'preact\/hooks'/; s/createElement as h, //; s/onChange/onInput/; s/^import.*createRoot.*/import { h, render } from 'preact';/; s/^createRoot.*/render(h(Form), document.querySelector('main'));/" react.mjs >preact.mjs
cat >vue.mjs <<'END'
import { createApp, ref } from 'vue/dist/vue.esm-bundler.js';
createApp({
  setup() {
    const [day, other] = [ref('2027-01-18'), ref(0)];
    window.again = () => { other.value += 1; };
    return { day, other, keep: (event) => { if (event.target.value) day.value = event.target.value; } };
  },
  template: '<p><input type="date" :value="day" @input="keep"><b>{{ other }}</b><i>{{ day }}</i></p>',
}).mount('main');
END
cat >vue-v-model.mjs <<'END'
import { computed, createApp, ref } from 'vue/dist/vue.esm-bundler.js';
createApp({
  setup() {
    const [day, other] = [ref('2027-01-18'), ref(0)];
    window.again = () => { other.value += 1; };
    return { day, other, kept: computed({ get: () => day.value, set: (value) => { if (value) day.value = value; } }) };
  },
  template: '<p><input type="date" v-model="kept"><b>{{ other }}</b><i>{{ day }}</i></p>',
}).mount('main');
END
cat >none.mjs <<'END'
document.querySelector('main').innerHTML = '<p><input type="date" value="2027-01-18"><b>0</b><i>2027-01-18</i></p>';
const [field, other, day] = document.querySelectorAll('input, b, i');
field.oninput = () => { if (field.value) day.textContent = field.value; };
window.again = () => { other.textContent = Number(other.textContent) + 1; };
END
cat >check.mjs <<'END'
import assert from 'node:assert/strict';
import fs from 'node:fs';
import zlib from 'node:zlib';
import { buildSync } from 'esbuild';
import puppeteer from 'puppeteer-core';
fs.writeFileSync('chromium', zlib.brotliDecompressSync(fs.readFileSync('node_modules/@sparticuz/chromium/bin/chromium.br')), { mode: 0o755 });
const env = { ...process.env, LANG: 'en_US.UTF-8', LC_ALL: 'en_US.UTF-8', LANGUAGE: 'en_US' };
const browser = await puppeteer.launch({ executablePath: './chromium', headless: 'shell', env, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--lang=en-US'] });
console.log(await browser.version());
const seen = {};
for (const name of ['none', 'react', 'preact', 'vue', 'vue-v-model']) {
  const define = { 'process.env.NODE_ENV': '"production"', __VUE_OPTIONS_API__: 'true', __VUE_PROD_DEVTOOLS__: 'false', __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false' };
  const script = buildSync({ entryPoints: [`${name}.mjs`], bundle: true, write: false, format: 'iife', define }).outputFiles[0].text;
  const page = await browser.newPage();
  await page.setContent('<main></main>');
  await page.addScriptTag({ content: script });
  await page.waitForSelector('input');
  await page.focus('input');
  const look = () => page.evaluate(async () => {
    await new Promise((resolve) => setTimeout(resolve, 200));
    const { value, validity } = document.querySelector('input');
    const [other, day] = ['b', 'i'].map((tag) => document.querySelector(tag).textContent);
    return `${validity.badInput ? 'half a date' : 'a whole one'} '${value}', kept ${day}, other ${other}`;
  });
  for (const key of ['0', '2', '3', '1']) await page.keyboard.press(key);
  const typed = await look();
  await page.evaluate(() => window.again());
  seen[name] = { typed, again: await look() };
  console.log(name, seen[name]);
  await page.close();
}
await browser.close();
const half = "half a date '', kept 2027-02-03, other ";
const whole = "a whole one '2027-02-03', kept 2027-02-03, other ";
assert.deepEqual(seen.none, { typed: `${half}0`, again: `${half}1` });
assert.deepEqual(seen.react, { typed: `${whole}0`, again: `${whole}1` });
for (const name of ['preact', 'vue', 'vue-v-model']) assert.deepEqual(seen[name], { typed: `${half}0`, again: `${whole}1` });
END
node check.mjs
echo "as stated"
