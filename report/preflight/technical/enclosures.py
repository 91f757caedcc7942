"""The sources that travel in a file (PRE-055): all there, as they were, and nothing else; in print there are none."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any

from report.findings import Finding
from report.preflight.evidence import Evidence
from report.preflight.file.attachments import Attachment
from report.preflight.technical.telling import told

_CODE = "PRE-055"
_RELATIONSHIPS = ("Source", "Data", "Supplement", "Alternative", "Unspecified")  # ISO 19005-3, annex E
_MANIFEST = "manifest.json"


def check_enclosures(evidence: Evidence) -> Iterator[Finding]:
    """Ask for every file that travels with an edition: its bytes, size, checksum, type and what it is to the text."""
    assert evidence.file
    attachments = evidence.file.attachments
    if not evidence.limits.enclosures:
        yield from (told(evidence, _CODE, f"“{one.name}” is enclosed, in print nothing is") for one in attachments)
        return
    for name, count in Counter(one.name for one in attachments).items():
        if count > 1:
            yield told(evidence, _CODE, f"“{name}” is enclosed {count} times")
    digests = {}
    for one in attachments:
        digests[one.name] = sha256(one.body()).hexdigest()
        yield from (told(evidence, _CODE, f"“{one.name}” {what}") for what in _faults(one))
    yield from _kinds(evidence, attachments)
    yield from _against(evidence, digests, _expected(evidence), "what the edition is made from")
    manifest = next((one for one in attachments if one.name == _MANIFEST), None)
    if manifest is None:
        yield told(evidence, _CODE, f"“{_MANIFEST}”, the list of what is enclosed, is missing")
    else:
        yield from _against_manifest(evidence, digests, manifest)


def _faults(one: Attachment) -> Iterator[str]:
    if one.stream is None:
        yield "is named and not enclosed"
        return
    if not one.key:
        yield "stands in no list of enclosed files, so that viewers do not show it"
    elif one.key != one.name or one.plain_name != one.name:
        yield f"has other names too, “{one.key}” and “{one.plain_name}”"
    if not one.is_associated or one.relationship not in _RELATIONSHIPS:
        yield "does not say what it is to the text (AF, AFRelationship)"
    if "/" not in one.media_type:
        yield "does not say of what type it is (Subtype)"
    body = one.body()
    if one.size != len(body):
        yield f"is said to have {one.size} bytes and has {len(body)}"
    elif not one.is_sound():
        yield "has another checksum than is said of it"


def _expected(evidence: Evidence) -> Mapping[str, str]:
    """Return the digests of what should be enclosed, by name; empty where that is not known."""
    if evidence.enclosures:
        return {one.name: sha256(one.body).hexdigest() for one in evidence.enclosures}
    return evidence.facts.enclosed if evidence.facts else {}


def _kinds(evidence: Evidence, attachments: Sequence[Attachment]) -> Iterator[Finding]:
    """Compare what the files are said to be to the text, and of what type, with what they are."""
    wanted = evidence.facts.enclosed_as if evidence.facts else {}
    for one in attachments:
        known = wanted.get(one.name)
        if known and one.relationship and (one.relationship, one.media_type) != known:
            what = f"is called {one.relationship}, {one.media_type}; it is {known[0]}, {known[1]}"
            yield told(evidence, _CODE, f"“{one.name}” {what}")


def _names(evidence: Evidence) -> dict[str, str]:
    """Return what a manifest says of the edition it belongs to."""
    facts = evidence.facts
    if facts is None:
        return {}
    date = facts.modified.isoformat()
    return {"brief": facts.slug, "locale": facts.locale, "version": facts.version, "date": date}


def _against(evidence: Evidence, found: Mapping[str, str], wanted: Mapping[str, str], whose: str) -> Iterator[Finding]:
    for name in sorted(wanted.keys() - found.keys()):
        yield told(evidence, _CODE, f"“{name}” is not enclosed")
    for name in sorted(found.keys() - wanted.keys()) if wanted else ():
        yield told(evidence, _CODE, f"“{name}” is enclosed, and does not belong to {whose}")
    for name in sorted(found.keys() & wanted.keys()):
        if found[name] != wanted[name] and name != _MANIFEST:  # which says what the files were made with, too
            yield told(evidence, _CODE, f"“{name}” is not what the edition is made from: its bytes are others")


def _against_manifest(evidence: Evidence, found: Mapping[str, str], manifest: Attachment) -> Iterator[Finding]:
    """Compare the enclosed files with the manifest that is enclosed with them."""
    try:
        record: Any = json.loads(manifest.body())
        listed = {str(name): str(facts["sha256"]) for name, facts in record["inputs"].items()}
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        yield told(evidence, _CODE, f"“{_MANIFEST}” cannot be read as a manifest")
        return
    for name, words in _names(evidence).items():
        if record.get(name) != words:
            what = f"is of the {name} “{record.get(name)}”, the edition is of “{words}”"
            yield told(evidence, _CODE, f"“{_MANIFEST}” {what}")
    for name, digest in sorted(listed.items()):
        if found.get(name) != digest:
            what = "has other bytes" if name in found else "is not enclosed"
            yield told(evidence, _CODE, f"“{name}” {what}; the enclosed manifest lists it", "build the edition again")
    for name in sorted(found.keys() - listed.keys() - {_MANIFEST}):
        yield told(evidence, _CODE, f"“{name}” is enclosed, and the enclosed manifest does not list it")
