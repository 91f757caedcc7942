"""The letters of a language, by the orthographies of fontconfig, which the engine needs anyway."""

from __future__ import annotations

import ctypes
import ctypes.util

_LAST = 0x3000  # what comes after are scripts of thousands of characters


def letters_of(language: str) -> frozenset[str]:
    """Return the letters that texts of a language need; none where the language, or the library, is not known.

    Babel has no exemplar characters. Fontconfig's sets are made for the same question: which fonts cover a language.
    """
    name = ctypes.util.find_library("fontconfig")
    if not name:
        return frozenset()
    library = ctypes.CDLL(name)
    library.FcLangGetCharSet.restype = ctypes.c_void_p
    library.FcLangGetCharSet.argtypes = [ctypes.c_char_p]
    library.FcCharSetHasChar.argtypes = [ctypes.c_void_p, ctypes.c_uint32]
    known = library.FcLangGetCharSet(language.lower().encode()) or library.FcLangGetCharSet(_primary(language))
    if not known:
        return frozenset()
    return frozenset(chr(code) for code in range(0x20, _LAST) if library.FcCharSetHasChar(known, code))


def _primary(language: str) -> bytes:
    return language.split("-", maxsplit=1)[0].encode()
