"""The table of finding codes: one line a code, never used twice for different rules.

A code is a stage and a number. Each has a rule in ``docs/manual.md`` (the same heading), a folder in
``tests/findings/`` and a line in ``docs/findings.md``, which is generated from this table.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Rule:
    """A line of the table: the code, how it weighs, and the rule in one sentence."""

    code: str
    severity: Literal["error", "warning"]
    title: str


_TABLE = (
    # Loading files.
    Rule("LOD-001", "error", "A file that is named exists and can be read."),
    Rule("LOD-002", "error", "A YAML file is well-formed YAML."),
    Rule("LOD-003", "error", "A key stands once in a mapping."),
    Rule("LOD-004", "error", "YAML is indented with spaces, never with tabs."),
    Rule("LOD-005", "error", "YAML files use no aliases, anchors, tags or second documents."),
    Rule("LOD-006", "error", "A file stays within its size and depth limits."),
    Rule("LOD-007", "error", "A text file is UTF-8 without control characters."),
    Rule("LOD-008", "error", "A path stays inside the project and goes through no link out of it."),
    Rule("LOD-009", "error", "A CSV file is a rectangle: every row has as many cells as the head."),
    Rule("LOD-010", "error", "A figure is a readable PNG, JPEG or SVG file."),
    Rule("LOD-011", "error", "An SVG figure has no scripts, events, animation or outside references."),
    Rule("LOD-012", "warning", "Every section file of a brief is listed in its brief.yaml."),
    Rule("LOD-013", "error", "A comment in YAML stands on a line of its own."),
    Rule("LOD-014", "error", "A text of several lines stands in quotes or below >-."),
    # Shapes and types (structure).
    Rule("STR-001", "error", "Only known keys are used."),
    Rule("STR-002", "error", "A required key is present."),
    Rule("STR-003", "error", "A value has the type its key asks for."),
    Rule("STR-004", "error", "A date is a real day, written YYYY-MM-DD (a timeline may stop at month or year)."),
    Rule("STR-005", "error", "A block is of exactly one kind."),
    Rule("STR-006", "error", "An id is lower-case letters, digits and hyphens."),
    Rule("STR-007", "error", "A value is one of those its key allows."),
    Rule("STR-008", "error", "A text that must say something is not empty."),
    Rule("STR-009", "error", "A table is a rectangle whose head fits its rows."),
    Rule("STR-010", "error", "The steps of a timeline stand in the order of their dates."),
    Rule("STR-011", "error", "A column of numbers holds numbers."),
    Rule("STR-012", "error", "Revisions stand in order, and a brief bears the date of its first."),
    Rule("STR-013", "error", "The parts of a bibliography have names of their own, and one takes the rest."),
    Rule("STR-014", "error", "An edition is listed once, and not in the language of the brief."),
    # Links: things that must arrive.
    Rule("LNK-001", "error", "An id is given once in a brief."),
    Rule("LNK-002", "error", "A cross-reference arrives at a section, figure, table or timeline."),
    Rule("LNK-003", "error", "A section that brief.yaml lists exists under its own id."),
    Rule("LNK-004", "error", "A link goes to http, https, mailto or doi."),
    Rule("LNK-005", "warning", "Every figure, table and timeline is mentioned in the text."),
    # Prose.
    Rule("PRO-001", "error", "Every mark of the small Markdown is closed."),
    Rule("PRO-002", "error", "The small Markdown is used, and nothing else: no HTML, images, code or headings."),
    Rule("PRO-003", "error", "A note stands where notes are allowed, and not inside another note."),
    Rule("PRO-004", "error", "A citation is written [@key] or [@key, locator]."),
    Rule("PRO-005", "error", "A cross-reference is written [#id]."),
    Rule("PRO-006", "error", "A bracketed span names a known attribute: .smallcaps or lang."),
    Rule("PRO-007", "warning", "Quotation marks and apostrophes are typographic: “ ” ‘ ’."),
    Rule("PRO-008", "warning", "One space stands between words, none at the ends of a text."),
    Rule("PRO-009", "warning", "No word is doubled."),
    Rule("PRO-010", "warning", "No space stands before a stop or inside brackets and quotation marks."),
    Rule("PRO-011", "warning", "A space stands after a stop and around brackets."),
    Rule("PRO-012", "warning", "Ranges of numbers take an en dash."),
    Rule("PRO-013", "warning", "Dashes, ellipses and times signs are typed as such: – … ×."),
    Rule("PRO-014", "warning", "Running text and notes are whole sentences, from capital to full stop."),
    Rule("PRO-015", "warning", "Brackets and quotation marks come in pairs."),
    Rule("PRO-016", "warning", "A note call follows its word and the stop without a space."),
    Rule("PRO-017", "warning", "A word is written in one script."),
    Rule("PRO-018", "error", "A text is no longer than 10,000 characters."),
    # Citations and references.
    Rule("CIT-001", "error", "A .bib file is well-formed."),
    Rule("CIT-002", "error", "A cited key has an entry."),
    Rule("CIT-003", "warning", "An entry is cited somewhere."),
    Rule("CIT-004", "error", "A key stands once in the references."),
    Rule("CIT-005", "error", "An entry has the fields its type needs."),
    Rule("CIT-006", "error", "A field stands once in an entry."),
    Rule("CIT-007", "error", "An entry type and its fields are known."),
    Rule("CIT-008", "error", "Names, dates, pages and addresses in an entry are written as BibTeX writes them."),
    Rule("CIT-009", "error", "A field holds no LaTeX command that is not understood."),
    Rule("CIT-010", "warning", "No work is listed twice."),
    Rule("CIT-011", "error", "A crossref leads to an entry, and not in a circle."),
    Rule("CIT-012", "error", "A macro in a .bib file is defined before it is used."),
    Rule("CIT-013", "error", "A citation style exists, and is made of known parts."),
    Rule("CIT-014", "warning", "Everything that an entry says is printed."),
    Rule("CIT-015", "warning", "An institution among names stands in double braces."),
    # Localizing.
    Rule("LOC-001", "error", "An edition is ordered in a locale the brief has."),
    Rule("LOC-002", "error", "A language of a brief has a locale pack."),
    Rule("LOC-003", "error", "A catalog is a well-formed PO file in UTF-8."),
    Rule("LOC-004", "error", "A message stands once in a catalog."),
    Rule("LOC-005", "error", "The header of a catalog names its language and its plural forms."),
    Rule("LOC-006", "warning", "Every text of an edition is translated."),
    Rule("LOC-007", "warning", "A translation follows its source text."),
    Rule("LOC-008", "warning", "A catalog has no message that no text uses."),
    Rule("LOC-009", "error", "An edition is published when its translation is complete and current."),
    Rule("LOC-020", "error", "A locale pack holds what a locale needs, and nothing else."),
    Rule("LOC-030", "error", "A translation cites the same works at the same places."),
    Rule("LOC-031", "error", "A translation has the notes of its source text."),
    Rule("LOC-032", "error", "A translation has the links and cross-references of its source text."),
    Rule("LOC-033", "error", "A translation has the emphasis and the foreign words of its source text."),
    Rule("LOC-034", "error", "Figures, dates and units agree with the source text."),
    Rule("LOC-035", "warning", "Numbers in words agree with the source text."),
    Rule("LOC-036", "warning", "Figures and citations follow each other as in the source text."),
    Rule("LOC-037", "error", "A translation has the placeholders of its source text."),
    Rule("LOC-038", "error", "A catalog holds no HTML and no signs of templates."),
    Rule("LOC-039", "error", "The glossary names each term once, for locales that there are."),
    Rule("LOC-040", "warning", "A term or name is called what the glossary calls it."),
    Rule("LOC-041", "warning", "A name does not stand in the place of another."),
    Rule("LOC-042", "warning", "What the glossary refuses for a term is not written."),
    Rule("LOC-043", "warning", "A translation is in the language of its edition."),
    Rule("LOC-044", "warning", "A translation says all that its source text says, and no more."),
    Rule("LOC-045", "error", "A translation has no characters that its language does not use."),
    Rule("LOC-046", "warning", "Half-spaces and fixed spaces stand where they belong."),
    Rule("LOC-047", "warning", "A translation ends, and quotes, as its source text does."),
    Rule("LOC-048", "warning", "No two texts have the same translation by mistake."),
    # Composing: templates.
    Rule("CMP-001", "error", "A template is well-formed Jinja."),
    Rule("CMP-002", "error", "A template uses only names, filters, macros and blocks that exist."),
    Rule("CMP-003", "error", "Tags in a template are known, balanced and quoted."),
    Rule("CMP-004", "error", "What a template defines is used, and both media define the same macros."),
    Rule("CMP-005", "error", "Words that a template prints stand in _()."),
    Rule("CMP-006", "error", "A class of a template is styled, and its data attributes are read."),
    # Styles: sheets.
    Rule("STY-001", "error", "A sheet is well-formed CSS."),
    Rule("STY-002", "error", "A sheet uses properties, values and units the house's vocabulary knows."),
    Rule("STY-003", "error", "A token is defined before it is used."),
    Rule("STY-004", "error", "Every rule stands in a declared layer."),
    Rule("STY-005", "error", "Raw colours stand in tokens only."),
    Rule("STY-006", "error", "A selector names parts: one class, no ids, no !important."),
    Rule("STY-007", "error", "A house's design names known faces and tokens."),
    Rule("STY-008", "error", "Fixed lengths stand in tokens; elsewhere only a hairline."),
    Rule("STY-009", "error", "A property or token is set once in a rule."),
    Rule("STY-010", "warning", "A token that is defined is used."),
    Rule("STY-011", "error", "A class or data attribute that a sheet names is written by a template."),
    Rule("STY-012", "error", "In the flow sides are logical, on the sheet they are physical."),
    Rule("STY-013", "error", "A named string, page or running element is set somewhere."),
    # Typesetting.
    Rule("SET-001", "error", "The engine's log is empty."),
    Rule("SET-002", "error", "A note fits on the page of its call."),
    Rule("SET-003", "error", "A typeface of the house has every character."),
    # Preflight.
    Rule("PRE-001", "error", "Every word of the source is in the output, once, in order."),
    Rule("PRE-002", "error", "A note stands on the page of its call."),
    Rule("PRE-003", "error", "Notes are all there, once, in order, and do not overlap the text."),
    Rule("PRE-004", "error", "Only declared faces are used, embedded."),
    Rule("PRE-005", "error", "Every character has a glyph."),
    Rule("PRE-006", "error", "Internal links arrive."),
    Rule("PRE-007", "error", "The outline equals the section tree."),
    Rule("PRE-008", "error", "Pages have the sheet's size, and text stays inside the type area."),
    Rule("PRE-009", "error", "A web page is well-formed: tags closed, ids given once, images described."),
    Rule("PRE-010", "error", "A web page opens without the network and without other files."),
    Rule("PRE-011", "error", "No text is printed over other text."),
    Rule("PRE-012", "warning", "Every page but the last is filled."),
    Rule("PRE-013", "error", "Calls, notes and entries of the bibliography lead to each other."),
    Rule("PRE-014", "error", "The web page of an edition leads to those of all the others."),
)

RULES: dict[str, Rule] = {rule.code: rule for rule in _TABLE}
