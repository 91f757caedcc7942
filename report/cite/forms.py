"""Forms of citations: a style's templates as nodes of pybtex's, and what they make of an entry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from pybtex.style.template import node

from report.cite import rich
from report.cite.elements import ELEMENTS
from report.cite.locators import label_of
from report.cite.rich import RichText
from report.cite.runs import Atom, Shell, atoms_of, mark, within
from report.cite.setting import Distinctions, Setting
from report.cite.works import kind_of
from report.locales import Pack, Shelf
from report.locales.languages import direction_of, direction_of_words
from report.model.brief import CitationRules
from report.model.references import Entry
from report.model.style import Element, Form, Joint, Style, Template
from report.model.text import CitedWork, Locator

_JOINTS: dict[Joint, RichText] = {
    "commas": rich.COMMA,
    "colon": rich.COLON,
    "semicolons": rich.SEMICOLON,
    "sentences": rich.text(rich.STOP, rich.SPACE),
    "words": rich.SPACE,
    "together": rich.nothing(),
}


@dataclass(frozen=True, slots=True)
class CitationSetter:
    """Sets citations of one edition in one style; what it has set once it remembers.

    ``original`` is the pack of the edition that this one was translated from, or its own.
    """

    style: Style
    rules: CitationRules
    edition: Pack
    original: Pack
    shelf: Shelf
    distinctions: Distinctions
    _set: dict[tuple[object, ...], tuple[Atom, ...]] = field(default_factory=dict)

    def pack_of(self, entry: Entry) -> Pack:
        """Return the pack whose words and marks an entry's citations take."""
        if self.rules.terms == "edition":
            return self.edition
        return self.shelf.pack_of_language(entry.language) or self.edition

    def pack_of_listed(self, entry: Entry) -> Pack:
        """Return the pack whose words and marks an entry takes in the bibliography.

        An edition may set a work whose script runs against its own whole in the words of its source (``opposite_works``
        of its pack); where no pack has that language, those of the original stand for them if they run the same way.
        """
        script = direction_of_words(entry.plain("title"))
        direction = direction_of(entry.language) if entry.language else script or self.edition.direction
        if self.edition.opposite_works == "edition" or direction == self.edition.direction:
            return self.pack_of(entry)
        fitting = (self.shelf.pack_of_language(entry.language), self.original)
        return next((pack for pack in fitting if pack and pack.direction == direction), self.pack_of(entry))

    def mention(self, entry: Entry, work: CitedWork, *, is_first: bool) -> tuple[Atom, ...]:
        """Return what a note says of a work, without the full stop."""
        form = self.style.first if is_first else self.style.later
        return self._atoms(entry, form, work.locator, without_names=work.without_names)

    def ibid(self, entry: Entry, locator: Locator) -> tuple[Atom, ...]:
        """Return *ibid.*, with the place if it is another one; letters that have no slanted form stay as they are."""
        setting = self._setting(entry, self.style.first, locator)
        word = setting.term("ibid")
        leans = self.style.ibid_leans and setting.pack.type.italic
        named = rich.term(_lower(word))
        parts = [rich.reference(rich.emphasized(named) if leans else named), ELEMENTS["locator"].format_data(setting)]
        return self._in_language(atoms_of(rich.joined(rich.COMMA, parts), entry.key, setting.pack), setting.pack)

    def reference(self, entry: Entry) -> tuple[Atom, ...]:
        """Return an entry of the bibliography with its last full stop; it does not lead to itself."""
        setting = replace(self._setting(entry, self.style.listed, ()), pack=self.pack_of_listed(entry))
        stop = mark("stop", setting.pack)
        return self._in_language((*atoms_of(_formatted(setting), "", setting.pack), stop), setting.pack)

    def names(self, entry: Entry) -> tuple[Atom, ...]:
        """Return the names of a work's authors as a sentence of the text has them: surnames, in its language.

        A work that names nobody is called by its title.
        """
        manner = replace(self.style.later.names, order="surname")
        form = replace(self.style.later, names=manner)
        setting = replace(self._setting(entry, form, ()), pack=self.edition)
        named = ELEMENTS["names"].format_data(setting) or ELEMENTS["short-title"].format_data(setting)
        return atoms_of(named, "", setting.pack)

    def _atoms(self, entry: Entry, form: Form, locator: Locator, *, without_names: bool) -> tuple[Atom, ...]:
        remembered = (entry.key, id(form), locator, without_names)
        if remembered not in self._set:
            setting = self._setting(entry, form, locator, without_names=without_names)
            atoms = atoms_of(_formatted(setting), entry.key, setting.pack)
            if not any(shell.name == "entry" for atom in atoms for shell in atom.shells):
                # A form without a title leads to the entry as a whole.
                atoms = tuple(within(Shell("entry", entry.key), atoms))
            self._set[remembered] = self._in_language(atoms, setting.pack)
        return self._set[remembered]

    def _in_language(self, atoms: tuple[Atom, ...], pack: Pack) -> tuple[Atom, ...]:
        """Return atoms marked with the language whose words they are, where it is not the edition's."""
        if pack is self.edition:
            return atoms
        return tuple(within(Shell("language", pack.tag, pack.direction), atoms))

    def _setting(self, entry: Entry, form: Form, locator: Locator, *, without_names: bool = False) -> Setting:
        kind = kind_of(entry)
        return Setting(
            entry=entry,
            kind=kind,
            form=form,
            has_title=_has_title(_template_of(form, kind)),
            pack=self.pack_of(entry),
            edition=self.edition.tag,
            shelf=self.shelf,
            distinctions=self.distinctions,
            locator=locator,
            without_names=without_names,
        )


def _formatted(setting: Setting) -> RichText:
    """Return what a form makes of an entry; where it has nothing to print the short title stands."""
    template = _template_of(setting.form, setting.kind)
    return rich.text(_node_of(template).format_data(setting) or ELEMENTS["short-title"].format_data(setting))


def _template_of(form: Form, kind: str) -> Template:
    return form.templates.get(kind, form.templates["default"])


@cache
def _has_title(template: Template) -> bool:
    if isinstance(template, Element):
        return template.name in ("title", "short-title")
    return any(_has_title(part) for part in template.parts)


@cache
def _node_of(template: Template) -> Any:
    """Return a template as a node of pybtex's."""
    if isinstance(template, Element):
        return ELEMENTS[template.name]
    return _group(template.joint)[[_node_of(part) for part in template.parts]]


@node  # type: ignore[untyped-decorator]  # pybtex has no types
def _group(children: Sequence[Any], setting: Setting, joint: Joint) -> RichText:
    parts = [child.format_data(setting) for child in children]
    if joint == "page-colon":
        # A colon stands for the word “page”; a language that writes the word takes a comma before it.
        joint = "commas" if label_of("page", setting) else "colon"
    if joint != "parentheses":
        return rich.joined(_JOINTS[joint], parts)
    inside = rich.joined(rich.COMMA, parts)
    return rich.text(rich.OPENING, inside, rich.CLOSING) if inside else inside


def _lower(word: str) -> str:
    return word[:1].lower() + word[1:]
