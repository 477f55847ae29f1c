#!/bin/sh
# What: two and three rating questions in SurveyJS (survey-core 3.1.1), the last of them unanswered, and calculated fields: `{know} - {do}`, `({q1} + {q2} + {q3}) / 3`, `avg(...)`, and `{q3} <= 2`.
# Expected: nothing is known of what was not answered, so there is no gap and no mean; or all of them pass over it.
# Observed: the gap is 4, the mean from the sum 2: both take it for 0, below the lowest level. `avg` passes over it and says 3, and `{q3} <= 2` is not true of it.
# Consequence: a gap or a score is worked out here only of what was answered; what is open widens the range instead.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$dir" survey-core@3.1.1 >npm.log 2>&1 || { cat npm.log; exit 1; }
echo 'versions: survey-core@3.1.1'
echo "node $(node --version)"

cat >check.cjs <<'END'
const assert = require('node:assert/strict');
const { Model } = require('survey-core');
const calculated = (answers, expressions) => {
  const elements = [...['know', 'do', 'q1', 'q2', 'q3'].map((name) => ({ type: 'rating', name, rateMax: 5 })), ...Object.entries(expressions).map(([name, expression]) => ({ type: 'expression', name, expression }))];
  const survey = new Model({ elements });
  for (const [name, level] of Object.entries(answers)) survey.setValue(name, level);
  return Object.keys(expressions).map((name) => survey.getValue(name));
};
const seen = calculated({ know: 4, q1: 2, q2: 4 }, { gap: '{know} - {do}', sum: '({q1} + {q2} + {q3}) / 3', mean: 'avg({q1}, {q2}, {q3})', low: "iif({q3} <= 2, 'low', 'not low')" });
console.log({ gap: seen[0], 'sum / 3': seen[1], avg: seen[2], 'q3 <= 2': seen[3] });
assert.deepEqual(seen, [4, 2, 3, 'not low']);
END
node --no-deprecation check.cjs
echo "as stated"
