"""The shape of a pack: its keys, what each is for, and what may stand there."""

from __future__ import annotations

from collections.abc import Mapping

from report.locales.kinds import Choice, Field, Flag, Kind, ListOf, MapOf, Number, Record, Text

TAG_PATTERN = "[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?"

# CSS counter styles that count in tens, and those of the letters that page numbers may take.
COUNTER_STYLES = (
    *("decimal", "arabic-indic", "bengali", "devanagari", "gujarati", "gurmukhi", "kannada", "khmer", "lao"),
    *("malayalam", "mongolian", "myanmar", "oriya", "persian", "tamil", "telugu", "thai", "tibetan"),
)
# Scripts by the first word of the Unicode names of their letters.
SCRIPTS = (
    *("latin", "greek", "cyrillic", "arabic", "hebrew", "armenian", "georgian", "ethiopic", "devanagari", "bengali"),
    *("gujarati", "gurmukhi", "kannada", "khmer", "lao", "malayalam", "myanmar", "oriya", "sinhala", "tamil", "telugu"),
    *("thai", "tibetan", "cjk", "hiragana", "katakana", "hangul"),
)


def _fields(**kinds: tuple[str, Kind]) -> Record:
    return Record({name.rstrip("_").replace("_", "-"): Field(about, kind) for name, (about, kind) in kinds.items()})


def _terms(plain: Mapping[str, str], with_places: Mapping[str, tuple[str, Kind]]) -> Record:
    words = {name: Field(about, Text()) for name, about in plain.items()}
    return Record({**words, **{name: Field(about, kind) for name, (about, kind) in with_places.items()}})


def _inflected(*places: str) -> Record:
    return _fields(one=("For one.", Text(places)), many=("For several.", Text(places)))


_TWELVE = ListOf(Text(), count=12)
_WORDS = ListOf(Text(), least=1)
_FIRST_AND_LAST = Text(("first", "last"))
_PLACE = _fields(
    one=("How writers name one; the first is the one that hints suggest.", _WORDS),
    many=("How they name several.", _WORDS),
    label=(
        "How the apparatus prints it; it may be empty.",
        _fields(one=("For one.", Text(empty=True)), many=("For several.", Text(empty=True))),
    ),
)

PLACES = (
    *("page", "chapter", "section", "legal-section", "paragraph", "volume", "number", "figure", "table", "article"),
    *("note", "column", "line", "part", "book", "folio", "verse", "appendix", "entry"),
)

TERMS = _terms(
    {
        "ibid": "The same work as in the note before.",
        "et-al": "And others, after names.",
        "undated": "A work without a date.",
        "in": "Before the title of the volume or journal that a work stands in.",
        "by": "Before the author of a work that stands under its title.",
        "edited-by": "Before editors, in the bibliography.",
        "edited-by-short": "Before editors, in a note.",
        "translated-by": "Before translators, in the bibliography.",
        "translated-by-short": "Before translators, in a note.",
        "introduction": "Before whoever wrote the introduction.",
        "foreword": "Before whoever wrote the foreword.",
        "afterword": "Before whoever wrote the afterword.",
        "commentator": "Before whoever commented on the text.",
        "annotator": "Before whoever annotated the text.",
        "number": "Before the number of an issue or a report.",
        "part": "Before the number of a part.",
        "doctoral-thesis": "A doctoral thesis.",
        "masters-thesis": "A master's thesis.",
        "candidate-thesis": "A thesis for the degree of candidate of sciences.",
        "thesis": "A thesis of another kind.",
        "report": "A report.",
        "work-in-progress": "A work that is not out yet.",
        "sources": "A part of the bibliography: sources.",
        "official-documents": "A part of the bibliography: official documents.",
        "books-and-articles": "A part of the bibliography: books and articles.",
        "press": "A part of the bibliography: press.",
        "archives": "A part of the bibliography: archives.",
    },
    {
        "editor-label": ("After the names of editors.", _inflected()),
        "volume": ("Before the number of a volume.", _inflected()),
        "volumes": ("How many volumes a work has.", Text(("number",))),
        "edition": ("Which edition of a work.", Text(may=("ordinal", "number"))),
        "version": ("Which version of a program or report.", Text(("number",))),
        "originally": ("When a reprint first came out.", Text(("date",))),
        "accessed": ("When an address was read.", Text(("date",))),
        "note": ("A note of this brief, as the bibliography names it.", _inflected("numbers")),
        "section": ("A section of this brief, in a cross-reference.", Text(("number",))),
        "figure": ("A figure of this brief.", Text(("number",))),
        "table": ("A table of this brief.", Text(("number",))),
    },
)

