#!/bin/sh
# What: "{{count}} votes" in i18next 26.7.2, in French, Spanish and Brazilian Portuguese with the forms _one and _other, English to fall back on.
# Expected: each number has a form: these languages have one for 1 and one for the rest.
# Observed: 1,000,000 and 2,000,000 stand there in English, 1,500,000 does not. CLDR has a third form for whole millions, "many"; where it is missing i18next does not take "other" but another language.
# Consequence: a form that a language's file has not is said as its last one here, whatever the rule is called (docs/howto.md, A language).
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$dir" i18next@26.7.2 >npm.log 2>&1 || { cat npm.log; exit 1; }
echo 'versions: i18next@26.7.2'
echo "node $(node --version)"

cat >check.mjs <<'END'
import assert from 'node:assert/strict';
import i18next from 'i18next';
const words = { en: ['vote', 'votes'], fr: ['voix', 'voix'], es: ['voto', 'votos'], 'pt-BR': ['voto', 'votos'] };
const resources = Object.fromEntries(Object.entries(words).map(([tag, [one, other]]) => [tag, { translation: { said_one: `{{count}} ${one} (${tag})`, said_other: `{{count}} ${other} (${tag})` } }]));
for (const lng of ['fr', 'es', 'pt-BR']) {
  const said = i18next.createInstance();
  await said.init({ lng, fallbackLng: 'en', resources });
  const seen = [1, 2, 999999, 1000000, 1500000, 2000000].map((count) => said.t('said', { count }));
  console.log(lng, seen, new Intl.PluralRules(lng).select(1000000));
  assert.deepEqual(seen.map((text) => text.includes('(en)')), [false, false, false, true, false, true]);
}
END
node check.mjs
echo "as stated"
