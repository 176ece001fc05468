"""The second factor: a code from a phone, or one of ten recovery codes.

The QR code is drawn by a template from one path, so that no markup is ever declared
safe here and the site's policy needs no exception.
"""

from __future__ import annotations

import base64
import math
import unicodedata
from typing import Any, Final

import django_otp
import segno
from django.contrib.auth.models import AnonymousUser, User
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from portal.accounts.demo import is_demo

RECOVERY_CODES: Final = 10
QUIET_ZONE: Final = 4


def is_trusted(request: HttpRequest) -> bool:
    """Whether the second factor was given; the demo's own account has none."""
    user: Any = request.user
    return bool(user.is_verified() or is_demo(user))


def has_factor(user: User | AnonymousUser) -> bool:
    """Whether the account has confirmed a device."""
    return bool(TOTPDevice.objects.filter(user_id=user.pk, confirmed=True).exists())


def device_to_confirm(user: User) -> Any:
    """The device that the account is about to enrol."""
    device, _ = TOTPDevice.objects.get_or_create(
        user=user, confirmed=False, defaults={"name": "验证器"}
    )
    return device


def confirm(user: User, code: str) -> Any | None:
    """Enrol the device if the code is right; it replaces what was there before."""
    with transaction.atomic():
        device = (
            TOTPDevice.objects.select_for_update()
            .filter(user=user, confirmed=False)
            .first()
        )
        if device is None or not device.verify_token(code):
            return None
        TOTPDevice.objects.filter(user=user).exclude(pk=device.pk).delete()
        device.confirmed = True
        device.save()
    return device


def new_recovery_codes(user: User) -> list[str]:
    """Ten codes, each good for one login; all earlier ones end."""
    with transaction.atomic():
        StaticDevice.objects.filter(user=user).delete()
        device = StaticDevice.objects.create(user=user, name="恢复码")
        codes = [StaticToken.random_token() for _ in range(RECOVERY_CODES)]
        for code in codes:
            device.token_set.create(token=code)
    return codes


def match(user: User, code: str) -> Any | None:
    """The device that accepts the code, or None; wrong ones slow each other down."""
    kind = TOTPDevice if len(code) == 6 else StaticDevice
    for device in kind.objects.filter(user=user, confirmed=True):
        if django_otp.verify_token(user, device.persistent_id, code):
            return device
    return None


def seconds_to_wait(user: User) -> int:
    """How long until the next code is looked at, after wrong ones."""
    waits = [0]
    for kind in (TOTPDevice, StaticDevice):
        for device in kind.objects.filter(user=user):
            allowed, why = device.verify_is_allowed()
            if not allowed and why:
                left = why["locked_until"] - timezone.now()
                waits.append(math.ceil(left.total_seconds()))
    return max(waits)


def forget(user: User) -> None:
    """Take the second factor from an account; its next login enrols a new one."""
    TOTPDevice.objects.filter(user=user).delete()
    StaticDevice.objects.filter(user=user).delete()


def normal(code: str) -> str:
    """A code as a person types it: full-width digits, spaces and capitals are fine."""
    return "".join(unicodedata.normalize("NFKC", code).split()).lower()


def secret(device: Any) -> str:
    """The secret in groups of four, for typing it into the phone."""
    text = base64.b32encode(device.bin_key).decode().rstrip("=")
    return " ".join(text[i : i + 4] for i in range(0, len(text), 4))


def qr_code(device: Any) -> dict[str, Any]:
    """Size and path of the QR code, for an SVG in a template."""
    matrix = segno.make(device.config_url, error="m").matrix
    path = "".join(
        f"M{x + QUIET_ZONE} {y + QUIET_ZONE}h1v1h-1z"
        for y, row in enumerate(matrix)
        for x, dark in enumerate(row)
        if dark
    )
    return {"size": len(matrix) + 2 * QUIET_ZONE, "path": path}
