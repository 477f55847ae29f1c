#!/bin/sh
# What: "the level in the middle" of 1, 2, 3, 4 and of 1, 2 in four libraries, each asked for a level that was really voted.
# Expected: one rule, lower or upper.
# Observed: for 1 to 4 DuckDB 2.0.1 (quantile_disc) says 2, numpy 2.4.6 and pandas 3.1.1 (nearest) 3, Polars 2.1.0 (nearest) 3; for 1 and 2 DuckDB, numpy and pandas say 1, Polars 2. numpy rounds half to even, so its rule changes with the size of the panel.
# Consequence: an even panel's median is said as the point between two levels, or with its rule, or nobody can check it.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

python3 -m pip install -q --disable-pip-version-check --target "$dir/py" duckdb==2.0.1 numpy==2.4.6 pandas==3.1.1 polars==2.1.0 >pip.log 2>&1 || { cat pip.log; exit 1; }
echo 'versions: duckdb==2.0.1 numpy==2.4.6 pandas==3.1.1 polars==2.1.0'
python3 --version

cat >check.py <<'END'
import duckdb
import numpy
import pandas
import polars

def middle(votes):
    rows = ",".join(f"({vote})" for vote in votes)
    return {
        "duckdb": duckdb.sql(f"select quantile_disc(x, 0.5) from (values {rows}) t(x)").fetchall()[0][0],
        "numpy": int(numpy.quantile(votes, 0.5, method="nearest")),
        "pandas": int(pandas.Series(votes).quantile(0.5, interpolation="nearest")),
        "polars": int(polars.Series(votes).quantile(0.5, interpolation="nearest")),
    }

four, two = middle([1, 2, 3, 4]), middle([1, 2])
print(four, two)
assert four == {"duckdb": 2, "numpy": 3, "pandas": 3, "polars": 3}
assert two == {"duckdb": 1, "numpy": 1, "pandas": 1, "polars": 2}
END
PYTHONPATH="$dir/py" python3 -W ignore check.py
echo "as stated"
