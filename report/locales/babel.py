"""Languages by the names that babel gives them, and their tags (BCP 47): one table for reading and for writing.

The names follow babel's guide on locale naming (English names in small letters, without spaces; script and region
after hyphens) and the older names that its manual lists beside them, as biblatex takes them in ``langid`` (2.2.3).
"""

from __future__ import annotations

import re

from report.findings import nearest

_TAG = re.compile(r"([a-z]{2,3})(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?")


def language_tag(written: str) -> str:
    """Return the tag of a language named as babel names it, or by its tag; empty if there is none such.

    A script and a region may follow, in this order: ``serbian-cyrillic-bosniaherzegovina``, ``zh-Hant``.
    """
    name = written.casefold()
    if name in LANGUAGES:
        return LANGUAGES[name]
    tag = _TAG.fullmatch(written)
    if tag:
        return written if tag[1] in _PRIMARY else ""
    name, *rest = name.split("-")
    if name not in LANGUAGES or not all(part in _SUBTAGS or re.fullmatch("[a-z]{2}", part) for part in rest):
        return ""
    subtags = (_SUBTAGS.get(part) or part.upper() for part in rest)
    made = "-".join((LANGUAGES[name].split("-")[0], *subtags))
    return made if _TAG.fullmatch(made) else ""


def babel_name(tag: str) -> str:
    """Return babel's name of a language, or its tag where babel has none: :func:`language_tag` reads both again."""
    return _NAMES.get(tag, tag)


def nearest_language(written: str) -> str:
    """Return a hint that names the known language nearest to a word, or says what to write."""
    return nearest(written, LANGUAGES) or "write babel’s name for it, such as english or french"


def _table(written: str) -> dict[str, str]:
    return {name: tag for tag, *names in (line.split() for line in written.strip().splitlines()) for name in names}


