"""Mistakes in the YAML of briefs, sections and the house: its shape, not its prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from random import Random

import yaml

from tests.support.mistakes.kinds import Slip, Source, kind, misspelt

_KEYS = r"^[ -]*([a-z-]+):(?=\s)"
_OPTIONAL = {
    "attribution", "corporate", "credit", "for", "notes", "numeric", "row-heads", "source", "span", "standfirst",
    "subtitle", "unit", "after", "before", "state", "target", "text-date",
}  # fmt: skip
_OPTIONAL_BESIDE = {"title": "recommendations", "alternative": "timeline", "list": "text", "numbered": "text"}


@dataclass(frozen=True, slots=True)
class Pair:
    """A key and its value, the mapping they stand in, and the mappings around that one, nearest first."""

    key: yaml.ScalarNode
    value: yaml.Node
    mapping: yaml.MappingNode
    around: tuple[yaml.MappingNode, ...]

    @property
    def name(self) -> str:
        """The key's word."""
        return str(self.key.value)

    @property
    def is_short(self) -> bool:
        """Whether the value is one scalar in the line of its key."""
        return isinstance(self.value, yaml.ScalarNode) and self.value.end_mark.line == self.key.start_mark.line

    @property
    def is_required(self) -> bool:
        """Whether the entry is not complete without it."""
        beside = {key.value for key, _ in self.mapping.value}
        return self.name not in _OPTIONAL and _OPTIONAL_BESIDE.get(self.name) not in beside

    @property
    def entry_lines(self) -> tuple[int, ...]:
        """The first line of the mapping, and that of the block around it."""
        blocks = [one for one in (self.mapping, *self.around) if any(key.value == "id" for key, _ in one.value)]
        return tuple(one.start_mark.line + 1 for one in (self.mapping, *blocks[:1]))


@kind("content", "misspelt key")
def misspelt_key(source: Source, rng: Random) -> Iterator[Slip]:
    known = source.known(_KEYS)
    for pair in pairs(source):
        start, end = span(pair.key)
        yield Slip(start, end, misspelt(pair.name, rng, known))


@kind("content", "missing value")
def deleted_required_key(source: Source, rng: Random) -> Iterator[Slip]:  # noqa: ARG001 - nothing is left to chance
    for pair in pairs(source):
        if not pair.is_required or len(pair.mapping.value) == 1:
            continue
        keys = [key for key, _ in pair.mapping.value]
        following = keys[keys.index(pair.key) + 1 :]
        if following:
            yield Slip(pair.key.start_mark.index, following[0].start_mark.index, "", pair.entry_lines)
        else:
            start = source.text.rindex("\n", 0, pair.key.start_mark.index)
            yield Slip(start, _end(source, pair.value), "", (pair.key.start_mark.line + 1, *pair.entry_lines))


@kind("content", "twice")
def duplicated_key(source: Source, rng: Random) -> Iterator[Slip]:
    for pair in pairs(source):
        if not pair.is_short or pair.mapping.flow_style:
            continue
        values = [value for _, value in pair.mapping.value]
        behind = _end(source, rng.choice(values[values.index(pair.value) :]))
        again = "\n" + " " * pair.key.start_mark.column + source.text[pair.key.start_mark.index : span(pair.value)[1]]
        yield Slip(behind, behind, again, (source.line(behind) + 1, pair.key.start_mark.line + 1))


