"""Messages for translators: written out, with every placeholder filled and nothing handed over in vain."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from jinja2 import nodes

from report.findings import nearest

# How many of a function's first arguments are words of the message.
MESSAGES: Mapping[str, int] = {"_": 1, "gettext": 1, "ngettext": 2}
_PLACEHOLDER = re.compile(r"%\((\w+)\)([a-z])")
_LONE = re.compile(r"%(?!\(\w+\)s)")


def slips_in_message(call: nodes.Call) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with a message and its placeholders: the words of a finding, and a hint."""
    count = MESSAGES[call.node.name] if isinstance(call.node, nodes.Name) else 1
    written = call.args[:count]
    if len(written) < count or not all(isinstance(one, nodes.Const) for one in written):
        yield "a message is written out: translators read the template", "hand over what changes by its name"
        return
    texts = [str(one.value) for one in written if isinstance(one, nodes.Const)]
    given = {keyword.key for keyword in call.kwargs}
    asked = {found[1] for text in texts for found in _PLACEHOLDER.finditer(text)}
    for text in texts:
        if _LONE.search(text):
            yield f"a placeholder of “{text}” is not written %(name)s", "a percent sign is written %%"
    for name in sorted(asked - given - ({"num"} if len(texts) > 1 else set())):
        yield f"nothing is handed over for %({name})s", nearest(name, given)
    for name in sorted(given - asked):
        yield f"the message has no %({name})s", nearest(name, asked)
