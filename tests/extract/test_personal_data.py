"""Personal data: what is found, what is left alone, and that nothing is shown again."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extract.build import facts_in
from toets.checker import Checker
from toets.extract.personal_data import is_bsn

DIGITS = st.text("0123456789", min_size=9, max_size=9)


def check_digit(first: str) -> int:
    """The ninth digit that the elfproef asks for; 10 when there is none."""
    return sum(weight * int(digit) for weight, digit in zip(range(9, 1, -1), first, strict=True)) % 11


def sorts(checker: Checker, text: str) -> set[str]:
    return {
        str(fact.fields["sort"]) for fact in facts_in(checker, f"# Raadsvoorstel\n\n## Aanleiding\n{text}\n", "personal_data")
    }


@given(DIGITS)
def test_the_check_digit_decides(digits: str) -> None:
    assert is_bsn(digits) == (int(digits) > 0 and check_digit(digits[:8]) == int(digits[8]))


@given(DIGITS, st.integers(0, 8), st.integers(1, 9))
def test_one_changed_digit_always_breaks_the_check(digits: str, place: int, step: int) -> None:
    changed = digits[:place] + str((int(digits[place]) + step) % 10) + digits[place + 1 :]
    assert not (is_bsn(digits) and is_bsn(changed))


@settings(max_examples=30)
@given(digits=DIGITS)
def test_exactly_the_valid_numbers_are_found_in_a_sentence(checker: Checker, digits: str) -> None:
    assert sorts(checker, f"Het burgerservicenummer is {digits}.") == ({"bsn"} if is_bsn(digits) else set())


def test_what_was_found_is_not_shown_again(checker: Checker) -> None:
    text = "# Raadsvoorstel\n\n## Aanleiding\nZijn BSN is 111222333 en zijn adres is piet@gmail.com.\n"
    quotes = " ".join(fact.quote for fact in facts_in(checker, text, "personal_data"))
    assert "111222333" not in quotes
    assert "piet@" not in quotes
