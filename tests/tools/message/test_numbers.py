"""What the page says of case numbers: never that one is real."""

from __future__ import annotations

import pytest

from tests.portal.reading import read

PAGE = "/court/message/"
FORMED = "写得合规矩"
ASK = "拿整个号码去问法院"


def section(client, text):
    page = read(client.post(PAGE, {"text": text})).text
    return page[page.index("案号怎么读") :]


@pytest.mark.parametrize(
    "text", ["（2026）浙0106民初123号", "（2015）杭西民初字第123号"]
)
def test_a_well_formed_number_is_said_to_prove_nothing(client, text):
    assert f"{FORMED}，不说明真有这个案件" in section(client, text)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("（2026）浙0106民催命123号", "我们没有收录"),
        ("（2026）浙0106网贷执123号", "我们不知道"),
        ("（2026）杭西民初字第123号", "和这个年份对不上"),
        ("（2012）浙0106民初123号", "和这个年份对不上"),
    ],
)
def test_a_doubtful_number_is_not_called_well_formed(client, text, says):
    said = section(client, text)
    assert says in said
    assert ASK in said
    assert FORMED not in said


def test_a_number_that_cannot_exist_is_told_why(client):
    said = section(client, "（2026）杭0106民初1号")
    assert "法院代字不是省、自治区、直辖市的简称" in said
    assert FORMED not in said
    assert ASK not in said
