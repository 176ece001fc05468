"""The editors' own pages: silent, and axe finds nothing on them."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.database import apart
from tests.browser.editing import DESK, make_article, sign_in
from tests.browser.test_accessibility import COLOURS, OPTIONS, violations
from tests.browser.test_silence import listen
from tests.browser.visiting import Opener, field, press

SCREENS = [
    DESK,
    f"{DESK}portal/article/",
    f"{DESK}portal/article/add/",
    f"{DESK}portal/notice/add/",
    f"{DESK}sources/",
    f"{DESK}sources/pipl/",
    f"{DESK}auth/user/add/",
    f"{DESK}recovery/",
    f"{DESK}enrol/",
]
# The help of Django's own selector: a name on a bare span.
DJANGOS_OWN = "help-tooltip"


def in_light_and_dark(page: Page) -> None:
    """Fail on what axe finds and we can change, in either colour scheme."""
    for scheme, options in (("light", OPTIONS), ("dark", COLOURS)):
        page.emulate_media(color_scheme=scheme)
        found = violations(page, options)
        assert [one for one in found if DJANGOS_OWN not in one[1]] == [], scheme


@pytest.fixture
def chief(open_page: Opener, site: str) -> Page:
    return sign_in(open_page(width=1280), site, "主管", "管理员")


@pytest.mark.parametrize("address", SCREENS)
def test_axe_finds_nothing_on_a_page_of_the_editors(chief, address):
    heard = listen(chief)
    assert chief.goto(address).status == 200
    # Before axe, which is not silent.  Of two boxes that want the focus one is late.
    assert [said for said in heard if not said.startswith("Autofocus")] == []
    in_light_and_dark(chief)


def test_axe_finds_nothing_on_the_way_in(page):
    page.goto(DESK)
    in_light_and_dark(page)
    page.get_by_label("账号").fill("谁")
    page.get_by_label("密码").fill("不知道")
    press(page, "下一步")
    expect(page).to_have_title(re.compile("^错误："))
    in_light_and_dark(page)


def test_axe_finds_nothing_on_an_article_its_preview_and_its_history(chief):
    chief.goto(apart(make_article, "screens"))
    in_light_and_dark(chief)
    field(chief, "title").fill("")
    chief.get_by_role("button", name="预览").click()
    expect(chief.locator(".markdown-preview")).to_be_focused()
    press(chief, "保存并继续编辑")
    expect(chief.locator(".errornote")).to_be_visible()
    in_light_and_dark(chief)
    field(chief, "title").fill("另一个标题")
    press(chief, "保存并继续编辑")
    chief.get_by_role("link", name="历史").click()
    chief.locator("summary").first.click()
    in_light_and_dark(chief)
