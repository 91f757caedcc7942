"""Ways to spoil a finished file, by name: the medium, the code that must tell it, and what is done to the file."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from report.model.output import Medium
from tests.support.finished import Spoiler, spoiled

# What cannot be opened, or not be known.
UNREADABLE = ("encrypted", "cut_short", "no_pdf")
SPOILERS: dict[str, tuple[Medium, str, Spoiler]] = {}


def encrypted(body: bytes) -> bytes:
    """Return a PDF that asks for a password."""
    written = BytesIO()
    with pikepdf.open(BytesIO(body)) as pdf:
        pdf.save(written, encryption=pikepdf.Encryption(owner="owner", user="reader"))
    return written.getvalue()


def cut_short(body: bytes) -> bytes:
    """Return a third of a PDF."""
    return body[: len(body) // 3]


def no_pdf(_body: bytes) -> bytes:
    """Return what is no PDF at all."""
    return b"<!doctype html><title>Not found</title>"


def nameless(body: bytes) -> bytes:
    """Return a PDF that names no edition and holds no sources."""

    def spoil(pdf: pikepdf.Pdf) -> None:
        for key in ("/Metadata", "/AF", "/Names"):
            if key in pdf.Root:
                del pdf.Root[key]

    return spoiled(body, spoil)


def _spoils(medium: Medium, code: str) -> Callable[[Spoiler], Spoiler]:
    def note(spoil: Spoiler) -> Spoiler:
        SPOILERS[spoil.__name__.replace("_", "-")] = (medium, code, spoil)
        return spoil

    return note


def draw(pdf: pikepdf.Pdf, page: int, content: str, **resources: Any) -> None:
    """Draw on a page, after all else."""
    one = pdf.pages[page]
    contents = one.Contents if isinstance(one.Contents, Array) else Array([one.Contents])
    one.Contents = Array([*contents, pdf.make_stream(f"\nq {content} Q".encode())])
    for kind, named in resources.items():
        held = one.resources
        known = held.get(f"/{kind}", Dictionary())
        for name, value in named.items():
            known[f"/{name}"] = value
        held[f"/{kind}"] = known


def replace_packet(pdf: pikepdf.Pdf, before: str, after: str) -> None:
    """Change words of the XMP packet."""
    text = pdf.Root.Metadata.read_bytes().decode("utf-8")
    assert before in text, before
    pdf.Root.Metadata.write(text.replace(before, after).encode("utf-8"))


def change_content(pdf: pikepdf.Pdf, page: int, before: bytes, after: bytes, count: int = -1) -> None:
    """Change the content of a page."""
    one = pdf.pages[page]
    one.contents_coalesce()
    content = one.Contents.read_bytes()
    assert before in content, before
    one.Contents = pdf.make_stream(content.replace(before, after, count))


def first_form(pdf: pikepdf.Pdf, page: int) -> Any:
    """Return the first page that a side of a booklet shows."""
    return next(iter(pdf.pages[page].Resources.XObject.values()))


# Boxes


@_spoils("press", "PRE-042")
def trim_moved_on_one_page(pdf: pikepdf.Pdf) -> None:
    box = [float(one) for one in pdf.pages[1].TrimBox]
    pdf.pages[1].TrimBox = Array([box[0] + 0.5, box[1], box[2] + 0.5, box[3]])


@_spoils("press", "PRE-042")
def trim_larger_on_all_pages(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        for name, by in (("/TrimBox", 3), ("/BleedBox", 3)):
            box = [float(one) for one in page.obj[name]]
            page.obj[name] = Array([*box[:2], box[2] + by, box[3]])


@_spoils("press", "PRE-042")
def bleed_box_missing(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].BleedBox


@_spoils("press", "PRE-042")
def bleed_of_two_millimetres(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        box = [float(one) for one in page.BleedBox]
        page.BleedBox = Array([box[0] + 2.8346, box[1] + 2.8346, box[2] - 2.8346, box[3] - 2.8346])


@_spoils("press", "PRE-042")
def trim_box_missing(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        del page.TrimBox


@_spoils("paged", "PRE-042")
def page_turned(pdf: pikepdf.Pdf) -> None:
    pdf.pages[1].Rotate = 90


@_spoils("paged", "PRE-042")
def page_cropped(pdf: pikepdf.Pdf) -> None:
    pdf.pages[2].CropBox = Array([0, 0, 500, 700])


@_spoils("paged", "PRE-042")
def page_larger(pdf: pikepdf.Pdf) -> None:
    for name in ("/MediaBox", "/CropBox", "/TrimBox", "/BleedBox"):
        pdf.pages[0].obj[name] = Array([0, 0, 612, 792])


@_spoils("booklet", "PRE-042")
def sheet_without_room_for_marks(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        page.MediaBox = page.BleedBox


# Pages


@_spoils("press", "PRE-043")
def page_lost(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[1]


@_spoils("press", "PRE-043")
def four_blanks_too_many(pdf: pikepdf.Pdf) -> None:
    for _ in range(4):
        pdf.add_blank_page(page_size=(700, 900))


@_spoils("booklet", "PRE-043")
def side_lost(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0]


@_spoils("paged", "PRE-044")
def blank_page_in_the_middle(pdf: pikepdf.Pdf) -> None:
    pdf.add_blank_page(page_size=(595.275591, 841.889764))


@_spoils("paged", "PRE-044")
def page_nearly_empty(pdf: pikepdf.Pdf) -> None:
    pdf.pages[1].Contents = pdf.make_stream(b"0 0 0 rg 60 600 200 12 re f")


# Colours


@_spoils("press", "PRE-045")
def red_object(pdf: pikepdf.Pdf) -> None:
    draw(pdf, 0, "1 0 0 rg 100 100 50 50 re f")


@_spoils("press", "PRE-045")
def red_line(pdf: pikepdf.Pdf) -> None:
    draw(pdf, 1, "1 0 0 RG 1 w 100 100 m 200 200 l S")


@_spoils("press", "PRE-045")
def named_colour(pdf: pikepdf.Pdf) -> None:
    tint = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[0, 1, 0, 0], N=1)
    space = Array([Name.Separation, Name("/House Red"), Name.DeviceCMYK, tint])
    draw(pdf, 0, "/Spot cs 1 scn 100 100 50 50 re f", ColorSpace={"Spot": space})


@_spoils("press", "PRE-045")
def colour_of_a_profile(pdf: pikepdf.Pdf) -> None:
    space = Array([Name.ICCBased, pdf.make_stream(b"no profile", N=3)])
    draw(pdf, 0, "/Own cs 1 0 0 scn 100 100 50 50 re f", ColorSpace={"Own": space})


@_spoils("press", "PRE-045")
def lab_colour(pdf: pikepdf.Pdf) -> None:
    space = Array([Name.Lab, Dictionary(WhitePoint=[0.95, 1, 1.09])])
    draw(pdf, 0, "/Own cs 50 30 20 scn 100 100 50 50 re f", ColorSpace={"Own": space})


@_spoils("press", "PRE-045")
def red_picture(pdf: pikepdf.Pdf) -> None:
    _picture(pdf, Name.DeviceRGB, bytes([200, 10, 10]) * 160_000, 400)


@_spoils("press", "PRE-045")
def colour_that_lies_unused(pdf: pikepdf.Pdf) -> None:
    draw(pdf, 0, "", ColorSpace={"Unused": Array([Name.CalRGB, Dictionary(WhitePoint=[0.95, 1, 1.09])])})


@_spoils("press", "PRE-045")
def transparency_blended_in_red_green_blue(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].Group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)


@_spoils("paged", "PRE-045")
def process_colour_for_readers(pdf: pikepdf.Pdf) -> None:
    draw(pdf, 0, "/Artifact BMC 0 1 0 0 k 100 100 50 50 re f EMC")


@_spoils("booklet", "PRE-045")
def red_object_on_a_sheet(pdf: pikepdf.Pdf) -> None:
    form = first_form(pdf, 0)
    form.write(form.read_bytes() + b"\nq 1 0 0 rg 100 100 50 50 re f Q")


@_spoils("press", "PRE-046")
def text_in_rich_black(pdf: pikepdf.Pdf) -> None:
    change_content(pdf, 0, b"0 0 0 1 k", b".6 .4 .4 1 k", 3)


@_spoils("press", "PRE-047")
def tint_of_too_much_ink(pdf: pikepdf.Pdf) -> None:
    draw(pdf, 0, "1 1 1 .2 k 100 100 50 50 re f")


@_spoils("press", "PRE-047")
def picture_of_too_much_ink(pdf: pikepdf.Pdf) -> None:
    _picture(pdf, Name.DeviceCMYK, bytes([10, 10, 10, 10]) * 159_999 + bytes([255, 255, 255, 200]), 400)


@_spoils("press", "PRE-047")
def black_overprints_a_full_tint(pdf: pikepdf.Pdf) -> None:
    state = {"Over": Dictionary(OP=True, op=True, OPM=1)}
    draw(pdf, 0, "1 1 1 0 k 100 100 50 50 re f /Over gs 0 0 0 1 k 110 110 9 9 re f", ExtGState=state)


@_spoils("press", "PRE-051")
def white_overprints(pdf: pikepdf.Pdf) -> None:
    draw(pdf, 0, "/Over gs 0 0 0 0 k 100 100 50 50 re f", ExtGState={"Over": Dictionary(OP=True, op=True)})


# Fineness


@_spoils("press", "PRE-048")
def coarse_picture(pdf: pikepdf.Pdf) -> None:
    _picture(pdf, Name.DeviceCMYK, bytes([10, 10, 10, 10]) * 400, 20)


@_spoils("paged", "PRE-048")
def coarse_picture_for_readers(pdf: pikepdf.Pdf) -> None:
    _picture(pdf, Name.DeviceRGB, bytes([10, 10, 10]) * 400, 20)


@_spoils("press", "PRE-049")
def hairline_too_thin(pdf: pikepdf.Pdf) -> None:
    draw(pdf, 0, "0.1 w 0 0 0 1 K 100 100 m 200 100 l S")


@_spoils("press", "PRE-049")
def tint_as_thin_as_a_hairline(pdf: pikepdf.Pdf) -> None:
    draw(pdf, 0, "0 0 0 1 k 100 100 200 0.1 re f")


@_spoils("press", "PRE-050")
def text_of_three_points(pdf: pikepdf.Pdf) -> None:
    read = pikepdf.parse_content_stream(pdf.pages[0])
    face = next(str(one.operands[0]) for one in read if str(one.operator) == "Tf")
    words = next(one.operands for one in read if str(one.operator) in ("TJ", "Tj"))
    pieces = words[0] if isinstance(words[0], Array) else words
    said = "".join(f"<{bytes(one).hex()}>" for one in pieces if isinstance(one, String))
    draw(pdf, 0, f"0 0 0 1 k BT {face} 3 Tf 100 100 Td [{said}] TJ ET")


@_spoils("paged", "PRE-067")
def text_white_on_white(pdf: pikepdf.Pdf) -> None:
    change_content(pdf, 1, b"BT\n", b"1 1 1 rg BT\n", 12)


@_spoils("paged", "PRE-067")
def text_covered(pdf: pikepdf.Pdf) -> None:
    draw(pdf, 0, "/Artifact BMC 0 0 1 rg 60 400 300 100 re f EMC")


@_spoils("press", "PRE-067")
def text_invisible(pdf: pikepdf.Pdf) -> None:
    change_content(pdf, 1, b"BT", b"BT 3 Tr", 4)


# What the file says of itself


@_spoils("press", "PRE-052")
def output_intent_lost(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.OutputIntents


@_spoils("paged", "PRE-052")
def output_intent_lost_for_readers(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.OutputIntents


@_spoils("press", "PRE-052")
def another_condition(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OutputIntents[0].OutputConditionIdentifier = String("FOGRA27")


@_spoils("press", "PRE-052")
def another_profile(pdf: pikepdf.Pdf) -> None:
    body = bytearray(pdf.Root.OutputIntents[0].DestOutputProfile.read_bytes())
    body[-1] ^= 1
    pdf.Root.OutputIntents[0].DestOutputProfile = pdf.make_stream(bytes(body), N=4)


@_spoils("press", "PRE-052")
def profile_not_embedded(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.OutputIntents[0].DestOutputProfile


@_spoils("press", "PRE-053")
def not_said_to_be_for_print(pdf: pikepdf.Pdf) -> None:
    replace_packet(pdf, "PDF/X-4", "PDF/X-1")


@_spoils("paged", "PRE-053")
def not_said_to_be_accessible(pdf: pikepdf.Pdf) -> None:
    replace_packet(pdf, "<pdfuaid:part>1</pdfuaid:part>", "")


@_spoils("paged", "PRE-053")
def said_to_be_of_another_level(pdf: pikepdf.Pdf) -> None:
    replace_packet(pdf, "<pdfaid:conformance>A<", "<pdfaid:conformance>B<")


@_spoils("press", "PRE-053")
def not_said_whether_trapped(pdf: pikepdf.Pdf) -> None:
    replace_packet(pdf, "<pdf:Trapped>False</pdf:Trapped>", "")
    del pdf.trailer.Info["/Trapped"]


@_spoils("paged", "PRE-054")
def title_of_another_brief(pdf: pikepdf.Pdf) -> None:
    pdf.trailer.Info.Title = String("Another brief")


@_spoils("paged", "PRE-054")
def packet_lost(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Metadata


@_spoils("paged", "PRE-054")
def packet_in_another_language(pdf: pikepdf.Pdf) -> None:
    replace_packet(pdf, "<dc:language><rdf:Bag><rdf:li>de<", "<dc:language><rdf:Bag><rdf:li>fr<")


@_spoils("paged", "PRE-054")
def another_licence(pdf: pikepdf.Pdf) -> None:
    replace_packet(pdf, "licenses/by/4.0", "licenses/by-nc/4.0")


@_spoils("paged", "PRE-054")
def another_date(pdf: pikepdf.Pdf) -> None:
    pdf.trailer.Info.ModDate = String("D:20200101000000Z")


@_spoils("paged", "PRE-054")
def another_version(pdf: pikepdf.Pdf) -> None:
    replace_packet(pdf, "<report:version>", "<report:version>9.")


@_spoils("paged", "PRE-054")
def keyword_lost(pdf: pikepdf.Pdf) -> None:
    text = pdf.Root.Metadata.read_bytes().decode("utf-8")
    start = text.index("<rdf:li>", text.index("<dc:subject>"))
    end = text.index("</rdf:li>", start) + len("</rdf:li>")
    pdf.Root.Metadata.write((text[:start] + text[end:]).encode("utf-8"))


@_spoils("paged", "PRE-065")
def id_of_chance(pdf: pikepdf.Pdf) -> None:
    text = pdf.Root.Metadata.read_bytes().decode("utf-8")
    start = text.index("<xmpMM:DocumentID>") + len("<xmpMM:DocumentID>")
    end = text.index("<", start)
    chance = "urn:uuid:9b2e7f6c-1d3a-4c5e-8f70-123456789abc"
    pdf.Root.Metadata.write((text[:start] + chance + text[end:]).encode("utf-8"))


@_spoils("paged", "PRE-069")
def without_seal(pdf: pikepdf.Pdf) -> None:
    replace_packet(pdf, "<report:seal>", "<report:mark>")
    replace_packet(pdf, "</report:seal>", "</report:mark>")


# Enclosures


@_spoils("paged", "PRE-055")
def source_lost(pdf: pikepdf.Pdf) -> None:
    names = pdf.Root.Names.EmbeddedFiles.Names
    name, lost = names[2], names[3]
    pdf.Root.Names.EmbeddedFiles.Names = Array([one for number, one in enumerate(names) if number not in (2, 3)])
    pdf.Root.AF = Array([one for one in pdf.Root.AF if one.objgen != lost.objgen])
    assert str(name)


@_spoils("paged", "PRE-055")
def source_changed(pdf: pikepdf.Pdf) -> None:
    stream = pdf.Root.Names.EmbeddedFiles.Names[3].EF.F
    stream.write(stream.read_bytes() + b"\n")


@_spoils("paged", "PRE-055")
def relationship_lost(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Names.EmbeddedFiles.Names[3].AFRelationship


@_spoils("paged", "PRE-055")
def stranger_enclosed(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["notes.txt"] = pikepdf.AttachedFileSpec(pdf, b"private", filename="notes.txt")


@_spoils("press", "PRE-055")
def source_in_print(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["brief.yaml"] = pikepdf.AttachedFileSpec(pdf, b"title: x", filename="brief.yaml")


# Actions, links, viewing


@_spoils("paged", "PRE-056")
def script_on_opening(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


@_spoils("paged", "PRE-056")
def film_on_a_page(pdf: pikepdf.Pdf) -> None:
    film = Dictionary(Type=Name.Annot, Subtype=Name.Movie, Rect=[10, 10, 60, 60])
    pdf.pages[0].Annots = Array([*pdf.pages[0].get("/Annots", []), pdf.make_indirect(film)])


@_spoils("paged", "PRE-056")
def layer_that_can_be_hidden(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OCProperties = Dictionary(OCGs=Array([]), D=Dictionary())


@_spoils("paged", "PRE-057")
def link_to_another_host(pdf: pikepdf.Pdf) -> None:
    _outer_link(pdf).A.URI = String("https://example.com/elsewhere")


@_spoils("paged", "PRE-057")
def link_to_a_file(pdf: pikepdf.Pdf) -> None:
    _outer_link(pdf).A.URI = String("file:///tmp/brief.pdf")


@_spoils("paged", "PRE-057")
def link_off_its_words(pdf: pikepdf.Pdf) -> None:
    _outer_link(pdf).Rect = Array([5, 5, 25, 15])


@_spoils("paged", "PRE-057")
def link_that_does_not_print(pdf: pikepdf.Pdf) -> None:
    _outer_link(pdf).F = 0


@_spoils("press", "PRE-057")
def link_in_print(pdf: pikepdf.Pdf) -> None:
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[90, 90, 160, 160])
    link.A = Dictionary(S=Name.URI, URI=String("https://example.org"))
    pdf.pages[0].Annots = Array([pdf.make_indirect(link)])


@_spoils("paged", "PRE-058")
def title_not_shown(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.ViewerPreferences.DisplayDocTitle


@_spoils("paged", "PRE-058")
def another_language(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Lang = String("fr")


@_spoils("paged", "PRE-058")
def read_from_the_wrong_side(pdf: pikepdf.Pdf) -> None:
    pdf.Root.ViewerPreferences.Direction = Name.R2L


@_spoils("paged", "PRE-058")
def outline_lost(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Outlines


@_spoils("paged", "PRE-058")
def outline_that_leads_nowhere(pdf: pikepdf.Pdf) -> None:
    line = pdf.Root.Outlines.First
    for key in ("/Dest", "/A"):
        if key in line:
            del line[key]


@_spoils("paged", "PRE-058")
def pages_labelled_otherwise(pdf: pikepdf.Pdf) -> None:
    pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.r)]))


@_spoils("press", "PRE-058")
def outline_in_print(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem("Page", 0))


# Faces


@_spoils("paged", "PRE-059")
def face_not_embedded(pdf: pikepdf.Pdf) -> None:
    font = next(iter(pdf.pages[0].Resources.Font.values()))
    described = font.DescendantFonts[0].FontDescriptor
    for key in ("/FontFile2", "/FontFile3"):
        if key in described:
            del described[key]


@_spoils("press", "PRE-059")
def face_embedded_as_a_whole(pdf: pikepdf.Pdf) -> None:
    font = min(pdf.pages[0].Resources.Font.values(), key=lambda one: str(one.BaseFont).rpartition("+")[2])
    font.BaseFont = Name("/" + str(font.BaseFont).rpartition("+")[2])


# Edges


@_spoils("press", "PRE-060")
def tint_that_ends_at_the_trim(pdf: pikepdf.Pdf) -> None:
    left, bottom, *_ = (float(one) for one in pdf.pages[0].TrimBox)
    draw(pdf, 0, f"0 1 0 0 k {left} {bottom + 100} 50 50 re f")


@_spoils("press", "PRE-061")
def marks_lost(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].Contents = Array(list(pdf.pages[0].Contents)[:-1])


@_spoils("press", "PRE-061")
def mark_in_the_bleed(pdf: pikepdf.Pdf) -> None:
    left, bottom, *_ = (float(one) for one in pdf.pages[0].TrimBox)
    draw(pdf, 0, f"0 0 0 1 K 0.25 w {left - 20} {bottom} m {left - 4} {bottom} l S")


# Booklets


@_spoils("booklet", "PRE-062")
def halves_exchanged(pdf: pikepdf.Pdf) -> None:
    forms = pdf.pages[0].Resources.XObject
    one, two = list(forms.keys())[:2]
    forms[one], forms[two] = forms[two], forms[one]


@_spoils("booklet", "PRE-062")
def sides_exchanged(pdf: pikepdf.Pdf) -> None:
    first = pdf.pages[0]
    del pdf.pages[0]
    pdf.pages.append(first)


@_spoils("booklet", "PRE-063")
def page_away_from_the_fold(pdf: pikepdf.Pdf) -> None:
    form = first_form(pdf, 0)
    form.Matrix = Array([1, 0, 0, 1, -1, 0])


@_spoils("booklet", "PRE-064")
def page_of_another_printing(pdf: pikepdf.Pdf) -> None:
    form = first_form(pdf, 0)
    form.write(form.read_bytes().replace(b" Tj", b" pass", 0) + b"\nq 0 0 0 1 k 200 200 40 40 re f Q")


@_spoils("press", "PRE-064")
def tint_that_readers_do_not_have(pdf: pikepdf.Pdf) -> None:
    draw(pdf, 0, "0 0 0 .5 k 200 200 40 40 re f")


@_spoils("press", "PRE-064")
def words_lost_in_print(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0]
    page.contents_coalesce()
    content = page.Contents.read_bytes()
    first = content.index(b"TJ") if b"TJ" in content else content.index(b"Tj")
    start = max(content.rfind(b"[", 0, first), content.rfind(b"\n", 0, first))
    page.Contents = pdf.make_stream(content[:start] + b"\n[] TJ" + content[first + 2 :])


def _picture(pdf: pikepdf.Pdf, space: Name, pixels: bytes, side: int) -> None:
    picture = pdf.make_stream(pixels, Type=Name.XObject, Subtype=Name.Image, Width=side, Height=side)
    picture.ColorSpace, picture.BitsPerComponent = space, 8
    draw(pdf, 0, "/Artifact BMC 72 0 0 72 100 100 cm /Spoilt Do EMC", XObject={"Spoilt": picture})


def _outer_link(pdf: pikepdf.Pdf) -> Any:
    links = (one for page in pdf.pages for one in page.get("/Annots", []) if "/URI" in one.get("/A", {}))
    return next(links)
