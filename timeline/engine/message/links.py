"""Web addresses in a text, compared with official ones.

A look-alike says something; an official address proves nothing, because anybody can
put it into a message beside another one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

# Latin with accents, Greek and Cyrillic: letters that pass for plain ones.
LETTER: Final = r"a-z0-9\u00df-\u02af\u0370-\u052f_\-"
MASK: Final = "*×"
SCHEME: Final = r"h(?:tt|xx)ps?[:.]{0,2}[/\\]{1,3}"
# Who is named before an @ decides nothing; only the host after it does.
ADDRESS: Final = re.compile(
    rf"(?P<scheme>{SCHEME})?(?<![{LETTER}.@])"
    r"(?(scheme)(?:(?P<user>[^\s/\\@一-鿿]{1,80})@)?)"
    rf"(?P<host>(?:[{LETTER}{MASK}%]{{1,63}}[.。]){{1,8}}"
    rf"(?:xn--[a-z0-9-]{{2,40}}|[a-z]{{2,18}}))(?P<end>[^{LETTER}]?)"
)
NUMBERED: Final = re.compile(
    rf"(?P<scheme>{SCHEME})(?:[^\s/\\@一-鿿]{{1,80}}@)?"
    r"(?P<host>\d{1,3}(?:\.\d{1,3}){3}|\d{8,10}|0x[0-9a-f]{1,8}|\[[0-9a-f:.]{2,45}\])"
    r"|(?<![\d.])(?P<bare>\d{1,3}(?:\.\d{1,3}){3})(?=[:/])"
)
JOINTS: Final = str.maketrans("", "", ".-_")
CHINESE: Final = re.compile(
    rf"{SCHEME}(?P<host>[{LETTER}一-鿿]{{1,30}}\.(?:中国|公司|网络|网址))"
)


class LinkKind(StrEnum):
    """What an address is, worst first; each is the key of a cue after ``link-``."""

    USER_INFO = "user-info"
    NUMBERS = "numbers"
    LOOK_ALIKE = "look-alike"
    PUNYCODE = "punycode"
    CHEAP_ENDING = "cheap-ending"
    SHORT = "short"
    OFFICIAL = "official"
    GOVERNMENT = "government"
    OTHER = "other"


@dataclass(frozen=True, slots=True, eq=False)
class Addresses:
    """What addresses are compared with, as data.

    Args:
        official: Domains of courts and court platforms; their sub-domains too.
        government: Endings that only public bodies are given.
        short: Domains that hide where they lead.
        cheap: Endings often seen on throw-away sites.
        court_words: Parts of names that only a court's address should have.
        look_alikes: Characters, or pairs, that pass for a plain letter.
    """

    official: tuple[str, ...]
    government: tuple[str, ...]
    short: tuple[str, ...]
    cheap: tuple[str, ...]
    court_words: tuple[str, ...]
    look_alikes: Mapping[str, str]


class Link(NamedTuple):
    """An address in a folded text that keeps its spaces, half-open."""

    kind: LinkKind
    host: str
    start: int
    end: int


def links(text: str, known: Addresses) -> Iterator[Link]:
    """Every address in the text, in no particular order."""
    for match in ADDRESS.finditer(text):
        host = match["host"].replace("。", ".").strip(".").lower()
        if match["scheme"] or _is_host(host, match["end"], known):
            kind = host_kind(host, known)
            if match["user"]:
                kind = LinkKind.USER_INFO
            elif match["end"] in tuple(MASK):  # the rest of the name was hidden
                kind = LinkKind.OTHER
            yield Link(kind, host, match.start(), match.end("host"))
    for match in NUMBERED.finditer(text):
        host = match["host"] or match["bare"]
        yield Link(LinkKind.NUMBERS, host, *match.span())
    for match in CHINESE.finditer(text):
        yield Link(LinkKind.OTHER, match["host"], *match.span())


def host_kind(host: str, known: Addresses) -> LinkKind:
    """What a host name is, without a port, a path or a user before it."""
    if any(within(host, domain) for domain in known.official):
        return LinkKind.OFFICIAL
    if any(within(host, ending) for ending in known.government):
        return LinkKind.GOVERNMENT
    if "%" in host:
        return LinkKind.USER_INFO
    if _looks_official(host, known):
        return LinkKind.LOOK_ALIKE
    if "xn--" in host or not host.isascii():
        return LinkKind.PUNYCODE
    if any(within(host, domain) for domain in known.short):
        return LinkKind.SHORT
    if host.rpartition(".")[2] in known.cheap:
        return LinkKind.CHEAP_ENDING
    return LinkKind.OTHER


def within(host: str, domain: str) -> bool:
    """Whether the host is the domain itself or lies below it."""
    return host == domain or host.endswith(f".{domain}")


def _is_host(host: str, end: str, known: Addresses) -> bool:
    """Whether an address without ``http`` is one, and not a version or a decimal."""
    labels = host.split(".")
    endings = ("com", "cn", "net", "org", "top", "cc", "vip", "xyz", "io", "me")
    return (
        labels[0] == "www"
        or labels[-1] in (*endings, *known.cheap)
        or any(within(host, domain) for domain in known.short)
        or end in ("/", "\\", ":")
        or labels[-1].startswith("xn--")
    )


def _looks_official(host: str, known: Addresses) -> bool:
    """Whether a host that is not official is made to be taken for one."""
    plain = _plain(host, known)
    joined, written = plain.translate(JOINTS), host.translate(JOINTS)
    official = (*known.official, *known.government)
    return (
        any(domain.translate(JOINTS) in joined for domain in official)
        or any(_near(plain, domain) for domain in known.official)
        or any(word in joined or word in written for word in known.court_words)
    )


def _plain(host: str, known: Addresses) -> str:
    """The host as a hasty eye reads it."""
    if "xn--" in host:
        host = ".".join(_unpuny(label) for label in host.split("."))
    for sign, letter in known.look_alikes.items():
        host = host.replace(sign, letter)
    return host


def _unpuny(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    try:
        return label[4:].encode("ascii").decode("punycode")
    except UnicodeError:
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
