"""Tokens whose own value is the mistake: nothing that uses them can take it."""

from __future__ import annotations

from collections.abc import Iterable

from report.findings import Finding
from report.model.output import Setting
from report.validate.sheets.checking import Checker, Told
from report.validate.sheets.styles import Definition, Styles, tokens_named
from report.validate.sheets.tree import Declaration, Sheet


class Refused:
    """The definitions of tokens in one medium that nothing which uses the token can take: the mistake is in them."""

    def __init__(self, styles: Styles, medium: Setting, checker: Checker) -> None:
        """Look through all tokens of the medium."""
        self._tokens = styles.tokens[medium]
        self._names: set[str] = set()
        self.findings: list[Finding] = []
        self._uses = self._all_uses(styles, medium)
        for name, definitions in self._tokens.items():
            for one in {one.selector: one for one in definitions}.values():
                is_last = one is definitions[-1]
                self._judge(name, one, checker if is_last else Checker(styles, {**self._tokens, name: (one,)}))

    def explains(self, declaration: Declaration) -> bool:
        """Whether a declaration takes a token whose own value is the mistake."""
        return not self._names.isdisjoint(self._taken(declaration))

    def _judge(self, name: str, definition: Definition, checker: Checker) -> None:
        """Blame a definition, or the token that it hands on where nothing else takes that one."""
        is_last = definition is self._tokens[name][-1]
        handed_on = [token.text for token, _ in tokens_named(definition.declaration.value)]
        if handed_on and is_last:
            return
        told: list[Told] = []
        for sheet, declaration in self._uses.get(name, ()):
            here = checker.told(sheet, declaration)
            if here is None or name not in self._behind(here.suspects):
                return
            told.append(here)
        if not told or not definition.declaration.value:
            return
        if handed_on and handed_on[0] not in self._uses and handed_on[0] in self._tokens:
            definition = self._tokens[handed_on[0]][-1]
        at = definition.declaration.value[0].at
        self.findings.append(Finding("STY-002", definition.sheet.source.mark(at), told[0].message, told[0].hint))
        if is_last and not all(one.is_sum for one in told):
            self._names.add(name)

    def _all_uses(self, styles: Styles, medium: Setting) -> dict[str, list[tuple[Sheet, Declaration]]]:
        """Return for each token the declarations that take it, themselves or by another token."""
        found: dict[str, list[tuple[Sheet, Declaration]]] = {}
        for sheet in styles.sheets.values():
            if medium in styles.media_of(sheet):
                for placed in sheet.declarations:
                    if not placed.declaration.name.startswith("--"):
                        for name in self._taken(placed.declaration):
                            found.setdefault(name, []).append((sheet, placed.declaration))
        return found

    def _taken(self, declaration: Declaration) -> set[str]:
        return self._behind(token.text for token, _ in tokens_named(declaration.value))

    def _behind(self, names: Iterable[str]) -> set[str]:
        """Return tokens and all the tokens that their values take."""
        found: set[str] = set()
        waiting = list(names)
        while waiting:
            name = waiting.pop()
            if name in self._tokens and name not in found:
                waiting += [token.text for token, _ in tokens_named(self._tokens[name][-1].declaration.value)]
            found.add(name)
        return found
