"""Who is let in: the browser that was given the address with the token, on this machine, and nobody else.

The token stands in the address once. In return the browser gets a cookie that no script can read and no other site
can send along (``HttpOnly``, ``SameSite=Strict``; RFC 6265bis, section 5.5). The name of the host is checked, so that a
name which someone else lets point at this machine opens nothing.
"""

from __future__ import annotations

import secrets
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_REFUSED = "This preview is open only to the browser that was given its address by “report watch”.\n"
_HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
_UNKEPT = "no-store"


class Guard:
    """Stands before an application; lets in who has the token, or the cookie that was given for it."""

    def __init__(self, application: ASGIApp, port: int, token: str) -> None:
        """Guard an application that is served on a port of this machine."""
        self._application = application
        self._hosts = {f"127.0.0.1:{port}", f"localhost:{port}"}
        self._token = token
        self._pass = secrets.token_urlsafe(32)
        # Cookies are shared by all ports of a machine.
        self._cookie = f"report-preview-{port}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or answer it with 403."""
        if scope["type"] == "lifespan":
            await self._application(scope, receive, send)
            return
        is_let_in, is_new = self._look_at(scope)
        if not is_let_in:
            await PlainTextResponse(_REFUSED, 403, _HEADERS)(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(_HEADERS)
                headers.setdefault("cache-control", _UNKEPT)
                if is_new:
                    headers.append("set-cookie", f"{self._cookie}={self._pass}; Path=/; HttpOnly; SameSite=Strict")
            await send(message)

        await self._application(scope, receive, send_guarded)

    def _look_at(self, scope: Scope) -> tuple[bool, bool]:
        """Return whether a request is let in, and whether it is the first one, with the token."""
        if scope["type"] != "http" or scope["method"] not in {"GET", "HEAD"}:
            return False, False
        headers = Headers(scope=scope)
        if headers.getlist("host") not in [[host] for host in self._hosts]:
            return False, False
        if scope["path"] == "/":
            given = parse_qs(scope["query_string"].decode("latin-1")).get("token", [])
            if len(given) == 1 and _is_same(given[0], self._token):
                return True, True
        return _is_same(self._shown(headers), self._pass), False

    def _shown(self, headers: Headers) -> str:
        """Return the pass that a browser shows, empty if it has none."""
        try:
            cookies = SimpleCookie("; ".join(headers.getlist("cookie")))
        except CookieError:
            return ""
        return cookies[self._cookie].value if self._cookie in cookies else ""


def _is_same(given: str, known: str) -> bool:
    return secrets.compare_digest(given.encode("utf-8", "surrogateescape"), known.encode())
