"""A file with one wrong line is refused, and the message names file and key."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline import catalog
from timeline.catalog.norms import NormRecord
from timeline.catalog.profiles import ProfileRecord
from timeline.catalog.records import read
from timeline.engine import DataError

NORM = (catalog.DATA / "norms" / "answer-days.toml").read_text(encoding="utf-8")
PROFILE = (catalog.DATA / "profiles" / "renxingdai.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("title =", "titel =", "titel"),
        ('title = "答辩期"', "", "title"),
        ("value = 15", 'value = "fifteen"', "value"),
        ("value = 15", "value = true", "value"),
        ("since = 2024-01-01", 'since = "2024-01-01"', "since"),
        ("since = 2024-01-01", "since = 2024-01-01T00:00:00", "since"),
        ('unit = "days"', 'unit = "fortnights"', "unit"),
        ("checked =", "expires = 2027-01-01\nchecked =", "expires"),
        ("[[versions]]", "[versions]", "versions"),
        ('unit = "days"', "unit = ", "line 2"),
    ],
)
def test_a_wrong_norm_file_is_refused_by_file_and_key(
    tmp_path: Path, old: str, new: str, named: str
) -> None:
    assert old in NORM
    path = tmp_path / "answer-days.toml"
    path.write_text(NORM.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataError, match=named) as refused:
        read(path, NormRecord)
    assert "answer-days.toml" in str(refused.value)


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("small_sum =", "smal_sum =", "smal_sum"),
        ('stage = "contact"', 'stage = "contacts"', "stage"),
        ('strength = "practice"', 'strength = "rumour"', "strength"),
        ("start = 8", "start = 8\nbegin = 8", "begin"),
        ("start = 8", "start = 8.0", "start"),
        ('lender_kind = "platform"', 'lender_kind = "shop"', "lender_kind"),
    ],
)
def test_a_wrong_profile_file_is_refused_by_file_and_key(
    tmp_path: Path, old: str, new: str, named: str
) -> None:
    assert old in PROFILE
    path = tmp_path / "renxingdai.toml"
    path.write_text(PROFILE.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataError, match=named) as refused:
        read(path, ProfileRecord)
    assert "renxingdai.toml" in str(refused.value)


def test_a_missing_file_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"answer-days\.toml"):
        read(tmp_path / "answer-days.toml", NormRecord)


def test_the_files_as_they_are_can_be_read(tmp_path: Path) -> None:
    for name, text, shape in (
        ("answer-days", NORM, NormRecord),
        ("renxingdai", PROFILE, ProfileRecord),
    ):
        path = tmp_path / f"{name}.toml"
        path.write_text(text, encoding="utf-8")
        assert read(path, shape)
