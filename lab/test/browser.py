# SPDX-License-Identifier: MIT
"""browser - a headless Chromium, driven over a pipe (Chrome DevTools Protocol).

Only the standard library: messages are JSON, each ended by a zero byte, written to
the browser's descriptor 3 and read from its descriptor 4.  Weakness: one page at a
time, and calls wait for their answer.
"""

import json
import os
import select
import shutil
import subprocess
import tempfile
import time

NAMES = ("chromium", "chromium-browser", "google-chrome")
ANSWER_S = 60  # only ends hangs


def find():
    """The browser's program, or None."""
    return next((path for path in map(shutil.which, NAMES) if path), None)


class Browser:
    """One page of one browser; a context manager."""

    def __init__(self, program):
        self.profile = tempfile.mkdtemp(prefix="schedlab-browser-")
        to_read, self.to = os.pipe()
        self.source, from_write = os.pipe()
        # The browser must not think that it is a container's first process, nor call home.
        options = ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run",
                   "--disable-extensions", "--disable-background-networking",
                   "--disable-component-update", "--disable-sync", "--hide-scrollbars",
                   "--force-device-scale-factor=1", "--disable-dev-shm-usage",
                   "--remote-debugging-pipe", "--user-data-dir=" + self.profile]

        def place_pipes():
            os.dup2(to_read, 63)
            os.dup2(from_write, 62)
            os.dup2(63, 3)
            os.dup2(62, 4)

        self.process = subprocess.Popen(
            [program, *options], pass_fds=(3, 4), preexec_fn=place_pipes,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_read)
        os.close(from_write)
        self.bytes = b""
        self.number = 0
        self.session = None
        self.events = []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target,
                                 flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(domain + ".enable")
        self.call("Page.setLifecycleEventsEnabled", enabled=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        os.close(self.to)
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        os.close(self.source)
        shutil.rmtree(self.profile, ignore_errors=True)

    def _message(self, until):
        """The next message, or None after `until`."""
        while b"\0" not in self.bytes:
            if not select.select([self.source], [], [], max(0, until - time.monotonic()))[0]:
                return None
            more = os.read(self.source, 1 << 16)
            if not more:
                raise RuntimeError("the browser ended")
            self.bytes += more
        message, self.bytes = self.bytes.split(b"\0", 1)
        return json.loads(message)

    def call(self, method, **parameters):
        """Calls a method of the protocol and returns its result."""
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.to, json.dumps(message).encode() + b"\0")
        until = time.monotonic() + ANSWER_S
        while (answer := self._message(until)) is not None:
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]
            self.events.append(answer)
        raise RuntimeError(f"{method}: no answer within {ANSWER_S} s")

    def wait_for_load(self, loader):
        """Waits until this page has loaded, and no other: that of before may still say so."""
        wanted = {"loaderId": loader, "name": "load"}
        until = time.monotonic() + ANSWER_S
        while not any(wanted.items() <= event["params"].items() for event in self.events
                      if event.get("method") == "Page.lifecycleEvent"):
            event = self._message(until)
            if event is None:
                raise RuntimeError(f"the page did not load within {ANSWER_S} s")
            self.events.append(event)

    def open(self, path, width, height=800, dark=False):
        """Loads a file at a width, and forgets the events before."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height,
                  deviceScaleFactor=1, mobile=False)
        self.call("Emulation.setEmulatedMedia", features=[
            {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}])
        self.events.clear()
        answer = self.call("Page.navigate", url="file://" + os.path.abspath(path))
        self.wait_for_load(answer["loaderId"])

    def run(self, script):
        """The value of an expression in the page."""
        result = self.call("Runtime.evaluate", expression=script, returnByValue=True,
                           awaitPromise=True)
        if "exceptionDetails" in result:
            raise RuntimeError(str(result["exceptionDetails"]))
        return result["result"].get("value")

    def press(self, key, code, text=None):
        """A key, down and up."""
        for kind in ("keyDown", "keyUp"):
            parameters = {"type": kind, "key": key, "code": key, "windowsVirtualKeyCode": code}
            if text and kind == "keyDown":
                parameters["text"] = text
            self.call("Input.dispatchKeyEvent", **parameters)