LANGUAGES = _table("""
    af afrikaans
    agq aghem
    ak akan
    am amharic
    ar arabic
    as assamese
    asa asu
    ast asturian
    az azerbaijani azeri
    bas basaa
    be belarusian
    bem bemba
    bez bena
    bg bulgarian
    bm bambara
    bn bengali
    bo tibetan
    br breton
    brx bodo
    bs bosnian
    ca catalan
    ce chechen
    cgg chiga
    chr cherokee
    ckb centralkurdish sorani
    cop coptic
    cs czech
    cu churchslavonic churchslavic oldchurchslavonic
    cy welsh
    da danish
    dav taita
    de german germanb ngerman
    de-AT naustrian austrian
    de-CH nswissgerman swisshighgerman swissgerman
    dje zarma
    dsb lowersorbian lsorbian
    dua duala
    dv divehi
    dyo jolafonyi
    dz dzongkha
    ebu embu
    ee ewe
    el greek monotonicgreek
    el-polyton polytonicgreek polutonikogreek
    en english
    en-AU australian
    en-CA canadian
    en-GB british ukenglish
    en-NZ newzealand
    en-US american usenglish
    eo esperanto
    es spanish
    es-MX mexican spanishmx
    et estonian
    eu basque
    ewo ewondo
    fa persian farsi
    ff fulah
    fi finnish
    fil filipino
    fo faroese
    fr french francais frenchb
    fr-CA canadien acadian
    fur friulan friulian
    fy westernfrisian
    ga irish
    gd scottish scottishgaelic
    gl galician
    grc ancientgreek
    gsw swissgermanic alemannic
    gu gujarati
    guz gusii
    gv manx
    ha hausa
    haw hawaiian
    he hebrew
    hi hindi
    hr croatian
    hsb uppersorbian usorbian
    hu hungarian magyar
    hy armenian
    ia interlingua
    id indonesian bahasa bahasai indon
    ig igbo
    ii sichuanyi
    is icelandic
    it italian
    ja japanese
    jgo ngomba
    jmc machame
    ka georgian
    kab kabyle
    kam kamba
    kde makonde
    kea kabuverdianu
    khq koyrachiini
    ki kikuyu
    kk kazakh
    kkj kako
    kl kalaallisut
    kln kalenjin
    km khmer
    kmr kurmanji northernkurdish
    kn kannada
    ko korean
    kok konkani
    ks kashmiri
    ksb shambala
    ksf bafia
    ksh colognian
    ku kurdish
    kw cornish
    ky kyrgyz
    la latin classicallatin classiclatin ecclesiasticallatin ecclesiasticlatin medievallatin
    lag langi
    lb luxembourgish
    lg ganda
    lij ligurian
    lkt lakota
    ln lingala
    lo lao
    lrc northernluri
    lt lithuanian
    lu lubakatanga
    luo luo
    luy luyia
    lv latvian
    mas masai
    mer meru
    mfe morisyen
    mg malagasy
    mgh makhuwameetto
    mgo meta
    mi maori
    mk macedonian
    ml malayalam
    mn mongolian
    mr marathi
    ms malay bahasam meyalu
    mt maltese
    mua mundang
    my burmese
    mzn mazanderani
    naq nama
    nb norsk norwegianbokmal bokmal
    nd northndebele
    nds lowgerman lowsaxon
    ne nepali
    nl dutch
    nmg kwasio
    nn nynorsk norwegiannynorsk
    nnh ngiemboon
    no norwegian
    nus nuer
    nyn nyankole
    oc occitan
    om oromo
    or odia oriya
    os ossetic
    pa punjabi
    pl polish
    pms piedmontese
    ps pashto
    pt portuguese portuges
    pt-BR brazilian brazil
    pt-PT europeanportuguese
    qu quechua
    rm romansh
    rn rundi
    ro romanian
    ro-MD moldavian
    rof rombo
    ru russian russianb
    rw kinyarwanda
    rwk rwa
    sa sanskrit
    sah sakha
    saq samburu
    sbp sangu
    sd sindhi
    se samin northernsami
    seh sena
    ses koyraborosenni
    sg sango
    shi tachelhit
    si sinhala
    sk slovak
    sl slovene slovenian
    smn inarisami
    sn shona
    so somali
    sq albanian
    sr serbian
    sr-Cyrl serbianc
    sr-Latn serbianlatin
    st southernsotho
    sv swedish
    sw swahili
    syr syriac
    ta tamil
    te telugu
    teo teso
    tg tajik
    th thai thaicjk
    ti tigrinya
    tk turkmen
    to tongan
    tr turkish
    tt tatar
    twq tasawaq
    tzm centralatlastamazight
    ug uyghur
    uk ukrainian ukraineb
    ur urdu
    uz uzbek
    vai vai
    vi vietnamese vietnam
    vo volapuk
    vun vunjo
    wae walser
    wo wolof
    xh xhosa
    xog soga
    yav yangben
    yi yiddish
    yo yoruba
    yue cantonese
    zgh standardmoroccantamazight
    zh chinese
    zu zulu
""")
"""The tag of each name; of the names of one tag, the first is the one to write."""

_NAMES = {tag: name for name, tag in reversed(LANGUAGES.items())}
_PRIMARY = frozenset(tag.split("-", maxsplit=1)[0] for tag in LANGUAGES.values())
_SUBTAGS = _table("""
    Arab arabic
    Cyrl cyrillic
    Deva devanagari
    Guru gurmukhi
    Hans hans simplified
    Hant hant traditional
    Latn latin
    Tfng tifinagh
    Vaii vai
    DE germany
    DZ algeria
    EG egypt
    GB unitedkingdom
    HK hongkong
    IQ iraq
    JO jordan
    LB lebanon
    MA morocco
    MO macau
    MX mexico
    PS palestinianterritories
    SA saudiarabia
    SG singapore
    SY syria
    TN tunisia
    AF afghanistan
    AT austria
    BA bosniaherzegovina
    BR brazil
    CH switzerland
    CY cyprus
    IR iran
    LU luxembourg
    ME montenegro
    PT portugal
    US unitedstates
    XK kosovo
""")
"""Scripts and regions that stand after the hyphens of a name."""
