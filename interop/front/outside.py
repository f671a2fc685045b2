#!/usr/bin/env python3
"""What the vendor's account has and wharf-server has not on purpose, for clients that look at it before they begin.

Argument: the server's address. Prints its own. Each request goes to the server; only if the server has no such thing (404), and the
request is for one of these, is it answered here, and said on standard error.
"""
import http.client
import http.server
import json
import sys
import urllib.parse

NOTHING = {"items": []}
ACCOUNT = {
    # The tests of the Terraform provider look for a user and a group of the vendor's account for tests, and stop if they are not there.
    "/v1/users/buyer_warring": {"id": "buyer_warring", "given_name": "Terraform"},
    "/v1/groups/harbour_choking": {"id": "harbour_choking", "name": "Warehouse", "created_at": "2024-01-01T00:00:00Z"},
    # They then delete whatever these lists have.
    "/v1/users": NOTHING,
    "/v1/webhooks": NOTHING,
    "/v1/teams": NOTHING,
    "/v1/proxy": NOTHING,
    "/v1/hybrid-deployment-agents": NOTHING,
    "/v1/external-logging": NOTHING,
    "/v1/destinations": NOTHING,
}
OF_A_CONNECTION = {"host", "connection", "content-length", "transfer-encoding"}


class Front(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def pass_on(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        server = http.client.HTTPConnection(SERVER, timeout=120)
        headers = {name: value for name, value in self.headers.items() if name.lower() not in OF_A_CONNECTION}
        server.request(self.command, self.path, body or None, headers)
        answer = server.getresponse()
        status, content = answer.status, answer.read()
        headers = [(name, value) for name, value in answer.getheaders() if name.lower() not in OF_A_CONNECTION]
        server.close()
        own = ACCOUNT.get(self.path.split("?")[0])
        if status == 404 and self.command == "GET" and own is not None:
            print(f"{self.command} {self.path}", file=sys.stderr, flush=True)
            status, content, headers = 200, json.dumps({"code": "Success", "data": own}).encode(), [("Content-Type", "application/json")]
        self.send_response_only(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    do_GET = do_HEAD = do_POST = do_PATCH = do_PUT = do_DELETE = pass_on

    def log_message(self, *_):
        """Nothing: what is answered here is said above."""


if __name__ == "__main__":
    SERVER = urllib.parse.urlsplit(sys.argv[1]).netloc
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Front) as front:
        print(f"http://127.0.0.1:{front.server_port}", flush=True)
        front.serve_forever()
