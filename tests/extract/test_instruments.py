"""The how: an instrument with the reason for it, told in a heading or in how the sentence is built."""

from __future__ import annotations

import pytest

from tests.extract.build import facts_in, proposal
from toets.checker import Checker


@pytest.mark.parametrize(
    ("body", "compared"),
    [
        ("## Een pas in plaats van losse kortingen\nElke jongere krijgt een jeugdpas.", 1),
        ("## Handhaven, en niet nog een folder\nTwee toezichthouders lopen handhaving in het park.", 1),
        ("## Groen in plaats van steen\nHet plein krijgt bomen.", 0),
        ("## Een pas in plaats van losse kortingen\nDe jeugdpas wordt later uitgewerkt.", 0),
        ("## Een pas\nElke jongere krijgt een jeugdpas.", 0),
    ],
)
def test_a_heading_sets_one_instrument_against_another(checker: Checker, body: str, compared: int) -> None:
    found = facts_in(checker, proposal("De nota Jongeren 2027 vast te stellen.", body=body), "instrument")
    assert max((int(one.fields["compared"]) for one in found), default=0) == compared


@pytest.mark.parametrize(
    ("said", "reasoned"),
    [
        ("Met een vergunningplicht houden wij zicht op wie er bouwt.", 1),
        ("Door elke school een contract te geven blijft het plein schoon.", 1),
        ("Er komt een subsidieregeling, die in maart opengaat.", 0),
        ("Met een subsidieregeling gaan wij in maart van start.", 0),
    ],
)
def test_a_sentence_that_opens_with_the_means_tells_why(checker: Checker, said: str, reasoned: int) -> None:
    text = proposal("De nota Jongeren 2027 vast te stellen.", body=f"## Aanpak\n{said}")
    found = [one for one in facts_in(checker, text, "instrument") if one.fields["role"] != "beslispunten"]
    assert max((int(one.fields["reasoned"]) for one in found), default=0) == reasoned
