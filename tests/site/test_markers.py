"""What a visitor types is found nowhere once the answer has been given."""

from __future__ import annotations

import io
import logging
import re
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import caches
from django.core.cache.backends.base import BaseCache
from django.db import connection
from django.test import Client

from portal.logs import WithoutQuery, WithoutValues
from tests.portal.reading import Control, FormOnPage, addresses, read
from tests.portal.texts import VISITORS
from timeline.catalog.blanks import BlankKind, blanks
from timeline.catalog.letters import letters
from timeline.engine.limitation import EVENTS
from timeline.tools.assess import views
from timeline.tools.assess.forms import AssessForm

MARK = "MARKER"
# Accepted by their fields, and found nowhere else on the site.
VALID = {
    "due_date": "2023-07-13",
    "last_instalment_due": "2023-07-13",
    "last_demand_on": "2025-03-19",
    "overdue_days": "1229",
    "principal": "73519.37",
    "agreement_next_due": "2031-05-17",
    "received": "2025-03-19",
    "own_date": "2033-08-21",
    "hearing": "2034-09-22",
}
# Blanks of letters are filled by their kind; a text takes the mark itself.
OF_KIND = {
    BlankKind.DAY: "2025-03-19",
    BlankKind.YUAN: "73519.37",
    BlankKind.COUNT: "1229",
    BlankKind.PHONE: "13973519122",
    BlankKind.TAIL: "1229",
}
VALID |= dict.fromkeys(EVENTS, "2025-03-19") | {
    key: OF_KIND[blank.kind] for key, blank in blanks().items() if blank.kind in OF_KIND
}
TRACES = re.compile(
    rf"{MARK}|2023-07-13|1229|73519|2031-05-17|2025-03-19|2033-08-21|2034-09-22"
    "|2023年7月13日|2031年5月17日|2033年8月21日|2034年9月22日"
)
# Controls into which nothing can be written.
CHOICES = {"radio", "select", "checkbox", "submit"}
OVERDUE = {
    "due_date": "2023-07-13",
    "principal": "73519.37",
    "rate": "12.29",
    "penalty": "none",
    "payments": f"2025-03-19 73519.37 {MARK}",
}
# The one choice that opens further questions.
CHOSEN = {
    "role": "borrower",
    "when": "date",
    "papers": "some",
    "kind": "summons",
    "agreement": "kept",
}


class Witness:
    """Everything that was written down while visitors were answered."""

    def __init__(self) -> None:
        self.records: list[logging.LogRecord] = []
        self.written = io.StringIO()
        self.cached: list[Any] = []

    def texts(self) -> dict[str, str]:
        """What may hold no trace, by where it was found."""
        lines = [record.getMessage() for record in self.records]
        return {
            "log messages": "\n".join(lines),
            "log arguments": "\n".join(repr(record.args) for record in self.records),
            "the log as written": self.written.getvalue(),
            "the cache": repr(self.cached) + repr(stored()),
        }


def stored() -> list[Any]:
    """What lies in a cache in memory."""
    return [getattr(cache, "_cache", {}) for cache in caches.all()]


class Ear(logging.Handler):
    """Keep every record, and what the site writes of it."""

    def __init__(self, witness: Witness) -> None:
        super().__init__()
        self.witness = witness

    def emit(self, record: logging.LogRecord) -> None:
        self.witness.records.append(record)
        self.witness.written.write(self.format(record) + "\n")
        record.exc_text = None


@pytest.fixture
def witness(caplog, monkeypatch):
    """Listen to every logger at every level, and to every cache."""
    seen = Witness()
    caplog.set_level(logging.DEBUG)
    handler = Ear(seen)
    handler.setFormatter(WithoutValues())
    handler.addFilter(WithoutQuery())
    root = logging.getLogger()
    root.handlers.insert(0, handler)  # before pytest's own has cached its wording

    def put(cache, key, value, *args, **kwargs):
        seen.cached.append((key, value))

    classes = {type(cache) for cache in caches.all()} | {type(caches["default"])}
    for kind in (BaseCache, *classes):
        for name in ("set", "add"):
            monkeypatch.setattr(kind, name, put)
    yield seen
    root.removeHandler(handler)
    assert seen.records, "no log was heard at all"


def typed(control: Control, mark: str) -> str:
    """An unmistakable text, or a choice, for one control."""
    part = control.name.rpartition(".")[2]
    if control.kind in {"radio", "select", "checkbox"}:
        chosen = CHOSEN.get(part, control.options[-1])
        return chosen if chosen in control.options else control.options[-1]
    return mark


