"""Small makers of reports: one rich sample, and the parts to make others from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from toets.model.document import (
    Attachment,
    Block,
    BlockKind,
    DecisionPoint,
    Document,
    FoundBy,
    Location,
    Metadatum,
    Part,
    Section,
    SectionState,
    Source,
    Unread,
)
from toets.model.fact import Fact
from toets.model.outcome import Advice, Evidence, Item, NotRun, Outcome, Status, Step, Verdict, Waiver
from toets.model.report import DocumentReport, DocumentStatus, Kind, Report, RuleSetInfo
from toets.model.rule import Norm, Severity

SHA = "ab" * 32
FIN = Kind("RV-FIN", 0.9, "er wordt een krediet gevraagd (beslispunt 1)")
SOC = Kind("RV-SOC", 0.5, "het gaat over een sporthal")
GW_189 = Norm("Gemeentewet", "189", "De begroting is in evenwicht.", date(2026, 11, 1))

HEADINGS = (
    ("kop", ""),
    ("beslispunten", "Voorgesteld besluit"),
    ("middelen", "3. Financiën"),
    ("uitvoering", "Planning en uitvoering"),
)


def at(paragraph: int, *, section: int | None = None, page: int | None = None, part: int = 0, row: int | None = None) -> Location:
    return Location(part=part, section=section, page=page, paragraph=paragraph, row=row, start=0, end=10)


def sections() -> tuple[Section, ...]:
    return tuple(
        Section(
            index, role, heading, "", 1, 0, None, (Block(index * 10, BlockKind.PARAGRAPH, "tekst"),), SectionState.FILLED, 80,
            FoundBy.STYLE, 1.0, at(index * 10, section=index, page=1 + index // 2),
        )
        for index, (role, heading) in enumerate(HEADINGS)
    )  # fmt: skip


def document(*, unread: tuple[Unread, ...] = ()) -> Document:
    points = tuple(
        DecisionPoint(n, f"{n + 1}.", text, "raad", "voorstel", at(11 + n, section=1, page=1))
        for n, text in enumerate(("Een krediet van € 1.250.000 beschikbaar te stellen.", "De begroting te wijzigen."))
    )
    return Document(
        source=Source("voorstel.docx", "docx", SHA, (), pages=4),
        title="Raadsvoorstel",
        subject="Krediet nieuwbouw sporthal De Veste",
        parts=(Part(0, "voorstel", "Raadsvoorstel", 0, at(0)), Part(1, "ontwerpbesluit", "Besluit", 50, at(50, part=1))),
        sections=sections(),
        metadata=(
            Metadatum("portefeuillehouder", "Port. houder", "", at(1)),
            Metadatum("portefeuillehouder", "PH", "A. Bos", at(2)),
        ),
        points=points,
        besluit=(DecisionPoint(0, "1", "Een krediet beschikbaar te stellen.", "raad", "ontwerpbesluit", at(52, part=1)),),
        attachments=(Attachment("1", "Raming", True, True, False, False, at(40)),),
        unread=unread,
    )


def outcome(
    code: str,
    status: Status = Status.VIOLATED,
    severity: Severity = Severity.BLOCKING,
    *,
    title: str = "De dekking is herleidbaar",
    message: str = "Voor € 1.250.000 is geen herleidbare dekking aangetroffen.",
    missing: tuple[str, ...] = (),
    evidence: tuple[Evidence, ...] = (),
    items: tuple[Item, ...] = (),
    norm: tuple[Norm, ...] = (),
    repairable: bool = True,
    waiver: Waiver | None = None,
    trace: tuple[Step, ...] = (Step("kinds", "de regel geldt voor INHOUD; dit document is RV-FIN", True),),
) -> Outcome:
    return Outcome(
        rule=code, set=code[:3].lower(), title=title, status=status, severity=severity, message=message,
        repair="Noem de reserve, het budget of het programma en het jaar waaruit dit wordt betaald.",
        why="Zonder dekking kan de raad het budget niet autoriseren.", norm=norm, evidence=evidence, missing=missing,
        items=items, repairable=repairable, waiver=waiver, trace=trace, fingerprint="0123456789abcdef",
    )  # fmt: skip


def quoted(words: str, location: Location, fact: str = "f0001") -> Evidence:
    return Evidence(words, location, fact)


KREDIET = quoted("een krediet van € 1.250.000 beschikbaar te stellen", at(11, section=1, page=1), "f0001")
BIJDRAGE = quoted("Voor de inrichting is een bijdrage van € 40.000 voorzien.", at(25, section=2, page=2), "f0002")
LATER = quoted("De dekking wordt bij de Voorjaarsnota 2027 gezocht.", at(26, section=2, page=2), "f0003")

NOT_MEANT = "Deze regel geldt niet voor deze soort document (RV-FIN, RV-SOC)."


def not_applicable(code: str, message: str = NOT_MEANT, *, meant: bool = False) -> Outcome:
    step = Step("kinds", "de regel geldt voor CB; dit document is RV-FIN", held=meant)
    return outcome(code, Status.NOT_APPLICABLE, message=message, trace=(step,))


def outcomes() -> tuple[Outcome, ...]:
    """One of everything."""
    items = (
        Item(KREDIET, Status.VIOLATED, "De dekking van € 1.250.000 is doorgeschoven.", ("dekking",), (LATER,)),
        Item(BIJDRAGE, Status.PARTIAL, "De dekking van € 40.000 is deels herleidbaar.", ("jaar",)),
        Item(LATER, Status.SATISFIED, "In orde."),
    )
    return (
        not_applicable("MAN-03"),
        not_applicable("MAN-04"),
        not_applicable("MAN-11", "Er is geen sprake van geheimhouding.", meant=True),
        outcome(
            "MID-02", missing=("dekking",), items=items, evidence=(KREDIET, LATER, BIJDRAGE), norm=(GW_189,),
            trace=(
                Step("kinds", "de regel geldt voor INHOUD; dit document is RV-FIN (er wordt een krediet gevraagd)", True),
                Step("breaks", "bij 'een krediet van € 1.250.000': doorgeschoven dekking", True, ("f0001", "f0003")),
                Step("needs", "bij 'Voor de inrichting': dekking", False, ("f0002",)),
            ),
        ),
        outcome(
            "OPD-01", Status.PARTIAL, Severity.ATTENTION, title="De opdracht is expliciet", missing=("wie", "wanneer"),
            message="Niet aangetroffen is wie de opdracht krijgt en wanneer die klaar is.", repairable=False,
        ),
        outcome("OPD-02", Status.SATISFIED),
        outcome("OPD-04", Status.SATISFIED),
        outcome("SOC-01", Status.JUSTIFIED, message="Het document legt uit waarom dit niet van toepassing is."),
        outcome("UIT-02", Status.WAIVED, waiver=Waiver("UIT-02", "Afgesproken", "griffier", date(2027, 1, 1)),
                message="Uitzondering van griffier tot en met 1 januari 2027: Afgesproken"),
        outcome("UIT-08", Status.UNJUSTIFIED, Severity.ADVICE, title="Terugkoppeling aan de raad",
                message="Bij evaluatie staat n.v.t., zonder de reden.",
                evidence=(Evidence("N.v.t.", at(31, section=3, page=2), ""),)),
        outcome("VOR-03", Status.UNDECIDABLE,
                message="Niet te beoordelen. In dit bestand is niet aangetroffen: het ontwerpbesluit."),
    )  # fmt: skip


def facts() -> tuple[Fact, ...]:
    return tuple(
        Fact(one.fact, "amount", {"own": one.fact, "cents": 125_000_000}, one.quote, one.location, "bedrag", ())
        for one in (KREDIET, BIJDRAGE, LATER)
    )


def judged(path: str = "stukken/voorstel.docx") -> DocumentReport:
    return DocumentReport(
        path=path,
        sha256=SHA,
        status=DocumentStatus.JUDGED,
        document=document(unread=(Unread("afbeelding met tekst", at(33, section=3, page=2)),)),
        kinds=(FIN, SOC),
        natures=("money", "project"),
        outcomes=outcomes(),
        not_run=(NotRun("VOR-12", "uitgezet in profiel griffie"), NotRun("VOR-14", "uitgezet in profiel griffie")),
        advice=Advice(Verdict.RETURN, ("MID-02",)),
        facts=facts(),
        engine="durable-rules 2.0.28",
    )


def ready(path: str = "stukken/gereed.pdf") -> DocumentReport:
    fine = tuple(one for one in outcomes() if not one.is_finding)
    return replace(judged(path), outcomes=fine, advice=Advice(Verdict.READY, ()), kinds=(FIN,))


def lookalike(path: str = "stukken/brief.docx") -> DocumentReport:
    words = "Dit document is geen voorstel, maar is herkend als raadsinformatiebrief."
    return replace(
        judged(path), outcomes=(not_applicable("MID-02", words),), advice=Advice(Verdict.NOT_A_PROPOSAL, ()),
        lookalike="raadsinformatiebrief", kinds=(), natures=(),
    )  # fmt: skip


def unreadable(path: str = "stukken/scan.pdf") -> DocumentReport:
    message = f"{path} heeft geen tekstlaag: het is een scan. Lever het Word-bestand aan, of gebruik --ocr."
    return DocumentReport(path, "", DocumentStatus.UNREADABLE, message)


def failed(path: str = "stukken/vreemd.docx") -> DocumentReport:
    return DocumentReport(path, SHA, DocumentStatus.FAILED, "De regelmachine gaf een fout. Gebruik --engine reference.")


def report(*documents: DocumentReport) -> Report:
    sets = (RuleSetInfo("middelen", "1.0", "toets"), RuleSetInfo("opdracht", "1.0", "toets"))
    return Report("0.1.0", "durable-rules 2.0.28", "griffie", sets, documents or (judged(),))
