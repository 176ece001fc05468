"""What one tool has worked out comes to the next one filled in, with no complaint."""

from __future__ import annotations

import pytest

from tests.portal.reading import FormOnPage, read
from tests.tools.assess.asking import answers
from tests.tools.offer.test_offer import ANSWERS
from timeline.forms.carry import CARRY

HOUSEHOLD = {
    "earners.0.months.0": "2800",
    "essentials.food": "1200",
    "essentials.housing": "800",
}
OFFERED = ANSWERS | {"cash": "12000", "settlement.fee": ""}
DEBT = {"budget": "600", "debts.0.sum": "9218", "debts.0.lender_kind": "micro-loan"}
STUCK = DEBT | {"budget": "20", "debts.0.rate": "24"}
# Every page of results that the money tools and their neighbours give.
RESULTS = {
    "budget": ("/repay/budget/", HOUSEHOLD),
    "sheet": ("/repay/budget/sheet/", HOUSEHOLD | {"show": "can-pay"}),
    "debts": ("/repay/debts/", DEBT),
    "debts-stuck": ("/repay/debts/", STUCK),
    "offer": ("/repay/offer/", OFFERED),
    "offer-own": ("/repay/offer/", {"owed": "9218", "can_pay": "600"}),
    "cost": (
        "/repay/cost/",
        {"due_date": "2026-05-10", "principal": "8000", "rate": "18"},
    ),
    "cost-disputed": (
        "/repay/cost/",
        {
            "due_date": "2026-05-10",
            "principal": "8000",
            "rate": "18",
            "lender_total": "1.2万",
        },
    ),
    "rate": (
        "/repay/rate/",
        {
            "received": "9000",
            "received_on": "2025-01-01",
            "payments.0.day": "2026-01-01",
            "payments.0.sum": "11000",
        },
    ),
    "court-cost": ("/repay/court-cost/", {"sum": "50000"}),
    "assess": ("/assess/", answers()),
}
# From where to where something is carried; a new one is added here.
CARRIED = {
    ("budget", "/repay/debts/"): 1,
    ("budget", "/repay/offer/"): 1,
    ("sheet", "/repay/budget/"): 1,
    ("cost-disputed", "/repay/offer/"): 1,
    ("debts", "/repay/offer/"): 1,
    ("debts-stuck", "/repay/offer/"): 1,
    ("offer", "/letters/hardship/"): 1,
    ("offer", "/letters/instalment-proposal/"): 3,
    ("offer", "/letters/settlement-proposal/"): 1,
    ("offer-own", "/letters/instalment-proposal/"): 1,
}
FILES = ("csv/", "xlsx/", "csv", "xlsx", "calendar/")


def leading_on(client, name: str) -> list[FormOnPage]:
    """The forms of a page of results that take a visitor to another page."""
    address, given = RESULTS[name]
    response = client.post(address, given)
    assert response.status_code == 200
    return [
        form
        for form in read(response).forms
        if form.action != address
        and not form.action.endswith(FILES)
        and form.action != "/repay/budget/sheet/"  # asks first what may be shown
    ]


def followed(client, form: FormOnPage):
    """What a browser without JavaScript gets for the button of such a form."""
    button = {CARRY: "1"} if CARRY in form.controls else {}
    assert form.method == "post"
    return client.post(form.action, form.sent() | button)


def test_it_is_known_what_is_carried_and_where():
    assert {name for name, _ in CARRIED} <= set(RESULTS)


@pytest.mark.parametrize("name", RESULTS)
def test_every_carry_is_in_the_list(client, name):
    found: dict[tuple[str, str], int] = {}
    for form in leading_on(client, name):
        found[name, form.action] = found.get((name, form.action), 0) + 1

    assert found == {key: count for key, count in CARRIED.items() if key[0] == name}


@pytest.mark.parametrize("name", sorted({name for name, _ in CARRIED}))
def test_what_is_carried_arrives_filled_in_and_without_complaint(client, name):
    for form in leading_on(client, name):
        response = followed(client, form)
        page = read(response)

        assert response.status_code == 200
        assert 'class="error-summary"' not in response.content.decode()
        assert not page.title.startswith("错误")
        assert not response.context["form"].errors
        arrived = page.form_to(form.action).controls
        for field, value in form.sent().items():
            assert arrived[field].value == value


def test_an_address_fills_nothing_in(client):
    """Nothing travels in an address: what is asked for by GET is the empty form."""
    page = read(client.get("/repay/offer/?can_pay=600&carry=1"))

    assert page.form_to("/repay/offer/").controls["can_pay"].value == ""
