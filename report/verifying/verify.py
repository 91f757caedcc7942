"""The verdict on one file: the witnesses in the order of their weight, the cheapest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from report.errors import UsageError
from report.seal import Seal, seal_of
from report.unpacking import limits
from report.verifying.inside import look_inside
from report.verifying.manifests import listings_of
from report.verifying.said import said_by
from report.verifying.verdict import Answer, Listing, Wish

_SPOILT: dict[Seal, str] = {
    "broken": "it was altered after it was made: its seal does not fit its bytes",
    "doubled": "it was altered after it was made: it has more than one seal, as when files are put together",
    "missing": "it was altered after it was made, or made before files were sealed: it has no seal",
}
_NAMELESS = "it names no edition: “report build” did not make it, or the part that says so is gone"
_CUT = "it does not end as such files do: it was cut short, or did not come whole"
_END = 1024  # bytes: where readers of PDF look for the mark of its end
_LOCKED = "it is encrypted, which no file of ours is"


def verify(path: Path, wish: Wish) -> Answer:
    """Return the verdict on a file, wherever it lies and whatever it is called.

    Raises:
        UsageError: there is no such file.
    """
    try:
        body = _body(path)
    except OSError as trouble:
        return Answer(path, "unreadable", f"it cannot be read: {trouble.strerror}")
    if body is None:
        return Answer(path, "unreadable", f"it is larger than {limits.FILE_BYTES >> 20} MiB")
    said, seal, digest = said_by(body), seal_of(body), sha256(body).hexdigest()
    is_locked = body.startswith(b"%PDF-") and b"/Encrypt" in body
    answer = Answer(path, "foreign", _LOCKED if is_locked else _NAMELESS, digest, said, seal)
    answer = _by_manifests(_by_seal(answer), listings_of(path, said, digest, wish.project))
    answer = _by_its_end(_by_what_is_inside(answer), body)
    return _by_making_it_again(answer, body, wish)


def _body(path: Path) -> bytes | None:
    """Return the bytes of a file, None for one that is too large."""
    if not path.exists():
        raise UsageError(f"there is no file {path}")
    if path.is_dir():
        raise UsageError(f"{path} is a folder; name the files in it")
    if not path.is_file():
        raise UsageError(f"{path} is no file")
    with path.open("rb") as file:
        body = file.read(limits.FILE_BYTES + 1)
    return body if len(body) <= limits.FILE_BYTES else None


def _by_seal(answer: Answer) -> Answer:
    if answer.seal == "whole":
        if answer.said.is_ours:
            return replace(answer, outcome="unaltered", sentence="it is as it was made", proofs=("sealed",))
        return replace(answer, outcome="altered", sentence="it is sealed, but does not say which edition it is")
    if answer.said.is_ours or answer.seal != "missing":
        return replace(answer, outcome="altered", sentence=_SPOILT[answer.seal])
    return answer


def _by_its_end(answer: Answer, body: bytes) -> Answer:
    """Say of a file that is not whole if it was cut short: a PDF ends with a mark (ISO 32000-1, 7.5.5), a page too."""
    is_pdf = body.startswith(b"%PDF-")
    if answer.seal == "whole" or not (is_pdf or answer.said.is_ours):
        return answer
    if (b"%%EOF" if is_pdf else b"</html>") in body[-_END:]:
        return answer
    return replace(answer, notes=(*answer.notes, _CUT))


def _by_manifests(answer: Answer, listings: Sequence[Listing]) -> Answer:
    """Weigh what manifests say: that of the release decides against a file, and any of them for it."""
    released = next((one for one in listings if one.is_release), None)
    known = next((one for one in listings if one.is_listed), None)
    if released and not released.is_listed and answer.seal == "whole" and _is_published(released):
        sentence = f"it is not as published: {released.name} is another file in {released.manifest}"
        return replace(answer, outcome="not-as-published", sentence=sentence, manifest=released.manifest)
    if not known:
        if not released or answer.outcome != "foreign":
            return answer
        sentence = f"it is not {released.name}, which {released.manifest} lists"
        return replace(answer, outcome="altered", sentence=sentence, manifest=released.manifest)
    is_published = _is_published(known)
    notes = ("another file has been issued under its version since",) if known.is_reissued else ()
    return replace(
        answer,
        outcome="unaltered",
        sentence="it is as it was published" if is_published else "it is as it was made",
        proofs=(*answer.proofs, "published" if is_published else "built"),
        manifest=known.manifest,
        # That of a file which has been followed by another tells what the other was made from.
        record=None if known.is_reissued else known.record,
        notes=notes,
    )


def _is_published(listing: Listing) -> bool:
    """Whether a manifest tells of what went out: drafts and redlines come and go; one says nothing against another."""
    return listing.record.get("state") == "published" and "-since-" not in str(listing.record.get("version"))


def _by_what_is_inside(answer: Answer) -> Answer:
    """Look whether the sources that travel in a PDF for readers are those that it says it was made from."""
    if answer.said.medium != "paged" or answer.outcome == "foreign":
        return answer
    inside = look_inside(answer.path, answer.said)
    if inside.fault and answer.seal == "whole":
        sentence = f"it was altered and sealed anew: {inside.fault}"
        return replace(answer, outcome="altered", sentence=sentence, proofs=())
    if inside.record is None:
        return answer
    note = f"the {inside.count} sources inside it are those that it was made from"
    return replace(answer, record=inside.record, notes=(*answer.notes, note))


def _by_making_it_again(answer: Answer, body: bytes, wish: Wish) -> Answer:
    if not wish.to_rebuild or answer.outcome == "foreign":
        return answer
    if not answer.said.is_ours:
        return replace(answer, notes=(*answer.notes, "it is not made again: it does not say which edition it is"))
    from report.verifying.rebuilding import make_again  # noqa: PLC0415 - most files are not made again

    remade = make_again(answer.path, body, answer.said, answer.record, wish)
    if remade.is_same:
        return replace(answer, remade=remade, proofs=(*answer.proofs, "rebuilt"))
    if answer.outcome != "unaltered":
        return replace(answer, remade=remade)
    came = "another file is made" if remade.is_made else "it cannot be made again"
    sentence = f"{answer.sentence}, but {came} from {remade.made_from}"
    return replace(answer, outcome="not-made-again", sentence=sentence, remade=remade)
