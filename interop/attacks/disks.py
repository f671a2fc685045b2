"""Disks that are full or read-only, few descriptors, a stopped process. Mounts a small file system, so it wants to be root."""

import glob
import hashlib
import signal
import subprocess

from servers import *  # noqa: F403
from wire import *  # noqa: F403

disk = os.environ["SCRATCH"] + "/disk"
os.makedirs(disk)


def fill():
    """Uploads until nothing fits, and tells what was answered for each."""
    kept, answers = {}, []
    for _ in range(40):
        content = archive(2_000_000)
        answer = upload(form(content))
        answers.append(answer[0])
        if answer[0] == 201:
            kept[value(answer)["id"]] = hashlib.sha256(content).hexdigest()
        elif len(answers) - len(kept) >= 3:
            break
    return kept, answers


def whole(kept):
    return all(hashlib.sha256(call("GET", f"{PACKAGES}/{each}/download")[2]).hexdigest() == digest for each, digest in kept.items())


def full():
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=30m", "tmpfs", disk], check=True)
    try:
        with Server(disk + "/data", WHARF_ARCHIVE_GRACE="0s", WHARF_SWEEP_INTERVAL="1s", WHARF_SWEEP_DELAY="1s") as server:
            kept, answers = fill()
            held("a full disk is told honestly", set(answers) == {201, 507}, str(answers))
            message = json.loads(upload(form(archive(2_000_000)))[2])["message"]
            held("in words", "disk" in message or "space" in message, message)
            held("what was taken can be read", whole(kept), f"{len(kept)} packages")
            held("and listed", len(value(call("GET", PACKAGES))["items"]) == len(kept))
            held("nothing half is left", not [name for name in glob.glob(disk + "/data/**/*.part", recursive=True)])
            # To the last byte: then even the catalog cannot grow.
            try:
                with open(disk + "/filler", "wb", buffering=0) as filler:
                    while filler.write(bytes(4096)):
                        pass
            except OSError:
                pass
            answer = call("POST", "/v1/groups", b'{"name":"full"}')
            held("a change of the catalog on a disk that is full to the last byte", answer[0] in (201, 507), f"{answer[0]} {answer[2][:160].decode()}")
            gone = next(iter(kept))
            answer = call("DELETE", f"{PACKAGES}/{gone}")
            held("a deletion there", answer[0] in (200, 507), f"{answer[0]} {answer[2][:160].decode()}")
            if answer[0] == 200:
                del kept[gone]
            held("after it all is as it was told", whole(kept) and len(value(call("GET", PACKAGES))["items"]) == len(kept))
        if os.path.exists(disk + "/filler"):
            os.remove(disk + "/filler")
        with Server(disk + "/data", WHARF_ARCHIVE_GRACE="0s", WHARF_SWEEP_INTERVAL="1s", WHARF_SWEEP_DELAY="1s") as server:
            held("after a restart nothing is lost", whole(kept) and len(value(call("GET", PACKAGES))["items"]) == len(kept), f"{len(kept)} packages")
            for each in list(kept)[:3]:
                held("a deletion", call("DELETE", f"{PACKAGES}/{each}")[0] == 200)
                del kept[each]
            until = time.monotonic() + 20
            while (answer := upload(form(archive(2_000_000))))[0] != 201 and time.monotonic() < until:
                time.sleep(0.5)
            held("makes room for uploads", answer[0] == 201, answer[0])
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        try:
            with Server(disk + "/data"):
                held("a read-only disk: it reads, and says what it cannot do", whole(kept) and upload(form(archive(1000)))[0] in (500, 503, 507))
        except RuntimeError as refusal:
            held("a read-only disk: it does not start, and says why", "Exception" not in str(refusal), str(refusal)[-300:].strip())
    finally:
        subprocess.run(["umount", "-l", disk], check=False)


def descriptors():
    with Server(os.environ["SCRATCH"] + "/few", before=("prlimit", "--nofile=320")) as server:
        opened = []
        for _ in range(500):
            try:
                opened.append(connect(timeout=2))
            except OSError:
                break
        try:
            answer = call("GET", PACKAGES, timeout=3)[0]
        except OSError:
            answer = "none"
        held("500 connections to a server with 320 descriptors", True, f"then a list: {answer}")
        for each in opened:
            each.close()
        until = time.monotonic() + 20
        good = False
        while not good and time.monotonic() < until:
            try:
                good = upload(form(archive(1000)), timeout=5)[0] == 201
            except OSError:
                time.sleep(0.2)
        held("once they are gone it goes on", good)
        held("and its log stays small", len(server.text()) < 300_000, f"{len(server.text())} characters")


def one_address():
    """One address can take no more than its share of the descriptors."""
    with Server(os.environ["SCRATCH"] + "/shares", before=("prlimit", "--nofile=320"), WHARF_CONNECTIONS_PER_ADDRESS="100") as server:
        opened = [connect("127.0.6.1") for _ in range(500)]
        held("the same with a share of 100 for each address: another address is served", upload(form(archive(1000)))[0] == 201)
        for each in opened:
            each.close()
        held("and the log has one line of it", server.text().count("were refused") == 1, f"{len(server.text())} characters")


def stopped():
    with Server(os.environ["SCRATCH"] + "/stopped") as server:
        body = form(archive(3_000_000))
        with connect() as opened:
            opened.sendall(head("POST", PACKAGES, Content_Type="multipart/form-data; boundary=b0undary", Content_Length=len(body)) + body[:1_000_000])
            server.process.send_signal(signal.SIGSTOP)
            time.sleep(3)
            server.process.send_signal(signal.SIGCONT)
            opened.sendall(body[1_000_000:])
            held("an upload goes on after SIGSTOP and SIGCONT", receive(opened)[0] == 201)


def clock():
    """The clock is a year ahead, then right again."""
    data = os.environ["SCRATCH"] + "/clock"
    with Server(data, before=("faketime", "-f", "+365d")):
        kept = value(upload(form(archive(1000))))["id"]
        held("a year ahead", call("GET", f"{PACKAGES}/{kept}/download")[0] == 200)
    with Server(data, WHARF_ARCHIVE_GRACE="1h", WHARF_SWEEP_INTERVAL="1s", WHARF_SWEEP_DELAY="1s"):
        later = value(upload(form(archive(1000))))["id"]
        time.sleep(3)
        held("and back: nothing is lost", all(call("GET", f"{PACKAGES}/{each}/download")[0] == 200 for each in (kept, later)))
        held("and new things are made", call("POST", "/v1/groups", b'{"name":"now"}')[0] == 201)
    with Server(data, before=("faketime", "-f", "+365d"), WHARF_ARCHIVE_GRACE="1h", WHARF_SWEEP_INTERVAL="1s", WHARF_SWEEP_DELAY="1s"):
        time.sleep(3)
        held("and ahead again", all(call("GET", f"{PACKAGES}/{each}/download")[0] == 200 for each in (kept, later)))


for attack in (full, descriptors, one_address, stopped, clock):
    if len(sys.argv) < 2 or attack.__name__ in sys.argv[1:]:
        attack()
finish()
