"""Addresses of the tools."""

from django.urls import path

from timeline.tools.assess.views import assess_view, calendar_view
from timeline.views import timeline_profile

urlpatterns = [
    path("assess/", assess_view, name="assess"),
    path("assess/calendar/", calendar_view, name="assess-calendar"),
    path("timeline/<slug:key>/", timeline_profile, name="timeline-profile"),
]
