"""ideaaudit: an independent audit of US federal websites against the 21st Century IDEA Act."""

from importlib.metadata import version

__version__ = version("ideaaudit")
