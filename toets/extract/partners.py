"""Partners: the parties outside that take part, what they do and what they gain; and groups that nobody is named of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from toets.extract.scene import Scene, spans_of
from toets.extract.topics import spot
from toets.model.document import Passage, PassageKind, Span
from toets.model.fact import Draft, Value
from toets.text import Hit
from toets.text.tokens import word_set

SOURCE = "extract.partners"
SILENT_ROLES = frozenset({"bijlagen", "kop", "onderwerp", "ontwerpbesluit", "ondertekening", "mandaat", "alternatieven"})
"""Who is only part of a choice that was not made is no partner, nor is who stands in a list."""
PARTNERS = word_set(
    """provincie waterschap ggd omgevingsdienst veiligheidsregio buurgemeente vereniging woningcorporatie netbeheerder stichting
    welzijnsorganisatie zorgpartij onderwijs marktpartij bedrijf politie brandweer prorail rijkswaterstaat staatsbosbeheer
    natuurmonumenten humanitas vluchtelingenwerk voedselbank uwv coa"""
)
"""The kinds of organisation that can be a partner; who is only hired (aannemer, bureau, notaris) or gives judgement is none."""
HIRED = word_set("notaris makelaar makelaars verzekeraar leverancier taxibedrijf taxicentrale concessiehouder")
PUBLIC = frozenset({"provincie", "rijk", "ministerie"})
"""What these pay is a grant; it does not tell what they gain."""
PLURAL = ("en", "ers", "ties", "'s", "clubs", "coöperaties")
ONE_OF_MANY = frozenset({"woningcorporatie", "marktpartij", "zorgpartij", "bedrijf"})
"""Of these a municipality knows several: "de corporatie" is somebody only where the text names a corporatie."""
_TOO_PLAIN = frozenset({"De", "Het", "Wij", "We", "Stichting", "School", "Provincie", "Vereniging"})
BESIDE = 20
"""So many characters may stand between an organisation and the group that it closes ("de GGD en andere partijen")."""

_LISTED = re.compile(
    r"\s+(?:zijn|betreffen):?\s+(?:de|het|een|onder meer|onder andere)\s+\w"
    r"|\s*(?:\((?!\s*(?:artikel|bijlage|zie)\b)|:"
    r"|(?: met \w+)?[,.–-]?\s*(?:zoals|waaronder|te weten|namelijk|onder (?:meer|andere)|bijvoorbeeld|o\.a\.|met name)\b)\s*\w",
    re.IGNORECASE,
)
_CLOSING = re.compile(r"(?:,| en| of|–|-)\s*(?:de |het |een |onze )?(?:andere|overige)?\s*$", re.IGNORECASE)


_KIND_FIRST = re.compile(r"^(?:(?:de|het|een) )?[\w-]*[a-z][\w-]*(?: [a-z][\w-]*)* (?=[A-Z])")
"""The words before the name itself: "woningcorporatie Groenwaard", "Stichting Kindwijs" is known as "Kindwijs"."""
_WANTS = re.compile(
    r"^(?: \([^)]*\))? (?:wil|willen|wilde|wilden|wenst|wensten?|zoekt|zoeken|hoopt|hopen|wint|winnen|verdient|verdienen|bespaart"
    r"|besparen|behoudt|behouden|hecht|hechten|heeft (?:er )?(?:baat|belang|voordeel))\b"
)
"""What stands right behind the name of a party that has something to gain."""
_PLACE = re.compile(
    r"\b(?:in|bij|naar|rond|achter|tegenover|naast|langs|nabij|vlak bij|op) (?:(?:de|het|een|onze|iedere|elke) )?$", re.IGNORECASE
)
"""What stands before a building where something is, not before somebody who does something."""
_BUILDINGS = ("bibliotheek", "school", "basisschool", "hogeschool", "gezondheidscentrum", "ziekenhuis", "consultatiebureau")
_ARTICLE = re.compile(r"^(?:de|het|een) ", re.IGNORECASE)
_PARTY_COLUMN = re.compile(r"^(?:partij|partner|organisatie|deelnemer|wie|naam|samenwerkingspartner)\w*$", re.IGNORECASE)
_GAIN_COLUMN = re.compile(
    r"belang|bereiken|wil(?:len)?\b|waarom|motief|\bwin(?:st|t|nen)|baat|voordeel|opbrengst voor|heeft (?:er|hier)|krijgt|\bdoel",
    re.IGNORECASE,
)
_GIVES_COLUMN = re.compile(r"levert|bijdrage|brengt|inbreng|inzet|\bdoet|taak|\brol\b|betaalt", re.IGNORECASE)
_OURSELVES = re.compile(r"^(?:de |onze )?(?:gemeente|wij|college|raad)\b", re.IGNORECASE)
_CELL = " | "


def find(scene: Scene) -> Iterator[Draft]:
    """A partner fact for every organisation outside that does something here, and a vague fact for every group without names."""
    known = _known(scene)
    for passage in scene.passages:
        if passage.part == "voorstel" and passage.kind is not PassageKind.HEADING and passage.role not in SILENT_ROLES:
            yield from _partners(scene, passage, known)
            yield from _wanting(passage, known.names)
            yield from _meant_again(scene, passage, known)
            yield from _in_table(scene, passage)
            yield from _groups(scene, passage)


@dataclass(frozen=True, slots=True)
class _Known:
    """The parties that the text calls by name: the names it may go on using, the kinds, and the kind words ("stichting")."""

    names: tuple[str, ...]
    kinds: frozenset[str]
    words: tuple[str, ...]


def _known(scene: Scene) -> _Known:
    spans = [span for passage in scene.passages for span in spans_of(passage, "organisatie")]
    named = [span for span in spans if span.more.get("named") and _is_partner(span)]
    full = {span.text for span in named}
    short = {_KIND_FIRST.sub("", text) for text in full} | {text.removeprefix("Stichting ") for text in full}
    return _Known(
        names=tuple(sorted(name for name in {*full, *short} if name[:1].isupper() and name not in _TOO_PLAIN)),
        kinds=frozenset(str(span.value).lower() for span in named),
        words=tuple(sorted({word for text in full if (word := _kind_word(text))})),
    )


def _kind_word(name: str) -> str:
    """The word by which the text may go on about a party that it has named: "stichting" for "Stichting Kindwijs"."""
    first, _, rest = _ARTICLE.sub("", name).lower().partition(" ")
    return first if rest else ""


def _meant_again(scene: Scene, passage: Passage, known: _Known) -> Iterator[Draft]:
    """A party that was named before and is now called "de stichting", and does or gains something."""
    for word in known.words:
        found = re.search(rf"\b[Dd]e {re.escape(word)}\b", passage.text)
        taken = found and any(span.start < found.end() and span.end > found.start() for span in spans_of(passage, "organisatie"))
        own = bool(scene.says(passage, "partner_eigen"))
        if found and not taken and (own or scene.says(passage, "partner_bijdrage")):
            gains = own or bool(scene.says(passage, "partner_belang"))
            fields: dict[str, Value] = {"named": 1, "contribution": 1, "interest": int(gains), "polarity": 1}
            yield Draft("partner", fields, passage.text, spot(passage, *found.span()), SOURCE, passage.index)


def _wanting(passage: Passage, names: tuple[str, ...]) -> Iterator[Draft]:
    """A party, called by the name it was introduced with, that wants or gains something."""
    for name in names:
        at = passage.text.find(name)
        if at >= 0 and _WANTS.match(passage.text[at + len(name) :]):
            fields: dict[str, Value] = {"named": 1, "contribution": 1, "interest": 1, "polarity": 1}
            yield Draft("partner", fields, passage.text, spot(passage, at, at + len(name)), SOURCE, passage.index)


def _in_table(scene: Scene, passage: Passage) -> Iterator[Draft]:
    """A row of a table that tells of each party what it gives and what it gains."""
    if passage.kind is not PassageKind.ROW:
        return
    rows = [other for other in scene.by_section.get(passage.section, ()) if other.paragraph == passage.paragraph]
    heads, cells = rows[0].text.split(_CELL), passage.text.split(_CELL)
    if passage is rows[0] or not _PARTY_COLUMN.match(heads[0].strip()) or _OURSELVES.match(cells[0]):
        return
    told = [(head, cell.strip()) for head, cell in zip(heads[1:], cells[1:], strict=False) if len(cell.strip()) > 1]
    fields: dict[str, Value] = {
        "named": 1,
        "contribution": int(any(_GIVES_COLUMN.search(head) for head, _ in told)),
        "interest": int(any(_GAIN_COLUMN.search(head) for head, _ in told)),
        "polarity": 1,
    }
    if fields["contribution"] or fields["interest"]:
        yield Draft("partner", fields, passage.text, passage.location, SOURCE, passage.index)


def _partners(scene: Scene, passage: Passage, known: _Known) -> Iterator[Draft]:
    spans = [span for span in spans_of(passage, "organisatie") if _is_partner(span) and not _is_place(passage, span)]
    if not spans or scene.says(passage, "partner_niet"):
        return
    before = (other for other in scene.reach(passage, "paragraph") if passage.index - 1 <= other.index <= passage.index)
    acts = any(scene.says(other, "partner_bijdrage") for other in before) or bool(scene.says(passage, "partner_eigen"))
    if acts or not passage.point:
        yield from (_partner(scene, passage, span, known, contributes=acts) for span in spans)


def _is_place(passage: Passage, span: Span) -> bool:
    """Whether an organisation is only named as the building where something is: "in de bibliotheek"."""
    return span.text.lower().startswith(_BUILDINGS) and bool(_PLACE.search(passage.text[: span.start]))


def _is_partner(span: Span) -> bool:
    known = str(span.value).lower() in PARTNERS and span.more.get("sort") == "external"
    return known and span.text.lower().split()[0] not in HIRED


def _partner(scene: Scene, passage: Passage, span: Span, known: _Known, *, contributes: bool) -> Draft:
    near = scene.reach(passage, "adjacent")
    after = [other for other in near if other.index >= passage.index]
    gains = any(scene.says(other, "partner_belang") or scene.says(other, "partner_eigen") for other in after)
    own_money = span.value not in PUBLIC and bool(spans_of(passage, "bedrag")) and bool(scene.says(passage, "partner_betaalt"))
    fields: dict[str, Value] = {
        "named": int(_has_name(span, known) or (gains and not span.text.lower().endswith(PLURAL))),
        "contribution": int(contributes or own_money),
        "interest": int(gains or own_money),
        "polarity": int(not scene.language.negated(passage.text, span.start, span.end)),
    }
    return Draft("partner", fields, passage.text, spot(passage, span.start, span.end), SOURCE, passage.index)


def _has_name(span: Span, known: _Known) -> bool:
    """Whether it is one organisation that a reader could call: "het waterschap", "Woonstichting De Linde", not "verenigingen".

    "De corporatie" could be any of them, unless the text gives the name of one.
    """
    if span.more.get("named"):
        return True
    kind = str(span.value).lower()
    called = kind not in ONE_OF_MANY or bool(known.kinds & ({"marktpartij", "bedrijf"} if kind == "marktpartij" else {kind}))
    return called and not span.text.lower().endswith(PLURAL)


def _groups(scene: Scene, passage: Passage) -> Iterator[Draft]:
    yield from _loose(scene, passage)
    seen = -1
    for hit in scene.says(passage, "partij_vaag"):
        if hit.start < seen:
            continue
        seen = hit.end
        resolved = _resolved(passage, hit)
        fields: dict[str, Value] = {"sort": "actor", "resolved": int(resolved)}
        where = spot(passage, hit.start, hit.end)
        yield Draft("vague", fields, passage.text, where, SOURCE, passage.index)
        if passage.role != "participatie" or scene.says(passage, "partner_samen"):
            yield Draft("partner", {"collective": 1, "named": int(resolved)}, passage.text, where, SOURCE, passage.index)


def _loose(scene: Scene, passage: Passage) -> Iterator[Draft]:
    """Partners of whom only that word is said: nobody could call them."""
    vague = scene.says(passage, "partij_vaag")
    for hit in scene.says(passage, "partners_los"):
        if passage.role != "participatie" and not _resolved(passage, hit) and not vague:
            where = spot(passage, hit.start, hit.end)
            yield Draft("partner", {"collective": 1}, passage.text, where, SOURCE, passage.index)


def _resolved(passage: Passage, hit: Hit) -> bool:
    """Whether names follow ("zoals de provincie", "(GGD en politie)") or stand before ("de GGD en andere partijen")."""
    if _LISTED.match(passage.text, hit.end):
        return True
    before = [span for span in spans_of(passage, "organisatie") if span.end <= hit.start and hit.start - span.end <= BESIDE]
    return any(_CLOSING.search(passage.text[span.end : hit.start]) for span in before)
