#!/usr/bin/env bash
# What: the language that Chromium 105 says the person has, given to the same browser's Intl.
# Expected: every navigator.languages is a valid tag, so new Intl.PluralRules(navigator.languages) never throws.
# Observed: where the system's language is C.UTF-8, as on servers, kiosks and in containers, it is "en-US@posix", and Intl throws a
#   RangeError. With LANG=en_US.UTF-8 it is "en-US".
# Consequence: tags of the person's own are looked at before they are given to Intl; one bad tag made the first plural throw.
# Packages: @sparticuz/chrome-aws-lambda 16.2.0 (Chromium 105.0.5173), puppeteer-core 16.2.0. Needs Chromium's libraries (Debian's chromium brings them).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts --legacy-peer-deps --prefix "$folder" @sparticuz/chrome-aws-lambda@16.2.0 puppeteer-core@16.2.0 >npm.log 2>&1 || { cat npm.log; exit 1; }
cat >check.mjs <<'END'
import assert from 'node:assert/strict';
import fs from 'node:fs';
import zlib from 'node:zlib';
import puppeteer from 'puppeteer-core';
const packed = 'node_modules/@sparticuz/chrome-aws-lambda/bin/chromium.br';
fs.writeFileSync('chromium', zlib.brotliDecompressSync(fs.readFileSync(packed)), { mode: 0o755 });
const seen = {};
for (const LANG of ['C.UTF-8', 'en_US.UTF-8']) {
  const { LC_ALL, LANGUAGE, ...env } = process.env;
  const browser = await puppeteer.launch({
    executablePath: './chromium', headless: true, env: { ...env, LANG },
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  const page = await browser.newPage();
  seen[LANG] = await page.evaluate(() => {
    try {
      new Intl.PluralRules(navigator.languages);
      return [navigator.languages.join(), 'taken'];
    } catch (error) {
      return [navigator.languages.join(), error.name];
    }
  });
  console.log(await browser.version(), LANG, seen[LANG]);
  await browser.close();
}
assert.deepEqual(seen, { 'C.UTF-8': ['en-US@posix', 'RangeError'], 'en_US.UTF-8': ['en-US', 'taken'] });
END
node check.mjs
echo "as stated"
