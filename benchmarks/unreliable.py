#!/usr/bin/env python3
"""A way to a server on which a bad day can be played: unreliable.py SERVER_PORT PORT_FILE

GET /_mode/MODE (from anywhere) chooses what every call meets from then on:
  through   the server
  limited   429, Retry-After: 1
  away      503
  trickle   an answer of which a byte comes every 5 seconds
  stall     an answer that stops after its head
"""
import socket
import sys
import threading
import time

MODES = {"through", "limited", "away", "trickle", "stall"}
BODY = b'{"code":"X","message":"a bad day"}'
mode = "through"


def answer(status, *headers):
    lines = ["HTTP/1.1 " + status, "Content-Type: application/json", f"Content-Length: {len(BODY)}", *headers]
    return "\r\n".join(lines).encode() + b"\r\n\r\n"


def head(caller):
    received = b""
    while b"\r\n\r\n" not in received:
        some = caller.recv(65536)
        if not some:
            return b""
        received += some
    return received


def pump(source, target):
    try:
        while some := source.recv(1 << 20):
            target.sendall(some)
    except OSError:
        pass
    for each in (source, target):
        try:
            each.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass


def through(caller, first, server):
    with socket.create_connection(("127.0.0.1", server)) as behind:
        # One request a connection, so that every request meets the mode of its time.
        line, rest = first.split(b"\r\n", 1)
        behind.sendall(line + b"\r\nConnection: close\r\n" + rest)
        back = threading.Thread(target=pump, args=(behind, caller), daemon=True)
        back.start()
        pump(caller, behind)
        back.join()


def serve(caller, server):
    global mode
    with caller:
        first = head(caller)
        path = first.split(b" ", 2)[1].decode() if first else ""
        if path.startswith("/_mode/"):
            mode = path.rsplit("/", 1)[1] if path.rsplit("/", 1)[1] in MODES else mode
            caller.sendall(answer("200 OK", "Connection: close") + BODY)
        elif not first:
            return
        elif mode == "through":
            through(caller, first, server)
        elif mode == "limited":
            caller.sendall(answer("429 Too Many Requests", "Retry-After: 1", "Connection: close") + BODY)
        elif mode == "away":
            caller.sendall(answer("503 Service Unavailable", "Connection: close") + BODY)
        elif mode == "trickle":
            caller.sendall(answer("200 OK"))
            for byte in BODY:
                caller.sendall(bytes([byte]))
                time.sleep(5)
        else:
            caller.sendall(answer("200 OK"))
            time.sleep(600)


def serve_quietly(caller, server):
    try:
        serve(caller, server)
    except OSError:
        pass


def main():
    server = int(sys.argv[1])
    entrance = socket.create_server(("127.0.0.1", 0), backlog=512)
    with open(sys.argv[2], "w", encoding="ascii") as file:
        file.write(f"{entrance.getsockname()[1]}\n")
    while True:
        caller, _ = entrance.accept()
        threading.Thread(target=serve_quietly, args=(caller, server), daemon=True).start()


main()
