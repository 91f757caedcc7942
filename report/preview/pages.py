"""The addresses of the preview: the shell, the editions in it, and the stream that tells the browser what is new.

Nothing is served but what stands here: no files of the project, and no lists of what there is.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from importlib.resources import files

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from report.preview.messages import Target
from report.preview.pictures import WIDEST, Pictures
from report.preview.room import Room
from report.preview.state import State

_SHELL = files("report.preview") / "shell"
_SHELL_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; frame-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
# An edition is one file with pictures and styles of its own; no script runs in it, whatever a brief holds.
_EDITION_POLICY = (
    "default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
)
_POLICY = "content-security-policy"
_FOREVER = {"cache-control": "private, max-age=3600, immutable"}


def pages_for(room: Room) -> Starlette:
    """Return the application that shows what is made in a room."""
    desk = _Pages(room)
    return Starlette(
        routes=[
            Route("/", desk.shell),
            Route("/favicon.ico", desk.icon),
            Route("/shell.css", desk.style),
            Route("/shell.js", desk.script),
            Route("/events", desk.events),
            Route("/web/{brief}/{locale}", desk.web),
            Route("/places/{brief}/{locale}", desk.places),
            Route("/pdf/{brief}/{locale}", desk.pdf),
            Route("/pages/{brief}/{locale}/{digest}/{page:int}/{width:int}", desk.picture),
        ]
    )


class _Pages:
    def __init__(self, room: Room) -> None:
        self._room = room
        self._pictures = Pictures()

    async def shell(self, _request: Request) -> Response:
        return Response(_part("shell.html"), media_type="text/html", headers={_POLICY: _SHELL_POLICY})

    async def icon(self, _request: Request) -> Response:
        return Response(status_code=204)  # browsers ask for one, and there is none

    async def style(self, _request: Request) -> Response:
        return Response(_part("shell.css"), media_type="text/css")

    async def script(self, _request: Request) -> Response:
        return Response(_part("shell.js"), media_type="text/javascript")

    async def events(self, request: Request) -> Response:
        """Tell what is new of one edition, as server-sent events (HTML Standard, section 9.2)."""
        asked = request.query_params
        target = Target(asked.get("brief") or next(iter(self._room.briefs), ""), asked.get("locale", ""))
        if target.brief not in self._room.briefs:
            raise HTTPException(404)
        stream = _as_events(self._room, target, with_pages=asked.get("pages") == "1")
        return StreamingResponse(stream, media_type="text/event-stream")

    async def web(self, request: Request) -> Response:
        web = self._state(request).web
        if not web:
            raise HTTPException(404)
        return Response(web.body, media_type="text/html", headers={_POLICY: _EDITION_POLICY})

    async def places(self, request: Request) -> Response:
        web = self._state(request).web
        return JSONResponse(web.places if web else {})

    async def pdf(self, request: Request) -> Response:
        pages = self._state(request).pages
        if not pages:
            raise HTTPException(404)
        name = f"{request.path_params['brief']}.{request.path_params['locale']}.pdf"
        headers = {"content-disposition": f'inline; filename="{name}"'}
        return Response(pages.body, media_type="application/pdf", headers=headers)

    async def picture(self, request: Request) -> Response:
        """Draw a page of the PDF that has this digest; of one that was overtaken meanwhile there is none."""
        state, asked = self._state(request), request.path_params
        page, width = asked["page"], asked["width"]
        if not state.pages or state.pages_digest != asked["digest"]:
            raise HTTPException(404)
        if not (1 <= page <= len(state.pages.sizes) and 1 <= width <= WIDEST):
            raise HTTPException(404)
        picture = await asyncio.to_thread(self._pictures.draw, state.pages.body, state.pages_digest, page, width)
        return Response(picture, media_type="image/png", headers=_FOREVER)

    def _state(self, request: Request) -> State:
        asked = request.path_params
        state = self._room.state_of(Target(asked["brief"], asked["locale"]))
        if state is None:
            raise HTTPException(404)
        return state


async def _as_events(room: Room, target: Target, *, with_pages: bool) -> AsyncIterator[str]:
    async for told in room.follow(target, with_pages=with_pages):
        yield f"data: {json.dumps(told, ensure_ascii=False)}\n\n"


def _part(name: str) -> bytes:
    return (_SHELL / name).read_bytes()