DATES = _fields(
    day=("A day.", Text(("day", "month", "year"))),
    month=("A month of a year.", Text(("month", "year"))),
    access=(
        "The day on which an address was read.",
        Text(may=("day", "month", "year", "day-in-two", "month-in-two")),
    ),
    span=("From one date to another.", _FIRST_AND_LAST),
    days=("Days of one month.", Text(("first", "last", "month", "year"))),
    months=("Months of one year.", Text(("first", "last", "year"))),
    open_span=("From a date on.", Text(("first",))),
    circa=("About a date.", Text(("date",))),
    uncertain=("A date that is doubted.", Text(("date",))),
    edition=("The date of the edition itself, in its calendar and in the Gregorian.", Text(may=("own", "gregorian"))),
)

SHAPE = _fields(
    name=("The language in the language itself, as in a list of editions.", Text()),
    direction=("The way the script runs.", Choice(("ltr", "rtl"))),
    pseudo=(
        "What a pseudo-locale makes of English; a language is none.",
        Choice(("none", "accented", "mirrored")),
    ),
    calendar=("The calendar of the edition's own dates.", Choice(("gregorian", "solar-hijri"))),
    own_months=("The months of that calendar; none if it is the Gregorian.", ListOf(Text())),
    months=(
        "The Gregorian months.",
        _fields(
            long=("After a day.", _TWELVE),
            short=("After a day, in a timeline.", _TWELVE),
            long_alone=("Before a year only.", _TWELVE),
            short_alone=("Before a year only, in a timeline.", _TWELVE),
        ),
    ),
    dates=("How the parts of dates follow each other.", DATES),
    sections=("The numbers of sections.", Choice(("upper-roman", "decimal"))),
    list_markers=(
        "The marks before list items.",
        _fields(
            numbered=("Of a numbered list.", Text(("number",))),
            bullets=("Of other lists, one for each depth.", ListOf(Text(), least=1)),
        ),
    ),
    quotation_marks=("Opening and closing marks, then those within them.", ListOf(Text(), count=4)),
    stops_inside_quotation=("Whether commas and stops stand before closing quotation marks.", Flag()),
    digits=("The digits from 0 to 9, in one text.", Text(pattern=r"\d{10}", example="0123456789")),
    ordinals=(
        "The ending of an ordinal by the last digits of its number; the longest that fits is taken.",
        MapOf(Text(empty=True), "[0-9]*", "the last digits of a number, or nothing", whole=True),
    ),
    numbers=(
        "How figures are written.",
        _fields(
            decimal=("Before decimals.", Text()),
            group=("Between groups of three digits.", Text()),
            group_from=("The digits a number has at least that is set in groups.", Number(4, 9, whole=True)),
            minus=("Before a number below zero.", Text()),
            percent=("A percentage.", Text(("number",))),
            currency=("An amount.", Text(("number", "currency"))),
            spans=("From one number to another.", _FIRST_AND_LAST),
        ),
    ),
    folios=("The CSS counter style of page numbers.", Choice(COUNTER_STYLES)),
    punctuation=(
        "What stands between the parts of a citation, spaces included.",
        _fields(
            comma=("A comma.", Text()),
            semicolon=("A semicolon.", Text()),
            colon=("A colon.", Text()),
            stop=("A full stop.", Text()),
            range=("A dash between two numbers.", Text()),
        ),
    ),
    lists=(
        "What stands between names.",
        _fields(
            between=("Between any two.", Text()),
            pair=("In a pair.", Text()),
            last=("Before the last.", Text()),
            pair_turned=("In a pair whose first name is turned.", Text()),
            last_turned=("Before the last, if the first is turned.", Text()),
            others=("Before “et al.”.", Text()),
        ),
    ),
    names=(
        "How the parts of a name follow each other.",
        _fields(
            turned=("Family name first.", Text(("family", "given"))),
            suffix=("With a suffix.", Text(("name", "suffix"))),
            turned_suffix=("Family name first, with a suffix.", Text(("name", "suffix"))),
            turns_all=("Whether a list turns every name, or the first alone.", Flag()),
        ),
    ),
    opposite_works=(
        "Works whose script runs against the edition's: in its words in the bibliography, or whole in their source's.",
        Choice(("edition", "source")),
    ),
    collation=(
        "How words are sorted.",
        _fields(
            scripts=("The scripts in their order, the reader's own first.", ListOf(Choice(SCRIPTS), least=1)),
            spaces=("Word by word, or letter by letter.", Choice(("first", "ignored"))),
            letters=(
                "The letters of a script in their order, with spaces between them, where it is not the usual one.",
                MapOf(Text(), "|".join(SCRIPTS), "a script, such as latin"),
            ),
            articles=("Articles that a title may begin with, in small letters.", ListOf(Text())),
        ),
    ),
    terms=("The words of the apparatus.", TERMS),
    locators=("How places in works are named.", Record({name: Field(f"A {name}.", _PLACE) for name in PLACES})),
    faces=(
        "Families that go before the house's, where those lack the letters.",
        _fields(text=("For text.", ListOf(Text())), display=("For headings and figures.", ListOf(Text()))),
    ),
    type_=(
        "How the house's type is set.",
        _fields(
            size=("A factor of all sizes.", Number(0.5, 2, whole=False)),
            line=("The leading of the text in points.", Number(8, 40, whole=False, words=("house",))),
            lines=("The lines on a page.", Number(20, 90, whole=True, words=("house",))),
            tracking=("Whether letters may be spaced.", Flag()),
            italic=("Whether letters may be slanted.", Flag()),
        ),
    ),
    hyphenation=(
        "How words are divided.",
        _fields(
            language=(
                "The language whose patterns divide words, or none.",
                Text(pattern=f"none|{TAG_PATTERN}", example="de, or none"),
            ),
            limits=("Letters in the word, before the hyphen, after it.", ListOf(Number(1, 30, whole=True), count=3)),
            exceptions=(
                "Words with a bar wherever they may be divided; without any they are not.",
                ListOf(Text(pattern=r"\w+(\|\w+)*", example="Zu|sam|men|ar|beit")),
            ),
        ),
    ),
    typography=(
        "Replacements of micro-typography, in their order.",
        ListOf(
            _fields(
                find=("What is found: signs, and names in braces such as {space} and {digits}.", Text()),
                set=("What is set for it.", Text()),
                why=("The reason.", Text()),
                examples=("Pairs: as written, and as printed.", ListOf(ListOf(Text(), count=2), least=1)),
            )
        ),
    ),
    forbidden=(
        "Characters that the language does not use, each with what is written for it.",
        MapOf(Text(), ".", "one character", whole=True),
    ),
    vocabulary=(
        "Words by which checks tell what a text says; a word that ends in * stands for all that begin so.",
        _fields(
            numbers=(
                "Words for numbers, ordinals among them; one that ends in ? may mean something else.",
                MapOf(_WORDS, "[1-9][0-9]*", "a number, such as 12", whole=True),
            ),
            months=("Words for each month, in all their forms.", ListOf(_WORDS, count=12)),
            units=(
                "Signs and words for units; one that ends in ? may mean something else.",
                MapOf(_WORDS, "[A-Za-z]+", "a name that is the same in all packs, such as percent or USD", whole=True),
            ),
            doubled=("Words that may stand twice, side by side.", ListOf(Text())),
            joined_after=("Words that a half-space joins to the word after them.", ListOf(Text())),
            joined_before=("Words that a half-space joins to the word before them.", ListOf(Text())),
            spaced=("Signs that a space stands before.", Text(empty=True)),
            negations=("Words that deny; one that ends in ? answers a denial and asks for none.", ListOf(Text())),
            remarks=("Words that a translator writes for others, not for readers.", ListOf(Text())),
        ),
    ),
    differs=(
        "Where the pack differs from the Unicode CLDR on purpose.",
        ListOf(_fields(what=("The key, such as numbers.minus.", Text()), why=("The reason.", Text()))),
    ),
)
