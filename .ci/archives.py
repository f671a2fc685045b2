#!/usr/bin/env python3
"""Packages connectors and lets other tools judge the archives.

Usage: .ci/archives.py DIRECTORY...   every directory below with a connector.py is taken.

Of each archive: Python's zipfile and, where it is installed, `unzip -t` accept it; packaging its unpacked content, in which
every time is new, selects the same files again and gives the same SHA-256.
"""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile

WHARF = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "wharf")


def package(directory, archive):
    run = subprocess.run([WHARF, "package", directory, "--list", "-o", "json", "-O", archive],
                         capture_output=True, text=True)
    return json.loads(run.stdout) if run.returncode == 0 else None, run.returncode, run.stderr


def unpack(archive, target):
    with zipfile.ZipFile(archive) as content:
        if content.testzip() is not None:
            raise SystemExit(f"{archive}: zipfile finds a bad entry")
        for entry in content.infolist():
            path = content.extract(entry, target)
            os.chmod(path, entry.external_attr >> 16)


def judge(directory, scratch):
    archive = os.path.join(scratch, "archive.zip")
    built, code, said = package(directory, archive)
    if built is None:
        return f"not packaged, exit {code}: {said.strip().splitlines()[0]}"
    unpacked = os.path.join(scratch, "unpacked")
    unpack(archive, unpacked)
    if shutil.which("unzip"):
        subprocess.run(["unzip", "-tqq", archive], check=True)
    again, code, said = package(unpacked, os.path.join(scratch, "again.zip"))
    if again is None or again["files"] != built["files"] or again["file_sha256_hash"] != built["file_sha256_hash"]:
        raise SystemExit(f"{directory}: the unpacked archive gives another one ({code}): {said}")
    return "same again"


def main():
    results = {}
    for root in sys.argv[1:]:
        for directory, below, files in os.walk(root):
            if "connector.py" in files:
                below[:] = []
                with tempfile.TemporaryDirectory() as scratch:
                    result = judge(directory, scratch)
                results[result] = results.get(result, 0) + 1
                if result != "same again":
                    print(f"{directory}: {result}")
    print(", ".join(f"{count} {result}" for result, count in sorted(results.items())))
    if not results.get("same again"):
        raise SystemExit("no archive was built")


main()
