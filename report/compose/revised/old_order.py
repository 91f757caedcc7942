"""The order that sections had in the old text, for the web page of a redline that shows this text alone."""

from __future__ import annotations

from report.model.redline import Redline

_SHOWN = ":root:has(.view-then:checked)"


def old_order(redline: Redline) -> str:
    """Return the rules by which each section stands where it stood; none where no section was moved.

    One that was moved follows its old title, which the redline has there. What has come stays where it is: it is not
    shown then. Bibliography and notes have no rule, and come last.
    """
    ids = [section.id for section in redline.printing.edition.brief.sections]
    origins = {now: then for then, now in redline.moves.items() if now in ids}
    if not origins:
        return ""
    places = ((id_, 2 * (ids.index(origins.get(id_, id_)) - len(ids)) + (id_ in origins)) for id_ in ids)
    rules = (f"{_SHOWN} #s-{id_} {{ order: {place}; }}" for id_, place in places)
    return "\n@layer revision {\n" + "\n".join(rules) + "\n}\n"
