"""How a page is laid out, and what becomes of it under other settings."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """An element and where it stood, in CSS pixels from the top left of the document."""

    selector: str
    markup: str
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Layout:
    """The page laid out at one viewport.

    Attributes:
        name: "desktop" (1280), "phone" (390) or "narrow" (320).
        width, height: the viewport asked for, in CSS pixels.
        mobile: whether a phone was emulated (viewport meta obeyed, touch on).
        window_width: innerWidth; larger than `width` where the page forced it.
        document_width: scrollWidth of the scrolling element.
        overflowing: elements that stick out to the right and are not exempt by WCAG 1.4.10
            (tables, code, maps, images, media); at most 20.
        overflowing_exempt: how many exempt elements stick out.
        overflowing_empty: elements of which nothing that can be read or used sticks out, only
            empty space of their own, whatever its color; where there is none, margins, which are
            then part of the box, and where there is none of these, hidden elements; at most 20.
        targets: how many pointer targets were measured.
        small_targets: those below 24 by 24 CSS pixels (WCAG 2.5.8 without its exceptions);
            at most 20; `small_target_count` has them all.
        characters, small_characters: characters of visible text, and those below 12 px.
        regions: boxes of named parts ("banner", "search", "main"), where found.
    """

    name: str
    width: int
    height: int
    mobile: bool
    window_width: int
    document_width: int
    overflowing: tuple[Box, ...] = ()
    overflowing_exempt: int = 0
    targets: int = 0
    small_targets: tuple[Box, ...] = ()
    small_target_count: int = 0
    characters: int = 0
    small_characters: int = 0
    regions: tuple[tuple[str, Box], ...] = ()
    overflowing_empty: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Strain:
    """What the page lost under a visitor's own settings: text spacing, zoom, or a turned phone.

    Attributes:
        name: "text-spacing" (WCAG 1.4.12), "zoom-200" (1.4.4) or "landscape" (1.3.4).
        clipped: elements whose text is cut off and was not before; at most 20.
        overlapping: texts that cover each other and did not before; at most 20.
        clipped_count, overlapping_count: all of them.
        window_width, document_width: as in `Layout`.
        locked: for "landscape", whether the page turns itself back or asks to turn the phone.
    """

    name: str
    clipped: tuple[Box, ...] = ()
    clipped_count: int = 0
    overlapping: tuple[Box, ...] = ()
    overlapping_count: int = 0
    window_width: int = 0
    document_width: int = 0
    locked: bool = False


@dataclass(frozen=True, slots=True)
class Parity:
    """What a phone shows of what a desktop shows, in the same load.

    Attributes:
        words: words of visible main text on the desktop, and how many of them the phone has too.
        links, forms, controls, searches: (on the desktop, on the phone); what a closed menu or
            disclosure holds counts as there.
    """

    words: tuple[int, int]
    links: tuple[int, int]
    forms: tuple[int, int]
    controls: tuple[int, int]
    searches: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Styles:
    """How the page looks, as computed on the desktop.

    Attributes:
        fonts: (first font family, characters set in it), most used first; at most 10.
        colors: (background or text color as "#rrggbb", how many elements), at most 10.
        sheets: absolute URLs of style sheets, and "inline" once where there are any.
        quirks: whether the document is in quirks mode (document.compatMode).
        marks: what the style sheets' own text says, where it could be read: "uswds" (the word),
            "uswds 3.8.1" (with a version), "public-sans", "us-flag" (the banner's picture).
        banner_flag: whether an image of the flag was loaded and drawn inside the banner; None
            where there is no banner.
    """

    fonts: tuple[tuple[str, int], ...] = ()
    colors: tuple[tuple[str, int], ...] = ()
    sheets: tuple[str, ...] = ()
    quirks: bool = False
    banner_flag: bool | None = None
    marks: tuple[str, ...] | None = None
