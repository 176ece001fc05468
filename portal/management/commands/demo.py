"""Make the site ready and serve it on this machine."""

from __future__ import annotations

from argparse import ArgumentParser
from io import StringIO
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.core.servers import basehttp
from django.core.wsgi import get_wsgi_application

from portal.accounts.demo import NAME, make_account

HOST = "127.0.0.1"


class Command(BaseCommand):
    """Migrate the database, then serve until Ctrl+C."""

    help = "准备好数据库，并在本机打开网站。 Make the site ready and serve it locally."
    requires_system_checks = ("data",)  # `manage.py check` reads every article too

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take another port than 8000."""
        parser.add_argument("--port", type=int, default=8000, help="端口，默认 8000")

    def handle(self, *, port: int, **options: Any) -> None:
        """Serve with Django's own small server: enough for one visitor."""
        self.say("正在准备数据库……", "Preparing the database ...")
        call_command("migrate", interactive=False, verbosity=0)
        call_command("sync_content", stdout=StringIO())
        self.password = make_account()
        basehttp.ServerHandler.server_software = "demo"  # names no version
        try:
            basehttp.run(
                HOST, port, get_wsgi_application(), threading=True, on_bind=self.greet
            )
        except (OSError, OverflowError) as error:
            raise CommandError(
                f"端口 {port} 用不了，请换一个，例如 --port 8001。"
                f" Port {port} cannot be used ({error}); try --port 8001."
            ) from error
        except KeyboardInterrupt:
            self.say("网站已关闭。", "The site is closed.")

    def greet(self, port: object) -> None:
        """Say where the site is, once it can be reached."""
        address = f"http://{HOST}:{port}/"
        self.say(f"网站已打开：{address}", "The site is open.")
        self.say(
            f"编辑后台：{address}admin/ 账号：{NAME} 密码：{self.password}",
            "The editors' pages.",
        )
        self.say(
            "演示账号没有第二道验证，只在这台电脑上能用。",
            "The demo's account has no second factor; it works on this machine only.",
        )
        self.say(
            "自己的账号：python manage.py create_account",
            "Your own account.",
        )
        self.say("按 Ctrl+C 关闭。", "Press Ctrl+C to close it.")

    def say(self, chinese: str, english: str) -> None:
        """Print one line of progress."""
        self.stdout.write(f"{chinese} {english}")
        self.stdout.flush()
