"""Runs inside datasketch's own environment: texts come as JSON lines, the pairs that each index returns go back.

`lsh` is MinHashLSH, for two texts that are alike as wholes; `ensemble` is LSHEnsemble, for one that holds the other.
"""

from __future__ import annotations

import json
import sys
import time

from datasketch import MinHash, MinHashLSH, MinHashLSHEnsemble

GRAM = 8
PERMUTATIONS = 128
ALIKE = 0.5
HELD = 0.8


def main() -> None:
    """Answer with two lines: name, seconds, pairs of ids."""
    began = time.process_time()
    sketches = {}
    for item in map(json.loads, sys.stdin):
        words = item["words"]
        shingles = {" ".join(words[i : i + GRAM]).encode() for i in range(len(words) - GRAM + 1)}
        if shingles:
            sketch = MinHash(num_perm=PERMUTATIONS)
            sketch.update_batch(shingles)
            sketches[item["id"]] = (sketch, len(shingles))
    made = time.process_time() - began
    for name, answer in (("lsh", _lsh), ("ensemble", _ensemble)):
        began = time.process_time()
        pairs = sorted(answer(sketches))
        print(json.dumps({"name": name, "seconds": made + time.process_time() - began, "pairs": pairs}))


def _lsh(sketches):
    index = MinHashLSH(threshold=ALIKE, num_perm=PERMUTATIONS)
    for name, (sketch, _) in sketches.items():
        index.insert(name, sketch)
    return {tuple(sorted((n, o))) for n, (sketch, _) in sketches.items() for o in index.query(sketch) if o != n}


def _ensemble(sketches):
    index = MinHashLSHEnsemble(threshold=HELD, num_perm=PERMUTATIONS)
    index.index((name, sketch, size) for name, (sketch, size) in sketches.items())
    return {
        tuple(sorted((n, o))) for n, (sketch, size) in sketches.items() for o in index.query(sketch, size) if o != n
    }


if __name__ == "__main__":
    main()
