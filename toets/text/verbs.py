"""Verbs told by their form alone: finite, past participle, infinitive. Dutch leaves room for doubt: these are fair guesses."""

from __future__ import annotations

import re

from toets.text.clauses import FINITE
from toets.text.tokens import word_set

PAST = word_set(
    """was waren werd werden had hadden kon konden moest moesten wilde wilden ging gingen kwam kwamen bleek bleken gaf gaven
    stelde stelden vroeg vroegen nam namen kreeg kregen deed deden liep liepen stond stonden lag lagen bracht brachten hield
    hielden koos kozen sprak spraken vond vonden begon besloot zag zagen schreef schreven sloot sloten verscheen verschenen
    bleef bleven volgde volgden startte startten leidde leidden maakte maakten bestond bestonden ontstond ontstonden bood
    boden hielp hielpen ontving ontvingen diende dienden informeerde informeerden adviseerde adviseerden stemde stemden
    verleende verleenden behandelde behandelden meldde meldden reageerde reageerden toonde toonden bezocht bezochten dacht
    dachten kocht kochten zorgde zorgden leverde leverden werkte werkten voerde voerden stuurde stuurden organiseerde
    organiseerden presenteerde constateerde constateerden concludeerde besprak bespraken haalde haalden bereikte bereikten
    belde belden gebruikte gebruikten kostte kostten telde telden daalde daalden steeg stegen groeide groeiden betaalde
    betaalden verstrekte verstrekten wees wezen droeg droegen viel vielen liet lieten beloofde beloofden amendeerde trok
    trokken bleek drong verzocht verzochten stuitte zat zaten legde legden zette
    besteedde besteedden schonk schonken stak"""
)
WEAK_PAST = re.compile(r"(?!ge|be[eë])\w{2,}(?:eerde|eerden|amelde|amelden|erkte|erkten|uurde|uurden)")
"""Endings of weak verbs that hardly any other word has ("presenteerden", "verzamelden", "werkten")."""
_NOUNS = word_set(
    """gemeenten gebied gebieden gebouwen gezinnen gesprekken gevolgen beleid besluit besluiten bericht berichten bedragen
    onderhoud onderdelen overheid overheden verband gevallen bezwaren belangen behoud gezicht gewicht geluid overzicht
    onderzoeken gezondheid veiligheid geheel gelden bewoners gerecht gedeelten verschillen onderwerpen ondernemingen
    beperkingen gehandicapten betrokkenheid beleidsregels begroting gebouw gezin gemeentebestuur geschillen gerechten
    verdiensten verenigingen verbeteringen gereed gemiddeld gering gerust gezond geleden volgend doorlopend voldoende
    overwegend vergaand"""
)
_PRESENT_PLURAL = word_set(
    """beginnen betalen betekenen bereiken bespreken besluiten bepalen bezoeken beheren begeleiden bewegen verhuizen vertellen
    verwachten verlenen vergelijken verdwijnen verzorgen verdelen veranderen verbeteren verhogen verlagen versterken verwijzen
    verplaatsen verwerken vervoeren ontwikkelen herstellen herhalen overleggen onderzoeken ondersteunen onderscheiden
    verduurzamen verspreiden versturen verstrekken vergoeden verhuren verkopen verkennen verwijderen bewaken bewaren bezorgen
    bestellen bestrijden beoordelen beperken beslissen bestaan betrekken bevatten bieden opereren herinrichten"""
)
"""Verbs whose present looks like a participle; theirs is another ("begonnen", "besloten", "verwezen") or ends on -d or -t."""
_PRESENT_SINGULAR = word_set(
    """ontbreekt bespreekt vertrekt verzoekt bezoekt onderzoekt betreft overtreft behoeft beschikt begrijpt betrekt verloopt
    beroept overlijdt verstrijkt bezwijkt vergelijkt verblijft beschrijft omschrijft overschrijft bedrijft verdrijft
    onderstreept"""
)
"""Verbs whose present would be taken for a participle by its ending; theirs is another ("onderzocht", "vergeleken")."""
_PARTICIPLE = re.compile(
    r"(?:(?:aan|af|bij|bijeen|door|in|langs|mee|na|neer|om|op|over|rond|tegen|terug|toe|uit|vast|voor|voorbij|weg|samen|proef|plaats|open|klaar|vrij|"
    r"hoog|stil|deel|goed|los|gelijk|kennis|bekend|zeker)?ge\w{2,}"
    r"|(?:aan|af|bij|door|in|mee|na|om|op|toe|uit|vast|voor)?(?:be|ver|ont|her|er|over|onder|door|vol|weer)\w{3,})(?:d|t|en)"
    r"|(?:aan|af|door|in|langs|mee|na|om|op|over|toe|uit|voor|weg|voort)?ge(?:daan|gaan)"
)
_PRESENT = re.compile(r"(?:be|ver|ont|her|er|over|onder|door|vol|weer)\w*[^kpfsthc]t")
"""With these prefixes a word on -t behind another sound is in the present ("begint", "bestaat"): participles have -d or -en."""
TO_INFINITIVE = re.compile(r"\bte \w+(?:en|aan|oen|ien)\b", re.IGNORECASE)
"""An infinitive with "te", wherever it stands in a text."""
_INFINITIVE = re.compile(r"[^\W\d_]{2,}(?:en|aan|oen|ien)|zijn|slaan|staan|gaan|doen|zien")
_FINITE = re.compile(r"[^\W\d_]{3,}(?:t|de|den|te|ten)")
_ENDING = re.compile(r"(?:heid|heden|ing|ingen|iteit|iteiten|ment|menten|schap|schappen|middelen|dagen|jaren)$")
"""Nouns end so, whatever stands before it."""
_NO_VERB = word_set(
    """niet niets iets met het dat wat iedereen alles haast laatste eerste meeste minste best beste juist eigen tegen tussen
    binnen buiten boven beneden naast samen allen beiden zonder achter onlangs recent direct sindsdien alleen tevens eveneens
    overigens beide sinds inmiddels destijds alsnog grote goede oude rechte directe kortste diverse zulke enkele ten minsten
    dezelfde hetzelfde namens mensen zaken kosten lasten baten rechten plichten gemeente gemeenten ruimte ruimten stad uit
    niettemin nu elkaar jullie hen hun een geen open midden eind even nieuwe wegens volgens krachtens behoudens omtrent"""
)
"""Words that end as a verb does, and are none."""


