"""What machines read: JSON-LD in the shapes of schema.org, feed, sitemap, head."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft202012Validator

from portal.models import Term

pytestmark = pytest.mark.django_db
BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
TEXT = {"type": "string", "minLength": 1}
URL = {"type": "string", "pattern": "^http://testserver/"}
ORGANISATION = {"type": "object", "required": ["@type", "name"]}
SHAPES = {
    "Article": {
        "required": ["headline", "datePublished", "dateModified", "author", "url"],
        "properties": {
            "headline": TEXT | {"maxLength": 110},
            "author": ORGANISATION,
            "url": URL,
        },
    },
    "FAQPage": {
        "required": ["mainEntity"],
        "properties": {
            "mainEntity": {
                "type": "array",
                "minItems": 2,
                "items": {
                    "required": ["name", "acceptedAnswer"],
                    "properties": {
                        "acceptedAnswer": {
                            "required": ["@type", "text"],
                            "properties": {"text": TEXT},
                        }
                    },
                },
            }
        },
    },
    "BreadcrumbList": {
        "required": ["itemListElement"],
        "properties": {
            "itemListElement": {
                "type": "array",
                "minItems": 2,
                "items": {
                    "required": ["@type", "position", "name", "item"],
                    "properties": {"item": URL, "name": TEXT},
                },
            }
        },
    },
    "ClaimReview": {
        "required": ["claimReviewed", "reviewRating", "author", "url", "itemReviewed"],
        "properties": {
            "claimReviewed": TEXT,
            "url": URL,
            "author": ORGANISATION,
            "reviewRating": {
                "required": ["ratingValue", "bestRating", "worstRating"],
                "properties": {
                    "ratingValue": {"type": "integer", "minimum": 1, "maximum": 5},
                    "alternateName": TEXT,
                },
            },
        },
    },
    "ItemList": {"required": ["itemListElement"]},
    "DefinedTermSet": {"required": ["hasDefinedTerm", "name"]},
    "DefinedTerm": {
        "required": ["name", "description", "url", "inDefinedTermSet"],
        "properties": {"name": TEXT, "description": TEXT, "url": URL},
    },
}


def nodes(response) -> dict[str, dict]:
    """The nodes of a page by type, each of them in its shape."""
    (block,) = BLOCK.findall(response.content.decode())
    data = json.loads(block)
    assert data["@context"] == "https://schema.org"
    found = {node["@type"]: node for node in data["@graph"]}
    for kind, node in found.items():
        Draft202012Validator(SHAPES[kind]).validate(node)
    return found


def test_each_kind_of_page_tells_what_it_is(client, article, claim):
    Term.objects.create(
        key="due", word="逾期", meaning="到期没有还。", body="从次日起。"
    )
    expected = {
        article().get_absolute_url(): "Article",
        claim.get_absolute_url(): "ClaimReview",
        "/topics/": "ItemList",
        "/topics/court/": "ItemList",
        "/claims/": "ItemList",
        "/glossary/": "DefinedTermSet",
        "/glossary/due/": "DefinedTerm",
    }
    for address, kind in expected.items():
        assert set(nodes(client.get(address))) == {kind, "BreadcrumbList"}


def test_a_page_of_questions_is_a_faq_and_no_other_is(client, article):
    asks = article("asks", body="## 会坐牢吗\n\n不会。\n\n## 要多久？\n\n不一定。\n")
    found = nodes(client.get(asks.get_absolute_url()))
    questions = found["FAQPage"]["mainEntity"]
    assert [question["name"] for question in questions] == ["会坐牢吗", "要多久？"]
    assert "FAQPage" not in nodes(client.get(article().get_absolute_url()))


def test_no_title_breaks_out_of_the_data(client, article):
    page = article("odd", title="</script><script>alert(1)</script>&\"'")
    response = client.get(page.get_absolute_url())
    assert nodes(response)["Article"]["headline"] == page.title
    assert "<script>alert" not in response.content.decode()


def test_the_head_names_one_address_whatever_the_query(client, article):
    html = client.get(f"{article().get_absolute_url()}?from=x").content.decode()
    address = "http://testserver/articles/court-days/"
    assert f'<link rel="canonical" href="{address}">' in html
    assert f'<meta property="og:url" content="{address}">' in html
    assert '<meta property="og:type" content="article">' in html


def test_the_feed_is_atom_with_the_answers(client, article):
    article()
    response = client.get("/feed/")
    assert response["Content-Type"].startswith("application/atom+xml")
    space = "{http://www.w3.org/2005/Atom}"
    root = ET.fromstring(response.content)  # noqa: S314  our own feed
    for name in ("id", "title", "updated"):
        assert root.findtext(space + name)
    (entry,) = root.findall(f"{space}entry")
    assert entry.findtext(f"{space}summary") == "被告一般有 15 日提出答辩状。"
    for name in ("id", "title", "updated"):
        assert entry.findtext(space + name)


def test_the_sitemap_lists_what_readers_can_open(client, article, claim):
    page = article()
    article("hidden", status="draft")
    Term.objects.create(
        key="due", word="逾期", meaning="到期没有还。", body="从次日起。"
    )
    response = client.get("/sitemap.xml")
    assert response["Content-Type"].startswith("application/xml")
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    root = ET.fromstring(response.content)  # noqa: S314  our own sitemap
    assert root.tag == f"{space}urlset"
    found = [url.findtext(f"{space}loc") for url in root]
    assert len(set(found)) == len(found)
    shown = {address.removeprefix("http://testserver") for address in found}
    assert {page.get_absolute_url(), claim.get_absolute_url()} <= shown
    assert {"/channels/", "/glossary/due/"} <= shown
    assert "/articles/hidden/" not in shown
