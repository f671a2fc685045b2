"""A gateway whose account is hostile: whatever it answers, the gateway answers in bounds and lives."""

import gzip
import socketserver
import threading

from servers import *  # noqa: F403
from wire import *  # noqa: F403

GOOD = b'{"code":"Success","data":{"items":[]}}'
elsewhere = []
asked = []
mode = "good"


def answers(opened):
    """What the account sends."""
    def ok(body, more=b"", status=b"200 OK"):
        return b"HTTP/1.1 " + status + b"\r\nContent-Type: application/json\r\n" + more + b"Content-Length: %d\r\n\r\n" % len(body) + body
    if mode == "good":
        opened.sendall(ok(GOOD))
    elif mode == "endless body":
        opened.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n")
        while True:
            opened.sendall(b"100000\r\n" + b'"' + b"a" * 0xfffff + b"\r\n")
    elif mode == "slow body":
        opened.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{")
        while True:
            opened.sendall(b" ")
            time.sleep(0.5)
    elif mode == "slow head":
        opened.sendall(b"HTTP/1.1 200 OK\r\n")
        while True:
            opened.sendall(b"X: y\r\n")
            time.sleep(0.5)
    elif mode == "gzip bomb":
        opened.sendall(ok(gzip.compress(bytes(500_000_000), 1), b"Content-Encoding: gzip\r\n"))
    elif mode == "huge headers":
        opened.sendall(b"HTTP/1.1 200 OK\r\n" + b"".join(b"X-%d: y\r\n" % i for i in range(200_000)) + b"Content-Length: 0\r\n\r\n")
    elif mode == "length too long":
        opened.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n" + GOOD)
        opened.close()
    elif mode == "length too short":
        opened.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 5\r\n\r\n" + GOOD)
    elif mode == "204 with a body":
        opened.sendall(ok(GOOD, status=b"204 No Content"))
    elif mode == "nothing":
        opened.close()
    elif mode == "not HTTP":
        opened.sendall(b"SSH-2.0-OpenSSH_9.2\r\n")
    elif mode == "nested":
        opened.sendall(ok(b'{"code":"Success","data":{"items":[' + b"[" * 200_000 + b"]" * 200_000 + b"]}}"))
    elif mode == "escapes":
        opened.sendall(ok(b'{"code":"x\\u001b[31m","message":"\\r\\nforged\\u001b[2J"}', status=b"418 \x1b[31mred"))
    elif mode.startswith("redirect "):
        opened.sendall(ok(b"{}", b"Location: " + mode.split(" ", 1)[1].encode() + b"\r\n", b"307 Temporary Redirect"))


class Account(socketserver.BaseRequestHandler):
    def handle(self):
        try:
            while b"\r\n\r\n" in (request := self.request.recv(65536)):
                asked.append(request.split(b"\r\n")[0])
                answers(self.request)
        except OSError:
            pass


class Elsewhere(socketserver.BaseRequestHandler):
    def handle(self):
        elsewhere.append(self.request.recv(65536))


def listen(handler):
    socketserver.ThreadingTCPServer.daemon_threads = True
    server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.server_address[1]


account, other = listen(Account), listen(Elsewhere)
with Server(os.environ["SCRATCH"] + "/gateway", WHARF_UPSTREAM_URL=f"http://127.0.0.1:{account}", WHARF_UPSTREAM_KEY="up", WHARF_UPSTREAM_SECRET="only-for-upstream",
            WHARF_UPSTREAM_TIMEOUT="5s", WHARF_UPSTREAM_ATTEMPTS="1", WHARF_UPSTREAM_CIRCUIT_OPEN="1ms", WHARF_UPSTREAM_PATIENCE="10s", WHARF_UPSTREAM_KEPT="0s", WHARF_UPSTREAM_FRESH="0s") as gateway:
    for mode in ("endless body", "slow body", "slow head", "gzip bomb", "huge headers", "length too long", "length too short", "204 with a body", "nothing", "not HTTP", "nested", "escapes",
                 f"redirect http://127.0.0.1:{other}/v1/groups", "redirect file:///etc/passwd", f"redirect //127.0.0.1:{other}/"):
        for path in (PACKAGES, "/v1/groups/g", "/v1/users", PACKAGES + "/p/download"):
            begun = time.monotonic()
            answer = call("GET", path, timeout=60)
            took = time.monotonic() - begun
            with open(f"/proc/{gateway.process.pid}/status") as status:
                peak = next(int(line.split()[1]) for line in status if line.startswith("VmHWM:")) // 1024
            fine = answer[0] in (404, 502, 503) or (mode in ("length too short", "204 with a body") and answer[0] in (200, 404))
            held(f"{mode[:40]}: {path[-12:]}", fine and took < 20 and b"root:" not in answer[2] and b"\x1b" not in answer[2], f"{answer[0]} after {took:.1f} s, peak {peak} MiB {answer[2][:150] if not fine else ''}")
    held("nobody else was asked, and no credentials went there", not elsewhere, elsewhere[:1])
    mode = "good"
    time.sleep(1)
    held("after all that it answers", call("GET", PACKAGES)[0] == 200)
    for path in ("/v1/users/..%2f..%2fconnections", "/v1/%2e%2e/internal", "/v1/users//127.0.0.1", f"/v1/users/@127.0.0.1:{other}", "/v1/users%0d%0aX:%20y", "/v1/users?x=%0d%0aX:y", "/v1/users#@x"):
        answer = call("GET", path)
        held(f"passed on: {path}", answer[0] in (200, 400, 404, 502), answer[0])
    held("none of it led out of the API", not [line for line in asked if not line.startswith(b"GET /v1/") or b".." in line], "")
    held("and still nobody else was asked", not elsewhere, elsewhere[:1])
    held("the log has no escape and no credentials", "\x1b" not in gateway.text() and "only-for-upstream" not in gateway.text())
finish()
