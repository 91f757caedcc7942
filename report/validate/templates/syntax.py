"""A template read by the template engine; where it stumbles, every tag is read again on its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jinja2 import Environment, TemplateSyntaxError, nodes

from report.findings import Finding
from report.validate.source import Source
from report.validate.templates.scanner import Piece

_ENDS = {"elif": "if"}
_TOO_DEEP = "this is nested too deeply to be read"
_ALONE = ("extends", "include", "import", "from", "do")


def parse(
    setting: Environment, source: Source, pieces: Sequence[Piece], findings: list[Finding]
) -> nodes.Template | None:
    """Return a template as a tree; ``None`` where it is not well-formed, and every slip is noted."""
    try:
        return setting.parse(source.text)
    except TemplateSyntaxError as error:
        found = list(_slips(setting, source, pieces))
        if not found and not findings:
            offset = source.starts[min(error.lineno, len(source.starts) - 1) - 1]
            found = [Finding("CMP-001", source.mark(offset), _words(error))]
        findings.extend(found)
    except RecursionError:
        findings.extend(list(_slips(setting, source, pieces)) or [Finding("CMP-001", source.mark(0), _TOO_DEEP)])
    return None


def _slips(setting: Environment, source: Source, pieces: Sequence[Piece]) -> Iterator[Finding]:
    for piece in pieces:
        alone = _alone(piece)
        if not alone:
            continue
        try:
            setting.parse(alone)
        except TemplateSyntaxError as error:
            line = source.line_of(piece.start) + error.lineno - 1
            offset = piece.start if error.lineno == 1 else source.starts[min(line, len(source.starts)) - 1]
            yield Finding("CMP-001", source.mark(offset), _words(error))
        except RecursionError:
            yield Finding("CMP-001", source.mark(piece.start), _TOO_DEEP)


def _alone(piece: Piece) -> str:
    """Return a piece as a template of its own, an empty text where it needs its surroundings."""
    text = piece.text.strip("-+")
    if piece.kind == "output":
        return f"{{{{ {text} }}}}"
    if piece.kind != "tag" or piece.word in ("else", "pluralize") or piece.word.startswith("end"):
        return ""
    name = _ENDS.get(piece.word, piece.word)
    if piece.word == "elif":
        text = text.replace("elif", "if", 1)
    if name in _ALONE or (name == "set" and "=" in text):
        return f"{{% {text} %}}"
    return f"{{% {text} %}}{{% end{name} %}}"


def _words(error: TemplateSyntaxError) -> str:
    return f"this is not well-formed: {error.message}"
