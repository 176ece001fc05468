"""Editors bring a page to its readers, and take it back again, in a real browser."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from portal.models import Article, Status
from tests.browser.conftest import TODAY
from tests.browser.database import apart
from tests.browser.editing import (
    DESK,
    PASSWORD,
    command_makes_account,
    enrol,
    enter,
    make_article,
    save,
    sign_in,
    take,
)
from tests.browser.test_layout import TOO_WIDE
from tests.browser.visiting import Opener, field, press

WIDE = 1280
TITLE = "紫藤贷的人打到村里来了"
ANSWER = "先问清是谁，再记下来；您没有义务替人转话。"
BEGUN = "先问清对方是谁。记下时间和号码。\n\n只留过您的号码，您不是保证人。"
CITED = "civil-code:681"
PROVISION = "民法典 第六百八十一条"
PROVISION_LABEL = "第六百八十一条"


@pytest.fixture
def editor(open_page: Opener, site: str) -> Page:
    return sign_in(open_page(width=WIDE), site, "小编", "编辑")


@pytest.fixture
def approver(open_page: Opener, site: str) -> Page:
    return sign_in(open_page(width=WIDE), site, "审核员", "审核")


@pytest.fixture
def chief(open_page: Opener, site: str) -> Page:
    return sign_in(open_page(width=WIDE), site, "主管", "管理员")


def message(page: Page, text: str) -> None:
    """The admin says so at the top of the page."""
    expect(page.locator(".messagelist")).to_contain_text(text)


def write(page: Page) -> None:
    """Fill in a new article with the toolbar."""
    page.goto(DESK)
    page.locator(".model-article .addlink").click()
    texts = {"title": TITLE, "slug": "wisteria", "answer": ANSWER, "body": BEGUN}
    for name, text in ({"review_by": "2027-11-01"} | texts).items():
        field(page, name).fill(text)
    field(page, "topic").select_option(label="紧急联系人")
    tools = page.get_by_role("group", name="插入")
    option = page.locator("#id_body_citations option", has_text=PROVISION)
    picker = tools.get_by_label("引用依据")
    picker.fill(option.first.get_attribute("value"))
    picker.press("Enter")
    tools.get_by_role("button", name="提示框").click()
    tools.get_by_role("button", name="加粗").click()
    written = f'{BEGUN} [[{CITED}]]\n\n!!! note "标题"\n    写在这里。\n\n**要紧的话**'
    expect(field(page, "body")).to_have_value(written)


def test_from_the_first_account_to_a_reader_on_a_phone(open_page, site):
    """The whole way, by four people; nobody starts with more than a password."""
    assert "账号「站长」已建好" in command_makes_account("站长")
    chief, editor, approver = (open_page(width=WIDE) for _ in range(3))

    chief.goto(DESK)
    enter(chief, "站长")
    expect(chief.locator("h1")).to_have_text("登记验证器")
    codes = enrol(chief)
    assert len(set(codes)) == 10
    for name, group in (("文编", "编辑"), ("文审", "审核")):
        chief.goto(f"{DESK}auth/user/add/")
        field(chief, "username").fill(name)
        field(chief, "password1").fill(PASSWORD)
        field(chief, "password2").fill(PASSWORD)
        save(chief)
        chief.get_by_role("option", name=group).click()
        chief.get_by_role("button", name=re.compile("选上点中的|选择")).first.click()
        save(chief)
        message(chief, f"“{name}”")
    press(chief, "退出")
    chief.goto(DESK)
    enter(chief, "站长")
    expect(chief.locator("h1")).to_have_text("验证码")
    chief.get_by_label("验证码").fill(f" {codes[3].upper()} ")
    press(chief, "登录")
    expect(chief.locator("h1")).to_have_text("工作台")

    for page, name in ((editor, "文编"), (approver, "文审")):
        page.goto(DESK)
        enter(page, name)
        enrol(page)
        expect(page.locator("h1")).to_have_text("工作台")

    write(editor)
    editor.get_by_role("button", name="预览").click()
    shown = editor.locator(".markdown-preview")
    expect(shown.get_by_role("heading", name=TITLE)).to_be_visible()
    expect(shown.locator(".badge")).to_have_text("法律")
    expect(shown.locator("strong")).to_have_text("要紧的话")
    save(editor, "第一版")
    message(editor, "成功")
    take(editor, "交给审核")
    message(editor, "现在是「待审核」")
    expect(editor.get_by_role("button", name="批准")).to_have_count(0)

    reader = open_page()
    assert reader.goto("/articles/wisteria/").status == 404
    approver.goto(DESK)
    awaiting = approver.get_by_role("region", name="等待批准")
    awaiting.get_by_role("link", name=TITLE).click()
    take(approver, "批准")
    message(approver, "现在是「已批准」")
    take(approver, "发布")
    message(approver, "现在是「已发布」")

    reader.goto("/search/")
    field(reader, "q").fill("紫藤贷打到村里")
    reader.keyboard.press("Enter")
    reader.get_by_role("link", name=TITLE).click()
    expect(reader.locator("h1")).to_have_text(TITLE)
    expect(reader.get_by_text(ANSWER)).to_be_in_viewport()
    expect(reader.locator(".prose .badge").first).to_have_text("法律")
    assert reader.evaluate(TOO_WIDE) == []

    editor.goto(DESK)
    editor.get_by_role("link", name="查依据").click()
    editor.get_by_role("link", name="中华人民共和国民法典", exact=True).click()
    provision = editor.get_by_role("region", name=PROVISION_LABEL)
    expect(provision.get_by_role("link", name=TITLE)).to_be_visible()
    expect(provision.get_by_role("link", name="自测结果").first).to_be_visible()


def test_the_preview_needs_no_javascript(open_page, site):
    page = sign_in(open_page(width=WIDE, javascript=False), site, "小编", "编辑")
    page.goto(f"{DESK}portal/article/add/")
    field(page, "title").fill(TITLE)
    field(page, "body").fill(f"**要紧的话** [[{CITED}]]")
    with page.expect_popup() as opened:
        page.get_by_role("button", name="预览").click()
    preview = opened.value
    expect(preview.locator("h1")).to_have_text(TITLE)
    expect(preview.locator(".badge")).to_have_text("法律")
    expect(field(page, "body")).to_have_value(f"**要紧的话** [[{CITED}]]")


def test_two_editors_of_one_article_meet_and_nothing_is_lost(editor, approver):
    address = apart(make_article, "two-editors")
    editor.goto(address)
    approver.goto(address)
    field(editor, "body").fill("第一位写的。")
    save(editor)
    field(approver, "body").fill("第二位写的。")
    save(approver)
    expect(approver.get_by_text("有人保存过另一版")).to_be_visible()
    conflict = approver.get_by_role("region", name="两版的不同")
    expect(conflict.locator("del")).to_have_text("第一位写的。")
    expect(conflict.locator("ins")).to_have_text("第二位写的。")
    expect(field(approver, "body")).to_have_value("第二位写的。")

    save(approver)
    approver.get_by_role("link", name="历史").click()
    expect(approver.get_by_text("第一位写的。").first).to_be_attached()
    approver.get_by_role("listitem").filter(has_text="小编").get_by_role(
        "button", name="恢复这一版"
    ).first.click()
    expect(field(approver, "body")).to_have_value("第一位写的。")


def test_five_wrong_passwords_close_the_door_in_plain_chinese(page):
    page.goto(DESK)
    for _ in range(4):
        enter(page, "路人", "not the password")
        expect(page.get_by_role("alert")).to_contain_text("账号或密码不对")
    enter(page, "路人", "not the password")
    expect(page.locator("h1")).to_have_text("登录暂停 30 分钟")
    page.goto(DESK)
    enter(page, "路人")
    expect(page.locator("h1")).to_have_text("登录暂停 30 分钟")


def test_a_login_left_alone_for_half_an_hour_is_over(editor, monkeypatch):
    editor.goto(f"{DESK}portal/article/")
    expect(editor.locator("h1")).to_contain_text("文章")
    now = timezone.now
    monkeypatch.setattr(timezone, "now", lambda: now() + timedelta(minutes=31))
    editor.goto(f"{DESK}portal/article/")
    expect(editor.get_by_text("登录已经到时，请重新登录。")).to_be_visible()
    expect(editor.get_by_label("密码")).to_be_visible()


def test_a_chief_alone_approves_only_with_a_reason(chief):
    chief.goto(apart(make_article, "alone"))
    field(chief, "title").fill("一个人写的")
    save(chief)
    take(chief, "交给审核")
    approval = chief.locator(".step-form", has_text="批准")
    approval.get_by_role("button", name="批准").click()
    reason = approval.get_by_label("原因")
    assert not reason.evaluate("box => box.checkValidity()")  # the browser asks for it
    take(chief, "批准", "站里只有我一个人")
    message(chief, "现在是「已批准」")
    chief.get_by_role("link", name="历史").click()
    expect(chief.get_by_text("批准：站里只有我一个人")).to_be_visible()


def test_a_page_that_is_withdrawn_says_why_to_its_readers(approver, page):
    address = apart(published, "to-withdraw")
    assert page.goto("/articles/to-withdraw/").status == 200
    approver.goto(address)
    take(approver, "撤下", "里面的规定改了")
    message(approver, "现在是「已撤下」")
    assert page.goto("/articles/to-withdraw/").status == 410
    expect(page.get_by_text("里面的规定改了")).to_be_visible()
    expect(page.get_by_role("link", name="去文库")).to_be_visible()


def test_a_page_that_is_renamed_leads_its_readers_on(editor, approver, page):
    address = apart(published, "old-name")
    assert page.goto("/articles/old-name/").status == 200
    editor.goto(address)
    field(editor, "slug").fill("new-name")
    save(editor, "换个名字")
    message(editor, "等另一位批准")
    assert page.goto("/articles/new-name/").status == 404
    approver.goto(address)
    take(approver, "批准这次修改")
    page.goto("/articles/old-name/")
    expect(page).to_have_url(re.compile("/articles/new-name/$"))
    expect(page.locator("h1")).to_have_text("标题 old-name")


def test_a_notice_begins_and_ends_by_itself(chief, page, monkeypatch):
    first, last = TODAY + timedelta(days=7), TODAY + timedelta(days=8)
    chief.goto(f"{DESK}portal/notice/add/")
    text = "新的办法今天开始施行，文章正在改。"
    field(chief, "text").fill(text)
    field(chief, "starts").fill(str(first))
    field(chief, "ends").fill(str(last))
    save(chief)
    message(chief, "成功")
    for ahead, shown in ((0, 0), (7, 1), (8, 1), (9, 0)):
        day = TODAY + timedelta(days=ahead)
        monkeypatch.setattr(timezone, "localdate", lambda *_, day=day, **__: day)
        page.goto("/claims/contact-after-days/")
        expect(page.get_by_text(text)).to_have_count(shown)


def published(slug: str) -> str:
    """An article that readers can see; returns the address of its form."""
    address = make_article(slug)
    article = Article.objects.get(slug=slug)
    article.status = Status.PUBLISHED
    article.save()
    return address
