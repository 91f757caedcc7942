"""Who made a work: authors and editors before it, all others behind the words for what they did."""

from __future__ import annotations

from report.cite import rich
from report.cite.elements.table import element
from report.cite.elements.titles import set_short_title
from report.cite.names import leading, listed, shown_names
from report.cite.rich import RichText, nothing, term, text
from report.cite.setting import Setting

_VERBS = {
    "edited-by": "editor",
    "translated-by": "translator",
    "edited-by-short": "editor",
    "translated-by-short": "translator",
}
_FURTHER_ROLES = ("introduction", "foreword", "afterword", "commentator", "annotator")


@element("names")
def _names(setting: Setting) -> RichText:
    """Authors, else editors, else the institution; editors in full names say that they are editors.

    For a work that names nobody the short title stands, where the form has no title of its own.
    """
    role, names = leading(setting.entry)
    if setting.without_names:
        return nothing()
    if not role:
        return nothing() if setting.has_title else set_short_title(setting)
    if setting.form.names.order == "surname":
        names = setting.entry.names.get(f"short{role}") or names
    set_names = shown_names(names, setting)
    if role == "editor" and setting.form.names.order != "surname":
        is_many = len(names.people) > 1 or names.has_others
        return text(set_names, rich.COMMA, term(setting.term("editor-label", is_many=is_many)))
    return set_names


@element("container-by")
def _container_by(setting: Setting) -> RichText:
    """Who wrote the book that a chapter stands in, where that is somebody else."""
    names = setting.entry.names
    return nothing() if names.get("bookauthor") == names.get("author") else _people(setting, "by", "bookauthor")


@element("further-people")
def _further_people(setting: Setting) -> RichText:
    """Those who wrote an introduction, foreword, afterword or commentary."""
    parts = [_people(setting, role, role) for role in _FURTHER_ROLES if setting.entry.names.get(role)]
    return rich.joined(rich.COMMA, parts)


def _enter_verb(name: str, role: str) -> None:
    """Enter the element that names people beside the authors: “edited by …”."""

    @element(name)
    def _verb(setting: Setting) -> RichText:
        return nothing() if leading(setting.entry)[0] == role else _people(setting, name, role)


def _people(setting: Setting, pattern: str, role: str) -> RichText:
    """Return people beside the authors, after the words for what they did."""
    names = setting.entry.names.get(role)
    if not names:
        return nothing()
    people = listed(names.people, setting, "straight", is_cut=names.has_others)
    return text(term(setting.term(pattern)), " ", people)


for _name, _role in _VERBS.items():
    _enter_verb(_name, _role)
