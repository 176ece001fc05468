"""The sum in dispute, and what was judged."""

from __future__ import annotations

from typing import Any

from crispy_forms.layout import ButtonHolder, Div, Fieldset, Submit

from timeline.engine import FactsError
from timeline.forms.carry import AnswersForm
from timeline.forms.fields import WholeField, YuanField
from timeline.forms.layout import form_helper
from timeline.tools.court_cost.reckoning import MOST_DAYS, CourtCost, court_cost


class CourtCostForm(AnswersForm):
    """Turns sums into a ``CourtCost``; fields are named as in ``ask court-cost``."""

    hide_optional = True
    cost: CourtCost

    sum = YuanField(
        label="对方要多少钱（元）",
        help_text="起诉状「诉讼请求」里的总数；还没起诉，就填对方说的数。已经判决、只想看执行费的，可以空着。",
    )
    frozen = YuanField(
        label="冻结了多少（元）",
        help_text="没有冻结，或者不知道，就空着。",
    )
    judged = YuanField(
        label="判决要付的钱，不含一般利息（元）",
        help_text="判决写「以多少为基数，按多少利率算到付清」的，是一般利息，不填进来；"
        "别的填总数。还没有判决就空着。",
    )
    late_days = WholeField(1, MOST_DAYS, units="天日", label="过了判决写的日子几天？")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = form_helper(
            Fieldset("争的是多少", Div("sum", "frozen", css_class="pair")),
            Fieldset("判决以后晚付", Div("judged", "late_days", css_class="pair")),
            ButtonHolder(Submit("answer", "看要花多少")),
        )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if self.errors:
            return data
        values = {name: value for name, value in data.items() if value is not None}
        try:
            self.cost = court_cost(values, self.today)
        except FactsError as error:
            self.add_error(error.field, str(error))
        return data
