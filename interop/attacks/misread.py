"""Requests that are made to be misread, by strangers, readers and members. Wants keys of these in READER, ANN and BOB (key:secret)."""

import os
import subprocess
import threading
import zlib

from wire import *  # noqa: F403

READER, ANN, BOB = (tuple(os.environ[name].split(":", 1)) for name in ("READER", "ANN", "BOB"))
GROUPS = "/v1/groups"


def is_refusal(answer):
    return 400 <= answer[0] < 500 or answer[0] == 503


def heads():
    many = "".join(f"x-{i}: y\r\n" for i in range(100_000)).encode()
    answer = raw(head("GET", PACKAGES)[:-2] + many + b"\r\n")
    held("100 000 headers", answer[0] in (0, 400, 413, 431), answer[0])
    answer = raw(b"GET /" + b"a" * 10_000_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n")
    held("a path of 10 MB", answer[0] in (0, 400, 413, 414), answer[0])
    data = head("POST", GROUPS, Transfer_Encoding="chunked", Content_Type="application/json") + b"2;" + b"e" * 5_000_000 + b"\r\n{}\r\n0\r\n\r\n"
    answer = raw(data)
    held("a chunk's extension of 5 MB", answer[0] in (0, 400, 413), answer[0])
    trailers = head("POST", GROUPS, Transfer_Encoding="chunked", Content_Type="application/json") + b"2\r\n{}\r\n0\r\n" + b"t: " + b"e" * 5_000_000 + b"\r\n\r\n"
    answer = raw(trailers)
    held("a trailer of 5 MB", is_refusal(answer) or answer[0] == 0, answer[0])
    with connect(timeout=10) as opened:
        try:
            opened.sendall(head("GET", "/health", None) * 20_000)
        except OSError:
            pass
        file = opened.makefile("rb")
        answers = 0
        while receive(file)[0] == 200:
            answers += 1
    held("20 000 requests in one go are not all taken", answers < 20_000, f"{answers} answers")
    with connect() as opened:
        opened.sendall(head("GET", "/health", None) * 90)
        file = opened.makefile("rb")
        held("90 are answered one after the other", all(receive(file)[0] == 200 for _ in range(90)))
    with connect() as opened:
        opened.sendall(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + bytes(9))
        held("HTTP/2 without asking", receive(opened)[0] in (0, 400))
    answer = call("GET", PACKAGES, who=None, Connection="Upgrade, HTTP2-Settings", Upgrade="h2c", HTTP2_Settings="AAMAAABkAARAAAAAAAIAAAAA")
    held("an upgrade to h2c is no way round the key", answer[0] == 401, answer[0])
    for name in ("X-HTTP-Method-Override", "X-Method-Override", "X-HTTP-Method", "_method"):
        package = value(upload(form(archive()), ANN))["id"]
        answer = raw(head("POST", f"{PACKAGES}/{package}?_method=DELETE", ANN)[:-2] + f"{name}: DELETE\r\nContent-Length: 0\r\n\r\n".encode())
        held(f"{name} does nothing", answer[0] in (404, 405) and call("GET", f"{PACKAGES}/{package}")[0] == 200, answer[0])
    for method in ("TRACE", "CONNECT", "OPTIONS", "PROPFIND", "get"):
        answer = call(method, PACKAGES, who=None)
        held(f"{method} by a stranger", is_refusal(answer) or answer[0] == 501, answer[0])


def json_bodies():
    def group(text, **headers):
        return call("POST", GROUPS, text if isinstance(text, bytes) else text.encode(), ANN, **headers)
    n = 400_000
    bodies = {
        "400 000 nested arrays": '{"name":"a","x":' + "[" * n + "]" * n + "}",
        "400 000 nested objects": '{"name":"a","x":' + '{"a":' * (n // 5) + "1" + "}" * (n // 5) + "}",
        "1e400000": '{"name":"a1","x":1e400000}',
        "a number of 900 000 digits": '{"name":"a2","x":' + "9" * 900_000 + "}",
        "-1e-999999999": '{"name":"a3","x":-1e-999999999}',
        "a list of a million": '{"name":"a4","x":[' + "1," * 300_000 + "1]}",
        "64 MiB": '{"name":"' + "a" * (64 << 20) + '"}',
        "a name of 900 000 characters": '{"name":"' + "a" * 900_000 + '"}',
        "NUL in a name": '{"name":"a\\u0000b"}',
        "half a surrogate": '{"name":"a\\ud800b"}',
        "wrong UTF-8": b'{"name":"\xff\xfe"}',
        "UTF-16": '{"name":"utf"}'.encode("utf-16"),
        "cut off": '{"name":"',
        "more after it": '{"name":"more1"} {"name":"more2"}',
        "an array": '["name"]',
        "a number for a name": '{"name":17}',
        "an object for a name": '{"name":{"a":1}}',
        "NaN": '{"name":"nan","x":NaN}',
    }
    for what, body in bodies.items():
        answer = group(body)
        held(f"JSON: {what}", is_refusal(answer) or answer[0] in (0, 201), answer[0])
    for what, config in {"1e400000": "1e400000", "nested": "[" * 5000 + "]" * 5000, "long digits": "9" * 60_000, "1e309 in a list": "[1e309]", "500 nested": "[" * 500 + "]" * 500}.items():
        made = value(group('{"name":"deep_%s"}' % what.replace(" ", "_")))
        body = '{"service":"connector_sdk","group_id":"%s","config":{"schema":"deep_%d","x":%s},"y":%s}' % (made["id"], len(config), config, config)
        answer = call("POST", "/v1/connections", body.encode(), ANN)
        listed = call("GET", "/v1/connections", who=ANN)
        held(f"JSON: {what} as an unknown field of a connection", is_refusal(answer) and listed[0] == 200,
             f"{answer[0]}, then a list of {len(listed[2])} bytes")
    answer = group('{"name":"first","name":"second"}')
    held("JSON: a key twice", is_refusal(answer) or value(answer)["name"] in ("first", "second"), answer[0])


def forms():
    good = archive()
    end = b"--b0undary--\r\n"
    one = form(good)[:-len(end)]
    cases = {
        "two files": one + form(good),
        "no file": end,
        "nothing": b"",
        "a part of another name": form(good, 'form-data; name="other"'),
        "a preamble of 30 MB": b"p" * 30_000_000 + b"\r\n" + form(good),
        "cut off in the file": form(good)[:200],
        "cut off in the head": b"--b0undary\r\nContent-Dispo",
        "a head of 1 MB": b"--b0undary\r\nX: " + b"x" * 1_000_000 + b"\r\n" + form(good)[12:],
        "no end": one,
    }
    for what, body in cases.items():
        answer = upload(body, ANN)
        held(f"form: {what}", answer[0] in (400, 413) or (answer[0] == 201 and what.startswith("a preamble")), answer[0])
    for what, boundary in {"empty": '""', "of 10 000": "b" * 10_000, "dashes": "-" * 60, "with CR": '"a\\rb"', "a list": "a, boundary=b"}.items():
        answer = upload(form(good), ANN, boundary=boundary)
        held(f"form: a boundary {what} that is not the one", answer[0] in (0, 400), answer[0])
    for name in ("../../../etc/passwd", "..\\\\..\\\\x", "a\0b", "a\x1b[31m", "C:\\\\x", "a" * 8000, "\u202ea", "/etc/passwd"):
        answer = upload(form(archive(), f'form-data; name="file"; filename="{name}"'), ANN)
        held(f"form: a file named {name[:20]!r}", answer[0] in (201, 400), answer[0])
    for twist in ('form-data; name="file"; name="other"', "form-data; name=file", 'form-data; NAME="file"', "form-data; name*=utf-8''file", 'attachment; name="file"'):
        answer = upload(form(archive(), twist), ANN)
        held(f"form: {twist}", answer[0] in (201, 400), answer[0])
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as zipped:
        zipped.writestr("connector.py", "x = 1\n")
        zipped.writestr("zeros", bytes(300_000_000))
    answer = upload(form(bomb.getvalue()), ANN)
    held("a bomb of 300 MB in an archive", answer[0] in (400, 413), answer[0])
    endless = head("POST", PACKAGES, ANN, Transfer_Encoding="chunked", Content_Type="multipart/form-data; boundary=b0undary") + (b"100000\r\n" + b"p" * 0x100000 + b"\r\n") * 220
    answer = raw(endless)
    held("form: a preamble of 220 MiB whose length is not told", answer[0] in (0, 413), answer[0])
    squeezed = zlib.compress(form(good), wbits=31)
    answer = upload(squeezed, ANN, Content_Encoding="gzip")
    held("a compressed body", answer[0] == 415, answer[0])


def identifiers():
    other = value(upload(form(archive()), ANN))["id"]
    for identifier in ("..", "../groups", "%2e%2e", "%2e%2e%2fgroups", "..%2f..%2f..%2fetc%2fpasswd", "%00", f"{other}%00", f"{other}%2f", f"{other};x=1",
                       "%252e%252e", "%c0%ae%c0%ae", "%ff", "%", "%zz", "\u00e9", "%E2%80%AE", f"{other.upper()}", f"{other}%20", f"%20{other}", "'%20OR%201=1--", "a" * 8000, "%0d%0aX:%20y"):
        for path in (f"{PACKAGES}/{identifier}", f"{PACKAGES}/{identifier}/download", f"/v1/connections/{identifier}", f"/v1/groups/{identifier}/connections",
                     f"/v1/wharf/archives/{identifier}", f"/v1/wharf/connections/{identifier}/deploys"):
            answer = call("GET", path, who=READER)
            fine = is_refusal(answer) or (answer[0] == 200 and b'"items"' in answer[2])
            if not fine or b"root:" in answer[2] or "x" in answer[1]:
                held(f"GET {path[:80]}", False, f"{answer[0]} {answer[2][:80]!r}")
    held("132 paths with ids that are none", True)
    for path in ("/docs/..%2f..%2fapplication.yml", "/docs/../application.yml", "/docs/%2e%2e/%2e%2e/logback.xml", "/openapi/..%2f..%2flogback.xml", "/openapi//etc/passwd", "/docs/file:///etc/passwd"):
        answer = call("GET", path, who=None)
        held(f"GET {path}", answer[0] in (400, 401, 404), answer[0])
    for path in ("//v1/connector-sdk/packages", "/V1/connector-sdk/packages", "/v1/connector-sdk/packages/", "/v1//connector-sdk/packages", "/./v1/connector-sdk/packages", "/docs/../v1/connector-sdk/packages",
                 "/health/../v1/connector-sdk/packages", "/v1/connector-sdk/packages;/health", "/v1/connector-sdk/packages%3f/health", "http://localhost/v1/connector-sdk/packages", "/%76%31/connector-sdk/packages", "/health%2f..%2fv1/connector-sdk/packages"):
        answer = call("GET", path, who=None)
        held(f"no key: {path}", is_refusal(answer), answer[0])
    for query in ("limit=-1", "limit=1e9", "limit=99999999999999999999", "limit=", "cursor=%00", "cursor=" + "a" * 9000, "cursor=..", "limit=1&limit=2", "limit[]=1"):
        answer = call("GET", f"{PACKAGES}?{query}", who=READER)
        held(f"?{query[:30]}", is_refusal(answer) or answer[0] == 200, answer[0])


def ranges():
    package = value(upload(form(archive(100_000)), ANN))["id"]
    path = f"{PACKAGES}/{package}/download"
    for what in ("bytes=" + ",".join(f"{i}-{i}" for i in range(3000)), "bytes=99999999999999999999-", "bytes=-99999999999999999999", "bytes=5-1", "bytes=--1", "bytes=0-0,-1",
                 "bytes=0-99999999999999999999999", "lines=1-2", "bytes=", "bytes=a-b", "bytes=-0", "bytes= 0-1"):
        answer = call("GET", path, who=READER, Range=what)
        held(f"Range {what[:30]}", answer[0] in (200, 206, 400, 416), f"{answer[0]}, {len(answer[2])} bytes")
    for what in ('"' * 8000, ",".join(['"a"'] * 2000), "W/\"a\"", '"' + "a" * 8000, "*", "", "\\", '"\\"'):
        for name in ("If_Match", "If_None_Match", "If_Range"):
            answer = call("DELETE" if name == "If_Match" else "GET", path if name != "If_Match" else f"{PACKAGES}/{package}", who=READER, **{name: what})
            held(f"{name} {what[:12]}", is_refusal(answer) or answer[0] in (200, 304), answer[0])
    digest = "0" * 64
    held("a download on the condition of another hash gives all", call("GET", path, who=READER, If_None_Match=f'"{digest}"')[0] == 200)
    held("a change on the condition of another hash is not made", call("DELETE", f"{PACKAGES}/{package}", who=ANN, If_Match=f'"{digest}"')[0] == 412)


def roles():
    mine = value(upload(form(archive()), ANN))["id"]
    group = value(call("POST", GROUPS, b'{"name":"roles"}', ANN))["id"]
    connection = value(call("POST", "/v1/connections", ('{"service":"connector_sdk","group_id":"%s","config":{"schema":"roles","package_id":"%s","python_version":"3.12","secrets_list":[]}}' % (group, mine)).encode(), ANN))["id"]
    writes = [("POST", GROUPS, b'{"name":"no"}'), ("PATCH", f"{GROUPS}/{group}", b'{"name":"no"}'), ("DELETE", f"{GROUPS}/{group}", b""),
              ("PATCH", f"/v1/connections/{connection}", b'{"paused":true}'), ("DELETE", f"/v1/connections/{connection}", b""), ("POST", f"/v1/connections/{connection}/sync", b"{}"),
              ("POST", f"/v1/connections/{connection}/force", b""), ("POST", f"/v1/connections/{connection}/test", b""), ("POST", f"/v1/connections/{connection}/resync", b"{}"),
              ("PATCH", f"/v1/connections/{connection}/state", b'{"state":{}}'), ("DELETE", f"{PACKAGES}/{mine}", b""), ("PUT", f"/v1/wharf/connections/{connection}/deploys/d1", b"{}")]
    for who, name in ((READER, "a reader"), (BOB, "another member"), (None, "a stranger")):
        for method, path, body in writes:
            if name == "another member" and (method, path) == ("POST", GROUPS):
                continue
            answer = call(method, path, body, who)
            held(f"{name}: {method} {path.rsplit('/', 1)[-1] if path.count('/') > 3 else path}", answer[0] in (400, 401, 403), answer[0])
        for method, path in (("POST", PACKAGES), ("PATCH", f"{PACKAGES}/{mine}")):
            if name == "another member" and method == "POST":
                continue
            answer = upload(form(archive()), who, method, path)
            held(f"{name}: {method} of an archive", answer[0] in (401, 403), answer[0])
    answer = call("POST", "/v1/connections", ('{"service":"connector_sdk","group_id":"%s","config":{"schema":"steal","package_id":"%s"}}' % (group, mine)).encode(), BOB)
    held("a package in use is not bound again", answer[0] == 409, answer[0])


def revoked():
    """The key of a member is revoked in the middle of its upload."""
    made = subprocess.run([os.environ["WHARF_SERVER"], "keys", "create", "--user", "eve", "--role", "member", "--data", os.environ["DATA"]], capture_output=True, text=True, check=True)
    words = made.stdout.split()
    eve = words[words.index("key:") + 1], words[words.index("secret:") + 1]
    body = form(archive(3_000_000))
    with connect() as opened:
        opened.sendall(head("POST", PACKAGES, eve, Content_Type="multipart/form-data; boundary=b0undary", Content_Length=len(body)) + body[:1_000_000])
        subprocess.run([os.environ["WHARF_SERVER"], "keys", "revoke", eve[0], "--data", os.environ["DATA"]], capture_output=True, check=True)
        opened.sendall(body[1_000_000:])
        answer = receive(opened)
    held("a key revoked in the middle of its upload: that upload", True, answer[0])
    held("and nothing after it", call("GET", PACKAGES, who=eve)[0] == 401)


def injected():
    """Nothing that a caller writes makes a line of its own, or colours, in what an operator reads."""
    evil = "evil\\r\\n{\\\"time\\\":\\\"forged\\\"}\\u001b[31mred"
    call("POST", GROUPS, ('{"name":"%s"}' % evil).encode(), ANN)
    for name in ("User-Agent", "X-Request-Id", "X-Forwarded-For", "Referer", "Idempotency-Key", "Accept", "Content-Type"):
        raw(head("POST", PACKAGES, ANN)[:-2] + f"{name}: forged\x1b[31m\r\nContent-Length: 0\r\n\r\n".encode())
        answer = raw(head("GET", PACKAGES, ANN)[:-2] + f"{name}: forged\xff\x85 x\r\n\r\n".encode())
        held(f"{name} with control characters", answer[0] in (0, 200, 400, 406, 415), answer[0])
        held(f"{name} is not sent back", "forged" not in str(answer[1]), "")
    call("GET", "/v1/groups/%0a%7bforged%7d%1b%5b31m")
    for log in os.environ["LOGS"].split():
        with open(log, "rb") as file:
            text = file.read()
        lines = text.splitlines()
        held(f"{os.path.basename(log)}: no escape, no forged line", b"\x1b" not in text and not any(line.startswith((b"{forged", b'{"time":"forged')) for line in lines), f"{len(lines)} lines")
        held(f"{os.path.basename(log)}: no trace of a failure", b"\tat " not in text, [line[:120] for line in lines if line.startswith(b"\tat ")][:2])


for attack in (heads, json_bodies, forms, identifiers, ranges, roles, revoked, injected):
    if len(sys.argv) < 2 or attack.__name__ in sys.argv[1:]:
        attack()
        good, seen = alive()
        held(f"after {attack.__name__} the server answers", good, seen)
finish()
