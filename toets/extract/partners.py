"""Partners: the parties outside that take part, what they do and what they gain; and groups that nobody is named of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from toets.extract.interests import tells_interest
from toets.extract.parties import Party, acting, parties_of, wanting
from toets.extract.rows import cells_in, column_at
from toets.extract.scene import Scene, spans_of
from toets.extract.topics import spot
from toets.model.document import Passage, PassageKind
from toets.model.fact import Draft, Value
from toets.text import Hit

SOURCE = "extract.partners"
SILENT_ROLES = frozenset({"bijlagen", "kop", "onderwerp", "ontwerpbesluit", "ondertekening", "mandaat", "alternatieven"})
"""Who is only part of a choice that was not made is no partner, nor is who stands in a list."""
BESIDE = 20
"""So many characters may stand between an organisation and the group that it closes ("de GGD en andere partijen")."""

_LISTED = re.compile(
    r"\s+(?:zijn|betreffen)(?::|\s+(?:dus|dan):?)?\s+(?:de|het|een|onder meer|onder andere)\s+\w"
    r"|\s*(?:\((?!\s*(?:artikel|bijlage|zie)\b)|:"
    r"|(?: met \w+)?[,.–-]?\s*(?:zoals|waaronder|te weten|namelijk|onder (?:meer|andere)|bijvoorbeeld|o\.a\.|met name)\b)\s*\w",
    re.IGNORECASE,
)
_CLOSING = re.compile(r"(?:,| en| of|–|-)\s*(?:de |het |een |onze )?(?P<other>andere|overige)?\s*$", re.IGNORECASE)
_CAPITAL = r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?"
_NEIGHBOURS = re.compile(rf"\b[Mm]et (?:de )?(?:buur)?gemeenten? (?P<names>{_CAPITAL}(?:(?:, | en ){_CAPITAL})*)")
"""Other municipalities with whom something is done: "samen met de gemeenten Aalbeek en Doornveld"."""
_OTHERS = re.compile(r"(?:andere|overige)\b", re.IGNORECASE)
"""Who are named before "and the others" are of that group; "and relevant partners" are more than those."""


def find(scene: Scene) -> Iterator[Draft]:
    """A partner fact for every organisation outside that does something here, and a vague fact for every group without names."""
    found, share = parties_of(scene), any(scene.says(passage, "kosten_gedeeld") for passage in scene.prose())
    for passage in scene.passages:
        if passage.part == "voorstel" and passage.kind is not PassageKind.HEADING and passage.role not in SILENT_ROLES:
            yield from _partners(scene, passage, found[passage.index])
            yield from _neighbours(scene, passage, share=share)
            yield from _wishes(scene, passage, found)
            yield from _in_table(scene, passage)
            yield from _groups(scene, passage)
    yield from _announced(scene, found)


def _announced(scene: Scene, found: Sequence[Sequence[Party]]) -> Iterator[Draft]:
    """Partners that only a heading speaks of ("Wie hebben wij nodig"): below it nobody is named."""
    for section in sorted(scene.headed("partner_kop")):
        below = [other for other in scene.by_section[section] if other.kind is not PassageKind.HEADING]
        if below and below[0].part == "voorstel" and not any(party.named for other in below for party in found[other.index]):
            yield Draft("partner", {"collective": 1}, below[0].text, below[0].location, SOURCE, below[0].index)


def _partners(scene: Scene, passage: Passage, parties: Sequence[Party]) -> Iterator[Draft]:
    """The parties that are named as organisations, and those called by a name given before, if they do something."""
    if not parties or scene.says(passage, "partner_niet"):
        return
    before = (other for other in scene.reach(passage, "paragraph") if passage.index - 1 <= other.index <= passage.index)
    does = any(acting(scene, passage, party) for party in parties)
    pays = bool(spans_of(passage, "bedrag") and scene.says(passage, "partner_betaalt"))
    here = bool(does or pays or scene.says(passage, "partner_bijdrage") or scene.says(passage, "partner_eigen"))
    acts = here or any(scene.says(other, "partner_bijdrage") for other in before)
    for party in parties:
        if here or (party.written and (acts or not passage.point)):
            yield _partner(scene, passage, party, contributes=acts, pays=pays, several=party.plural or len(parties) > 1)


def _partner(scene: Scene, passage: Passage, party: Party, *, contributes: bool, pays: bool, several: bool) -> Draft:
    near = scene.reach(passage, "adjacent")
    after = [other for other in near if other.index >= passage.index]
    gains = any(_tells_gain(scene, other) for other in after) or tells_interest(scene, passage, party, several=several)
    own_money = pays and not party.public
    asks = contributes and bool(scene.says(passage, "partner_voorwaarde"))
    fields: dict[str, Value] = {
        "named": int(party.named or (gains and not party.plural)),
        "contribution": int(contributes or own_money),
        "interest": int(gains or own_money or asks),
        "polarity": int(not scene.language.negated(_until_colon(passage.text, party.end), party.start, party.end)),
    }
    return Draft("partner", fields, passage.text, spot(passage, party.start, party.end), SOURCE, passage.index)


def _neighbours(scene: Scene, passage: Passage, *, share: bool) -> Iterator[Draft]:
    """Municipalities by name with whom something is done; that costs are shared tells that each pays for its own interest."""
    for match in _NEIGHBOURS.finditer("" if scene.says(passage, "partner_niet") else passage.text):
        fields: dict[str, Value] = {"named": 1, "contribution": 1, "interest": int(share), "polarity": 1}
        yield Draft("partner", fields, passage.text, spot(passage, *match.span("names")), SOURCE, passage.index)


def _until_colon(text: str, start: int) -> str:
    """A sentence up to what it explains behind a colon: what is denied there is not what the party does."""
    colon = text.find(":", start)
    return text if colon < 0 else text[:colon]


def _tells_gain(scene: Scene, passage: Passage) -> bool:
    """Whether a sentence beside a party tells what it gains; what we want or save ourselves is no gain of theirs."""
    theirs = scene.says(passage, "partner_belang") and not scene.says(passage, "belang_van_ons")
    return bool(theirs or scene.says(passage, "partner_eigen"))


def _wishes(scene: Scene, passage: Passage, found: Sequence[Sequence[Party]]) -> Iterator[Draft]:
    """A party that wants, asks or gains something: its word for that stands right beside it."""
    for party in wanting(scene, passage, found):
        fields: dict[str, Value] = {"named": int(party.named), "interest": 1, "wish": 1, "polarity": 1}
        yield Draft("partner", fields, passage.text, spot(passage, party.start, party.end), SOURCE, passage.index)


def _in_table(scene: Scene, passage: Passage) -> Iterator[Draft]:
    """A row of a table that tells of each party what it gives and what it gains."""
    if passage.kind is not PassageKind.ROW:
        return
    rows = scene.reach(passage, "paragraph")
    if passage is rows[0] or 0 not in _columns(scene, rows[0], "kolom_partij") or scene.opens(passage, "partij_wijzelf"):
        return
    cells = cells_in(passage)
    told = {at for at, cell in enumerate(cells) if at and len(cell.strip()) > 1}
    fields: dict[str, Value] = {
        "named": 1,
        "contribution": int(not told.isdisjoint(_columns(scene, rows[0], "kolom_bijdrage"))),
        "interest": int(not told.isdisjoint(_columns(scene, rows[0], "kolom_belang"))),
        "polarity": 1,
    }
    if fields["contribution"] or fields["interest"]:
        yield Draft("partner", fields, passage.text, passage.location, SOURCE, passage.index)


def _columns(scene: Scene, heading: Passage, name: str) -> frozenset[int]:
    """The columns whose heading says this, counted from 0."""
    return frozenset(column_at(heading, hit.start) for hit in scene.says(heading, name))


def _groups(scene: Scene, passage: Passage) -> Iterator[Draft]:
    yield from _loose(scene, passage)
    if scene.says(passage, "partijen_politiek"):
        return
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
    nameless = scene.says(passage, "partijen_naamloos")
    if nameless and not scene.says(passage, "doet_mee") and passage.section not in scene.headed("partner_kop"):
        nameless = ()
    for hit in (*scene.says(passage, "partners_los"), *nameless):
        if passage.role != "participatie" and not _resolved(passage, hit) and not vague:
            where = spot(passage, hit.start, hit.end)
            yield Draft("partner", {"collective": 1}, passage.text, where, SOURCE, passage.index)


def _resolved(passage: Passage, hit: Hit) -> bool:
    """Whether names follow ("zoals de provincie", "(GGD en politie)") or stand before ("de GGD en andere partijen")."""
    if _LISTED.match(passage.text, hit.end):
        return True
    before = [span for span in spans_of(passage, "organisatie") if span.end <= hit.start and hit.start - span.end <= BESIDE]
    closings = (_CLOSING.search(passage.text[span.end : hit.start]) for span in before)
    return any(closing and (closing["other"] or _OTHERS.match(passage.text, hit.start)) for closing in closings)
