"""The preview is open to the browser that was given its address, and to nobody else."""

from __future__ import annotations

import shutil
import signal
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from report.cli import main
from report.errors import ReportError
from report.preview.server import HOST, open_door
from tests.support.previews import PATIENCE, Preview, preview_of


@pytest.fixture(scope="module")
def preview(specimen: Path) -> Iterator[Preview]:
    with preview_of(specimen) as running:
        yield running


@pytest.fixture(scope="module")
def cookie(preview: Preview) -> str:
    return preview.cookie()


@pytest.fixture(scope="module")
def made(preview: Preview, cookie: str) -> dict[str, Any]:
    """Wait until the first edition has its pages, and return what the browser is told of it."""
    return next(told for told in preview.told(cookie) if told["pages"])


PATHS = ("/", "/shell.js", "/events", "/web/specimen/en-GB", "/pdf/specimen/en-GB", "/nothing", "/../etc/passwd")


@pytest.mark.parametrize("path", PATHS)
def test_nothing_is_shown_without_the_token(preview: Preview, path: str) -> None:
    assert preview.ask(path).status == 403


@pytest.mark.parametrize("token", ["", "x", "%00", "%ff", "a&token=b"])
def test_a_wrong_token_opens_nothing(preview: Preview, token: str) -> None:
    assert preview.ask(f"/?token={token}").status == 403


def test_the_token_opens_the_first_page_alone(preview: Preview) -> None:
    assert preview.ask(f"/?token={preview.token}").status == 200
    assert preview.ask(f"/shell.js?token={preview.token}").status == 403


def test_the_token_is_another_for_each_preview(preview: Preview, specimen: Path) -> None:
    with preview_of(specimen) as other:
        assert other.token != preview.token
        assert other.port != preview.port
        assert other.ask("/", Cookie=preview.cookie()).status == 403


def test_the_cookie_is_for_this_browser_and_this_site_alone(preview: Preview) -> None:
    given = preview.ask(f"/?token={preview.token}").headers["Set-Cookie"]
    assert {"HttpOnly", "SameSite=Strict", "Path=/"} <= set(given.split("; "))
    assert preview.token not in given


def test_the_cookie_opens_the_rest(preview: Preview, cookie: str) -> None:
    assert preview.ask("/", Cookie=cookie).status == 200
    assert preview.ask("/shell.js", Cookie=f"other=1; {cookie}").status == 200
    assert preview.ask("/", Cookie=f"{cookie}x").status == 403
    assert preview.ask("/", Cookie="report-preview-x; ;;=").status == 403


@pytest.mark.parametrize("host", ["example.org", "127.0.0.1", "127.0.0.1:1", "localhost.example.org:{port}", ""])
def test_a_name_that_someone_lets_point_here_opens_nothing(preview: Preview, cookie: str, host: str) -> None:
    assert preview.ask("/", Host=host.format(port=preview.port), Cookie=cookie).status in {400, 403}


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_nothing_can_be_sent(preview: Preview, cookie: str, method: str) -> None:
    assert preview.ask("/", method, Cookie=cookie).status == 403


def test_it_listens_on_this_machine_alone(preview: Preview) -> None:
    assert HOST == "127.0.0.1"
    with socket.socket() as outside:
        outside.settimeout(2)
        assert outside.connect_ex(("127.0.0.1", preview.port)) == 0
    with socket.socket() as outside:
        outside.settimeout(2)
        assert outside.connect_ex(("127.0.0.2", preview.port)) != 0


STRANGE = (
    "/../content/house.yaml",
    "/..%2fcontent%2fhouse.yaml",
    "/content/house.yaml",
    "/web/",
    "/web/specimen",
    "/web/specimen/",
    "/web/specimen/xx",
    "/web/..%2f..%2fetc/passwd",
    "/web/other/en-GB",
    "/pages/specimen/en-GB/",
    "/shell/",
    "/shell.html",
    "/events?brief=../specimen",
    "/events?brief=other",
)


@pytest.mark.parametrize("path", STRANGE)
def test_only_known_addresses_are_served(preview: Preview, cookie: str, path: str) -> None:
    answer = preview.ask(path, Cookie=cookie)
    assert answer.status == 404
    assert b"publisher" not in answer.body


