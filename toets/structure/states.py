"""How far a section is filled: with text, with a reason why not, with "n.v.t.", a reference, help text, or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from toets.model.document import Block, BlockKind, SectionState
from toets.structure.lexicon import Lexicon
from toets.text.normal import normal
from toets.text.verbs import is_infinitive

_SENTENCE = re.compile(r"(?<=[.!?;])(?<!n\.v\.t\.)(?<!N\.v\.t\.)(?<!\bnr\.)(?<!\bart\.)(?<!\bblz\.)\s+(?=[A-ZÀ-Þ0-9'‘“\"(])|\n+")
_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_BRACKETED = re.compile(r"\[\s*([^\]\[]{1,60}?)\s*\]|<\s*([^<>]{1,60}?)\s*>|«\s*([^«»]{1,60}?)\s*»|\{\s*([^{}]{1,60}?)\s*\}")
_DOTS = re.compile(r"(?:…\s*){2,}|\.{5,}|_{4,}|(?<!\w)[xX]{2,}(?:[-/.][xX]{2,})*(?!\w)")
_ABOUT = r"(?:voor|bij|in|op) (?:dit|deze|het|de) (?:[\w-]+ ){0,2}?[\w-]+"
_FRAME = re.compile(
    rf"\W*(?:(?:(?:dit|dat|is|zijn|hier|hierbij|hiervoor|daarbij|vooralsnog|op dit moment)|{_ABOUT}) )+(?=niet |n\.?v\.?t\b)",
    re.I,
)
"""What may stand before "niet aan de orde": "dit is voor dit besluit …"."""
_HEDGE = re.compile(
    r"\W*(?:voor zover|voorzover|zover|voor zoveel|bij ons weten|naar verwachting|vermoedelijk|waarschijnlijk|in principe"
    r"|verder|voor het overige)\b(?: [\w-]+){0,6}?,? "
    r"(?=geen\W*$|niet (?:van toepassing|aan de orde|nodig|van belang)\W*$|n\.?v\.?t\b)",
    re.IGNORECASE,
)
"""Before "geen" it says that nobody looked further: "voor zover wij weten geen"."""
_CONTRAST = re.compile(r"(?:wel|maar|echter)\b", re.IGNORECASE)
_FRAMED = re.compile(rf"(?P<core>[^,:;–(]+?) {_ABOUT}\W*", re.IGNORECASE)
"""What may stand behind it: "… bij deze aanvraag"."""
_COURSE = re.compile(r"geen(?: [\w-]+){1,5}? (?P<deed>[^\W\d_]+)(?:[.;,]|$| is | zou | kan | leidt | betekent )", re.IGNORECASE)
"""An alternative of not doing something: "geen nieuw plan vaststellen"."""
_LONGEST_FRAME = 120
_SHORT = 60
_REASON_WORDS = 3
_SAID = 10
"""Words: a sentence beside a hedged "geen" that is longer tells something of its own."""


def with_unfilled(block: Block, lexicon: Lexicon) -> Block:
    """The block with, besides the fields that the file marks, the help text and unfilled fields that its words show."""
    if block.kind is BlockKind.TABLE:
        rows = tuple(
            tuple(replace(cell, blocks=tuple(with_unfilled(inner, lexicon) for inner in cell.blocks)) for cell in row)
            for row in block.rows
        )
        return replace(block, rows=rows)
    spans = _merged([*block.unfilled, *_template_spans(block.text, lexicon)])
    return block if spans == block.unfilled else replace(block, unfilled=spans)


def _template_spans(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    for found in _BRACKETED.finditer(text):
        inner = next(group for group in found.groups() if group is not None)
        if lexicon.is_in(inner, "sjabloon_woorden") or lexicon.opens_with(inner, "sjabloon") or _DOTS.fullmatch(inner):
            yield found.span()
    for found in _DOTS.finditer(text):
        yield found.span()
    yield from _help(text, lexicon)


def _help(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """The sentences that tell what to write, and the questions and further instructions right behind them."""
    begun = False
    for start, end in _sentences(text):
        sentence = text[start:end]
        goes_on = begun and (sentence.rstrip().endswith("?") or lexicon.opens_with(sentence, "sjabloon_vervolg"))
        begun = goes_on or lexicon.opens_with(sentence, "sjabloon")
        if begun:
            yield start, end


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in _SENTENCE.finditer(text):
        if gap.start() > start:
            yield start, gap.start()
        start = gap.end()
    if text[start:].strip():
        yield start, len(text)


def _merged(spans: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    out: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1] = out[-1][0], max(end, out[-1][1])
        else:
            out.append((start, end))
    return tuple(out)


def words_of(blocks: Sequence[Block]) -> int:
    """How many words stand in the blocks, tables included; fields that nobody filled in don't count."""
    return sum(len(_WORD.findall(text)) for text in _texts(blocks))


