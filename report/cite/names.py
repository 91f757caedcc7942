"""People and institutions as citations name them."""

from __future__ import annotations

from collections.abc import Sequence

from report.cite.rich import RichText, in_own_direction, nothing, set_apart, term, text
from report.cite.setting import Setting
from report.locales.languages import direction_of_words
from report.model.references import Entry, Name, Names
from report.model.style import NameOrder

_TURNED_ABROAD = {"ltr": "{family}, {given}", "rtl": "{family}، {given}"}
_LEADING_ROLES = ("author", "editor", "holder")


def leading(entry: Entry) -> tuple[str, Names]:
    """Return who comes first in a citation, and their role; nobody is an empty role.

    Authors, else editors, else the institution that brought the work out.
    """
    for role in _LEADING_ROLES:
        names = entry.names.get(role)
        if names and (names.people or names.has_others):
            return role, names
    institution = entry.plain("organization", "institution")
    return ("institution", Names((Name(institution, is_institution=True),))) if institution else ("", Names(()))


def shown_names(names: Names, setting: Setting) -> RichText:
    """Return the names of a role in the manner of the form, shortened with “et al.” where there are too many."""
    manner = setting.form.names
    people = names.people[: manner.shown] if len(names.people) > manner.most else names.people
    return listed(people, setting, manner.order, is_cut=names.has_others or len(people) < len(names.people))


def listed(people: Sequence[Name], setting: Setting, order: NameOrder, *, is_cut: bool = False) -> RichText:
    """Return names as a list of the locale; a cut list ends with “et al.”.

    In turned order the first name is turned round, or every one where the locale does so. After a turned name the list
    words may differ: “Family, Given, and Given Family”.
    """
    pack = setting.pack
    orders: list[NameOrder] = [
        order if order != "turned" or index == 0 or pack.names.turns_all else "straight" for index in range(len(people))
    ]
    set_names = [one_name(name, setting, one) for name, one in zip(people, orders, strict=True)]
    if not set_names:
        return nothing()
    is_turned = order == "turned"
    if is_cut:
        together = _joined(set_names, pack.lists.between, pack.lists.between)
        joint = pack.lists.others if len(set_names) > 1 or is_turned else " "
        return text(together, joint, term(setting.term("et-al")))
    if len(set_names) == 2:
        return _joined(set_names, "", pack.lists.pair_turned if is_turned else pack.lists.pair)
    return _joined(set_names, pack.lists.between, pack.lists.last_turned if is_turned else pack.lists.last)


def one_name(name: Name, setting: Setting, order: NameOrder) -> RichText:
    """Return one name in an order of its parts; its script is kept."""
    if name.is_institution:
        return in_own_direction((name.family,), setting)
    patterns = setting.pack.names
    if order == "surname" and name not in setting.distinctions.given_names:
        return _surname_alone(name, setting)
    if order == "turned":
        return in_own_direction((_turned(name, setting),), setting)
    straight = " ".join(filter(None, (name.given, surname(name))))
    if name.suffix:
        straight = patterns.suffix.format(name=straight, suffix=name.suffix)
    return in_own_direction((straight,), setting)


def surname(name: Name) -> str:
    """Return the surname with its particle: “de Gaulle”; an institution has its whole name."""
    return name.surname


def _surname_alone(name: Name, setting: Setting) -> RichText:
    """Return a surname whose particle takes a capital at the head of a note (CMOS 17, 8.5)."""
    words = surname(name)
    return set_apart(text(term(name.particle), words.removeprefix(name.particle)), words, setting)


def _turned(name: Name, setting: Setting) -> str:
    """Return a name by which a list is sorted: “Gaulle, Charles de”, or “De Gaulle, Charles” where it is kept."""
    patterns = setting.pack.names
    family, given = name.family, " ".join(filter(None, (name.given, name.particle)))
    if name.keeps_particle:
        family, given = surname(name), name.given
    # A name that runs against the edition's script keeps a comma of its own script.
    direction = direction_of_words(family) or setting.pack.direction
    pattern = patterns.turned if direction == setting.pack.direction else _TURNED_ABROAD[direction]
    turned = pattern.format(family=family, given=given) if given else family
    return patterns.turned_suffix.format(name=turned, suffix=name.suffix) if name.suffix else turned


def _joined(parts: Sequence[RichText], between: str, last: str) -> RichText:
    made = [parts[0]]
    for index, part in enumerate(parts[1:], start=2):
        made += [last if index == len(parts) else between, part]
    return text(*made)
