"""What people write today: zip a directory, tell the hash. Usage: zip_directory.py DIRECTORY ARCHIVE"""
import hashlib
import os
import sys
import zipfile

directory, archive = sys.argv[1:]
with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as target:
    for path, _, files in os.walk(directory):
        for name in files:
            file = os.path.join(path, name)
            target.write(file, os.path.relpath(file, directory))
digest = hashlib.sha256()
with open(archive, "rb") as written:
    for chunk in iter(lambda: written.read(65536), b""):
        digest.update(chunk)
print(digest.hexdigest())
