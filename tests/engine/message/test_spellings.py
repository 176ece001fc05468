"""However a word is written, it is read; and its place in the text is found again."""

from __future__ import annotations

import pytest

from tests.engine.message.messages import read

SPELLINGS = {
    "traditional": "請將驗證碼發給我",
    "full-width": "请将验证码发给我！！ＡＢＣ",
    "zero-width": "请将验\u200b证\u200d码发\ufeff给我",
    "spaced": "请 将 验 证 码 发 给 我",
    "parted": "请将验·证·码发给我",
    "dotted": "请将验.证.码发给我",
    "dashed": "请将验-证-码发给我",
}


@pytest.mark.parametrize("text", SPELLINGS.values(), ids=SPELLINGS)
def test_every_spelling_is_heard_where_it_stands(text):
    (mark,) = [mark for mark in read(text).marks if mark.cue == "asks-codes"]
    marked = text[mark.start : mark.end]
    assert marked[0] in "验驗"
    assert marked[-1] in "给給"


@pytest.mark.parametrize(
    "number",
    [
        "（2026）浙0106民初123号",
        "(２０２６)浙０１０６民初１２３号",
        "(2026)浙 0106 民初 123 号",
        "(2\ufe0f\u20e30\ufe0f\u20e32\ufe0f\u20e36\ufe0f\u20e3)浙0106民初①②③号",
        "(2026)浙0106民初❶❷❸號",
        "〔2026〕浙0106民初123号",
        "2026浙0106民初123号",
    ],
)
def test_a_case_number_is_read_in_every_spelling(number):
    (found,) = read(f"您的案件{number}。").numbers
    assert (found.year, found.court, found.type, found.fault) == (
        "2026",
        "浙",
        "民初",
        None,
    )
