"""The desk of ``report preflight``: which files are read back, what is known of them, and what was asked of each."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from report import production
from report.desk import Desk
from report.errors import ReportError, UsageError
from report.findings import Checked, Finding, Mark, nearest
from report.load.packs import load_packs
from report.load.preflight import known_profiles
from report.locales import Shelf
from report.model.output import Copy, Galley, Medium, Proof
from report.model.preflight import PRINTED_MEDIA, Known, Profile
from report.order import Order
from report.preflight.asking import Answers, ask, forget
from report.preflight.file import Unreadable
from report.preflight.identity import Identity, identify
from report.publish.enclosing import enclose
from report.publish.names import artifact_name, edition_folder
from report.unpacking import unpack

_MOST_BYTES = 512 << 20
_CALLED: Mapping[str, str] = {"screen": "web page"}


@dataclass(frozen=True, slots=True)
class Account:
    """What became of a file: its path, what it was compared with, and the answers; all that was noticed on the way."""

    path: Path
    edition: str
    compared: str
    answers: Answers
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for: a profile by its name, or each medium's own; and some media, or all."""

    profile: str = ""
    media: tuple[Medium, ...] = ()


def account_for_edition(
    order: Order, reading: production.Reading, output: Path, wish: Wish
) -> Checked[tuple[Account, ...]]:
    """Read the files of an edition back that lie in the output folder, and compare them with the brief as it is now."""
    desk = Desk()
    prepared = production.prepare(order, desk, reading)
    if desk.holds:
        return Checked((), tuple(desk.findings))
    known = _wished(_known(prepared), wish, order.project, prepared)
    folder, edition = edition_folder(output, prepared.edition), prepared.edition
    paths = {medium: folder / artifact_name(edition, medium) for medium in production.media_of(edition)}
    asked = [medium for medium in paths if _is_wished(medium, known, wish)]
    proofs = {medium: _proof(path.read_bytes(), medium, prepared) for medium, path in paths.items() if path.is_file()}
    name = f"{edition.brief.slug}/{edition.locale}/{edition.version}"
    accounts = []
    for medium in asked:
        if medium in proofs:
            answers = ask(proofs[medium], proofs, known)
        else:
            hint = f"“report build {edition.brief.slug} --locale {edition.locale}” makes it"
            missing = Finding("PRE-041", edition.brief.mark, f"there is no file {paths[medium].name}", hint)
            answers = Answers(medium, "", 0, (), (missing,))
        accounts.append(_account(paths[medium], name, "the brief", answers))
    forget()
    return Checked(tuple(accounts), tuple(desk.findings))


def account_for_file(project: Path, path: Path, wish: Wish) -> Account:
    """Read a file back; compare it with the brief it says it is of, or with the sources inside it, or with nothing.

    Raises:
        UsageError: there is no such file.
    """
    body = _body(path)
    mark = Mark(path.name)
    try:
        found = identify(body)
    except Unreadable as trouble:
        answers = Answers("paged", "", 0, (), (Finding("PRE-041", mark, str(trouble)),))
        return _account(path, "", "", answers)
    medium = wish.media[0] if wish.media else found.medium
    if medium == "screen":
        raise UsageError(f"{path} is a PDF; “--medium screen” is for web pages")
    try:
        with _sources(project, path, found) as (prepared, compared):
            if prepared is None:
                return _alone(project, path, body, found, replace(wish, media=(medium,)))
            known = _wished(_known(prepared), wish, project, prepared, medium)
            proofs: dict[Medium, Proof] = {medium: _proof(body, medium, prepared)}
            for other in production.media_of(prepared.edition):
                beside = path.parent / artifact_name(prepared.edition, other)
                if other != medium and beside.is_file():
                    proofs[other] = _proof(beside.read_bytes(), other, prepared)
            answers = ask(proofs[medium], proofs, known)
            return _account(path, f"{found.slug}/{found.locale}/{found.version}", compared, answers)
    finally:
        forget()


def as_text(account: Account) -> str:
    """Return the line that says what was asked of a file, and how it came out."""
    answers = account.answers
    parts = [_CALLED.get(answers.medium, answers.medium)]
    if answers.profile and answers.profile != answers.medium:
        parts[0] += f" (by “{answers.profile}”)"
    if answers.pages:
        parts.append(f"{answers.pages} page{'s' if answers.pages > 1 else ''}")
    if answers.questions:
        parts.append(f"{len(answers.questions)} question{'s' if len(answers.questions) > 1 else ''}")
    if answers.questions and account.compared != "the brief":
        parts.append(f"compared with {account.compared}" if account.compared else "compared with no brief")
    errors = sum(finding.holds for finding in account.findings)
    warnings = len(account.findings) - errors
    counts = [
        f"{count} {word}{'s' if count > 1 else ''}"
        for count, word in ((errors, "error"), (warnings, "warning"))
        if count
    ]
    return f"{account.path.name}: {', '.join([*parts, *(counts or ['nothing to report'])])}\n"


