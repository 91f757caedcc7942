r"""The LaTeX of a field to rich text: a whitelist of commands, and nothing dropped that is not one of them.

The text is read once, from left to right, with a stack of what is open: braces, commands that wait for the end of
their braces, quotation marks that wait for their partner. The rules are TeX's (The TeXbook, chapters 3 and 9):
spaces after a command of letters belong to it, braces are not printed, ``~`` is a space that is not broken.
Beyond TeX, ``%`` is a percent sign, as in BibTeX, and mathematics stays as it was written.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from report.load.references.signs import ACCENTS, ADDRESSED, DECLARATIONS, LONE_ACCENTS, LOOKS, SIGNS
from report.model.references import Look, Rich, Styled

DEPTH_LIMIT = 50
_SPECIAL = re.compile(r"[\\{}$~\"'`“”„«»]|--")
_TOKEN = re.compile(
    r"\\(?P<word>[A-Za-z]++\*?+)(?P<space>[ ]*+)|\\(?P<sign>[^A-Za-z])|(?P<dashes>-{2,3})|(?P<tick>``|''|[`'])"
    r"|(?P<mark>[\"“”„«»])|(?P<open>\{)|(?P<close>\})|(?P<tie>~)|(?P<math>\$)|(?P<text>[^\\{}$~\"'`“”„«»-]++|-|\\)"
)
_ADDRESS = re.compile(r"https?://[^\s/]|mailto:[^\s@]+@|doi:10\.", re.IGNORECASE)
_CLOSES = {"”": "“„”", "“": "„", "»": "«", "«": "»"}
_OPENS = frozenset("“„«»")
_TURNED = {"?": "¿", "!": "¡"}


@dataclass(frozen=True, slots=True)
class Decoded:
    """A field's rich text; commands that are not understood (left in it), addresses no link may have, lost braces."""

    pieces: Rich
    unknown: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    has_lost_brace: bool = False


def decode(value: str) -> Decoded:
    """Decode the LaTeX of a field, its blanks being single spaces; the result is in Unicode's form NFC.

    Takes the field as BibTeX has it, without the outer braces. What is not understood stays in the text as written.
    """
    if not _SPECIAL.search(value):
        return Decoded((_composed(value),) if value else ())
    return _Decoder(value).decoded()


def trimmed(pieces: Rich) -> Rich:
    """Return a text without the blanks at its ends, whatever braces or looks they stand in."""
    return _trimmed_at(-1, str.rstrip, _trimmed_at(0, str.lstrip, pieces))


def is_blank(text: str) -> bool:
    """Whether nothing in a text can be seen: it is empty, or blanks, or signs without a width."""
    return not any(sign.isprintable() and sign != " " for sign in text)


def _trimmed_at(end: int, strip: Callable[[str], str], pieces: Rich) -> Rich:
    kept = list(pieces)
    while kept:
        piece = kept[end]
        if isinstance(piece, str):
            left: str | Styled = strip(piece)
            is_empty = not left
        else:
            left = Styled(piece.look, _trimmed_at(end, strip, piece.pieces))
            is_empty = not left.pieces
        if not is_empty:
            kept[end] = left
            break
        del kept[end]
    return tuple(kept)


_Kind = Literal["group", "look", "quotation", "accent", "declared"]


@dataclass(slots=True)
class _Open:
    """Something that is open: what it is, what has been read in it, and the sign that opened it."""

    kind: _Kind
    look: Look | None = None
    sign: str = ""
    accents: tuple[str, ...] = ()
    pieces: list[str | Styled] = field(default_factory=list)


