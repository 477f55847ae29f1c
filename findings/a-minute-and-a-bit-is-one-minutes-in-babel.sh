#!/bin/sh
# What: 1.2 minutes said without decimals, and 1 with one decimal, in Babel 2.19.0 (format_unit), fluent.runtime 0.4.0 (PyPI), @fluent/bundle 0.19.1 (npm) and Node's Intl.
# Expected: "1 minute" and "1.0 minutes": the plural form is that of the figure that is shown (UTS #35 part 3, Language Plural Rules: v is the number of
#   visible fraction digits), and in English and German "one" is for i = 1 and v = 0 only.
# Observed: Node and @fluent/bundle say so. Babel and fluent.runtime take the form of the figure before it is rounded: "1 minutes", "1 Minuten", "1 minutos" in Spanish, 0.9 alike, and "1.0 minute".
#   French and Portuguese are the same in all for minutes, as "one" holds there from 0 to below 2.
# Consequence: plural forms here are asked of whole numbers only; who says an average in a sentence asks for the form of the figure that stands there.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

python3 -m pip install -q --disable-pip-version-check --root-user-action=ignore --target "$dir/py" Babel==2.19.0 fluent.runtime==0.4.0 >pip.log 2>&1 || { cat pip.log; exit 1; }
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$dir" @fluent/bundle@0.19.1 >npm.log 2>&1 || { cat npm.log; exit 1; }
echo 'versions: Babel==2.19.0 fluent.runtime==0.4.0 @fluent/bundle@0.19.1'
python3 --version
echo "node $(node --version) with ICU $(node -p process.versions.icu)"

cat >words.ftl <<'END'
whole = { NUMBER($n, maximumFractionDigits: 0) ->
    [one] { NUMBER($n, maximumFractionDigits: 0) } minute
   *[other] { NUMBER($n, maximumFractionDigits: 0) } minutes
 }
decimal = { NUMBER($n, minimumFractionDigits: 1) ->
    [one] { NUMBER($n, minimumFractionDigits: 1) } minute
   *[other] { NUMBER($n, minimumFractionDigits: 1) } minutes
 }
END
cat >check.py <<'END'
import json

from babel.units import format_unit
from fluent.runtime import FluentBundle, FluentResource

bundle = FluentBundle(["en"], use_isolating=False)
bundle.add_resource(FluentResource(open("words.ftl").read()))

def fluent(name, n):
    text, errors = bundle.format_pattern(bundle.get_message(name).value, {"n": n})
    assert not errors, errors
    return text

def babel(locale, n, form="0"):
    return format_unit(n, "duration-minute", format=form, locale=locale)

print(json.dumps({
    "units": {locale: [babel(locale, n) for n in (1, 1.2, 0.9)] for locale in ("en", "de", "es", "fr", "pt")},
    "unit with a decimal": babel("en", 1, "0.0"),
    "fluent": [fluent("whole", n) for n in (1, 1.2, 0.9)],
    "fluent with a decimal": fluent("decimal", 1),
}))
END
PYTHONPATH="$dir/py" python3 -W ignore check.py >python.json

cat >check.mjs <<'END'
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { FluentBundle, FluentResource } from '@fluent/bundle';

const bundle = new FluentBundle(['en'], { useIsolating: false });
bundle.addResource(new FluentResource(fs.readFileSync('words.ftl', 'utf8')));
const fluent = (name, n) => bundle.formatPattern(bundle.getMessage(name).value, { n });
const unit = (locale, n, digits) =>
  new Intl.NumberFormat(locale, { style: 'unit', unit: 'minute', unitDisplay: 'long', minimumFractionDigits: digits, maximumFractionDigits: digits }).format(n);
const node = {
  units: Object.fromEntries(['en', 'de', 'es', 'fr', 'pt'].map((locale) => [locale, [1, 1.2, 0.9].map((n) => unit(locale, n, 0))])),
  'unit with a decimal': unit('en', 1, 1),
  fluent: [1, 1.2, 0.9].map((n) => fluent('whole', n)),
  'fluent with a decimal': fluent('decimal', 1),
};
const python = JSON.parse(fs.readFileSync('python.json', 'utf8'));
console.log('Python', python);
console.log('Node', node);
const one = { en: '1 minute', de: '1 Minute', es: '1 minuto', fr: '1 minute', pt: '1 minuto' };
const more = { en: '1 minutes', de: '1 Minuten', es: '1 minutos', fr: '1 minute', pt: '1 minuto' };
for (const locale of Object.keys(one)) {
  assert.deepEqual(node.units[locale], [one[locale], one[locale], one[locale]]);
  assert.deepEqual(python.units[locale], [one[locale], more[locale], more[locale]]);
}
assert.deepEqual([node['unit with a decimal'], python['unit with a decimal']], ['1.0 minutes', '1.0 minute']);
assert.deepEqual([node.fluent, python.fluent], [['1 minute', '1 minute', '1 minute'], ['1 minute', '1 minutes', '1 minutes']]);
assert.deepEqual([node['fluent with a decimal'], python['fluent with a decimal']], ['1.0 minutes', '1.0 minute']);
END
node check.mjs
echo "as stated"