def as_json(accounts: Iterable[Account]) -> str:
    """Return a record for each file: what was asked of it, and the verdict."""
    records = [
        {
            "file": str(account.path),
            "edition": account.edition,
            "medium": account.answers.medium,
            "profile": account.answers.profile,
            "compared-with": account.compared,
            "pages": account.answers.pages,
            "questions": list(account.answers.questions),
            "errors": sum(finding.holds for finding in account.findings),
            "warnings": sum(not finding.holds for finding in account.findings),
            "verdict": "held" if any(finding.holds for finding in account.findings) else "passed",
        }
        for account in accounts
    ]
    return json.dumps(records, ensure_ascii=False, indent=2) + "\n"


def check_wish(project: Path, wish: Wish) -> None:
    """Refuse a profile that there is not.

    Raises:
        UsageError: no profile is called so.
    """
    known = known_profiles(project)
    if wish.profile and wish.profile not in known:
        hint = nearest(wish.profile, known) or f"there are {', '.join(known)}"
        raise UsageError(f"no preflight profile is called “{wish.profile}”; {hint}")


def _account(path: Path, edition: str, compared: str, answers: Answers) -> Account:
    named = tuple(replace(one, file=str(path), medium=answers.medium) for one in answers.findings)
    return Account(path, edition, compared, answers, named)


def _body(path: Path) -> bytes:
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise UsageError(f"{path} is larger than {_MOST_BYTES >> 20} MiB")
        return path.read_bytes()
    except OSError as trouble:
        raise UsageError(f"{path} cannot be read: {trouble.strerror}") from trouble


def _known(prepared: production.Prepared) -> Known:
    sheet = production.expected(prepared, "paged").sheet
    return production.known_of(prepared, sheet, enclose(prepared.edition, prepared.faces, prepared.origin))


def _proof(body: bytes, medium: Medium, prepared: production.Prepared) -> Proof:
    """Return a finished file as a proof; the layout is not known, nothing having been set."""
    galley = production.expected(prepared, "screen" if medium == "screen" else "paged")
    return Proof(medium, body, galley)


def _wished(
    known: Known, wish: Wish, project: Path, prepared: production.Prepared | None, medium: Medium | None = None
) -> Known:
    """Put the profile that is asked for in the place of its medium's own, or of the medium of a file."""
    if not wish.profile:
        return known
    shelf = Shelf.of(load_packs(project))
    brief = prepared.edition.brief if prepared else None
    checked = production.preflight_profile(project, wish.profile, shelf, brief)
    if checked.value is None:
        words = "; ".join(f"{finding.mark}: {finding.message}" for finding in checked.findings)
        raise UsageError(f"the profile “{wish.profile}” is not sound: {words}")
    return replace(known, profiles={**known.profiles, medium or checked.value.medium: checked.value})


def _is_wished(medium: Medium, known: Known, wish: Wish) -> bool:
    if wish.media:
        return medium in wish.media
    profile = known.profiles.get(medium)
    return not wish.profile or (profile is not None and profile.name == wish.profile)


@contextmanager
def _sources(project: Path, path: Path, found: Identity) -> Iterator[tuple[production.Prepared | None, str]]:
    """Hand over the edition that a file says it is of: from the project, or from the sources that the file holds.

    Those lie in a folder of their own for as long; they are read as any content is, and nothing of them is executed.
    """
    if found.slug and found.locale and (project / "content" / found.slug / "brief.yaml").is_file():
        prepared = _prepared(project, found)
        if prepared:
            yield prepared, "the brief"
            return
    with tempfile.TemporaryDirectory(prefix="report-preflight-") as folder:
        prepared = None
        with suppress(ReportError):
            unpacked = unpack(path, Path(folder) / "sources")
            prepared = _prepared(unpacked.folder, replace(found, slug=unpacked.made.brief, locale=unpacked.made.locale))
        yield prepared, "the sources in the file" if prepared else ""


def _prepared(project: Path, found: Identity) -> production.Prepared | None:
    """Return an edition that is sound, nothing if it is not or if there is no such edition.

    A file that went out is compared with what goes out of the brief, if that is the same version.
    """
    desk = Desk()
    reading = production.read(project, found.slug)
    if found.locale not in reading.locales:
        return None
    order = Order(project, found.slug, found.locale, (), to_publish=found.is_release)
    prepared = production.prepare(order, desk, reading)
    is_another = found.is_release and prepared.edition.version != found.version
    return None if desk.holds or is_another else prepared


def _alone(project: Path, path: Path, body: bytes, found: Identity, wish: Wish) -> Account:
    """Ask a file of which nothing else is known what can be asked of it alone, and say so."""
    shelf, medium = Shelf.of(load_packs(project)), wish.media[0]
    profiles: dict[Medium, Profile] = {
        one: profile for one in PRINTED_MEDIA if (profile := production.preflight_profile(project, one, shelf).value)
    }
    known = _wished(Known(profiles, is_alone=True), wish, project, None, medium)
    proof = Proof(medium, body, Galley("", "", "paged", (), Copy((), (), ()), str(Mark(path.name))))
    answers = ask(proof, {medium: proof}, known)
    said = f"is of “{found.slug}”, which is no sound brief here" if found.slug else "names no edition"
    hint = "its text is compared with nothing; what can be asked of a file alone was asked"
    unknown = Finding("PRE-066", Mark(path.name), f"the file {said}, and holds no sources", hint)
    return _account(path, "", "", replace(answers, findings=(unknown, *answers.findings)))