def test_pages_are_drawn_as_wide_as_asked_within_reason(preview: Preview, cookie: str, made: dict[str, Any]) -> None:
    pages = made["pages"]
    address = f"/pages/specimen/en-GB/{pages['digest']}"
    picture = preview.ask(f"{address}/1/100", Cookie=cookie).body
    assert picture.startswith(b"\x89PNG")
    assert int.from_bytes(picture[16:20], "big") == 100
    count = len(pages["sizes"])
    for path in ("/0/100", f"/{count + 1}/100", "/1/0", "/1/99999", "/1/-5", "/1/x", "/x/100"):
        assert preview.ask(address + path, Cookie=cookie).status == 404, path
    assert preview.ask("/pages/specimen/en-GB/0123/1/100", Cookie=cookie).status == 404


def test_no_script_runs_in_an_edition(preview: Preview, cookie: str, made: dict[str, Any]) -> None:
    assert made["web"]
    answer = preview.ask("/web/specimen/en-GB", Cookie=cookie)
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src" not in policy


def test_what_stays_in_no_cache_and_leads_nowhere(preview: Preview, cookie: str) -> None:
    answer = preview.ask("/", Cookie=cookie)
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "unsafe-inline" not in answer.headers["Content-Security-Policy"]


def test_a_port_that_is_taken_is_an_error_if_it_was_asked_for_and_else_the_next_is_taken() -> None:
    with open_door(None) as first, open_door(None) as second:
        port = first.getsockname()[1]
        assert second.getsockname()[1] > port
        with pytest.raises(ReportError, match=f"port {port}"):
            open_door(port)


@pytest.mark.parametrize("port", ["0", "80", "65536", "x", "-1"])
def test_a_port_is_one_that_anyone_may_open(port: str) -> None:
    with pytest.raises(SystemExit):
        main(["watch", "--port", port])


def test_a_brief_that_does_not_exist_is_a_wrong_order(specimen: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["watch", "specimin", "--project", str(specimen)]) == 2
    assert "did you mean “specimen”?" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("xx", "“specimen” has no edition in “xx”; it exists in en-GB, de, ru, fa"),
        ("deu", "did you mean “de”?"),
        ("en-US", "did you mean “en-GB”?"),
    ],
)
def test_an_edition_that_does_not_exist_is_a_wrong_order(
    specimen: Path, capsys: pytest.CaptureFixture[str], locale: str, said: str
) -> None:
    assert main(["watch", "--locale", locale, "--project", str(specimen)]) == 2
    assert said in capsys.readouterr().err


def test_the_first_brief_that_has_the_edition_is_shown_first(specimen: Path, tmp_path: Path) -> None:
    project = shutil.copytree(specimen, tmp_path / "project")
    other = shutil.copytree(project / "content" / "specimen", project / "content" / "aardvark") / "brief.yaml"
    other.write_text(other.read_text(encoding="utf-8").replace("  - locale: fa\n", ""), encoding="utf-8")
    with preview_of(project, "--locale", "fa") as preview:
        assert preview.address.endswith("#specimen/fa")


def test_a_brief_that_cannot_be_read_just_now_is_shown_all_the_same(specimen: Path, tmp_path: Path) -> None:
    project = shutil.copytree(specimen, tmp_path / "project")
    (project / "content" / "specimen" / "brief.yaml").write_text("title: : [\n", encoding="utf-8")
    with preview_of(project, "--locale", "de") as preview:
        assert preview.address.endswith("#specimen/de")
    assert main(["watch", "--locale", "xx", "--project", str(project)]) == 2


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_in_order_and_leaves_nothing_behind(specimen: Path, number: signal.Signals) -> None:
    before = sorted(specimen.rglob("*"))
    with preview_of(specimen) as preview:
        stream = preview.told(preview.cookie())
        next(told for told in stream if told["pages"])
        preview.process.send_signal(number)
        assert preview.process.wait(PATIENCE) == 0
        assert preview.process.stderr
        assert "Traceback" not in preview.process.stderr.read()
        assert list(stream) == []
    assert sorted(specimen.rglob("*")) == before
