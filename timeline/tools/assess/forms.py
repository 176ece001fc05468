"""The questions about one debt.  Shape is checked here, meaning in ``Facts``."""

from __future__ import annotations

from typing import Any, NamedTuple

from crispy_forms.helper import FormHelper
from crispy_forms.layout import ButtonHolder, Div, Fieldset, Submit
from django import forms

from timeline.engine import (
    Agreement,
    Facts,
    FactsError,
    LenderKind,
    Role,
)
from timeline.engine.facts import TOO_MANY_PAPERS
from timeline.forms.fields import UNKNOWN
from timeline.forms.layout import form_helper
from timeline.forms.rows import MORE, filled_beyond, row_count
from timeline.tools.assess.questions import UNSURE, Questions
from timeline.tools.assess.rows import (
    MOST_ROWS,
    PARTS,
    ROW,
    SPARE_ROWS,
    paper,
    row_fields,
    row_layout,
    row_name,
)


class Answer(NamedTuple):
    """One given answer; ``anchor`` is the id of its control."""

    label: str
    value: str
    anchor: str


class AssessForm(Questions):
    """Turns a visitor's answers into ``Facts``; knows no rule of its own.

    Field names are those of ``ask assess``, so an error of ``Facts`` finds its place.
    """

    facts: Facts

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.inferred: dict[str, str] = {}
        self.ignored: set[str] = set()
        self.rows = row_count("papers", self.given, spare=SPARE_ROWS, most=MOST_ROWS)
        for row in range(self.rows):
            self.fields.update(row_fields(row))
        self.helper = self._helper()

    def answers(self) -> list[Answer]:
        """What was answered, in the visitor's words; what was left open is left out."""
        found = []
        for bound in self:
            shown = self.data.get(bound.name) or self.inferred.get(bound.name)
            if not shown or bound.name in self.ignored:
                continue
            if isinstance(bound.field, forms.ChoiceField):
                choices: Any = bound.field.choices  # the stubs allow too much
                shown = {str(key): str(label) for key, label in choices}[shown]
            elif isinstance(bound.field, forms.BooleanField):
                shown = "是"
            label = str(bound.label)
            if match := ROW.fullmatch(bound.name):
                label = f"{row_name(int(match[1]))}：{label}"
            anchor = bound.id_for_label or f"{bound.auto_id}_0"
            found.append(Answer(label, shown, anchor))
        return found

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        filled = self._filled_rows(data)
        self._check_when(data)
        self._check_papers(data, filled)
        if not self.errors:
            try:
                self.facts = self._facts(data, filled)
            except FactsError as error:
                self._add(error, filled)
        return data

    def _check_when(self, data: dict[str, Any]) -> None:
        """A date or a number is itself the answer to how it is known."""
        if "when" in self.errors and not self.data.get("when"):
            given = "date" if data.get("due_date") else "days"
            if data.get("due_date") or data.get("overdue_days"):
                data["when"] = self.inferred["when"] = given
                del self.errors["when"]
        self._ignore_what_was_not_chosen(data)
        if data.get("when") == "date" and not self._given("due_date", data):
            self.add_error("due_date", "请填还款日；想不起来就在上面选「不知道」。")
        if data.get("when") == "days" and not self._given("overdue_days", data):
            self.add_error("overdue_days", "请填天数；说不清就在上面选「不知道」。")

    def _ignore_what_was_not_chosen(self, data: dict[str, Any]) -> None:
        """Whatever is left in a control that the other answers hide blocks nothing."""
        asked_by = {
            "due_date": ("when", "date"),
            "overdue_days": ("when", "days"),
            "agreement_next_due": ("agreement", Agreement.KEPT),
        }
        for name, (question, answer) in asked_by.items():
            if data.get(question) and data[question] != answer:
                self.ignored.add(name)
                self.errors.pop(name, None)

    def _given(self, name: str, data: dict[str, Any]) -> bool:
        return name in self.errors or data.get(name) is not None

    def _check_papers(self, data: dict[str, Any], filled: list[int]) -> None:
        answer = data.get("papers")
        if filled and answer != "some":
            self.errors.pop("papers", None)
            if answer:
                self.add_error("papers", "下面填了文书，这里请选「收到过」。")
            else:
                data["papers"] = self.inferred["papers"] = "some"
        if filled_beyond("papers", self.data, self.rows):
            self.add_error("papers", TOO_MANY_PAPERS)
        elif answer == "some" and not filled:
            self.add_error(
                "papers.0.kind", "请选是哪种文书；认不出来就在上面选「不知道」。"
            )
        for row in filled:
            name = f"papers.{row}.kind"
            if not data.get(name) and name not in self.errors:
                self.add_error(name, "请选是哪种文书。")

    def _filled_rows(self, data: dict[str, Any]) -> list[int]:
        return [
            row
            for row in range(self.rows)
            if any(self.data.get(f"papers.{row}.{part}") for part in PARTS)
        ]

    def _add(self, error: FactsError, filled: list[int]) -> None:
        """Put an error of ``Facts`` at its field; rows left empty shift positions."""
        field = error.field
        if match := ROW.fullmatch(field):
            position = int(match[1])
            field = field.replace(f".{position}.", f".{filled[position]}.", 1)
        self.add_error("principal" if field == "principal_fen" else field, str(error))

    def _facts(self, data: dict[str, Any], filled: list[int]) -> Facts:
        when, papers = data["when"], data["papers"]
        agreement = data["agreement"]
        known = agreement and agreement != UNKNOWN
        kept = agreement == Agreement.KEPT
        return Facts(
            role=Role.CONTACT if data["role"] == UNSURE else Role(data["role"]),
            today=self.today,
            product=data["product"] or UNKNOWN,
            lender_kind=LenderKind(data["lender_kind"] or UNKNOWN),
            due_date=data["due_date"] if when == "date" else None,
            overdue_days=data["overdue_days"] if when == "days" else None,
            principal_fen=data["principal"],
            reachable=data["reachable"],
            contact_called=data["contact_called"],
            contact_refused=data["contact_refused"],
            agreement=Agreement(agreement) if known else None,
            agreement_next_due=data["agreement_next_due"] if kept else None,
            papers=None
            if papers == UNKNOWN
            else tuple(paper(data, row) for row in filled),
        )

    def _helper(self) -> FormHelper:
        return form_helper(
            Fieldset(
                "先答这三题",
                "role",
                "when",
                Div("due_date", css_class="reveal--when-date"),
                Div("overdue_days", css_class="reveal--when-days"),
                "papers",
                Div(
                    *[row_layout(row) for row in range(self.rows)],
                    Submit(MORE, "再加一份文书", formnovalidate=True),
                    css_class="reveal--papers-some papers",
                ),
            ),
            Fieldset("这笔钱（不知道可以空着）", "product", "lender_kind", "principal"),
            Fieldset(
                "联系和协商（不知道可以空着）",
                "reachable",
                "contact_called",
                Div("contact_refused", css_class="reveal--contact-called-yes"),
                "agreement",
                Div("agreement_next_due", css_class="reveal--agreement-kept"),
            ),
            ButtonHolder(Submit("answer", "看看我在哪一步")),
        )
