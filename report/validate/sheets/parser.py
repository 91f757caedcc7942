"""A sheet read as rules and declarations; every slip on the way is a finding at its place.

The layout of the house's sheets helps to tell where a brace is missing: what stands in braces is indented, and a
closing brace on a line of its own stands under the line that it closes.
"""

from __future__ import annotations

from report.findings import Finding, Mark
from report.validate.sheets.lexer import Token, tokens_of
from report.validate.sheets.tree import Declaration, Item, Rule, Sheet, placed_in, words
from report.validate.source import Source, one_a_line

_CLOSING = {"(": ")", "[": "]"}
_STATEMENTS = ("import", "charset", "namespace")
_GROUPS = ("media", "supports", "container", "layer")
_ENDS = Token("end", "", 0)
_VALUE_ENDS = frozenset((_ENDS.text, ";", "{", "}"))


def read_sheet(source: Source) -> Sheet:
    """Return a sheet's rules, and what is not well-formed in it."""
    reader = _Reader(source)
    items = reader.items(None, is_flat=False)
    return Sheet(source, items, tuple(placed_in(items)), tuple(one_a_line(reader.findings)))


class _Reader:
    """Goes through the tokens of one sheet once."""

    def __init__(self, source: Source) -> None:
        self.findings: list[Finding] = []
        self._source = source
        self._tokens = [token for token in tokens_of(source.text) if self._is_kept(token)]
        self._next = 0
        self._last = Token("sign", "", 0)
        self._odd = 0  # where a brace on a line with others closed what an earlier line opened

    def items(self, indentation: int | None, *, is_flat: bool) -> tuple[Item, ...]:
        """Read what stands in a pair of braces; ``None`` is the sheet itself, flat is where declarations stand."""
        found: list[Item] = []
        first = self._last
        while True:
            self._skip_space()
            token = self._peek()
            if self._is_over(token, indentation):
                return tuple(found)
            if token.is_sign("}"):
                self._take()
                if indentation is not None:
                    self._note_odd(token, first)
                    return tuple(found)
                self._say(self._odd or token.at, "a closing brace too many")
            elif token.is_sign(";"):
                self._say(self._take().at, "a semicolon too many")
            elif token.kind == "at":
                found.append(self._at_rule(is_flat=is_flat))
            elif is_flat and not token.is_sign("{", "&", ".", ":", ">", "+", "~", "*", "["):
                found.extend(self._declarations())
            else:
                found.append(self._rule(token, "", is_flat=True))

    def _is_over(self, token: Token, indentation: int | None) -> bool:
        """Whether a pair of braces ends here without its closing brace."""
        if indentation is None:
            return token is _ENDS
        here = -1 if token is _ENDS else self._source.indentation(token.at)
        least = indentation if token.is_sign("}") else indentation + 1
        if here is None or here >= least:
            return False
        self._say(self._last.end, "a closing brace is missing after this", "what stands in braces is indented")
        return True

    def _note_odd(self, closing: Token, opening: Token) -> None:
        """Remember a closing brace that the layout does not expect: if one is too many later, it is this."""
        is_alone = self._source.indentation(closing.at) is not None
        if not is_alone and self._source.line_of(opening.at) != self._source.line_of(closing.at):
            self._odd = closing.at

    def _at_rule(self, *, is_flat: bool) -> Rule:
        token = self._take()
        name = token.text[1:].lower()
        holds_rules = (name in _GROUPS and not is_flat) or name == "keyframes"
        return self._rule(token, name, is_flat=not holds_rules)

    def _rule(self, first: Token, name: str, *, is_flat: bool) -> Rule:
        prelude = self._prelude()
        ends = self._peek()
        if name in {*_STATEMENTS, "layer"} and not ends.is_sign("{"):
            if not ends.is_sign(";"):
                self._say(self._last.end, f"no semicolon after @{name}")
            else:
                self._take()
            return Rule(name, prelude, (), first.at, is_statement=True)
        if ends.is_sign("{") and not (name or prelude):
            self._say(ends.at, "an opening brace without a selector")
        if not ends.is_sign("{"):
            self._say(self._last.end, f"no opening brace after “{words(prelude) or first.text}”")
        if ends.is_sign("{", ";"):
            self._take()
        indentation = self._source.indentation(first.at)
        if indentation is None:
            start = self._source.mark(first.at).line
            line = self._source.line(start)
            indentation = len(line) - len(line.lstrip())
        head = prelude if ends.text == "{" else ()
        return Rule(name, head, self.items(indentation, is_flat=is_flat), first.at)

    def _prelude(self) -> tuple[Token, ...]:
        """Take the tokens up to the opening brace; a line may end only after a comma or a combinator."""
        found: list[Token] = []
        while True:
            token = self._peek()
            if token is _ENDS or token.is_sign("{", "}", ";"):
                break
            if token.kind == "space" and "\n" in token.text and found and not found[-1].is_sign(",", ">", "+", "~"):
                following = self._tokens[self._next + 1 : self._next + 2]
                if not (following and following[0].is_sign("{", ",")):
                    break
            found.append(self._take())
        self._check_pairs(found)
        return _trimmed(found)

    def _declarations(self) -> list[Item]:
        """Take a declaration, and those that were swallowed for want of a semicolon."""
        name = self._take()
        self._skip_space()
        if name.kind != "ident" or not self._peek().is_sign(":"):
            what = f"no colon after “{name.text}”" if name.kind == "ident" else f"“{name.text}” begins no declaration"
            self._say(name.at, what)
            self._skip_declaration()
            return []
        self._take()
        value: list[Token] = []
        found: list[Item] = []
        depth = 0
        while (token := self._peek()).text not in _VALUE_ENDS:
            if token.text == ":" and depth <= 0:
                name, value = self._swallowed(name, value, found)
                continue
            if token.kind in ("sign", "function"):
                depth += (token.text[-1] in "([") - (token.text in ")]")
            value.append(self._take())
        found.append(Declaration(name.text, _trimmed(value), name.at))
        self._end_declaration(name, value)
        return found

    def _swallowed(self, name: Token, value: list[Token], found: list[Item]) -> tuple[Token, list[Token]]:
        """At a colon within a value: end the declaration before the word that the colon follows, and go on with it."""
        colon = self._take()
        before = _trimmed(value)
        if not before or before[-1].kind != "ident":
            self._say(colon.at, "a colon too many")
            return name, value
        swallowed, before = before[-1], _trimmed(before[:-1])
        self._say(before[-1].end if before else name.at, f"a semicolon is missing before “{swallowed.text}”")
        found.append(Declaration(name.text, before, name.at))
        return swallowed, []

    def _end_declaration(self, name: Token, value: list[Token]) -> None:
        ends = self._peek()
        if not self._check_pairs(value):
            pass
        elif all(token.kind == "space" for token in value):
            self._say(name.at, f"“{name.text}” has no value")
        elif ends.text == "{":
            self._say(ends.at, "an opening brace stands in a value")
        elif ends.text != ";":
            self._say(_trimmed(value)[-1].end, f"no semicolon after the value of “{name.text}”")
        if ends.text in (";", "{"):
            self._take()

    def _check_pairs(self, tokens: list[Token]) -> bool:
        """Notice brackets without partner; say whether all have one."""
        opened: list[Token] = []
        for token in tokens:
            if token.kind == "function" or token.is_sign("(", "["):
                opened.append(token)
            elif token.is_sign(")", "]") and not (opened and _CLOSING[opened.pop().text[-1]] == token.text):
                self._say(token.at, f"a “{token.text}” too many")
                return False
        for token in opened[:1]:
            self._say(token.at, f"“{token.text}” is not closed")
        return not opened

    def _skip_declaration(self) -> None:
        while (token := self._peek()).text not in _VALUE_ENDS:
            if token.kind == "space" and "\n" in token.text:
                return
            self._take()
        if self._peek().is_sign(";", "{"):
            self._take()

    def _is_kept(self, token: Token) -> bool:
        """Leave comments out; notice those, and strings, that nothing closes."""
        if token.kind == "broken":
            self._say(token.at, "a quotation mark is not closed")
        if token.kind != "comment":
            return True
        if len(token.text) < 4 or not token.text.endswith("*/") or "/*" in token.text[2:]:
            self._say(token.at + self._words_of(token.text), "a comment is not closed", "write */ at its end")
        return False

    def _words_of(self, comment: str) -> int:
        """Return the offset of the last line of a comment before it swallows rules."""
        offset = last = 0
        for line in comment.splitlines(keepends=True):
            if offset and ("{" in line or "/*" in line or line.rstrip().endswith((";", "}"))):
                break
            last, offset = offset, offset + len(line)
        return last

    def _peek(self) -> Token:
        return self._tokens[self._next] if self._next < len(self._tokens) else _ENDS

    def _take(self) -> Token:
        token = self._tokens[self._next]
        self._next += 1
        if token.kind != "space":
            self._last = token
        return token

    def _skip_space(self) -> None:
        while self._next < len(self._tokens) and self._tokens[self._next].kind == "space":
            self._next += 1

    def _say(self, offset: int, message: str, hint: str = "") -> None:
        mark: Mark = self._source.mark(offset)
        self.findings.append(Finding("STY-001", mark, message, hint))


def _trimmed(tokens: list[Token] | tuple[Token, ...]) -> tuple[Token, ...]:
    """Return tokens without the spaces at their ends."""
    start, end = 0, len(tokens)
    while start < end and tokens[start].kind == "space":
        start += 1
    while end > start and tokens[end - 1].kind == "space":
        end -= 1
    return tuple(tokens[start:end])