def has_form(word: str, form: str) -> bool:
    """Whether a word (in normal form) has the form of a verb, one of VERBS of the vocabulary."""
    match form:
        case "voltooid":
            return is_participle(word)
        case "infinitief":
            return is_infinitive(word)
    return is_finite(word)


def is_participle(word: str) -> bool:
    """Whether a word looks like a past participle: "gestart", "vastgesteld", "besproken"; a fair guess, nouns left out."""
    if (
        word in _NOUNS
        or word in _PRESENT_PLURAL
        or word in _PRESENT_SINGULAR
        or word.endswith(("heid", "heden", "ingen", "dagen", "middelen", "pten"))
    ):
        return False
    return _PARTICIPLE.fullmatch(word) is not None and _PRESENT.fullmatch(word) is None


def is_infinitive(word: str) -> bool:
    """Whether a word looks like an infinitive: "regelen", "gaan"; a plural noun ("regels" not, "wegen") may look so too."""
    return word not in _NO_VERB and not _ENDING.search(word) and _INFINITIVE.fullmatch(word) is not None


def is_finite(word: str) -> bool:
    """Whether a word looks like a finite verb: "stelt", "stelden", "koos", "werken"."""
    if word in FINITE or word in PAST:
        return True
    if word in _NO_VERB or _ENDING.search(word):
        return False
    return _FINITE.fullmatch(word) is not None or _INFINITIVE.fullmatch(word) is not None
