r"""The LaTeX commands that fields may hold, and what each stands for: the whitelist of the decoder.

After the LaTeX Companion (3rd ed.), 9.3 and 9.4 (accents and letters of the standard encodings), and the biblatex
manual 4.10.1 (``\mkbib…``). The manual's chapter 4 lists them for writers.
"""

from __future__ import annotations

from collections.abc import Mapping

from report.model.references import Look

ACCENTS: Mapping[str, str] = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304", ".": "\u0307",
    "u": "\u0306", "v": "\u030c", "H": "\u030b", "c": "\u0327", "k": "\u0328", "r": "\u030a", "b": "\u0331",
    "d": "\u0323", "t": "\u0361",
}  # fmt: skip
"""Commands that put an accent on the letter after them, and the combining character."""

LONE_ACCENTS: Mapping[str, str] = {
    "`": "`", "'": "´", "^": "^", '"': "¨", "~": "~", "=": "¯", ".": "˙", "u": "˘", "v": "ˇ", "H": "˝", "c": "¸",
    "k": "˛", "r": "˚",
}  # fmt: skip
r"""The accents that may stand alone: ``\~{}``."""

SIGNS: Mapping[str, str] = {
    "&": "&", "%": "%", "$": "$", "#": "#", "_": "_", "{": "{", "}": "}", " ": " ", ",": "\u00a0", "-": "\u00ad",
    "/": "",
    "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "aa": "å", "AA": "Å", "l": "ł",
    "L": "Ł", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ", "i": "ı",
    "j": "ȷ",
    "S": "§", "P": "¶", "copyright": "©", "textcopyright": "©", "pounds": "£", "textsterling": "£", "texteuro": "€",
    "textregistered": "®", "texttrademark": "™", "textdegree": "°", "slash": "/", "textbar": "|", "textless": "<",
    "textgreater": ">", "textunderscore": "_", "textbackslash": "\\", "textasciitilde": "~",
    "textasciicircum": "^", "textbraceleft": "{", "textbraceright": "}", "textbullet": "•",
    "textperiodcentered": "·", "textexclamdown": "¡", "textquestiondown": "¿", "textdollar": "$",
    "textsection": "§", "textparagraph": "¶", "textordfeminine": "ª", "textordmasculine": "º",
    "ldots": "…", "dots": "…", "textellipsis": "…", "textendash": "–", "textemdash": "—",
    "textquoteright": "’", "textquoteleft": "‘", "textquotedblleft": "“", "textquotedblright": "”",
    "textquotedbl": '"', "textquotesingle": "'", "quotedblbase": "„", "quotesinglbase": "‚", "glqq": "„",
    "grqq": "“", "flqq": "«", "frqq": "»", "guillemotleft": "«", "guillemotright": "»", "guillemetleft": "«",
    "guillemetright": "»", "TeX": "TeX", "LaTeX": "LaTeX",
}  # fmt: skip
"""Commands that stand for characters."""

LOOKS: Mapping[str, Look | None] = {
    "emph": "emphasis", "textit": "emphasis", "textsl": "emphasis", "mkbibemph": "emphasis",
    "mkbibitalic": "emphasis", "textbf": "strong", "mkbibbold": "strong", "textsc": "small-caps",
    "enquote": "quotation", "mkbibquote": "quotation", "textsuperscript": "raised", "mkbibsuperscript": "raised",
    "textsubscript": "lowered", "mkbibsubscript": "lowered",
    "textup": None, "textnormal": None, "textrm": None, "textmd": None, "textsf": None, "texttt": None, "mbox": None,
    "text": None,
}  # fmt: skip
"""Commands with a text in braces, and how it looks; of some only the text is taken."""

DECLARATIONS: Mapping[str, Look] = {
    "em": "emphasis", "it": "emphasis", "itshape": "emphasis", "bf": "strong", "bfseries": "strong",
    "sc": "small-caps", "scshape": "small-caps",
}  # fmt: skip
r"""Commands that change the look up to the end of their braces: ``{\em …}``."""

ADDRESSED = frozenset(("url", "href"))
r"""Commands whose first braces hold an address: ``\url{…}``, ``\href{…}{…}``."""
