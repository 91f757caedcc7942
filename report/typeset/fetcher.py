"""Local files and nothing else: what the engine may read."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote, urlsplit

from weasyprint.urls import URLFetcher, URLFetcherResponse

from report.model.output import Face
from report.typeset.addresses import PROJECT, face_address

_LIMIT = 64 * 1024 * 1024


class ProjectFetcher(URLFetcher):  # type: ignore[misc]  # the engine has no types
    """Serves files of the project and the declared face files; no network, and no link out of the project."""

    def __init__(self, project: Path, faces: Iterable[Face]) -> None:
        """Take the project folder and the declared faces."""
        super().__init__(allowed_protocols=("file", "data"), allow_redirects=False)
        self._project = project.resolve()
        self._faces = {face_address(face): face.path for face in faces}

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        """Return the body of a file.

        Raises:
            ValueError: the address leads out of the project, to another scheme, or to a file that is too large.
        """
        if urlsplit(url).scheme == "data":
            return super().fetch(url, headers)
        path = self._faces.get(url) or self._in_project(url)
        if path.stat().st_size > _LIMIT:
            raise ValueError(f"{path.name} is larger than {_LIMIT} bytes")
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": kind})

    def _in_project(self, url: str) -> Path:
        if not url.startswith(PROJECT):
            raise ValueError(f"only files of the project are read, not {url}")
        path = (self._project / unquote(url.removeprefix(PROJECT))).resolve()
        if not path.is_relative_to(self._project):
            raise ValueError(f"{path.name} lies outside the project")
        return path
