"""Servers that an attack starts itself."""

import os
import re
import subprocess
import tempfile
import time

import wire


class Server:
    """A wharf-server of its own; what it writes is in log."""

    def __init__(self, data, *arguments, before=(), **environment):
        self.log = tempfile.NamedTemporaryFile("w+", suffix=".log", dir=os.environ["SCRATCH"])
        settings = dict(os.environ, WHARF_BOOTSTRAP_KEY=wire.ADMIN[0], WHARF_BOOTSTRAP_SECRET=wire.ADMIN[1], **environment)
        self.process = subprocess.Popen([*before, os.environ["WHARF_SERVER"], "--port", "0", "--data", data, *arguments], env=settings,
                                        stdin=subprocess.DEVNULL, stdout=self.log, stderr=subprocess.STDOUT)
        until = time.monotonic() + 60
        while not (told := re.search(r"listens on http://[^:]*:(\d+)", self.text())):
            if self.process.poll() is not None or time.monotonic() > until:
                raise RuntimeError("the server did not start: " + self.text()[-2000:])
            time.sleep(0.1)
        wire.PORT = int(told.group(1))

    def text(self):
        with open(self.log.name) as file:
            return file.read()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(40)
