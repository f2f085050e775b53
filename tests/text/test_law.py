"""References to laws: which law, article, lid and letter, and what is no law at all."""

from __future__ import annotations

import pytest

from .span_build import found, more, spans


def articles(text: str) -> list[tuple[str, str]]:
    """The code and article of every reference, "160 lid 1 onder d" in full."""
    return [
        (
            str(span.value),
            f"{span.more['article']}"
            + (f" lid {span.more['lid']}" if span.more["lid"] else "")
            + (f" onder {span.more['letter']}" if span.more["letter"] else ""),
        )
        for span in spans(text, "wet")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("artikel 160, eerste lid, onder d, van de Gemeentewet", [("GW", "160 lid 1 onder d")]),
        ("art. 160 lid 1 Gemw.", [("GW", "160 lid 1")]),
        ("Gemeentewet (art. 149)", [("GW", "149")]),
        ("Gemeentewet, artikel 160 lid 2", [("GW", "160 lid 2")]),
        ("artikel 35 en 36 van de Wet werk en bijstand", [("WWB", "35"), ("WWB", "36")]),
        ("ingevolge artikel 2.10 Jeugdwet", [("JW", "2.10")]),
        ("gelet op de artikelen 108, 147 en 149 van de Gemeentewet", [("GW", "108"), ("GW", "147"), ("GW", "149")]),
        ("artikelen 4:81 t/m 4:84 Awb", [("AWB", "4:81"), ("AWB", "4:84")]),
        ("artikel 213a Gemeentewet", [("GW", "213a")]),
        ("artikel 4:23, derde lid, aanhef en onder c, Awb", [("AWB", "4:23 lid 3 onder c")]),
        ("afdeling 10.1.1 van de Algemene wet bestuursrecht", [("AWB", "afdeling 10.1.1")]),
        ("titel 4.5 van de Algemene wet bestuursrecht", [("AWB", "titel 4.5")]),
        (
            "artikel 2.1.3, derde lid, Wmo 2015, artikel 2.10 Jeugdwet en artikel 47 Participatiewet",
            [("WMO2015", "2.1.3 lid 3"), ("JW", "2.10"), ("PW", "47")],
        ),
        ("de artikelen 149 van de Gemeentewet en 4:81 van de Awb", [("GW", "149"), ("AWB", "4:81")]),
        ("artikel 87 Gemeentewet en artikel 5.1, tweede lid, onder b, Woo", [("GW", "87"), ("WOO", "5.1 lid 2 onder b")]),
        ("artikel 4:81 Awb, en artikel 4:84 van die wet", [("AWB", "4:81"), ("AWB", "4:84")]),
        ("op grond van Awb 4:84", [("AWB", "4:84")]),
        ("artikel 149 e.v. van de Gemeentewet", [("GW", "149")]),
        ("artikel 8:24 en afdeling 10.1.1. van de Awb", [("AWB", "8:24"), ("AWB", "afdeling 10.1.1")]),
        ("Algemene wet bestuursrecht, afdeling 10.1.1.", [("AWB", "afdeling 10.1.1")]),
        ("ex artikel 25, eerste lid, sub e van de Wet op de ondernemingsraden", [("WOR", "25 lid 1 onder e")]),
        (
            "artikel 160 lid 1, aanhef en onder a, b en f, en lid 4, artikel 168 en artikel 171 lid 2 Gemeentewet",
            [("GW", "160 lid 1 onder a"), ("GW", "168"), ("GW", "171 lid 2")],
        ),
        ("Artikel 160, tweede lid, van de Gemeentewet vraagt", [("GW", "160 lid 2")]),
        ("artikel 7:230 BW", [("BW", "7:230")]),
        ("De Omgevingswet biedt in artikel 2.8 de mogelijkheid te delegeren", [("OW", "2.8")]),
        ("De Gemeentewet geeft de raad in artikel 156 die ruimte", [("GW", "156")]),
        ("De Awb regelt dat met artikel 4:81, eerste lid", [("AWB", "4:81 lid 1")]),
        ("De Omgevingswet en de regels in artikel 3", [("OW", ""), ("", "3")]),
        ("De Gemeentewet geldt; de regels in artikel 3 ook", [("GW", ""), ("", "3")]),
        ("Omgevingswet.", [("OW", "")]),
        ("De aanbestedingswet 2012 is van toepassing", [("AW2012", "")]),
        ("een adviesrecht op grond van artikel 16.15a.", [("", "16.15a")]),
        ("het college kan van artikel 4, eerste lid, afwijken", [("", "4 lid 1")]),
        ("artikel 4:81 van die wet", [("", "4:81")]),
    ],
)
def test_a_reference_is_read(text: str, expected: list[tuple[str, str]]) -> None:
    assert articles(text) == expected


def test_the_articles_of_one_reference_share_its_words() -> None:
    text = "op basis van artikel 35 en 36 van de Wet werk en bijstand."

    assert {span.text for span in spans(text, "wet")} == {"artikel 35 en 36 van de Wet werk en bijstand"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("De Verordening Starterslening Lindewaard 2024 vast te stellen.", "Verordening Starterslening Lindewaard 2024"),
        ("de Verordening voorzieningen huisvesting onderwijs gemeente Ambachtsland 2019;",
         "Verordening voorzieningen huisvesting onderwijs gemeente Ambachtsland 2019"),
        ("De Wet toekomst pensioenen is op 3 juli aangenomen", "Wet toekomst pensioenen"),
        ("de Afvalstoffenheffingverordening 2026 wordt ingetrokken", "Afvalstoffenheffingverordening 2026"),
        ("artikel 10 van de Financiële verordening Altena 2019 regelt", "Financiële verordening Altena 2019"),
        ("de Verordening op de heffing en de invordering van leges", "Verordening op de heffing en de invordering van leges"),
        ("de Algemene Subsidieverordening", "Algemene subsidieverordening"),
    ],
)  # fmt: skip
def test_a_law_outside_the_vocabulary_is_known_by_its_name(text: str, name: str) -> None:
    assert more(text, "wet", "name") == {"name": name}


@pytest.mark.parametrize(
    "text",
    [
        "De huidige verordening dateert van 2015.",
        "wet- en regelgeving",
        "een Wob-verzoek en een Woo-verzoek",
        "BW-nummer 12",
        "zes leden van de adviesraad Wmo",
        "Collega's van Wmo en Jeugd hebben meegelezen.",
        "Artikel 3 Wie kan aanvragen",
        "hoofdstuk 3 van de begroting",
        "de afdeling 3 hoog achter",
        "Het college besluit in 2026.",
    ],
)
def test_what_is_no_law(text: str) -> None:
    assert spans(text, "wet") == []


def test_the_name_of_a_law_holds_no_other_names() -> None:
    text = "op grond van artikel 28 van de Huisvestingswet 2014 en de Wet veiligheidsregio’s"

    assert [(span.kind, span.value) for span in spans(text)] == [("wet", "HVW"), ("wet", "WVR")]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("de Wro", "WRO"),
        ("de WRO", "WRO"),
        ("de Wabo", "WABO"),
        ("artikel 10 Wob", "WOB"),
        ("de Wet openbaarheid van bestuur", "WOB"),
        ("de WMO", "WMO2015"),
        ("de Drank- en Horecawet", "DHW"),
        ("het Besluit begroting en verantwoording", "BBV"),
    ],
)
def test_abbreviations_and_old_laws_are_known(text: str, code: str) -> None:
    assert [value for _, value in found(text, "wet")] == [code]
