"""The words that templates print, as their ``_()`` and ``ngettext()`` name them, for the catalog of the house."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError

from report.findings import Checked, Finding, Mark
from report.load.files import read_text
from report.model.catalog import Wanted

_SINGULAR, _PLURAL = ("_", "gettext"), ("ngettext",)


def template_words(root: Path) -> Checked[tuple[Wanted, ...]]:
    """Return the words of all templates of a project, of both media, each once, in the order of files and lines."""
    reader = Environment(extensions=["jinja2.ext.i18n"], autoescape=True)
    reader.newstyle_gettext = True  # type: ignore[attr-defined]  # the extension adds it
    wanted: dict[str, Wanted] = {}
    findings: list[Finding] = []
    for file in sorted((root / "templates").rglob("*.html")):
        path = file.relative_to(root).as_posix()
        text = read_text(root, path, Mark(path))
        findings += text.findings
        try:
            for one, many in _calls(reader, text.value or ""):
                known = wanted.get(one)
                references = (*known.references, path) if known else (path,)
                plural = many or (known.plural if known else "")
                wanted[one] = Wanted("", one, plural, (_ABOUT,), tuple(dict.fromkeys(references)), _flags(one))
        except TemplateSyntaxError as error:
            findings.append(Finding("CMP-001", Mark(path, error.lineno), str(error.message)))
        except RecursionError:
            findings.append(Finding("CMP-001", Mark(path), "this is nested too deeply to be read"))
    return Checked(tuple(wanted.values()), tuple(findings))


_ABOUT = "Words of the templates."


def _calls(reader: Environment, source: str) -> Iterator[tuple[str, str]]:
    """Yield the words of each call, and those for several, if it has them."""
    for _, function, words in reader.extract_translations(source):  # type: ignore[attr-defined]
        # A call with named places is a tuple: its words, and nothing for each place.
        texts = [one for one in (words if isinstance(words, tuple) else (words,)) if isinstance(one, str)]
        if function in _SINGULAR and texts:
            yield texts[0], ""
        elif function in _PLURAL and len(texts) > 1:
            yield texts[0], texts[1]


def _flags(source: str) -> tuple[str, ...]:
    """Return the flag by which gettext's own tools watch over named places."""
    return ("python-format",) if "%(" in source else ()
