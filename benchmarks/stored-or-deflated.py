#!/usr/bin/env python3
"""What compressing the entries of connectors' archives would save.

Usage: benchmarks/stored-or-deflated.py CHECKOUT, a checkout of a repository with connectors, for instance the SDK's public
examples. Every directory with a connector.py is taken; hidden and built-in ignored names are left out.
"""
import os
import statistics
import sys
import zlib

LEFT_OUT = {"__pycache__", "lib", "include", "files"}


def sizes(directory):
    stored = deflated = 0
    for path, directories, files in os.walk(directory):
        directories[:] = [d for d in directories if d not in LEFT_OUT and not d.startswith(".")]
        for name in files:
            if name.startswith(".") or name == "configuration.json":
                continue
            with open(os.path.join(path, name), "rb") as file:
                content = file.read()
            packed = zlib.compressobj(6, zlib.DEFLATED, -15)
            headers = 76 + 2 * len(os.path.relpath(os.path.join(path, name), directory))
            stored += headers + len(content)
            deflated += headers + len(packed.compress(content) + packed.flush())
    return stored, deflated


def main():
    found = []
    for path, directories, files in os.walk(sys.argv[1]):
        if "connector.py" in files:
            found.append(sizes(path))
            directories[:] = []
    stored, deflated = sorted(s for s, _ in found), sorted(d for _, d in found)
    print(f"{len(found)} connectors")
    for name, of in (("median", statistics.median), ("largest", max), ("all", sum)):
        s, d = of(stored), of(deflated)
        print(f"{name:8} stored {s / 1024:9.1f} KiB  deflated {d / 1024:9.1f} KiB  "
              f"saved at 10 Mbit/s {(s - d) * 8 / 10e6 * 1000:8.1f} ms")


main()
