"""Every address of the site."""

from __future__ import annotations

from typing import Final

from django.contrib import admin
from django.urls import include, path

from portal.feeds import feed
from portal.health import healthz
from portal.search.views import search
from portal.sitemaps import sitemap
from portal.views import library
from portal.views.site import advice, home, source, sources
from portal.views.votes import vote

handler400 = "portal.middleware.bad_request"

# Pages of ``portal/content/pages`` by key, with their address.
ADVICE: Final = {
    "first": "first/",
    "hard-times": "hard-times/",
    "contact-family": "contact/family/",
    "contact-guarantor": "contact/guarantor/",
    "contact-recycled-number": "contact/recycled-number/",
    "contact-colleague": "contact/colleague/",
    "contact-identity-used": "contact/identity-used/",
    "about": "about/",
    "privacy": "privacy/",
    "accessibility": "accessibility/",
}

urlpatterns = [
    path("", home, name="home"),
    path("sources/", sources, name="sources"),
    path("sources/<slug:key>/", source, name="source"),
    *[path(address, advice, {"key": key}, name=key) for key, address in ADVICE.items()],
    path("topics/", library.topics, name="topics"),
    path("topics/<slug:key>/", library.topic, name="topic"),
    path("articles/<slug:slug>/", library.article, name="article"),
    path("articles/<slug:slug>/vote/", vote, name="vote"),
    path("claims/", library.claims, name="claims"),
    path("claims/<slug:slug>/", library.claim, name="claim"),
    path("glossary/", library.glossary, name="glossary"),
    path("glossary/<slug:key>/", library.term, name="term"),
    path("channels/", library.channels, name="channels"),
    path("search/", search, name="search"),
    path("feed/", feed, name="feed"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("admin/", admin.site.urls),
    path("healthz", healthz, name="healthz"),
    path("", include("timeline.urls")),
]