class _Decoder:
    def __init__(self, value: str) -> None:
        self._value = value
        self._position = 0
        self._stack = [_Open("group")]
        self._unknown: list[str] = []
        self._addresses: list[str] = []
        self._has_lost_brace = False
        self._accents: list[str] = []  # commands that wait for their letter
        self._maths = _maths(value)
        self._last = ""  # the character before, for quotation marks

    def decoded(self) -> Decoded:
        while self._position < len(self._value):
            found = _TOKEN.match(self._value, self._position)
            if not found:  # the pattern takes every character; this is for the type checker
                break
            start, self._position = self._position, found.end()
            if self._accents and found.lastgroup not in ("text", "open", "word", "space", "sign"):
                self._give_up_accents()
            self._take(found, start)
        self._give_up_accents()
        while len(self._stack) > 1:
            self._has_lost_brace |= self._stack[-1].kind in ("group", "look", "accent")
            self._leave()
        return Decoded(
            _composed_all(self._stack[0].pieces), tuple(self._unknown), tuple(self._addresses), self._has_lost_brace
        )

    def _take(self, found: re.Match[str], start: int) -> None:
        written = found.group()
        match found.lastgroup:
            case "text":
                self._text(written)
            case "word" | "space":
                self._word(found["word"], found["space"])
            case "sign":
                self._sign(found["sign"])
            case "open":
                self._enter(_Open("group", sign="{"))
            case "close":
                self._close()
            case "tick":
                self._tick(written)
            case "mark":
                self._mark(written)
            case "math":
                self._math(start)
            case _:
                self._put({"--": "–", "---": "—", "~": "\u00a0"}[written])

    def _put(self, text: str) -> None:
        """Add characters; accents that wait go on the first of them."""
        if not text:
            return
        if self._accents:
            marks = "".join(ACCENTS[accent] for accent in reversed(self._accents))
            self._accents.clear()
            text = _accented(text, marks)
        self._stack[-1].pieces.append(text)
        self._last = text[-1]

    def _text(self, text: str) -> None:
        if self._accents:
            text = text.lstrip(" ")
            if not text:
                return
            if not text[0].isalnum():
                self._give_up_accents()
        if text == "\\":  # the last character: there is nothing that it commands
            self._unknown.append(text)
        self._put(text)

    def _word(self, name: str, space: str) -> None:
        plain = name.rstrip("*")
        if name in ACCENTS:
            self._accents.append(name)
        elif name in SIGNS:
            self._put_sign(SIGNS[name])
        elif name in DECLARATIONS:
            self._give_up_accents()
            self._enter(_Open("declared", DECLARATIONS[name]))
        elif (name in LOOKS or (name == "enquote*")) and self._value.startswith("{", self._position):
            self._give_up_accents()
            self._position += 1
            self._enter(_Open("look", LOOKS[plain], sign=f"\\{name}{space}{{"))
        elif name in ADDRESSED and self._value.startswith("{", self._position):
            self._give_up_accents()
            self._address(name)
        else:
            self._give_up_accents()
            self._not_understood(f"\\{name}", space)

    def _sign(self, sign: str) -> None:
        if sign in ACCENTS:
            self._accents.append(sign)
        elif sign in SIGNS:
            self._put_sign(SIGNS[sign])
        else:
            self._give_up_accents()
            self._not_understood(f"\\{sign}", "")

    def _put_sign(self, sign: str) -> None:
        """Add what a command stands for; letters take an accent, a dotless i becomes a plain one below it."""
        if self._accents and not sign[:1].isalpha():
            self._give_up_accents()
        self._put(sign)

    def _not_understood(self, command: str, space: str) -> None:
        self._unknown.append(command)
        self._put(command + space)

    def _give_up_accents(self) -> None:
        """Leave accents that found no letter in the text, as commands that are not understood."""
        accents = [f"\\{accent}" for accent in self._accents]
        self._accents.clear()
        for accent in accents:
            self._not_understood(accent, "")

    def _address(self, name: str) -> None:
        r"""Read an address in braces: none of its signs is LaTeX. ``\url`` prints it, ``\href`` the words after it."""
        end = self._value.find("}", self._position)
        address = self._value[self._position + 1 : end if end >= 0 else len(self._value)]
        self._position = end + 1 if end >= 0 else len(self._value)
        self._has_lost_brace |= end < 0 or "{" in address
        if not _ADDRESS.match(address) or (name == "url" and address[:7].casefold() == "mailto:"):
            self._addresses.append(address)
        if name == "url":
            self._put(address)
        elif not self._value.startswith("{", self._position):
            self._not_understood(f"\\href{{{address}}}", "")

    def _enter(self, opened: _Open) -> None:
        if len(self._stack) > DEPTH_LIMIT:
            self._has_lost_brace |= opened.kind != "quotation"
            self._put(opened.sign)
            return
        if self._accents:
            opened.kind, opened.accents = "accent", tuple(self._accents)
            self._accents.clear()
        self._stack.append(opened)
        if opened.kind != "declared":
            self._last = ""

    def _close(self) -> None:
        while self._stack[-1].kind in ("quotation", "declared") and len(self._stack) > 1:
            self._leave()
        if len(self._stack) == 1:
            self._has_lost_brace = True
            self._put("}")
            return
        self._leave(is_closed=True)

    def _leave(self, *, is_closed: bool = False) -> None:
        """Hand what was read in the innermost open thing on to what it stands in."""
        opened = self._stack.pop()
        pieces = self._stack[-1].pieces
        match opened.kind:
            case "accent" if is_closed:
                self._hand_accented(opened, pieces)
            case "declared":
                if opened.pieces and opened.look:
                    pieces.append(Styled(opened.look, _composed_all(opened.pieces)))
            case "look" | "quotation" if is_closed and opened.look:
                if opened.pieces:
                    pieces.append(Styled(opened.look, _composed_all(opened.pieces)))
            case "quotation":
                pieces.append(opened.sign)
                pieces.extend(opened.pieces)
            case _:
                pieces.extend(opened.pieces)

    def _hand_accented(self, opened: _Open, pieces: list[str | Styled]) -> None:
        accents = opened.accents
        first = next(iter(opened.pieces), "")
        if not opened.pieces and accents[-1] in LONE_ACCENTS and len(accents) == 1:
            pieces.append(LONE_ACCENTS[accents[0]])
        elif isinstance(first, str) and first[:1].isalnum():
            marks = "".join(ACCENTS[accent] for accent in reversed(accents))
            pieces.append(_accented("".join(one for one in opened.pieces if isinstance(one, str)), marks))
            pieces.extend(one for one in opened.pieces if not isinstance(one, str))
        else:
            commands = [f"\\{accent}" for accent in accents]
            self._unknown.extend(commands)
            pieces.extend((*commands, *opened.pieces))

    def _tick(self, written: str) -> None:
        """Take TeX's quotation marks; an apostrophe stands before a letter, or where nothing is open."""
        pieces = self._stack[-1].pieces
        before = self._value[max(self._position - 3, 0) : self._position - 1]
        turned = _TURNED.get(before[-1:]) if written == "`" and before[:1] != "\\" else None
        if turned and pieces and isinstance(pieces[-1], str):
            pieces[-1] = pieces[-1][:-1] + turned
        elif written in ("``", "`"):
            self._enter(_Open("quotation", "quotation", sign="“" if written == "``" else "‘"))
        elif written == "''":
            self._end_quotation("“", "”")
        else:
            following = self._value[self._position : self._position + 1]
            self._end_quotation("" if following.isalnum() else "‘", "’")

    def _mark(self, sign: str) -> None:
        """Take a typed quotation mark; a straight one opens where nothing stands before it."""
        top = self._stack[-1]
        if sign == '"':
            following = self._value[self._position : self._position + 1]
            if top.kind == "quotation" and top.sign == '"':
                self._end_quotation('"', sign)
            elif following.strip() and not self._last.isalnum():
                self._enter(_Open("quotation", "quotation", sign=sign))
            else:
                self._put(sign)
        elif top.kind == "quotation" and top.sign in _CLOSES.get(sign, ""):
            self._end_quotation(top.sign, sign)
        elif sign in _OPENS:
            self._enter(_Open("quotation", "quotation", sign=sign))
        else:
            self._put(sign)

    def _end_quotation(self, opening: str, sign: str) -> None:
        top = self._stack[-1]
        if opening and top.kind == "quotation" and top.sign == opening:
            self._leave(is_closed=True)
            self._last = sign
        else:
            self._put(sign)

    def _math(self, start: int) -> None:
        end = self._maths.get(start, start)
        self._put(self._value[start : end + 1])
        self._position = end + 1


