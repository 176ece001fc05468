"""What the name of a web address is worth: its end decides, never what stands before.

A look-alike says something; an official address proves nothing, because anybody can
put it into a message beside another one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

HAN: Final = r"一-鿿"
# Latin with accents, Greek, Cyrillic and Armenian: letters that pass for plain ones.
FOREIGN: Final = r"\u00df-\u02af\u0370-\u058f\u1d00-\u1d7f\u1e00-\u1eff"
LETTER: Final = rf"a-z0-9{FOREIGN}_\-"
JOINTS: Final = str.maketrans("", "", ".-_")
CHINESE_NAME: Final = re.compile(rf"[{HAN}a-z0-9.-]+")
NUMERAL: Final = re.compile(r"0x[0-9a-f]*|[0-9]+")
BYTE: Final = 256
PARTS: Final = 4  # of an IPv4 address


class LinkKind(StrEnum):
    """What an address is, worst first; each is the key of a cue after ``link-``."""

    USER_INFO = "user-info"
    NUMBERS = "numbers"
    LOOK_ALIKE = "look-alike"
    PUNYCODE = "punycode"
    CHEAP_ENDING = "cheap-ending"
    SHORT = "short"
    PLATFORM = "platform"
    OFFICIAL = "official"
    GOVERNMENT = "government"
    OTHER = "other"


@dataclass(frozen=True, slots=True, eq=False)
class Addresses:
    """What addresses are compared with, as data.

    Args:
        official: Domains of courts and court platforms; their sub-domains too.
        government: Endings that only public bodies are given.
        platforms: Domains of companies through which courts are said to serve.
        short: Domains that hide where they lead.
        cheap: Endings often seen on throw-away sites.
        usual: Endings by which an address without ``http`` is known.
        chinese: Endings in Chinese.
        reserved: Those of them that are said to be given to institutions only.
        court_words: Parts of names that only a court's address should have.
        lead_in: Words that end just before an address, written without a space.
        look_alikes: Characters, or pairs, that pass for a plain letter.
    """

    official: tuple[str, ...]
    government: tuple[str, ...]
    platforms: tuple[str, ...]
    short: tuple[str, ...]
    cheap: tuple[str, ...]
    usual: tuple[str, ...]
    chinese: tuple[str, ...]
    reserved: tuple[str, ...]
    court_words: tuple[str, ...]
    lead_in: tuple[str, ...]
    look_alikes: Mapping[str, str]


def host_kind(host: str, known: Addresses) -> LinkKind:
    """What a host name is, without a port, a path or a user before it."""
    if ip_address(host):
        return LinkKind.NUMBERS
    shown = ".".join(map(_unpuny, host.split(".")))
    if _passes_for_official(shown, known):
        return LinkKind.LOOK_ALIKE
    for kind, domains in (
        (LinkKind.OFFICIAL, known.official),
        (LinkKind.GOVERNMENT, known.government),
        (LinkKind.PLATFORM, known.platforms),
    ):
        if shown.isascii() and any(within(host, domain) for domain in domains):
            return kind
    ending = shown.rpartition(".")[2]
    if ending in known.reserved:
        return LinkKind.OTHER
    if _looks_official(host, shown, known):
        return LinkKind.LOOK_ALIKE
    if not CHINESE_NAME.fullmatch(shown) or "xn--" in shown:
        return LinkKind.PUNYCODE
    if any(within(host, domain) for domain in known.short):
        return LinkKind.SHORT
    return LinkKind.CHEAP_ENDING if ending in known.cheap else LinkKind.OTHER


def within(host: str, domain: str) -> bool:
    """Whether the host is the domain itself or lies below it."""
    return host == domain or host.endswith(f".{domain}")


def ip_address(host: str) -> str | None:
    """The address behind a host of numbers, as browsers read it; as written if none.

    ``0x7f.1``, ``0177.0.0.1`` and ``2130706433`` are all 127.0.0.1.
    """
    if host.startswith("["):
        return host
    parts = host.split(".")
    if not NUMERAL.fullmatch(parts[-1]):
        return None
    if len(parts) > PARTS or not all(map(NUMERAL.fullmatch, parts)):
        return host
    try:
        *first, last = map(_numeral, parts)
    except ValueError:
        return host
    if any(part >= BYTE for part in first) or last >= BYTE ** (PARTS - len(first)):
        return host
    rest = last.to_bytes(PARTS - len(first), "big")
    return ".".join(map(str, (*first, *rest)))


def plain(host: str, known: Addresses) -> str:
    """The name as a hasty eye reads it."""
    bare = "".join(
        sign
        for sign in unicodedata.normalize("NFD", host)
        if unicodedata.category(sign) != "Mn"
    )
    for sign, letter in known.look_alikes.items():
        bare = bare.replace(sign, letter)
    return bare


def _numeral(part: str) -> int:
    if part.startswith("0x"):
        return int(part[2:] or "0", 16)
    return int(part, 8 if part.startswith("0") else 10)


def _passes_for_official(shown: str, known: Addresses) -> bool:
    """Whether only its letters differ from an official name: c0urt.gov.cn."""
    hasty = plain(shown, known)
    return any(
        within(hasty, domain) and not within(shown, domain) for domain in known.official
    )


def _looks_official(host: str, shown: str, known: Addresses) -> bool:
    """Whether a host that is not official is made to be taken for one."""
    hasty = plain(shown, known)
    joined, written = hasty.translate(JOINTS), host.translate(JOINTS)
    official = (*known.official, *known.government)
    return (
        any(domain.translate(JOINTS) in joined for domain in official)
        or any(_near(hasty, domain) for domain in known.official)
        or any(word in joined or word in written for word in known.court_words)
    )


def _unpuny(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    try:
        return label[4:].encode("ascii").decode("punycode")
    except (UnicodeError, ValueError, OverflowError):
        return label


def _near(host: str, domain: str) -> bool:
    """Whether the end of the host is one edit away from the domain."""
    labels = domain.count(".") + 1
    end = ".".join(host.split(".")[-labels:])
    if abs(len(end) - len(domain)) > 1:
        return False
    start = 0
    while start < min(len(end), len(domain)) and end[start] == domain[start]:
        start += 1
    return (
        end[start + 1 :] == domain[start + 1 :]
        or end[start + 1 :] == domain[start:]
        or end[start:] == domain[start + 1 :]
        or (
            end[start : start + 2] == domain[start : start + 2][::-1]
            and end[start + 2 :] == domain[start + 2 :]
        )
    )
