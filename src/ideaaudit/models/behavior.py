"""What a page did when it was used as a visitor would: by keyboard, by tap, by pasting."""

from dataclasses import dataclass

from ideaaudit.models.layout import Box


@dataclass(frozen=True, slots=True)
class TabStop:
    """An element that the Tab key reached.

    Attributes:
        selector, markup: which element; markup at most 300 characters.
        visible: whether anything of its look changed with the focus, or None where it could not
            be told.
    """

    selector: str
    markup: str
    visible: bool | None


@dataclass(frozen=True, slots=True)
class KeyboardWalk:
    """What pressing Tab from the top of the page reached (WCAG 2.1.1, 2.1.2, 2.4.7), on a desktop.

    Attributes:
        presses: how often Tab was pressed.
        complete: whether the walk came to the end of the page within its bound.
        interactive: how many visible elements look operable.
        stops: at most 200, in order.
        unreached: operable elements that got no focus; at most 20; `unreached_count` has them all.
        trap: where focus went round in a loop smaller than the page, also after Escape; else None.
        skip_link: for the first stop, where it is a link into the page: whether focus or the
            next stop moved into its target; None where there is no such link.
    """

    presses: int
    complete: bool
    interactive: int
    stops: tuple[TabStop, ...] = ()
    unreached: tuple[Box, ...] = ()
    unreached_count: int = 0
    trap: TabStop | None = None
    skip_link: bool | None = None


@dataclass(frozen=True, slots=True)
class MenuSeen:
    """The menu button of the page at 390 CSS pixels, tried.

    Attributes:
        by_tap, by_keyboard: whether links came into view; None where it could not be tried.
        expanded: aria-expanded before and after, "" where it is not used.
    """

    button: Box
    by_tap: bool | None
    by_keyboard: bool | None
    links_before: int
    links_after: int
    expanded: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Disclosure:
    """The banner's "Here's how you know" button, pressed.

    Attributes:
        pressed: whether the press arrived; what covered the button otherwise is in `detail`.
        expanded: aria-expanded before and after.
        panel_before, panel_after: whether the panel was visible.
        text: the panel's text after the press, at most 2,000 characters.
    """

    button: Box
    pressed: bool
    expanded: tuple[str, str]
    panel_before: bool
    panel_after: bool
    text: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class PasteSeen:
    """A password field into which a made-up value was pasted; nothing was submitted.

    Attributes:
        accepted: whether the value was there afterwards; None where it could not be tried.
        autocomplete: the attribute as written.
        read_only: whether the field was read-only until it had the focus.
    """

    field: Box
    accepted: bool | None
    autocomplete: str
    read_only: bool
