"""Addresses of the tools."""

from django.urls import path, re_path

from timeline.tools.assess.views import assess_view, calendar_view
from timeline.tools.budget.views import budget_view, sheet_view
from timeline.tools.conduct.views import conduct_view, csv_view, xlsx_view
from timeline.tools.contact.views import contact_text_view, contact_view
from timeline.tools.cost.views import cost_file_view, cost_view
from timeline.tools.court_cost.views import court_cost_view
from timeline.tools.debts.views import debts_view
from timeline.tools.debts.views import file_view as debts_file_view
from timeline.tools.letters.views import letter_view, letters_view
from timeline.tools.limitation.views import limitation_view
from timeline.tools.lint.views import lint_view
from timeline.tools.message.views import message_calendar_view, message_view
from timeline.tools.offer.views import file_view as offer_file_view
from timeline.tools.offer.views import offer_view
from timeline.tools.papers.views import paper_view, papers_calendar_view, papers_view
from timeline.tools.payment_order.views import payment_order_view
from timeline.tools.rate.views import rate_view
from timeline.views import timeline_profile

urlpatterns = [
    path("assess/", assess_view, name="assess"),
    path("assess/calendar/", calendar_view, name="assess-calendar"),
    path("conduct/", conduct_view, name="conduct"),
    path("conduct/csv/", csv_view, name="conduct-csv"),
    path("conduct/xlsx/", xlsx_view, name="conduct-xlsx"),
    path("contact/", contact_view, name="contact"),
    path("contact/text/", contact_text_view, name="contact-text"),
    path("court/message/", message_view, name="court-message"),
    path("court/message/calendar/", message_calendar_view, name="message-calendar"),
    path("court/papers/", papers_view, name="papers"),
    path("court/papers/calendar/", papers_calendar_view, name="papers-calendar"),
    path("court/papers/<slug:key>/", paper_view, name="paper"),
    path("court/payment-order/", payment_order_view, name="payment-order"),
    path("repay/budget/", budget_view, name="budget"),
    path("repay/budget/sheet/", sheet_view, name="budget-sheet"),
    path("repay/cost/", cost_view, name="cost"),
    re_path(r"^repay/cost/days\.(?P<kind>csv|xlsx)$", cost_file_view, name="cost-file"),
    path("repay/court-cost/", court_cost_view, name="court-cost"),
    path("repay/rate/", rate_view, name="rate"),
    path("repay/debts/", debts_view, name="debts"),
    re_path(r"^repay/debts/(?P<kind>csv|xlsx)/$", debts_file_view, name="debts-file"),
    path("repay/offer/", offer_view, name="repay-offer"),
    re_path(r"^repay/offer/(?P<kind>csv|xlsx)/$", offer_file_view, name="offer-file"),
    path("timeline/<slug:key>/", timeline_profile, name="timeline-profile"),
    path("letters/", letters_view, name="letters"),
    path("letters/check/", lint_view, name="lint"),
    path("letters/limitation/", limitation_view, name="limitation"),
    path("letters/<slug:key>/", letter_view, name="letter"),  # after every letters/…
]