@kind("content", "indentation")
def tab_for_indentation(source: Source, rng: Random) -> Iterator[Slip]:
    for indentation in source.found(r"^ +(?=\S)"):
        tabs = rng.choice(("\t", "\t" * (len(indentation[0]) // 2)))
        yield Slip(indentation.start(), indentation.end(), tabs)


@kind("content", "indentation")
def wrong_indentation(source: Source, rng: Random) -> Iterator[Slip]:
    prose = {line for node in scalars(source) for line in range(node.start_mark.line + 1, node.end_mark.line)}
    for indentation in source.found(r"^ +(?=(- )?[^ -])"):
        if source.line(indentation.start()) - 1 in prose:
            continue
        spaces = indentation[0][1:] if rng.random() < 0.5 else indentation[0] + " "
        slip = Slip(indentation.start(), indentation.end(), spaces)
        if not _means_the_same(source, slip):
            yield slip


@kind("content", "quotation")
def lost_quotation_mark(source: Source, rng: Random) -> Iterator[Slip]:
    for node in scalars(source):
        if node.style == '"':
            start, end = span(node)
            yield rng.choice((Slip(start, start + 1, ""), Slip(end - 1, end, "")))


@kind("content", "quotation")
def unquoted_colon(source: Source, rng: Random) -> Iterator[Slip]:
    for node in scalars(source):
        start, end = span(node)
        words = source.text[start:end]
        if node.style == '"' and ": " in words:
            yield Slip(start, end, words[1:-1])
        elif _is_plain_line(node) and " " in words:
            space = start + rng.choice([found.start() for found in re.finditer(r"(?<=\w) ", words)] or [len(words) - 1])
            if source.text[space] == " ":
                yield Slip(space, space, ":")


@kind("content", "wrong value")
def wrong_type(source: Source, rng: Random) -> Iterator[Slip]:
    for pair in pairs(source):
        start, end = span(pair.value)
        value = source.text[start:end]
        if value in {"true", "false"}:
            yield Slip(start, end, rng.choice(("yes", "no", "1", '"true"', "[true]")))
        elif pair.is_short:
            yield Slip(start, end, rng.choice((f"[{value}]", f"{{en: {value}}}", f"\n{_under(pair)}- {value}")))
        elif isinstance(pair.value, yaml.CollectionNode):
            yield Slip(pair.key.end_mark.index, _end(source, pair.value), ": several")


@kind("content", "wrong value")
def bad_date(source: Source, rng: Random) -> Iterator[Slip]:
    for pair in pairs(source):
        if pair.name != "date":
            continue
        start, end = span(pair.value)
        year, month, day = (source.text[start:end] + "--").split("-")[:3]
        wrong = [year[:3], year + year[-1], f"{year}-13", f"{year}-00", f"{year}-5", f"May {year}", f"{year}/05"]
        if day:
            wrong += [f"{year}-02-30", f"{year}-{month}-32", f"{year}-{month}-0", f"{day}.{month}.{year}"]
            wrong += [f"{year}-{month}-{day}-", f"{year}-{month}-{day[0]}O", f"{day}-{month}-{year}"]
        yield Slip(start, end, rng.choice(wrong))


@kind("content", "wrong name")
def misspelt_section_in_the_brief(source: Source, rng: Random) -> Iterator[Slip]:
    known = {path.rpartition("/")[2].removesuffix(".yaml") for path in source.group}
    for pair in pairs(source):
        if pair.name == "sections":
            for node in pair.value.value:
                yield Slip(*span(node), misspelt(node.value, rng, known))


@kind("content", "wrong name")
def wrong_path(source: Source, rng: Random) -> Iterator[Slip]:
    for pair in pairs(source):
        if pair.name in {"references", "data", "figure"}:
            folder, slash, name = pair.value.value.rpartition("/")
            elsewhere = misspelt(folder, rng) + slash + name if folder else name.upper()
            yield Slip(*span(pair.value), rng.choice((elsewhere, folder + slash + misspelt(name, rng))))


@kind("content", "twice")
def duplicated_id(source: Source, rng: Random) -> Iterator[Slip]:
    brief = source.path.split("/")[1]
    ids = [
        (path, text.count("\n", 0, found.start()) + 1, found[1])
        for path, text in source.group.items()
        if path.split("/")[1] == brief
        for found in re.finditer(r"(?:^|- |  )id: (\S+)$", text, re.MULTILINE)
    ]
    for pair in pairs(source):
        if pair.name == "id" and pair.around:
            path, line, other = rng.choice([one for one in ids if one[2] != pair.value.value])
            yield Slip(*span(pair.value), other, elsewhere=frozenset({(path, line)}))


@kind("content", "quotation")
def text_that_begins_with_a_sign_of_yaml(source: Source, rng: Random) -> Iterator[Slip]:
    for node in scalars(source):
        if _is_plain_line(node) and re.match(r"[A-Za-z]{3,} ", node.value):
            start = node.start_mark.index
            word = node.value.split()[0]
            signed = rng.choice(("*{}*", "**{}**", "&{}", "@{}", "`{}`", "%{}", "[{}]", "!{}")).format(word)
            yield Slip(start, start + len(word), signed)


@kind("content", "missing value")
def empty_value(source: Source, rng: Random) -> Iterator[Slip]:
    for node in scalars(source):
        if _is_plain_line(node) and source.text[node.start_mark.index - 1] == " ":
            yield Slip(*span(node), rng.choice(("", '""', "null", "~")))


@kind("content", "indentation")
def lost_hyphen_of_an_item(source: Source, rng: Random) -> Iterator[Slip]:
    for hyphen in source.found(r"(?<=^)( *)(- )(?=\S)"):
        put = rng.choice(("  ", ""))
        slip = Slip(hyphen.start(2), hyphen.end(2), put)
        if not _means_the_same(source, slip):
            yield slip


@kind("content", "punctuation")
def lost_space_after_a_colon_or_hyphen(source: Source, rng: Random) -> Iterator[Slip]:  # noqa: ARG001
    for space in source.found(r"^ *(?:- )?[a-z-]+:( )(?=\S)|^ *-( )(?=\S)"):
        start, end = space.span(1 if space[1] else 2)
        yield Slip(start, end, "")


@kind("content", "punctuation")
def lost_colon(source: Source, rng: Random) -> Iterator[Slip]:  # noqa: ARG001
    for pair in pairs(source):
        yield Slip(pair.key.end_mark.index, pair.key.end_mark.index + 1, "")


def pairs(source: Source) -> Iterator[Pair]:
    """Yield every key with its value."""
    yield from _pairs(_tree(source.text), ())


def _pairs(node: yaml.Node, around: tuple[yaml.MappingNode, ...]) -> Iterator[Pair]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield Pair(key, value, node, around)
            yield from _pairs(value, (node, *around))
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _pairs(item, around)


def scalars(source: Source) -> Iterator[yaml.ScalarNode]:
    """Yield every scalar that is no key."""
    keys = {pair.key.start_mark.index for pair in pairs(source)}
    waiting = [_tree(source.text)]
    while waiting:
        node = waiting.pop()
        if isinstance(node, yaml.MappingNode):
            waiting += [value for _, value in node.value]
        elif isinstance(node, yaml.SequenceNode):
            waiting += node.value
        elif node.start_mark.index not in keys:
            yield node


@cache
def _tree(text: str) -> yaml.Node:
    return yaml.compose(text, Loader=yaml.SafeLoader)


def span(node: yaml.Node) -> tuple[int, int]:
    """Return where a node stands in the text."""
    return node.start_mark.index, node.end_mark.index


def _end(source: Source, node: yaml.Node) -> int:
    """Return where a node's last letter stands; the parser ends a block at the next one."""
    return node.start_mark.index + len(source.text[slice(*span(node))].rstrip())


def _under(pair: Pair) -> str:
    return " " * (pair.key.start_mark.column + 2)


def _is_plain_line(node: yaml.ScalarNode) -> bool:
    return node.style is None and node.start_mark.line == node.end_mark.line


def _means_the_same(source: Source, slip: Slip) -> bool:
    """Whether a changed file says what it said: two spaces more in front of a whole list, for instance."""
    changed = source.text[: slip.start] + slip.put + source.text[slip.end :]
    try:
        return bool(yaml.safe_load(changed) == yaml.safe_load(source.text))
    except yaml.YAMLError:
        return False