def filled(form: FormOnPage, valid: bool) -> dict[str, str]:
    """A form with every control filled in: with sense, or with nothing but marks."""
    data = {}
    for number, control in enumerate(form.controls.values()):
        if control.kind != "submit":
            part = control.name.rpartition(".")[2]
            mark = VALID.get(part) if valid else f"{MARK}{number}7F3A"
            data[control.name] = typed(control, mark or f"{MARK}{number}7F3A")
    return data


def forms_of_the_site(client: Client) -> list[FormOnPage]:
    """Every form on every page and on every kind of result, by where it goes."""
    pages = [read(client.get(address)) for address in addresses()]
    pages += [read(client.post("/assess/", visitor)) for visitor in VISITORS]
    return [form for page in pages for form in page.forms]


def assert_no_trace_in_answer(response) -> None:
    """Headers, cookies and address of an answer hold nothing that was typed."""
    # A length is whatever it is: 21229 bytes are no trace of the marker 1229.
    said = (item for item in response.headers.items() if item[0] != "Content-Length")
    headers = "\n".join(f"{name}: {value}" for name, value in said)
    assert not TRACES.search(headers)
    assert not response.cookies
    assert not TRACES.search(response.request.get("QUERY_STRING", ""))
    assert "Location" not in response.headers


def rows_of_the_database() -> str:
    """Every row of every table."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608
            found += [f"{table}: {row!r}" for row in cursor.fetchall()]
    return "\n".join(found)


def test_the_site_has_forms_to_be_tried(client):
    actions = {form.action for form in forms_of_the_site(client)}
    assert {"/assess/", "/assess/calendar/"} <= actions
    for form in forms_of_the_site(client):
        assert form.method == "post"
        assert "?" not in form.action


def test_marks_are_recognised():
    assert TRACES.search("… MARKER37F3A …")
    assert TRACES.search(str(VALID))


@pytest.mark.django_db
@pytest.mark.parametrize("valid", [True, False], ids=["with-sense", "without-sense"])
def test_nothing_typed_leaves_a_trace(client, witness, valid):
    tried = set()
    forms = list(forms_of_the_site(client))
    for kept in stored():
        kept.clear()  # of the library's pages, whose bytes prove nothing
    for form in forms:
        key = (form.action, frozenset(form.controls))
        if key in tried:
            continue
        tried.add(key)
        data = filled(form, valid)
        writes = {control.kind for control in form.controls.values()} - CHOICES
        assert TRACES.search(str(data)) or not writes
        more = {"more": "1"} if "more" in form.controls else {}
        for sent in (data, data | more):
            assert_no_trace_in_answer(client.post(form.action, sent))
    assert len(tried) >= 2
    for place, text in witness.texts().items():
        assert not TRACES.search(text), place
    assert not TRACES.search(rows_of_the_database())


@pytest.mark.django_db
def test_every_answer_with_sense_is_indeed_answered(client):
    form = read(client.get("/assess/")).form_to("/assess/")
    response = client.post("/assess/", filled(form, valid=True))
    assert response.status_code == 200
    assert TRACES.search(response.content.decode())


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["", "docx", "txt"])
def test_a_letter_is_made_and_leaves_no_trace(client, witness, kind):
    for key in letters():
        address = f"/letters/{key}/"
        data = filled(read(client.get(address)).form_to(address), valid=True)
        response = client.post(address, data | {"as": kind})
        assert response.status_code == 200, key
        assert_no_trace_in_answer(response)
        refused = client.post(address, data | {"my-name": MARK * 50, "as": kind})
        assert refused.status_code == 422
        assert_no_trace_in_answer(refused)
    for place, text in witness.texts().items():
        assert not TRACES.search(text), place


@pytest.mark.parametrize("address", ["/assess/", "/assess/calendar/"])
def test_a_failure_writes_nothing_that_was_typed(witness, monkeypatch, address):
    def digest(form):
        raise ValueError(f"{MARK}: {form.data!r}")

    visitor = Client(raise_request_exception=False)
    form = read(visitor.get("/assess/")).form_to("/assess/")
    monkeypatch.setattr(AssessForm, "full_clean", digest)
    response = visitor.post(address, filled(form, valid=False))
    assert response.status_code == 500
    assert MARK not in response.content.decode()
    assert_no_trace_in_answer(response)
    texts = witness.texts()
    assert "builtins.ValueError" in texts["the log as written"]
    assert "digest" in texts["the log as written"]
    for place, text in texts.items():
        assert not TRACES.search(text), place


def test_a_failure_after_the_form_writes_nothing_that_was_typed(witness, monkeypatch):
    def digest(facts):
        raise ValueError(repr(facts))

    monkeypatch.setattr(views, "result_page", digest)
    visitor = Client(raise_request_exception=False)
    form = read(visitor.get("/assess/")).form_to("/assess/")
    response = visitor.post("/assess/", filled(form, valid=True))
    assert response.status_code == 500
    for place, text in witness.texts().items():
        assert not TRACES.search(text), place


@pytest.mark.parametrize("address", ["/conduct/", "/conduct/csv/", "/conduct/xlsx/"])
def test_a_log_of_contacts_is_answered_and_leaves_no_trace(client, witness, address):
    entry = f'{{"at":"2025-03-19T10:00","said":["threat"],"note":"{MARK}7F3A"}}'
    data = {"role": "borrower", "entry": [entry], "refused_on": "2025-03-19"}
    for more, status in [({}, 200), ({"day": f"{MARK}7F3A"}, 422)]:
        response = client.post(address, data | more)
        assert response.status_code == status
        assert_no_trace_in_answer(response)
    for place, text in witness.texts().items():
        assert not TRACES.search(text), place


@pytest.mark.parametrize("address", ["/contact/", "/contact/text/"])
def test_answers_of_a_contact_leave_no_trace(client, witness, address):
    good = {"signed": "nothing", "lender_kind": "bank", "said": ["threat"]}
    for more, status in [({}, 200), ({"told": f"{MARK}7F3A"}, 422)]:
        response = client.post(address, good | more)
        assert response.status_code == status
        assert_no_trace_in_answer(response)
    for place, text in witness.texts().items():
        assert not TRACES.search(text), place
        assert "threat" not in text, place


# Without them no page is made for a lender.
FED = {"essentials.food": "1", "essentials.housing": "0"}


@pytest.mark.parametrize(
    ("address", "data"),
    [
        ("/repay/budget/", {"earners.0.months.0": "73519.37"}),
        ("/repay/budget/sheet/", FED | {"steady": "73519.37", "show": "income"}),
        ("/repay/offer/", {"owed": "73519.37", "instalments.months": "12"}),
        ("/repay/offer/xlsx/", {"owed": "73519.37", "settlement.sum": "1229"}),
        ("/repay/debts/", {"budget": "1229", "debts.0.name": f"{MARK}7F3A"}),
        ("/repay/debts/csv/", {"budget": "1229", "debts.0.name": f"{MARK}7F3A"}),
    ],
)
def test_a_plan_is_answered_and_leaves_no_trace(client, witness, address, data):
    more = {"debts.0.sum": "73519.37"} if "debts" in address else {}
    wrong = dict.fromkeys(("people", "cash", "debts.0.rate"), f"{MARK}7F3A")
    for sent, status in [(data | more, 200), (data | more | wrong, 422)]:
        response = client.post(address, sent)
        assert response.status_code == status
        assert_no_trace_in_answer(response)
    for place, text in witness.texts().items():
        assert not TRACES.search(text), place


@pytest.mark.parametrize(
    ("address", "answers"),
    [
        ("/repay/cost/", OVERDUE),
        ("/repay/cost/days.csv", OVERDUE),
        ("/repay/cost/days.xlsx", OVERDUE),
        (
            "/repay/rate/",
            {
                "received": "73519.37",
                "received_on": "2023-07-13",
                "payments": f"2025-03-19 73519.37 {MARK}",
            },
        ),
        (
            "/repay/court-cost/",
            {"sum": "73519.37", "judged": "73519.37", "late_days": "1229"},
        ),
    ],
)
def test_what_is_reckoned_leaves_no_trace(client, witness, address, answers):
    for more, status in [({}, 200), (dict.fromkeys(answers, f"{MARK}7F3A"), 422)]:
        response = client.post(address, answers | more)
        assert response.status_code == status
        assert_no_trace_in_answer(response)
    for place, text in witness.texts().items():
        assert not TRACES.search(text), place


def test_the_log_that_is_written_is_the_one_without_values():
    handlers = settings.LOGGING["handlers"]
    formatters = settings.LOGGING["formatters"]
    assert handlers
    for handler in handlers.values():
        name = formatters[handler["formatter"]]["()"]
        assert name == f"{WithoutValues.__module__}.{WithoutValues.__name__}"
        assert handler["filters"] == ["no-query"]


def test_a_search_for_an_answer_in_an_address_is_not_written_down(client, witness):
    client.get(f"/assess/?principal={MARK}")
    client.get(f"/no-such-page/?q={MARK}")
    assert not TRACES.search(witness.written.getvalue())
