"""Text becomes markup here and nowhere else: runs, with all that was written escaped."""

from __future__ import annotations

from itertools import groupby

from markupsafe import Markup, escape

from report.compose.filters.macros import Macros
from report.compose.revised import Marked, now
from report.compose.typography import last_word
from report.model import anchors
from report.model import text as model
from report.model.apparatus import Apparatus
from report.model.edition import Edition

_TAGS: dict[type, tuple[str, str]] = {
    model.Emphasis: ("<em>", "</em>"),
    model.Strong: ("<strong>", "</strong>"),
    model.SmallCaps: ('<span class="small-caps">', "</span>"),
}


class Setter:
    """Sets the runs of an edition, or of a redline, with the macros of a medium."""

    def __init__(self, edition: Edition, apparatus: Apparatus, macros: Macros, marked: Marked | None) -> None:
        """Bind an edition to its apparatus and the macros; ``marked`` is the redline whose merged text it is."""
        self._edition = edition
        self._apparatus = apparatus
        self._macro = macros.named
        self._kinds = {one.change.number: one.change.kind for one in marked.changes} if marked else {}

    def runs(self, text: model.Text) -> Markup:
        """Set runs as inline markup; everything the writer wrote is escaped here."""
        return Markup(self._runs(text, None))

    def paragraph_runs(self, text: model.Text) -> Markup:
        """Set the runs of a paragraph; its last word is marked, so that sheets keep it whole."""
        opening, kept = last_word(text)
        if not kept:
            return self.runs(text)
        return self.runs(opening) + Markup('<span class="last-word">') + self.runs(kept) + Markup("</span>")

    def plain(self, text: model.Text) -> str:
        """Return the words alone, cross-references in full, cited names as they print, without notes.

        Of a redline these are the words as they are now.
        """
        parts = []
        for run in model.flatten(now(text)):
            if isinstance(run, model.Words):
                parts.append(run.text)
            elif isinstance(run, model.CrossReference):
                parts.append(self._apparatus.targets[run.target].label)
            elif isinstance(run, model.CitedNames):
                parts.append(self.plain(self._apparatus.names_at(run)))
        return "".join(parts)

    def unsettled(self, text: model.Text) -> bool:
        """Whether a text is marked as one that does not follow its source text."""
        return any(isinstance(run, model.Unsettled) for run in text)

    def _runs(self, text: model.Text, around: model.Foreign | None) -> str:
        return "".join(self._run(run, around) for run in text)

    def _run(self, run: model.Run, around: model.Foreign | None) -> str:
        """Set one run; ``around`` are the words of another language in which it stands, if it does."""
        if isinstance(run, model.Wrapper):
            return self._wrapped(run, around)
        match run:
            case model.Words():
                return str(escape(run.text))
            case model.CitedNames():
                return self._of_edition(self._runs(self._apparatus.names_at(run), None), around)
            case model.NoteCall():
                return self._of_edition(str(self._macro("notes.html", "call")(self._apparatus.notes[run.id])), around)
            case model.CrossReference():
                label = self._macro("macros/crossrefs.html", "to")(self._apparatus.targets[run.target])
                return self._of_edition(str(label), around)
            case model.Citation():
                raise AssertionError("citations are set by the apparatus")

    def _of_edition(self, made: str, around: model.Foreign | None) -> str:
        """Mark what speaks the edition’s language, also where the words around it do not.

        So do notes, labels of cross-references, and cited names with the words between them.
        """
        return self._spoken(made, self._edition.locale, self._edition.direction, around) if around else made

    def _wrapped(self, run: model.Wrapper, around: model.Foreign | None) -> str:
        match run:
            case model.Emphasis() | model.Strong() | model.SmallCaps():
                opening, closing = _TAGS[type(run)]
                return f"{opening}{self._runs(run.runs, around)}{closing}"
            case model.Foreign():
                return self._foreign(run, around)
            case model.Link():
                return f'<a class="link" href="{escape(run.address)}">{self._runs(run.runs, around)}</a>'
            case model.ReferenceLink():
                return self._to_entry(run, around)
            case model.Revised():
                return self._revised(run, around)
            case model.Unsettled():
                words = Markup(self._runs(run.runs, around))
                return str(self._macro("macros/unsettled.html", "unsettled")(run.standing, words))

    def _revised(self, run: model.Revised, around: model.Foreign | None) -> str:
        """Set words that one revision alone has, or that look otherwise in the other, with the number of the change."""
        words, day = Markup(self._runs(run.runs, around)), self._edition.revision.date
        made = str(self._macro("macros/revisions.html", "revised")(run.revision, words, day)) if run.runs else ""
        if not run.number:
            return made
        kind = self._kinds.get(run.number, "replacement")
        return str(self._macro("macros/revisions.html", "change_number")(run.number, kind)) + made

    def _foreign(self, run: model.Foreign, around: model.Foreign | None) -> str:
        """Mark words of another language than those around them."""
        return self._spoken(self._runs(run.runs, run), run.language, run.direction, around)

    def _spoken(self, made: str, language: str, direction: model.Direction, around: model.Foreign | None) -> str:
        """Mark markup with its language; what runs against the text around it is set apart from that.

        Only an explicit direction sets it apart in the engine of the paged medium (docs/engine.md).
        """
        if direction != (around.direction if around else self._edition.direction):
            return f'<bdi lang="{escape(language)}" dir="{direction}">{made}</bdi>'
        return f'<span lang="{escape(language)}">{made}</span>'

    def _to_entry(self, run: model.ReferenceLink, around: model.Foreign | None) -> str:
        """Set words as a link to their entry; an address among them keeps its own, since links do not nest."""
        made, is_linked = [], False
        for has_address, group in groupby(run.runs, _has_address):
            runs = tuple(group)
            words = Markup(self._runs(runs, around))
            if not is_linked and not has_address and any(map(str.isalnum, self.plain(runs))):
                words = self._macro("macros/references.html", "to_entry")(anchors.entry_id(run.key), words)
                is_linked = True
            made.append(words)
        return "".join(made)


def _has_address(run: model.Run) -> bool:
    """Whether a run is a link to an address, or holds one."""
    return isinstance(run, model.Link) or (isinstance(run, model.Wrapper) and any(map(_has_address, run.runs)))