def names_a_course(blocks: Sequence[Block]) -> bool:
    """Whether a section on alternatives opens with one of not doing something, and so says more than that there are none."""
    found = _COURSE.match(next((line.strip() for line in _texts(blocks) if line.strip()), ""))
    return found is not None and is_infinitive(found["deed"].lower()) and not found["deed"].lower().endswith("alternatieven")


def state_of(blocks: Sequence[Block], lexicon: Lexicon, *, unread: bool) -> SectionState:
    """The state of a section by its own text; `unread`: something stands there that toets could not read."""
    text = "\n".join(line for line in _texts(blocks) if line.strip())
    if not _WORD.search(text):
        if unread:
            return SectionState.UNREAD
        if any(inner.unfilled for block in blocks for inner in block.walk()):
            return SectionState.TEMPLATE
        return SectionState.BARE if text.strip() else SectionState.EMPTY
    if any(block.kind is BlockKind.TABLE for block in blocks):
        return SectionState.FILLED
    return _by_words(text, lexicon)


def _texts(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        for inner in block.walk():
            yield _without(inner.text, inner.unfilled)


def _without(text: str, spans: Sequence[tuple[int, int]]) -> str:
    for start, end in reversed(spans):
        text = text[:start] + " " + text[end:]
    return text


def _by_words(text: str, lexicon: Lexicon) -> SectionState:
    written = [text[start:end] for start, end in _sentences(text)]
    sentences = [_unframed(sentence) for sentence in written]
    if all(lexicon.is_in(sentence, "kaal") for sentence in sentences):
        return SectionState.BARE
    if all(_refers(sentence, lexicon) for sentence in sentences):
        return SectionState.REFERENCE
    if len(_WORD.findall(text)) > _SHORT:
        return SectionState.FILLED
    if any(_HEDGE.match(sentence) for sentence in written) and not any(_explains(one, lexicon) for one in sentences):
        return SectionState.BARE
    nothing = lexicon.opens_with(sentences[0], "kaal_begin") or lexicon.is_in(sentences[0], "kaal")
    # "Geen grote campagne. Wel een kaart …" says what is done
    instead = len(sentences) > 1 and _CONTRAST.match(sentences[1])
    return _of_nothing(sentences, lexicon) if nothing and not instead else SectionState.FILLED


def _explains(sentence: str, lexicon: Lexicon) -> bool:
    """Whether a sentence beside a hedged "geen" tells more than who is informed or that it is a formality: it has a reason."""
    return lexicon.holds(sentence, "kaal_reden") or len(_WORD.findall(sentence)) > _SAID


def _unframed(sentence: str) -> str:
    """A sentence that says that something is not at stake, without what it is not at stake in; any other as it is."""
    frame = _HEDGE.match(sentence, 0, _LONGEST_FRAME) or _FRAME.match(sentence, 0, _LONGEST_FRAME)
    core = sentence[frame.end() :] if frame else sentence
    short = len(core) <= _LONGEST_FRAME and core.lower().startswith(("niet ", "n.v.t", "nvt"))
    framed = _FRAMED.fullmatch(core) if short else None
    return framed["core"] if framed else core


def _of_nothing(sentences: Sequence[str], lexicon: Lexicon) -> SectionState:
    """The state of a section that says there is nothing to say: with a reason in that sentence or the next, or bare.

    A whole sentence about this proposal that goes on with another is text, and no "n.v.t.".
    """
    first = sentences[0]
    if len(sentences) > 1 and lexicon.opens_with(first, "kaal_zin"):
        return SectionState.FILLED
    rest = [sentence for sentence in sentences[1:2] if _may_explain(sentence, lexicon)]
    if lexicon.holds(first, "kaal_reden") or sum(len(_WORD.findall(sentence)) for sentence in rest) >= _REASON_WORDS:
        return SectionState.REASONED
    opened, mark, after = (
        re.split(r"([,:;–(]|\s-\s)", first, maxsplit=1) if re.search(r"[,:;–(]|\s-\s", first) else (first, "", "")
    )
    if mark and len(_WORD.findall(after)) >= _REASON_WORDS and lexicon.opens_with(opened, "kaal_begin"):
        return SectionState.REASONED
    return SectionState.BARE


def _may_explain(sentence: str, lexicon: Lexicon) -> bool:
    """Whether a sentence behind "n.v.t." can be the reason for it; who is informed is none, nor what is done in another case."""
    if lexicon.is_in(sentence, "kaal") or _refers(sentence, lexicon) or lexicon.opens_with(sentence, "kaal_voorbehoud"):
        return False
    return lexicon.holds(sentence, "kaal_reden") or not lexicon.holds(sentence, "kaal_vervolg")


def _refers(sentence: str, lexicon: Lexicon) -> bool:
    """Whether a sentence does no more than send the reader elsewhere."""
    words = normal(sentence).split()
    return len(words) <= 30 and (lexicon.opens_with(sentence, "verwijzing") or lexicon.holds(sentence, "verwijzing"))
