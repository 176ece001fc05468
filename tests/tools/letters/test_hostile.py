"""Whatever is sent to a letter, it answers, and no file breaks."""

from __future__ import annotations

import io

from django.test import Client
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tools.letters.filling import KEYS, typed, url
from timeline.catalog.letters import letters

NASTY = st.one_of(
    st.text(max_size=80),
    st.sampled_from(
        [
            "=1+1",
            "@SUM(A1)",
            "<b>",
            "\x00",
            "\x0b",
            "\ud7ff\ue000",
            "\U0001f468\u200d\U0001f469",
            "９" * 5000,
            "NaN",
            "1e5",
            "-1",
            "{{ blank:my-name }}",
            "1" * 20,
            "٣",
            "on",
            "2026-02-30",
        ]
    ),
)


@settings(max_examples=150)
@given(st.data())
def test_no_answers_whatever_make_a_letter_fail(data):
    key = data.draw(st.sampled_from(KEYS))
    names = [*letters()[key].blanks, "writer", "lender-kind", "last_demand", "as"]
    sent = data.draw(st.dictionaries(st.sampled_from(names), NASTY, max_size=8))
    response = Client(raise_request_exception=False).post(url(key), sent)
    assert response.status_code in (200, 422)
    assert not response.cookies


@settings(max_examples=80)
@given(st.sampled_from(KEYS), st.text(max_size=60))
def test_what_a_form_takes_a_file_holds(key, words):
    letter = letters()[key]
    name = next(blank for blank in ("lender", "my-name") if blank in letter.blanks)
    sent = typed(letter) | {name: words, "as": "docx"}
    response = Client(raise_request_exception=False).post(url(key), sent)
    if response.status_code == 422:
        assert list(response.context["form"].errors) == [name]
        return
    assert response.status_code == 200
    paragraphs = Document(io.BytesIO(response.content)).paragraphs
    whole = " ".join(" ".join(each.text for each in paragraphs).split())
    if name == "my-name" or letter.file_name == "letter-01":
        assert " ".join(words.split()) in whole
