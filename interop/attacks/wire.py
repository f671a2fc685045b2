"""What all attacks need: raw requests, uploads, archives, and a list of what held."""

import base64
import io
import json
import os
import random
import socket
import sys
import time
import zipfile

HOST = "127.0.0.1"
PORT = int(os.environ.get("URL", "http://x:0").rsplit(":", 1)[1])
ADMIN = (os.environ.get("KEY", ""), os.environ.get("SECRET", ""))
PACKAGES = "/v1/connector-sdk/packages"
failed = []


def held(what, good, seen=""):
    print(("held: " if good else "FAILED: ") + what + (f" ({seen})" if seen != "" else ""), flush=True)
    if not good:
        failed.append(what)


def finish():
    print(f"{len(failed)} failed" if failed else "all held")
    sys.exit(1 if failed else 0)


def authorization(who):
    return "Basic " + base64.b64encode(":".join(who).encode()).decode()


def connect(source=None, timeout=30):
    return socket.create_connection((HOST, PORT), timeout, source_address=source and (source, 0))


def head(method, path, who=ADMIN, **headers):
    lines = [f"{method} {path} HTTP/1.1", "Host: localhost"]
    if who:
        lines.append("Authorization: " + authorization(who))
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("utf-8", "surrogateescape")


def receive(opened, limit=1 << 26):
    """One answer: status, headers, body; status 0 if the connection was closed without one."""
    file = opened if hasattr(opened, "readline") else opened.makefile("rb")
    try:
        line = file.readline()
        if not line:
            return 0, {}, b""
        status, headers = int(line.split()[1]), {}
        while (line := file.readline().strip()):
            name, _, value = line.decode("latin-1").partition(":")
            headers[name.lower()] = value.strip()
        if headers.get("transfer-encoding") == "chunked":
            body = b""
            while (size := int(file.readline().split(b";")[0], 16)):
                body += file.read(size)
                file.readline()
            file.readline()
        else:
            body = file.read(min(int(headers.get("content-length", 0)), limit))
        return status, headers, body
    except (OSError, ValueError):
        return 0, {}, b""


def raw(data, source=None, timeout=30):
    with connect(source, timeout) as opened:
        try:
            opened.sendall(data)
        except OSError:
            pass
        return receive(opened)


def call(method, path, body=b"", who=ADMIN, source=None, timeout=30, **headers):
    if body or method in ("POST", "PATCH", "PUT"):
        headers.setdefault("Content_Type", "application/json")
        headers["Content_Length"] = len(body)
    return raw(head(method, path, who, **headers) + body, source, timeout)


def value(answer):
    return json.loads(answer[2]).get("data")


def archive(size=0, entries=()):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as zipped:
        zipped.writestr("connector.py", f"connector = {random.random()}\n")
        if size:
            zipped.writestr("data.bin", random.randbytes(size))
        for name, content in entries:
            zipped.writestr(name, content)
    return made.getvalue()


def form(content, disposition='form-data; name="file"; filename="code.zip"', boundary="b0undary"):
    return (f"--{boundary}\r\nContent-Disposition: {disposition}\r\nContent-Type: application/zip\r\n\r\n".encode("utf-8", "surrogateescape")
            + content + f"\r\n--{boundary}--\r\n".encode())


def upload(content, who=ADMIN, method="POST", path=PACKAGES, boundary="b0undary", timeout=60, **headers):
    return call(method, path, content, who, timeout=timeout, Content_Type=f"multipart/form-data; boundary={boundary}", **headers)


def alive():
    begun = time.monotonic()
    status = call("GET", PACKAGES)[0]
    return status == 200, f"{(time.monotonic() - begun) * 1000:.0f} ms"
