"""What the shipped kinds and natures of documents are called in Dutch; those of a plugin go by their own names."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

KIND_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "RV-BEL": "beleid of kader",
        "RV-FIN": "krediet, begrotingswijziging of project met geld",
        "RV-VER": "verordening",
        "RV-RUI": "ruimte en omgeving",
        "RV-SOC": "sociaal beleid",
        "RV-PEN": "planning en control",
        "RV-ZIE": "zienswijze of gemeenschappelijke regeling",
        "RV-WB": "wensen en bedenkingen",
        "RV-BEN": "benoeming, toelating of ontslag",
        "RV-ORD": "werkwijze van de raad",
        "RV-KEN": "kennisname",
        "RV-GEH": "geheimhouding",
        "RV-INI": "initiatiefvoorstel",
        "RV-START": "startnotitie of bestuursopdracht",
        "CB-UIT": "uitvoering",
        "CB-MAN": "mandaatbesluit",
        "CB-BEL": "beleidsregel of nadere regels",
        "CB-RV": "doorsturen van een raadsvoorstel",
        "CB-ORG": "organisatie en personeel",
        "CB-BES": "individuele beschikking",
    }
)

NATURE_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "project": "project",
        "programme": "programma",
        "area": "gebied",
        "technical": "techniek",
        "investment": "investering",
        "works": "werk of aankoop",
        "facility": "voorziening",
        "public_space": "openbare ruimte",
        "tariff": "tarief",
        "social": "sociaal",
        "physical": "fysiek",
        "entity": "rechtspersoon",
        "multi_year": "meerjarig",
        "organisation": "organisatie",
        "money": "geld",
        "spatial": "ruimtelijk",
        "commissioned": "opdrachtgeverschap",
        "organised": "projectorganisatie",
        "saving": "bezuiniging",
    }
)

SCOPE_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "ALLE": "elk voorstel",
        "RV": "alle raadsvoorstellen",
        "CB": "alle collegevoorstellen",
        "INHOUD": "voorstellen met een inhoudelijk besluit",
    }
)
"""What a rule may name besides kinds."""
