"""Numbers as a locale writes them: digits, signs between them, percentages, amounts of money."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal, localcontext

from report.locales.figures import in_digits
from report.model.locale import Pack

# What stands between a code of letters and the digits beside it, as the CLDR has it (currencySpacing).
_BESIDE_CODE = "\u00a0"
_DIGITS_OF_ANY_NUMBER = 400


def number(value: Decimal | int, pack: Pack, decimals: int | None = None) -> str:
    """Return a number: “1,850”, “−12.5”.

    With ``decimals`` it is rounded to so many, halves away from zero; else it keeps those it has. What is rounded to
    zero has no minus.

    Raises:
        ValueError: the value is infinite or no number.
    """
    sign, digits = _sign_and_digits(value, pack, decimals)
    return sign + digits


def percent(value: Decimal | int, pack: Pack, decimals: int | None = None) -> str:
    """Return a number of hundredths as a percentage: 12.5 is “12.5%”."""
    sign, digits = _sign_and_digits(value, pack, decimals)
    return sign + pack.numbers.percent.format(number=digits)


def currency(value: Decimal | int, code: str, pack: Pack, decimals: int | None = None) -> str:
    """Return an amount of money: 3 in “USD” is “USD 3”; a code of letters is set off from the digits."""
    sign, digits = _sign_and_digits(value, pack, decimals)
    written = pack.numbers.currency.format(number="\0", currency=code)
    if code[-1:].isalpha():
        written = written.replace(f"{code}\0", f"{code}{_BESIDE_CODE}\0")
    if code[:1].isalpha():
        written = written.replace(f"\0{code}", f"\0{_BESIDE_CODE}{code}")
    return sign + written.replace("\0", digits)


def renumbered(written: str, source: Pack, pack: Pack) -> str:
    """Return what was written in figures in one locale as another writes it: “≈ 1,850.5 %” as “≈ 1.850,5 %”.

    Groups stay groups and what stands together stays so; signs that are no part of a number, and words, stay as they
    are. Figures that are more or less than a number, such as “2.1.3” or “1,85” where the comma parts groups, change
    their digits alone.
    """
    if (source.numbers, source.digits) == (pack.numbers, pack.digits):
        return written
    return _Renumbering(source, pack).of(written)


class _Renumbering:
    """The way from the figures of one locale to those of another."""

    def __init__(self, source: Pack, pack: Pack) -> None:
        self._source, self._pack = source, pack
        digit = f"[0-9{source.digits}]"
        group, decimal = re.escape(source.numbers.group), re.escape(source.numbers.decimal)
        # A run of figures, taken whole. Nothing is taken back, so the time is in proportion to the text.
        run = f"{digit}(?:(?:{group}|[.,:/٫٬])?+{digit})*+"
        self._runs = re.compile(f"(?P<minus>[-−])?(?<!{digit})(?P<run>{run})(?P<percent>[ \u00a0\u2009]?\u2060?[%٪])?")
        self._number = re.compile(
            f"(?P<whole>{digit}++|{digit}{{1,3}}(?:{group}{digit}{{3}})++)(?:{decimal}(?P<part>{digit}++))?"
        )
        self._to_ascii = str.maketrans(source.digits, "0123456789")

    def of(self, written: str) -> str:
        made: list[str] = []
        end = 0
        for found in self._runs.finditer(written):
            between, end = written[end : found.start()], found.end()
            is_span = bool(made) and between == "–" and not found["minus"]
            made.append(made.pop() if is_span else between)
            one = self._set(found, before=written[max(found.start() - 1, 0) : found.start()])
            if is_span:
                one = self._pack.numbers.spans.format(first=made.pop(), last=one)
            made.append(one)
        return "".join(made) + written[end:]

    def _set(self, found: re.Match[str], before: str) -> str:
        """Return one number; a hyphen after a letter or a figure, the character ``before``, is no minus."""
        numbers = self._pack.numbers
        run = self._in_signs(found["run"])
        if found["percent"]:
            run = numbers.percent.format(number=run)
        if not found["minus"]:
            return run
        is_minus = not before.isalnum()
        return (numbers.minus if is_minus else found["minus"]) + run

    def _in_signs(self, run: str) -> str:
        source, numbers = self._source.numbers, self._pack.numbers
        found = self._number.fullmatch(run)
        if found is None:
            return in_digits(run.translate(self._to_ascii), self._pack)
        whole = found["whole"].replace(source.group, "\0").translate(self._to_ascii)
        made = in_digits(whole, self._pack).replace("\0", numbers.group)
        if found["part"] is None:
            return made
        return made + numbers.decimal + in_digits(found["part"].translate(self._to_ascii), self._pack)


def _sign_and_digits(value: Decimal | int, pack: Pack, decimals: int | None) -> tuple[str, str]:
    """Return the minus, if there is one, and the digits in their groups."""
    value = Decimal(value)
    if not value.is_finite():
        raise ValueError(f"{value} cannot be written in figures")
    if decimals is not None:
        with localcontext(prec=_DIGITS_OF_ANY_NUMBER):
            value = value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    whole, _, part = f"{abs(value):f}".partition(".")
    written = _in_groups(whole, pack)
    if part:
        written += pack.numbers.decimal + part
    return pack.numbers.minus if value < 0 else "", in_digits(written, pack)


def _in_groups(whole: str, pack: Pack) -> str:
    """Return the whole part of a number in groups of three, if it is long enough."""
    if len(whole) < pack.numbers.group_from:
        return whole
    first = len(whole) % 3
    groups = [whole[:first]] if first else []
    groups += [whole[start : start + 3] for start in range(first, len(whole), 3)]
    return pack.numbers.group.join(groups)
