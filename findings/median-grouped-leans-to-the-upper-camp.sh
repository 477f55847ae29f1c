#!/bin/sh
# What: Python's statistics.median_grouped, the interpolated median of the standard library, on a room in two camps: 1, 1, 5, 5.
# Expected: 3, or at least a value that mirrors when the scale does.
# Observed: 4.5, and the mirrored room is the same room. With an even number it works in the class of the upper middle vote.
# Consequence: our interpolated median (the midpoint, 3.0, when the two central votes differ) cannot be checked against it for a split room.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

python3 --version

cat >check.py <<'END'
import statistics

rooms = {(1, 1, 5, 5): 4.5, (1, 2, 2, 3): 2.0, (2, 2, 3, 3): 2.5, (1, 3, 3, 5): 3.0}
for votes, stated in rooms.items():
    mirrored = sorted(6 - vote for vote in votes)
    here, there = statistics.median_grouped(votes), 6 - statistics.median_grouped(mirrored)
    print(votes, here, "mirrored", there)
    assert here == stated
    assert (here == there) == (votes != (1, 1, 5, 5))
END
PYTHONPATH="$dir/py" python3 -W ignore check.py
echo "as stated"
