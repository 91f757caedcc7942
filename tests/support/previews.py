"""A preview as its users start it: the command as a process of its own, on a port of its own."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.support.projects import ROOT

PATIENCE = 20.0  # seconds


@dataclass(frozen=True)
class Answer:
    """What the server answered."""

    status: int
    headers: Message
    body: bytes


@dataclass(frozen=True)
class Preview:
    """A preview that runs: its project, the address that was announced, and the process that serves it."""

    project: Path
    address: str
    process: subprocess.Popen[str]

    @property
    def port(self) -> int:
        return urlsplit(self.address).port or 0

    @property
    def token(self) -> str:
        return parse_qs(urlsplit(self.address).query)["token"][0]

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """Ask the server as any program on the machine may; the path goes out as it is written."""
        with self.asking(path, method, **headers) as answer:
            return Answer(answer.status, answer.msg, answer.read())

    @contextmanager
    def asking(self, path: str, method: str = "GET", **headers: str) -> Iterator[HTTPResponse]:
        """Ask for what may have no end."""
        with closing(HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)) as line:
            line.putrequest(method, path, skip_host="Host" in headers)
            for name, value in headers.items():
                line.putheader(name, value)
            line.endheaders()
            with line.getresponse() as answer:
                yield answer

    def told(self, cookie: str) -> Iterator[dict[str, Any]]:
        """Yield what the browser is told of the first edition."""
        with self.asking("/events?pages=1", Cookie=cookie) as answer:
            while line := answer.readline().decode():
                if line.startswith("data: "):
                    yield json.loads(line.removeprefix("data: "))

    def cookie(self) -> str:
        """Return the cookie that a browser gets for the token."""
        given: str = self.ask(f"/?token={self.token}").headers["Set-Cookie"]
        return given.partition(";")[0]


def project_of_specimen(folder: Path) -> Path:
    """Make of a folder a project with the specimen alone, in all its editions."""
    for name in ("templates", "styles", "content/schema", "content/specimen"):
        shutil.copytree(ROOT / name, folder / name)
    for name in ("content/house.yaml", "content/glossary.yaml", "LICENSE"):
        shutil.copy(ROOT / name, folder / name)
    return folder


@contextmanager
def preview_of(project: Path, *options: str) -> Iterator[Preview]:
    """Start the preview of a project, and end it."""
    command = [sys.executable, "-P", "-m", "report", "watch", *options, "--project", str(project)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout
        address = process.stdout.readline().strip()
        assert address, process.stderr.read() if process.stderr else ""
        try:
            yield Preview(project, address, process)
        finally:
            process.terminate()
            try:
                process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()
                raise
