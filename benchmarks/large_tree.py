"""Writes a tree of 10 000 files and almost 200 MiB, three of four of them words, the fourth random bytes. Usage: large_tree.py DIRECTORY"""
import os
import random
import sys

FILES = 10_000
BYTES = (200 * 1024 * 1024 - 4_000_000) // FILES

random.seed(7)
root = sys.argv[1]
os.makedirs(root)
with open(os.path.join(root, "connector.py"), "w") as connector:
    connector.write("connector = Connector(update=update)\n")
words = ["".join(random.choices("abcdefghijklmnopqrstuvwxyz_", k=random.randint(2, 10))) for _ in range(5000)]
for i in range(FILES):
    directory = os.path.join(root, "data", f"d{i // 100:03d}")
    os.makedirs(directory, exist_ok=True)
    content = random.randbytes(BYTES) if i % 4 == 3 else " ".join(random.choices(words, k=BYTES // 4)).encode()[:BYTES]
    with open(os.path.join(directory, f"f{i:05d}.txt"), "wb") as file:
        file.write(content)
