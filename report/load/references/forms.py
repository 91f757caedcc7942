"""Fields that have a form: pages, addresses, identifiers and words out of a list."""

from __future__ import annotations

import re

from report.load.references.vocabulary import SUBTYPES

_PAGE = r"[^\W_]+(?:[.:/*+][^\W_]*)*"
_PART = re.compile(rf"({_PAGE}(?:-{_PAGE})?)\s*(?:--+|–|—)\s*({_PAGE}(?:-{_PAGE})?)|({_PAGE})-({_PAGE})|({_PAGE})")
_URL = re.compile(r"https?://[^\s/\\{}<>\"^`|]+(?:[/?#][^\s\\{}<>\"^`|]*)?", re.IGNORECASE)
_DOI = re.compile(r"10\.[0-9]{4,9}(?:\.[0-9]+)*/[^\s\\{}\"]+")
_DOI_ADDRESS = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
_ESCAPED = re.compile(r"\\([_%&#$~])(?:\{\})?")
_ACTIVE = re.compile(r"\b(?:javascript|vbscript):\S|\bdata:\w+/\w", re.IGNORECASE)
_LENGTH_LIMIT = 2000


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
    """Return a web address, the signs in it that LaTeX would have escaped as they are; or nothing."""
    address = _ESCAPED.sub(r"\1", written)
    return address if len(address) < _LENGTH_LIMIT and _URL.fullmatch(address) else ""


def read_doi(written: str) -> str:
    """Return a DOI without its address (DOI Handbook, 2.2), or nothing."""
    doi = _ESCAPED.sub(r"\1", written)
    prefix = _DOI_ADDRESS.match(doi)
    doi = doi[prefix.end() :] if prefix else doi
    return doi if len(doi) < _LENGTH_LIMIT and _DOI.fullmatch(doi) else ""


def read_subtype(written: str) -> str:
    """Return the kind of an article, or nothing if there is none such."""
    return written if written in SUBTYPES else ""


def read_identifier(written: str) -> str:
    """Return an identifier as it is; it has no blanks and no LaTeX in it."""
    identifier = _ESCAPED.sub(r"\1", written)
    return identifier if re.fullmatch(r"[^\s\\{}<>\"]{1,200}", identifier) else ""


def read_key(written: str) -> str:
    """Return the key of an entry, or nothing if it could be none."""
    return written if re.fullmatch(r"[^\s,{}=\"#%\\]+", written) else ""


def has_active_address(text: str) -> bool:
    """Whether a text holds an address that would run as a program: ``javascript:…``."""
    return ":" in text and _ACTIVE.search(text) is not None
