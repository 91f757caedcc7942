"""Fields that have a form: pages, addresses, identifiers and words out of a list."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from report.model.references import PRESS

_PAGE = r"[^\W_]+(?:[.:/*+][^\W_]*)*"
_PART = re.compile(rf"({_PAGE}(?:-{_PAGE})?)\s*(?:--+|–|—)\s*({_PAGE}(?:-{_PAGE})?)|({_PAGE})-({_PAGE})|({_PAGE})")
_URL = re.compile(r"(https?://)([^\s/?#,;\\{}<>\"^`|]+)((?:[/?#][^\s\\{}<>\"^`|]*)?)", re.IGNORECASE)
_NEXT_URL = re.compile(r"[\s,;]\s*https?://", re.IGNORECASE)
_DOI = re.compile(r"10\.[0-9]{4,9}(?:\.[0-9]+)*/[^\s\\{}\"]+")
_DOI_ADDRESS = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
_ESCAPED = re.compile(r"\\([_%&#$~])(?:\{\})?")
_ACTIVE = re.compile(r"\b(?:javascript|vbscript):\S|\bdata:\w+/\w", re.IGNORECASE)
_COUNTED = re.compile(r"\d+(?:st|nd|rd|th)?\.?\s*(?:ed|edn|edition|aufl|auflage|изд|издание)?\.?", re.IGNORECASE)
_NAMED = re.compile(r"(?:vols?|volume|bd|band|t|tome|tom|т|том)\b\.?\s*(?:\d+|[IVXLCDM]+)", re.IGNORECASE)
_LENGTH_LIMIT = 2000
_NUMBER_LIMIT = 4


def read_pages(written: str) -> str:
    """Return pages and ranges with en dashes, or nothing if they are none (biblatex manual 2.3.9).

    A range goes up; its end may be shortened (127--30).
    """
    parts = [_pages(part.strip()) for part in re.split("[,;]|(?<= )and(?= )", written)]
    return ", ".join(parts) if all(parts) else ""


def _pages(part: str) -> str:
    found = _PART.fullmatch(part) if len(part) < 80 else None
    if not found:
        return ""
    if found[5]:
        return found[5]
    first, last = found[1] or found[3], found[2] or found[4]
    is_backward = first.isdecimal() and last.isdecimal() and len(last) >= len(first) and int(first) > int(last)
    return "" if is_backward else f"{first}–{last}"


def read_url(written: str) -> str:
    """Return a web address, the signs in it that LaTeX would have escaped as they are; or nothing.

    Its scheme and its host are written in small letters, which say the same (RFC 3986, 6.2.2.1).
    """
    address = _ESCAPED.sub(r"\1", written)
    found = _URL.fullmatch(address) if len(address) < _LENGTH_LIMIT and not _NEXT_URL.search(address) else None
    if not found or not _has_host(address):
        return ""
    user, at, host = found[2].rpartition("@")
    return f"{found[1].lower()}{user}{at}{host.lower()}{found[3]}"


def url_hint(written: str) -> str:
    """Return what to write instead of something that is no web address."""
    if _NEXT_URL.search(written):
        return "a field holds one address; write the others in note = {\\url{…}}"
    return "it begins with https://"


def _has_host(address: str) -> bool:
    try:
        parts = urlsplit(address)
        return bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:  # a bracket that is not closed, a port that is no number
        return False


def read_doi(written: str) -> str:
    """Return a DOI without its address (DOI Handbook, 2.2), or nothing."""
    doi = _ESCAPED.sub(r"\1", written)
    prefix = _DOI_ADDRESS.match(doi)
    doi = doi[prefix.end() :] if prefix else doi
    return doi if len(doi) < _LENGTH_LIMIT and _DOI.fullmatch(doi) else ""


def read_subtype(written: str) -> str:
    """Return the kind of an article of the press, or nothing if there is none such."""
    return written if written in PRESS else ""


def read_identifier(written: str) -> str:
    """Return an identifier as it is; it has no blanks and no LaTeX in it."""
    identifier = _ESCAPED.sub(r"\1", written)
    return identifier if re.fullmatch(r"[^\s\\{}<>\"]{1,200}", identifier) else ""


def read_key(written: str) -> str:
    """Return the key of an entry, or nothing if it could be none."""
    return written if re.fullmatch(r"[^\s,{}=\"#%\\]+", written) else ""


def is_wordy_number(name: str, words: str) -> bool:
    """Whether an edition or a volume is a number with its word, which the style adds, or no number that there can be.

    An edition may be words of its own (biblatex manual 2.2.2): “Revised and expanded edition”.
    """
    if name == "edition":
        return bool(_COUNTED.fullmatch(words)) and not (words.isdecimal() and len(words) <= _NUMBER_LIMIT)
    return name == "volume" and _NAMED.fullmatch(words) is not None


def has_active_address(text: str) -> bool:
    """Whether a text holds an address that would run as a program: ``javascript:…``."""
    return ":" in text and _ACTIVE.search(text) is not None
