"""The command ``extract``."""

from extract.cli.main import main

__all__ = ["main"]
