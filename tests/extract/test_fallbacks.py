"""What is done when something goes wrong is known by the form of the sentence, whatever is built or bought."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from toets.checker import Checker
from toets.extract.fallbacks import Told, answered, told
from toets.extract.passages import passages_of
from toets.extract.scene import scene_of
from toets.model.vocabulary import Vocabulary
from toets.readers import read_bytes
from toets.structure import understand
from toets.text import Language

Say = Callable[[str], Told]


@pytest.fixture(scope="module")
def say(checker: Checker) -> Say:
    """What a text of one paragraph tells, in the shipped words."""
    return lambda text: _told(text, checker.rulebook.vocabulary, checker.language)


def _told(text: str, vocabulary: Vocabulary, language: Language) -> Told:
    document = understand(read_bytes(f"# Raadsvoorstel\n\n## Uitvoering\n\n- {text}\n".encode(), "voorstel.md"), vocabulary)
    scene = scene_of(document, vocabulary, language, passages_of(document, language))
    (passage,) = [one for one in scene.passages if one.text == text]
    return told(scene, passage)


ANSWERED = (
    "Blijft de bijdrage van het Rijk uit, dan leggen wij een smallere brug.",
    "Zijn er minder dan twintig deelnemers, dan vervalt de cursus.",
    "Onder de 15 aanmeldingen gaat de groep niet door en sluiten de leden aan bij de buurgemeente.",
    "Redt de leverancier dat niet, dan huren wij noodlokalen.",
    "Mocht de provincie later beslissen, dan wordt eerst het oostelijke deel aangelegd.",
    "Als de vergunning uitblijft, dan starten wij op de andere locatie.",
    "Stopt de aanbieder, dan neemt De Brug de cliënten over.",
    "Valt de aanbesteding hoger uit dan de raming, dan schrappen we het paviljoen.",
    "Bij uitval van de projectleider neemt de teamleider het over.",
    "Als de cursus minder deelnemers trekt, verkleinen wij de groepen.",
    "De kabel komt in mei; lukt dat niet, dan draait het gemaal op een aggregaat.",
    "Als het depot later klaar is, huren we een jaar langer bij de buurgemeente.",
    "Houdt de vereniging daarmee op, dan neemt de buitendienst het over.",
)
UNANSWERED = (
    "Mocht dat tegenvallen, dan komen we hierop terug bij de Voorjaarsnota.",
    "Verandert de rekenmethode, dan kan het plan stil komen te liggen.",
    "Gebeurt dat niet, dan zijn er ongeveer dertig leerlingen minder.",
    "Wordt het plan vastgesteld, dan starten wij in mei.",
    "Herstellen is duurder dan vervangen.",
    "Als de school later klaar is, is dat jammer.",
    "Als het tegenvalt, dan bekijken wij wat mogelijk is.",
    "Wat als het niet lukt, dan stoppen?",
    "Onder de actielijn Nabij vallen ook de spreekuren.",
    "Er komen minder woningen dan gepland en dat is geen probleem.",
    "Als de cursus vol is, starten wij in mei.",
    "Als de cursus minder deelnemers trekt, is dat jammer.",
)


@pytest.mark.parametrize("text", ANSWERED)
def test_a_mishap_with_what_is_done_then_is_answered(say: Say, text: str) -> None:
    assert answered(say(text))


@pytest.mark.parametrize("text", UNANSWERED)
def test_harm_a_promise_or_a_comparison_is_no_answer(say: Say, text: str) -> None:
    assert answered(say(text)) is None


def test_a_sentence_that_opens_with_then_answers_the_mishap_before_it(say: Say) -> None:
    assert answered(say("Dan zetten we een noodlift in."), say("De lift komt te laat."))
    assert answered(say("Dan inhuur van een taxibedrijf, ten hoogste acht weken."), say("De chauffeurs haken af."))
    assert answered(say("Dan volgt de aanbesteding."), say("De raad beslist in juni.")) is None
