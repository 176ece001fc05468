"""No day without a stage, no day with two versions, no file that is half right."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise

import pytest

from timeline import catalog
from timeline.engine import (
    Band,
    DataError,
    LenderKind,
    Norm,
    Profile,
    Strength,
    TimeStage,
    Unit,
    Version,
)

DAYS = range(-400, 2000)
BOUNDS = (None, 1, 8, 15, 31, 91, None)


def test_there_is_a_profile_for_each_product_and_each_kind_of_lender() -> None:
    named = {"renxingdai", "chengyidai", "jinnongyidai"}
    assert named | set(LenderKind) <= set(catalog.profiles())


@pytest.mark.parametrize("key", catalog.profiles())
def test_each_day_lies_in_exactly_one_band(key: str) -> None:
    bands = catalog.profiles()[key].bands
    for day in DAYS:
        assert sum(band.meets(day, day) for band in bands) == 1, day


@pytest.mark.parametrize("key", catalog.profiles())
def test_bands_follow_each_other_and_none_is_empty(key: str) -> None:
    bands = catalog.profiles()[key].bands
    assert [band.stage for band in bands] == list(TimeStage)
    assert bands[0].start is None
    assert bands[-1].end is None
    for band, later in pairwise(bands):
        assert band.end == later.start
    for band in bands[1:-1]:
        assert band.start is not None
        assert band.end is not None
        assert band.start < band.end


@pytest.mark.parametrize("key", catalog.profiles())
def test_the_label_of_a_band_names_its_first_and_last_day(key: str) -> None:
    for band in catalog.profiles()[key].bands[1:-1]:
        assert band.end is not None
        numbers = [int(found) for found in re.findall(r"\d+", band.label)]
        assert numbers == [band.start, band.end - 1]


@pytest.mark.parametrize("key", catalog.norms())
def test_versions_of_a_norm_never_overlap_and_end_before_the_next(key: str) -> None:
    versions = catalog.norms()[key].versions
    for version, later in pairwise(versions):
        assert version.until is not None
        assert version.until <= later.since
    for version in versions:
        around = (version.since, version.until or version.since + timedelta(9999))
        for day in (around[0], around[1] - timedelta(1)):
            applying = [
                one
                for one in versions
                if one.since <= day and (one.until is None or day < one.until)
            ]
            assert applying == [version]
            assert catalog.norms()[key].on(day) is version
        before = catalog.norms()[key].on(version.since - timedelta(1))
        assert before is not version


def test_each_years_notice_was_announced_in_the_year_before() -> None:
    for year, record in catalog.year_records().items():
        assert record.announced.year == year - 1


def _bands(*bounds: int | None) -> tuple[Band, ...]:
    return tuple(
        Band(stage, start, end, "web-accounts:general")
        for stage, (start, end) in zip(TimeStage, pairwise(bounds), strict=True)
    )


def _profile(bands: tuple[Band, ...]) -> Profile:
    return Profile("renxingdai", LenderKind.BANK, bands, 1, 2)


def test_sound_bands_make_a_profile() -> None:
    assert len(_profile(_bands(*BOUNDS)).bands) == len(TimeStage)


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (lambda bands: bands[:2] + bands[3:], "every stage"),
        (lambda bands: (bands[1], bands[0], *bands[2:]), "every stage"),
        (lambda bands: (Band(TimeStage.NOT_DUE, 0, 1, ""), *bands[1:]), "open"),
        (
            lambda bands: (
                *bands[:2],
                Band(TimeStage.CONTACT, 9, 15, ""),
                *bands[3:],
            ),
            "reminder",
        ),
        (
            lambda bands: (
                *bands[:2],
                Band(TimeStage.CONTACT, 7, 15, ""),
                *bands[3:],
            ),
            "reminder",
        ),
        (lambda bands: _bands(None, 1, 8, 8, 31, 91, None), "contact"),
        (lambda bands: _bands(None, 1, 8, 5, 31, 91, None), "contact"),
    ],
    ids=["missing", "order", "closed", "gap", "overlap", "empty", "backwards"],
)
def test_a_profile_with_broken_bands_is_refused(
    change: Callable[[tuple[Band, ...]], tuple[Band, ...]], named: str
) -> None:
    with pytest.raises(DataError, match=named) as refused:
        _profile(change(_bands(*BOUNDS)))
    assert "renxingdai" in str(refused.value)


def _version(since: date, until: date | None = None) -> Version:
    return Version(
        norm="answer-days",
        value=15,
        since=since,
        until=until,
        cite="civil-procedure:128",
        strength=Strength.LAW,
        binds=frozenset({"everyone"}),
    )


@pytest.mark.parametrize(
    "versions",
    [
        (),
        (_version(date(2024, 1, 1)), _version(date(2022, 1, 1))),
        (_version(date(2022, 1, 1)), _version(date(2024, 1, 1))),
        (_version(date(2022, 1, 1), date(2024, 1, 2)), _version(date(2024, 1, 1))),
        (_version(date(2024, 1, 1)), _version(date(2024, 1, 1))),
        (_version(date(2024, 1, 1), date(2024, 1, 1)),),
    ],
    ids=["none", "order", "no end", "one day twice", "same day", "never in force"],
)
def test_a_norm_with_two_versions_on_a_day_is_refused(
    versions: tuple[Version, ...],
) -> None:
    with pytest.raises(DataError, match="answer-days"):
        Norm("answer-days", Unit.DAYS, versions)


def test_between_two_versions_with_a_gap_nothing_applies() -> None:
    old = _version(date(2020, 1, 1), date(2022, 1, 1))
    new = _version(date(2024, 1, 1))
    norm = Norm("answer-days", Unit.DAYS, (old, new))
    assert norm.on(date(2021, 12, 31)) is old
    assert norm.on(date(2022, 1, 1)) is None
    assert norm.on(date(2023, 12, 31)) is None
    assert norm.on(date(2024, 1, 1)) is new
    assert norm.on(date(2019, 12, 31)) is None


def test_an_unknown_citation_is_refused_by_its_name() -> None:
    with pytest.raises(DataError, match="civil-code:99999"):
        catalog.article("civil-code:99999")


def test_an_unknown_norm_in_a_sentence_is_refused_by_its_name() -> None:
    with pytest.raises(DataError, match="no-such-norm"):
        catalog.fill("{{ norm:no-such-norm }}", date(2026, 11, 23))