def _maths(value: str) -> dict[int, int]:
    """Return where mathematics begins and ends: two dollar signs in the same braces, neither of them escaped."""
    pairs: dict[int, int] = {}
    if value.count("$") < 2:
        return pairs
    waiting = [-1]
    for found in re.finditer(r"\\.|[${}]", value, re.DOTALL):
        sign = found.group()
        if sign == "{":
            waiting.append(-1)
        elif sign == "}" and len(waiting) > 1:
            waiting.pop()
        elif sign == "$" and waiting[-1] >= 0:
            pairs[waiting[-1]] = found.start()
            waiting[-1] = -1
        elif sign == "$":
            waiting[-1] = found.start()
    return pairs


def _accented(text: str, marks: str) -> str:
    """Put combining characters after the first letter of a text and those that it has; a dotless i gets its accent."""
    first = {"ı": "i", "ȷ": "j"}.get(text[0], text[0])
    end = 1
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return first + text[1:end] + marks + text[end:]


def _composed_all(pieces: list[str | Styled]) -> Rich:
    """Join the strings that stand side by side, each in form NFC."""
    joined: list[str | Styled] = []
    words: list[str] = []
    for piece in (*pieces, None):
        if isinstance(piece, str):
            words.append(piece)
            continue
        if words:
            joined.append(_composed("".join(words)))
            words = []
        if piece:
            joined.append(piece)
    return tuple(joined)


def _composed(text: str) -> str:
    return text if text.isascii() else unicodedata.normalize("NFC", text)
