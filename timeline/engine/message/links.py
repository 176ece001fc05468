"""Web addresses in a text: each with the one host that it leads to.

Who is named before an @ decides nothing, and neither does what stands in the path.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from timeline.engine.message.hosts import (
    BYTE,
    FOREIGN,
    HAN,
    LETTER,
    Addresses,
    LinkKind,
    host_kind,
    ip_address,
    plain,
    within,
)

__all__ = ["Link", "links"]

MASK: Final = "*×"
SCHEME: Final = r"h(?:tt|xx)ps?(?:[:.]{0,2}[/\\]{1,4}|:)"
# Both may be written in percents, and these in percents again.
AT: Final = r"(?:@|%(?:25){0,3}40)"
DOT: Final = r"(?:[.。]|%(?:25){0,3}2e|%e3%80%82)"
# No text is both a label and a dot, nor a label of both scripts: time stays linear.
LABEL: Final = rf"(?:[{LETTER}{MASK}]|(?!{AT}|{DOT})%){{1,63}}"
HAN_LABEL: Final = rf"[0-9-]{{0,10}}[{HAN}][{HAN}0-9-]{{0,29}}"
ENDING: Final = rf"(?:xn--[a-z0-9-]{{2,40}}|[a-z{FOREIGN}]{{2,18}})(?![{LETTER}])"
LATIN: Final = rf"{LABEL}{DOT}(?:(?:{LABEL}{DOT}|{HAN_LABEL}\.)){{0,7}}"
NUMERAL: Final = r"(?:0x[0-9a-f]{0,10}|[0-9]{1,16})"
NUMBERS: Final = rf"{NUMERAL}(?:{DOT}{NUMERAL}){{0,3}}(?![{LETTER}]|{DOT}[0-9])"
SIX: Final = r"\[[0-9a-f:.]{2,45}\]"
# Whatever stands between the scheme and an @; Chinese in it only where it begins so,
# for else it is a sentence that goes on to an e-mail address.
USER: Final = rf"(?:[^\s/?#{HAN}]{{1,200}}|[{HAN}]{{1,20}}[^\s/?#,;!。]{{0,60}}){AT}"
# The rest of an address: another one inside it is none of its own.
TAIL: Final = re.compile(
    rf"(?::[0-9]{{0,5}})?(?:[/\\?#][^\s{HAN},;!、。()<>\"'「」《》【】]*)?"
)
LAST_AT: Final = re.compile(rf"{AT}$")
PORT_OR_SLASH: Final = re.compile(r"[:\\]")
PATH: Final = re.compile(rf"[/\\][{LETTER}?#%]")
PORT: Final = re.compile(r":[0-9]{2,5}(?![0-9])")
PERCENTS: Final = re.compile(r"(?:%[0-9a-f]{2})+")
NESTED: Final = 4  # as often as percents may hide percents


class Link(NamedTuple):
    """An address in a folded text that keeps its spaces, half-open."""

    kind: LinkKind
    host: str
    start: int
    end: int


def links(text: str, known: Addresses) -> Iterator[Link]:
    """Every address in the text, in its order; none lies inside another."""
    pattern = _pattern(known)
    place = 0
    while match := pattern.search(text, place):
        link = _link(match, known)
        place = match.end()
        if link:
            yield link
            if tail := TAIL.match(text, place):
                place = tail.end()


@cache
def _pattern(known: Addresses) -> re.Pattern[str]:
    """With ``http``; a name without it; a name in Chinese; an address of numbers."""
    chinese = "|".join(known.chinese)
    name = rf"{LATIN}(?:{ENDING}|(?<=\.)(?:{chinese})(?![{HAN}]))"
    named = (
        rf"[{HAN}][{HAN}{LETTER}]{{0,30}}{DOT}(?:(?:{LABEL}|{HAN_LABEL}){DOT}){{0,7}}"
        rf"(?:{chinese}|{ENDING})"
    )
    alone = rf"(?(user)(?:[{LETTER}]{{1,63}}|[{HAN}]{{1,30}})|(?!))"
    return re.compile(
        rf"{SCHEME}(?P<user>{USER})?(?P<host>{name}|{named}|{NUMBERS}|{SIX}|{alone})"
        rf"|(?<![{LETTER}{MASK}.@%])(?:"
        rf"(?P<before>{LATIN}{ENDING}(?:[:\\][^\s/?#@{HAN}]{{0,60}})?{AT})?"
        rf"(?P<bare>{name}|(?(before){NUMBERS}|(?!)))"
        rf"|(?P<chinese>[{HAN}][{HAN}{LETTER}]{{0,30}}(?:\.{HAN_LABEL}){{0,3}}"
        rf"\.(?:{chinese}))(?![{HAN}{LETTER}])"
        rf"|(?P<numbers>0x[0-9a-f]{{1,8}}(?:\.{NUMERAL}){{0,3}}(?=[:/])"
        rf"|[0-9]{{1,4}}(?:\.[0-9]{{1,4}}){{3}}(?=:[0-9]{{3,5}}|:[0-9]{{2}}/|/[a-z?#])))"
    )


def _link(match: re.Match[str], known: Addresses) -> Link | None:
    start, end = match.span()
    if written := match["host"]:
        return _seen(match, match["user"] or "", written, known)
    if written := match["bare"]:
        before = match["before"] or ""
        real = _tricks(before, known) if before else _is_host(match, known)
        return _seen(match, before, written, known) if real else None
    if written := match["chinese"]:
        host = _after_lead_in(written, known)
        if _is_chinese_host(host, match.string[end : end + 2], known):
            return Link(host_kind(host, known), host, end - len(host), end)
        return None
    host = ip_address(match["numbers"]) or ""
    # A date, or a version, is left as it was written.
    return Link(LinkKind.NUMBERS, host, start, end) if _is_ipv4(host) else None


def _seen(match: re.Match[str], user: str, written: str, known: Addresses) -> Link:
    """An address that is one: where it leads, and by what it deceives."""
    host = _host(written)
    kind = host_kind(host, known)
    if user:
        first = _host(user.partition("\\")[0])
        if "\\" in user and kind in (LinkKind.OFFICIAL, LinkKind.GOVERNMENT):
            host = first  # browsers read the backslash as a slash
        kind = LinkKind.USER_INFO
    elif "%" in written:
        kind = LinkKind.USER_INFO
    elif match.string[match.end() : match.end() + 1] in tuple(MASK):
        kind = LinkKind.OTHER  # the rest of the name was hidden
    return Link(kind, ip_address(host) or host, *match.span())


def _host(written: str) -> str:
    """The name as it is looked up."""
    host = written
    for _ in range(NESTED):
        host = PERCENTS.sub(_spelled_out, host)
    host = host.rpartition("@")[2].replace("。", ".").lower()
    if host.startswith("["):
        return host
    return re.split(r"[/\\?#:]", host)[0].strip(".")


def _spelled_out(match: re.Match[str]) -> str:
    return bytes.fromhex(match[0].replace("%", "")).decode("utf-8", "replace")


def _tricks(before: str, known: Addresses) -> bool:
    """Whether what stands before an @ passes for an address, as in no e-mail."""
    user = LAST_AT.sub("", before)
    if "\\" in user or not before.endswith("@"):
        return True
    name = _host(PORT_OR_SLASH.split(user)[0])
    kinds = (LinkKind.OFFICIAL, LinkKind.GOVERNMENT, LinkKind.LOOK_ALIKE)
    return name.startswith("www.") or (
        name.rpartition(".")[2] in (*known.usual, *known.cheap)
        and host_kind(name, known) in kinds
    )


def _is_host(match: re.Match[str], known: Addresses) -> bool:
    """Whether an address without ``http`` is one, and not a version or a decimal."""
    if re.match(AT, match.string[match.end() : match.end() + 10]):
        return False
    host = _host(match["bare"])
    *labels, ending = host.split(".")
    ending = plain(ending, known) if not ending.isascii() else ending
    return (
        labels[0] == "www"
        or ending in (*known.usual, *known.cheap)
        or any(within(host, domain) for domain in known.short)
        or ending.startswith("xn--")
        or (
            any(sign.match(match.string, match.end()) for sign in (PATH, PORT))
            and not "".join(labels).isdigit()
        )
    )


def _after_lead_in(written: str, known: Addresses) -> str:
    """「请登录人民法院.中国」 without 「请登录」."""
    name, dot, rest = written.partition(".")
    cut = max(
        (name.rfind(word) + len(word) for word in known.lead_in if word in name),
        default=0,
    )
    return name[cut:] + dot + rest if cut < len(name) else written


def _is_chinese_host(host: str, after: str, known: Addresses) -> bool:
    """Whether a name in Chinese is one, and not 「移送法院.公司」 of two sentences."""
    return bool(PATH.match(after)) or (
        host.rpartition(".")[2] in known.usual
        and any(word in host for word in known.court_words)
    )


def _is_ipv4(host: str) -> bool:
    parts = host.split(".")
    return all(part.isdigit() and int(part) < BYTE for part in parts)
