"""Numbers that courts could have written, and numbers that they could not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engine.message.messages import read
from timeline.catalog.court_numbers import court_numbers
from timeline.catalog.message import message_reader
from timeline.engine.message import Doubt, Fault, case_numbers

NUMBERS = court_numbers()
CASE_TYPES = message_reader().case_types
OLD = [kind for kind in NUMBERS.types if kind.endswith("字")]
NEW = [kind for kind in NUMBERS.types if kind not in OLD]
PARTS = [*"()（）〔〕[]【】〇○零一二六十百万字第号之年*某\n -", "2026", "2015", "0106"]
PARTS += ["浙", "最高法", "杭西", "民初", "执", "网贷", "案号", "１２", "粵", "號"]


def cues(text):
    return {mark.cue for mark in read(text).marks}


def the_number(text):
    (found,) = read(text).numbers
    return found


@pytest.mark.parametrize("kind", NEW)
@pytest.mark.parametrize("court", ["浙0106", "沪01", "粤", "最高法", "兵0101"])
def test_every_type_of_every_kind_of_court_is_well_formed(court, kind):
    number = the_number(f"(2026){court}{kind}123号")
    assert number.type == kind
    assert number.fault is None
    assert number.doubts == ()


@pytest.mark.parametrize("kind", OLD)
@pytest.mark.parametrize("court", ["杭西", "沪一中", "浙", ""])
def test_every_type_of_the_old_form_is_well_formed_in_its_time(court, kind):
    number = the_number(f"(2015){court}{kind}第123号")
    assert (number.type, number.fault, number.doubts) == (kind, None, ())
    assert number.court == ""


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("(2014)沪一中民四(商)终字第8号", "民终字"),
        ("（2014）浦民二（商）初字第８８号", "民初字"),
        ("〔2013〕朝执字第00012号", "执字"),
    ],
)
def test_the_division_of_an_old_court_hides_no_type(text, kind):
    assert the_number(text).type == kind


@pytest.mark.parametrize(
    "text",
    [
        "(2026)浙0106民初123号",
        "（２０２６）浙０１０６民初１２３号",
        "（二〇二六）浙〇一〇六民初一百二十三号",
        "二○二六浙零一零六民初一二三号",
        "( 2026 ) 浙 0106 民 初 第 123 号",
        "〔2026〕浙0106民初123号",
        "[2026]浙0106民初123号",
        "【2026】浙0106\n民初123号",
        "2026浙0106民初123号",
        "(2026浙0106民初123号",
        "2026)浙0106民初123号",
        "2026年浙0106民初123号",
        "(2026)浙0106民初123-1号",
        "(2026)浙0106民初123號",
    ],
)
def test_a_number_is_the_same_however_it_is_written(text):
    number = the_number(f"您的{text}案")
    assert (number.year, number.court, number.type) == ("2026", "浙", "民初")
    assert (number.fault, number.doubts) == (None, ())
    assert f"您的{text}案"[number.start : number.end] == text


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("(2027)浙0106民初1号", Fault.FUTURE_YEAR),
        ("(2027)杭西民初字第1号", Fault.FUTURE_YEAR),
        ("（二〇二七）浙0106民初1号", Fault.FUTURE_YEAR),
        ("(1926)浙0106民初1号", Fault.NO_SUCH_YEAR),
        ("(20026)浙0106民初1号", Fault.NO_SUCH_YEAR),
        ("(26)浙0106民初1号", Fault.NO_SUCH_YEAR),
        ("(2026)杭0106民初1号", Fault.NO_SUCH_COURT),
        ("(2026)网贷执1号", Fault.NO_SUCH_COURT),
        ("(2026)浙106民初1号", Fault.COURT_DIGITS),
        ("(2026)浙010601民初1号", Fault.COURT_DIGITS),
        ("(2026)浙0006民初1号", Fault.COURT_DIGITS),
        ("(2026)浙〇〇〇六民初1号", Fault.COURT_DIGITS),
        ("(2026)浙0106民初0号", Fault.NUMBER_ZERO),
        ("(2026)浙0106民初000号", Fault.NUMBER_ZERO),
        ("(2015)杭西民初字第零号", Fault.NUMBER_ZERO),
    ],
)
def test_a_number_that_cannot_exist_is_a_cue_with_its_reason(text, fault):
    assert the_number(text).fault is fault
    assert "case-number-impossible" in cues(text)
    assert "case-number" not in cues(text)


@pytest.mark.parametrize(
    ("text", "doubts"),
    [
        ("(2026)浙0106民催命123号", (Doubt.UNKNOWN_TYPE,)),
        ("(2026)浙0106网贷执123号", (Doubt.UNKNOWN_TYPE,)),
        ("(2026)浙0106假民初123号", (Doubt.UNKNOWN_TYPE,)),
        ("案号(2015)杭西催命字第1号", (Doubt.UNKNOWN_TYPE,)),
        ("(2026)杭西民初字第123号", (Doubt.OLD_FORM,)),
        ("(2016)朝执字第123号", (Doubt.OLD_FORM,)),
        ("(2026)浙0106民初字第123号", (Doubt.OLD_FORM,)),
        ("(2015)浙0106民初123号", (Doubt.NEW_FORM,)),
        ("(2014)浙0106催命123号", (Doubt.UNKNOWN_TYPE, Doubt.NEW_FORM)),
    ],
)
def test_what_is_not_known_or_does_not_fit_is_doubted_and_weighs_nothing(text, doubts):
    number = the_number(text)
    assert (number.fault, number.doubts) == (None, doubts)
    found = {cue for cue in cues(text) if cue.startswith("case-number")}
    assert found == {f"case-number-{doubt}" for doubt in doubts}
    assert not any(message_reader().cues[cue].weight for cue in found)
    assert not any(message_reader().cues[cue].points_to != "unknown" for cue in found)


def test_a_masked_number_is_read_as_far_as_it_goes():
    number = the_number("(2025)苏05**民初***号")
    assert (number.court, number.type, number.fault) == ("苏", "民初", None)


def test_a_well_formed_number_alone_proves_nothing():
    reading = read("(2026)浙0106民初123号,请把钱转到个人账户")
    assert reading.kind == "scam"
    assert "verify-independently" in reading.steps


@pytest.mark.parametrize(
    "text",
    [
        "2026年3月5号",
        "2026年第3号公告",
        "2026年新规第1号",
        "合同(2026)第12号",
        "借款合同(2014)信银杭贷字第000123号",
        "法发〔2017〕22号",
        "楼号2026号",
        "您尾号1234",
        "2026年一月十二号",
    ],
)
def test_other_numbers_are_no_case_numbers(text):
    assert not read(text).numbers


@given(
    year=st.integers(2016, 2026),
    court=st.sampled_from(sorted(NUMBERS.courts)),
    digits=st.sampled_from(["", "01", "0106", "7101"]),
    kind=st.sampled_from(NEW),
    number=st.integers(1, 999_999),
)
def test_whatever_is_built_by_the_rules_is_read_back(year, court, digits, kind, number):
    written = f"({year}){court}{digits}{kind}{number}号"
    (found,) = case_numbers(written, 2026, CASE_TYPES)
    assert (found.year, found.court, found.type) == (str(year), court, kind)
    assert (found.fault, found.doubts) == (None, ())
    assert found.text == written


@given(st.lists(st.one_of(st.sampled_from(PARTS), st.text(max_size=3))).map("".join))
def test_anything_like_a_number_is_read_without_failing(text):
    end = 0
    for number in read(text).numbers:
        assert end <= number.start < number.end <= len(text)
        end = number.end
        assert number.type is None or number.type in NUMBERS.types
        assert (number.type is None) == (Doubt.UNKNOWN_TYPE in number.doubts)


@given(st.text(alphabet="(〔[2016浙杭0民初执字第号", max_size=80))
def test_the_parser_itself_never_fails(text):
    for number in case_numbers(text, 2026, CASE_TYPES):
        assert text[number.start : number.end] == number.text
