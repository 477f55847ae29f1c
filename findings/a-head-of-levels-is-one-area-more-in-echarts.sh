#!/bin/sh
# What: a table of counts with a column for each level, `area,1,2,3,4,5`, read with Papa Parse 5.5.3 as rows and with d3-dsv 3.0.2 as objects, and given to ECharts 6.1.0 as
#   the dataset of a bar chart with five series.
# Expected: two areas on the axis, and 1 to 5 in the legend, as where the columns are called "level 1" to "level 5".
# Observed: as rows with their types found, the head is a third area called "area" that has 1, 2, 3, 4 and 5 votes, and no series has a name: a head with a number in it is no head to ECharts.
#   As objects, keys that are whole numbers come first (ECMA-262, OrdinaryOwnPropertyKeys), and the first key is the axis: the areas are called by their votes of level 1,
#   the series are 2, 3, 4, 5 and "area", and the last has no figures. No error and no warning. As texts in rows, or with sourceHeader, the picture is right.
# Consequence: columns of counts are called c1 to c5, with a letter first; a head of bare figures is no head to everybody.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$dir" echarts@6.1.0 papaparse@5.5.3 d3-dsv@3.0.2 >npm.log 2>&1 || { cat npm.log; exit 1; }
echo 'versions: echarts@6.1.0 papaparse@5.5.3 d3-dsv@3.0.2'
echo "node $(node --version)"

cat >check.mjs <<'END'
import assert from 'node:assert/strict';
import { autoType, csvParse } from 'd3-dsv';
import * as echarts from 'echarts';
import Papa from 'papaparse';

const table = (prefix) => `area,${[1, 2, 3, 4, 5].map((level) => prefix + level)}\nTrust,1,0,3,4,2\nGoals,0,2,2,3,1`;
const rows = (text, dynamicTyping) => Papa.parse(text, { dynamicTyping }).data;
const objects = (text) => [...csvParse(text, autoType)];

const said = [];
for (const way of ['warn', 'error']) console[way] = (...words) => said.push(words.join(' '));
const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: 600, height: 300 });
const draw = (source, more) => {
  chart.clear();
  chart.setOption({
    animation: false, legend: {}, xAxis: { type: 'category' }, yAxis: { show: false },
    dataset: { source, ...more }, series: Array.from({ length: 5 }, () => ({ type: 'bar' })),
  });
  const series = chart.getModel().getSeries().map((one) => {
    const data = one.getData();
    return [one.name.startsWith('series') ? 'no name' : one.name, ...data.mapArray(data.mapDimension('y'), (votes) => votes)].join(' ');
  });
  const words = [...chart.renderToSVGString().matchAll(/<text[^>]*>([^<]*)</g)].map((found) => found[1]);
  return { words: words.join(), series: series.join(', ') };
};

const seen = {
  rows: draw(rows(table(''), true)),
  objects: draw(objects(table(''))),
  'rows as texts': draw(rows(table(''), false)),
  'rows, sourceHeader': draw(rows(table(''), true), { sourceHeader: true }),
  'rows, level 1': draw(rows(table('level '), true)),
  'objects, level 1': draw(objects(table('level '))),
};
console.log(seen);
chart.dispose();

assert.deepEqual(seen.rows, { words: 'area,Trust,Goals', series: 'no name 1 1 0, no name 2 0 2, no name 3 3 2, no name 4 4 3, no name 5 2 1' });
assert.equal(seen.objects.words, '1,0,2,3,4,5,area');
assert.match(seen.objects.series, /^2 0 2, 3 3 2, 4 4 3, 5 2 1, area /);
assert.ok(!/[0-9]/.test(seen.objects.series.split('area')[1]));
const right = { words: 'Trust,Goals,1,2,3,4,5', series: '1 1 0, 2 0 2, 3 3 2, 4 4 3, 5 2 1' };
assert.deepEqual(seen['rows as texts'], right);
assert.deepEqual(seen['rows, sourceHeader'], right);
const levels = { words: 'Trust,Goals,level 1,level 2,level 3,level 4,level 5', series: 'level 1 1 0, level 2 0 2, level 3 3 2, level 4 4 3, level 5 2 1' };
assert.deepEqual(seen['rows, level 1'], levels);
assert.deepEqual(seen['objects, level 1'], levels);
assert.deepEqual(said, []);
process.exit(0);
END
timeout 120 node check.mjs
echo "as stated"
