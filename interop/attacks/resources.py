"""Callers that take and hold: slow ones, many, and guesses. Wants READER, ANN and BOB (key:secret), and the server's process in SERVER."""

import os
import select
import threading

from wire import *  # noqa: F403

READER, ANN, BOB = (tuple(os.environ[name].split(":", 1)) for name in ("READER", "ANN", "BOB"))


def memory():
    with open(f"/proc/{os.environ['SERVER']}/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS:")) // 1024


def descriptors():
    return len(os.listdir(f"/proc/{os.environ['SERVER']}/fd"))


def others_work(what):
    """Another member lists, downloads and uploads meanwhile."""
    begun = time.monotonic()
    made = upload(form(archive(1_000_000)), BOB)
    good = made[0] == 201 and call("GET", PACKAGES, who=BOB)[0] == 200 and call("GET", f"{PACKAGES}/{value(made)['id']}/download", who=BOB)[0] == 200
    held(f"{what}: another member's upload, list and download", good, f"{made[0]}, {time.monotonic() - begun:.1f} s, {memory()} MiB, {descriptors()} descriptors")


def slow_readers():
    package = value(upload(form(archive(50 << 20)), ANN))["id"]
    before, before_descriptors, readers = memory(), descriptors(), []
    for _ in range(64):
        opened = socket.socket()
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        opened.connect((HOST, PORT))
        opened.sendall(head("GET", f"{PACKAGES}/{package}/download", ANN))
        readers.append(opened)
    begun = time.monotonic()
    while time.monotonic() - begun < 3:
        for opened in readers:
            if select.select([opened], [], [], 0)[0]:
                opened.recv(1)
        time.sleep(1)
    others_work("64 downloads of 50 MiB read at a byte a second")
    held("which take little memory", memory() - before < 300, f"{memory() - before} MiB more")
    # How long they may hold what they hold.
    while len(readers) and time.monotonic() - begun < float(os.environ.get("LONG", 60)):
        for opened in list(readers):
            try:
                if select.select([opened], [], [], 0)[0] and not opened.recv(1):
                    readers.remove(opened)
            except OSError:
                readers.remove(opened)
        time.sleep(1)
        if descriptors() < before_descriptors + 20:
            break
    held("and are ended", descriptors() < before_descriptors + 20, f"{descriptors()} descriptors after {time.monotonic() - begun:.0f} s")


def idle_connections():
    opened = [connect("127.0.5.1") for _ in range(2000)]
    others_work("2 000 idle connections of one address")
    # More than select() takes.
    closed = select.poll()
    for each in opened:
        closed.register(each, select.POLLIN)
    refused = len(closed.poll(0))
    held("of which it keeps its share", 2000 - refused == 512, f"{2000 - refused}")
    for each in opened:
        each.close()
    opened = [connect("127.0.5.2") for _ in range(500)]
    for each in opened:
        each.sendall(b"GET /v1/connector-sdk/packages HTTP/1.1\r\nHost: x\r\nX: ")
    others_work("500 halves of a head")
    begun = time.monotonic()
    while opened and time.monotonic() - begun < 40:
        for each in list(opened):
            try:
                each.sendall(b"a")
                if select.select([each], [], [], 0)[0] and not each.recv(1):
                    opened.remove(each)
            except OSError:
                opened.remove(each)
        time.sleep(0.5)
    held("heads that trickle are ended", not opened, f"{time.monotonic() - begun:.0f} s, {len(opened)} left")


def slow_bodies():
    opened = []
    for _ in range(200):
        each = connect()
        each.sendall(head("POST", "/v1/groups", ANN, Content_Type="application/json", Content_Length=900_000) + b'{"name":"')
        opened.append(each)
    others_work("200 JSON bodies that trickle")
    begun = time.monotonic()
    while opened and time.monotonic() - begun < 60:
        for each in list(opened):
            try:
                each.sendall(b"a")
                if select.select([each], [], [], 0)[0] and not each.recv(1):
                    opened.remove(each)
            except OSError:
                opened.remove(each)
        time.sleep(0.5)
    held("JSON bodies that trickle are ended", not opened, f"{time.monotonic() - begun:.0f} s, {len(opened)} left")
    for each in opened:
        each.close()


def trickling_uploads():
    """Sixteen of one member; then the share of a user is looked at."""
    opened, refused = [], 0
    for _ in range(16):
        each = connect()
        each.sendall(head("POST", PACKAGES, ANN, Content_Type="multipart/form-data; boundary=b0undary", Content_Length=50_000_000) + form(archive(1000))[:300])
        opened.append(each)
    time.sleep(1)
    for each in opened:
        if select.select([each], [], [], 0)[0]:
            refused += receive(each)[0] == 429
    others_work("16 uploads of one member that trickle")
    held("of which its share is taken, and the others are refused", refused == 8, f"{refused} with 429")
    begun = time.monotonic()
    left = {each: None for each in opened}
    while left and time.monotonic() - begun < 60:
        for each in list(left):
            try:
                each.sendall(b"a")
                if select.select([each], [], [], 0)[0] and not each.recv(4096):
                    del left[each]
            except OSError:
                del left[each]
        time.sleep(0.5)
    held("and ended", not left, f"{time.monotonic() - begun:.0f} s")


def guesses():
    """100 000 guesses at one key and at many, of one address and of many: how many were looked at."""
    count = int(os.environ.get("GUESSES", 100_000))
    looked, answered, lock = [0], [0], threading.Lock()

    def guess(key, source, number):
        data = head("GET", "/v1/account/info", (key, "x" * 20))
        seen = [0, 0]
        opened = connect(source)
        file = opened.makefile("rb")
        sent = 0
        while sent < number:
            batch = min(100, number - sent)
            try:
                opened.sendall(data * batch)
                for _ in range(batch):
                    status = receive(file)[0]
                    if status == 0:
                        raise OSError
                    seen[0] += status == 401
                    seen[1] += 1
                    sent += 1
            except OSError:
                opened.close()
                opened = connect(source)
                file = opened.makefile("rb")
        with lock:
            looked[0] += seen[0]
            answered[0] += seen[1]

    def run(what, plan, most):
        looked[0] = answered[0] = 0
        begun = time.monotonic()
        threads = [threading.Thread(target=guess, args=each) for each in plan]
        for each in threads:
            each.start()
        for each in threads:
            each.join()
        took = time.monotonic() - begun
        allowed = most(took)
        held(f"{answered[0]} guesses {what}", looked[0] <= allowed, f"{looked[0]} looked at in {took:.0f} s, at most {allowed:.0f} may be; {answered[0] / took:.0f} answers a second")

    # Ten, then one every two seconds; beside them three of each address at each key in ten minutes.
    run("at one key from one address", [(ANN[0], "127.0.1.1", count // 16)] * 16, lambda took: 10 + took / 2 + 3)
    run("at one key from 16 addresses", [(ANN[0], f"127.0.2.{i}", count // 160) for i in range(16)], lambda took: 10 + took / 2 + 3 * 16)
    run("at 16 keys from one address", [(f"no-key-{i}", "127.0.3.1", count // 160) for i in range(16)], lambda took: 10 + took / 2 + 3 * 16)
    held("meanwhile the key's owner is let in", call("GET", "/v1/account/info", who=ANN, source="127.0.4.1")[0] == 200)


for attack in (slow_readers, idle_connections, slow_bodies, trickling_uploads, guesses):
    if len(sys.argv) < 2 or attack.__name__ in sys.argv[1:]:
        attack()
        good, seen = alive()
        held(f"after {attack.__name__} the server answers", good, seen)
finish()
