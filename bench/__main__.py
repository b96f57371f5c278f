"""Runs all that is measured: `make bench`."""

from bench import scores, shared, speed

shared.or_skip()
print("# The five real pages, by ../shared/score.py")
scores.main()
print("\n# Speed on saudi_bylines")
print(speed.measure(speed.FEW))
print(speed.measure(None))
