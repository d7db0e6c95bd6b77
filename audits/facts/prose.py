"""The running text of a page, by paragraph and sentence, and how hard it is to read (law 12).

Prose is what stands in the main text but for navigation, tables, code, forms, headings, captions
and references. A block of text ends a sentence; a block without an end mark and with fewer than
eight words (a menu entry, a label) is no prose.

Grades: Flesch-Kincaid grade and Flesch Reading Ease (Kincaid and others, 1975; Flesch, 1948),
SMOG (McLaughlin, 1969; from 30 sentences on), with the syllables of `audits.facts.syllables`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from math import sqrt

from lxml.html import HtmlElement as Element

from audits.facts.document import Document
from audits.facts.syllables import syllables
from audits.facts.tree import flat

ENOUGH_WORDS = 100
ENOUGH_SENTENCES = 5


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_FEW = 8
_MOST_WORDS = 50_000
_SMOG_SENTENCES = 30
_NO_PROSE = _set(
    "script style noscript template head title svg object nav table code pre form button select "
    "textarea h1 h2 h3 h4 h5 h6 figcaption caption label math header footer dt aside iframe"
)
_INLINE = _set(
    "a abbr acronym b bdi bdo big cite data del dfn em font i img ins kbd mark q s samp small span "
    "strike strong sub sup time tt u var wbr"
)
_REFERENCES = re.compile(r"(?:^|[-_])(?:references?|footnotes?|bibliography|citations?|toc)$")
_END = re.compile(r"[.!?…:;]['\")\]’”]*$")
_MARK = re.compile(r"[.!?…]['\")\]’”]* ")
_ABBREVIATION = re.compile(
    r"(?:(?:[a-z]\.)*[a-z]|mr|mrs|ms|dr|prof|rev|hon|gen|col|maj|capt|lt|sgt|st|jr|sr|vs|etc|al|fig|figs"
    r"|no|nos|sec|secs|ch|art|par|pt|vol|pp?|ed|eds|inc|corp|co|ltd|dept|div|est|approx|ext|ave"
    r"|blvd|rd|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|stat|cong|reg|pub|pubs|cf|viz)\.",
    re.IGNORECASE,
)
# Enough of what follows to see how it begins.
_LOOK = 40
# What is longer is not kept in memory from page to page.
_LONGEST_KEPT = 100
_LONGEST_SENTENCE_KEPT = 1_000
_LONGEST_ABBREVIATION = len("approx.")
_ENDING_ABBREVIATION = re.compile(r"(?:u\.s\.|a\.m\.|p\.m\.|etc\.|inc\.|jr\.|d\.c\.)", re.I)
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+|[.,]\d+)*")
_LETTERS = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s]+?(?=[.,;]?(?:\s|$))|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_ENGLISH = _set(
    "the of and to in a is that for it as was with be by on not he his are or at this from have "
    "an they which one you were all her she there would their we him been has when who will no "
    "more if out so what can may your our must do how any these other"
)
_is_english = _ENGLISH.__contains__
_ENGLISH_SHARE = 0.22


@dataclass(frozen=True, slots=True)
class Prose:
    """The prose of a page.

    Attributes:
        paragraphs: words of each block of prose, in order.
        sentences: the words of each sentence.
        english: whether the words are those of English text, whatever language is declared.
    """

    paragraphs: tuple[int, ...]
    sentences: tuple[tuple[str, ...], ...]
    english: bool

    @property
    def words(self) -> int:
        return sum(map(len, self.sentences))

    @property
    def enough(self) -> bool:
        """Whether there is enough of it for any measure to mean something."""
        return self.words >= ENOUGH_WORDS and len(self.sentences) >= ENOUGH_SENTENCES


@dataclass(frozen=True, slots=True)
class Readability:
    """How hard a text is to read; `smog` is None below 30 sentences."""

    grade: float
    ease: float
    smog: float | None
    words_per_sentence: float


def prose_of(document: Document) -> Prose:
    """The prose of the main text, at most 50,000 words of it. Never raises."""
    paragraphs: list[int] = []
    sentences: list[tuple[str, ...]] = []
    total = 0
    for block in _blocks(document.main if document.main is not None else document.body):
        found = list(filter(None, map(_words, _sentences(block))))
        count = sum(map(len, found))
        if count == 0 or (count < _FEW and not _END.search(block)):
            continue
        paragraphs.append(count)
        sentences += found
        total += count
        if total > _MOST_WORDS:
            break
    known = sum(map(_is_english, " ".join(map(" ".join, sentences)).lower().split()))
    return Prose(tuple(paragraphs), tuple(sentences), total > 0 and known / total >= _ENGLISH_SHARE)


def readability_of(prose: Prose) -> Readability | None:
    """The grades of a text, or None where there is too little of it or it is not English."""
    if not prose.enough or not prose.english:
        return None
    counts = list(map(syllables, chain.from_iterable(prose.sentences)))
    length = len(counts) / len(prose.sentences)
    per_word = sum(counts) / len(counts)
    hard = sum(map((3).__le__, counts))
    smog = None
    if len(prose.sentences) >= _SMOG_SENTENCES:
        smog = round(1.0430 * sqrt(hard * 30 / len(prose.sentences)) + 3.1291, 1)
    return Readability(
        grade=round(0.39 * length + 11.8 * per_word - 15.59, 1),
        ease=round(206.835 - 1.015 * length - 84.6 * per_word, 1),
        smog=smog,
        words_per_sentence=round(length, 1),
    )


def _blocks(root: Element) -> Iterator[str]:
    """The text of each block, in order, leaving out what is no prose."""
    pieces = [root.text or ""]
    above = [(root, iter(root))]
    while above:
        holder, children = above[-1]
        for node in children:
            is_block = node.tag not in _INLINE
            if is_block and pieces:
                yield from _taken(pieces)
            if not _is_no_prose(node):
                if text := node.text:
                    pieces.append(text)
                if len(node):
                    above.append((node, iter(node)))
                    break
            if is_block and pieces:
                yield from _taken(pieces)
            if tail := node.tail:
                pieces.append(tail)
        else:
            above.pop()
            if holder.tag not in _INLINE:
                yield from _taken(pieces)
            pieces.append((above and holder.tail) or "")
    yield from _taken(pieces)


def _taken(pieces: list[str]) -> tuple[str, ...]:
    text = flat("".join(pieces))
    pieces.clear()
    return (text,) if text else ()


def _is_no_prose(node: Element) -> bool:
    if node.tag in _NO_PROSE:
        return True
    if not node.keys():
        return False
    if node.get("hidden") is not None:
        return True
    if node.get("role") in ("navigation", "search", "doc-bibliography", "banner"):
        return True
    names, key = node.get("class"), node.get("id")
    return (names is not None and _names_references(names)) or (
        key is not None and bool(_REFERENCES.search(key.lower()))
    )


def _names_references(names: str) -> bool:
    found = _kept_names_any if len(names) <= _LONGEST_KEPT else _names_any
    return found(names)


def _names_any(names: str) -> bool:
    return any(map(_REFERENCES.search, names.lower().split()))


_kept_names_any = lru_cache(maxsize=4096)(_names_any)


def _sentences(block: str) -> Iterator[str]:
    """A block's sentences; a mark ends one only before what may begin another."""
    if "@" in block or "://" in block or "www." in block.lower():
        block = flat(_ADDRESS.sub("", block))
    start = 0
    for mark in _MARK.finditer(block):
        end = mark.end() - 1
        token = block[block.rfind(" ", start, mark.start()) + 1 or start : end]
        if _ends(token, block[end + 1 : end + 1 + _LOOK].partition(" ")[0]):
            yield block[start:end]
            start = end + 1
    if start < len(block):
        yield block[start:]


def _ends(token: str, following: str) -> bool:
    opens = following.lstrip("\"'([“‘¿¡")[:1]
    if not (opens.isupper() or opens.isdigit()):
        return False
    bare = token.lstrip("\"'([“‘")
    if len(bare) <= _LONGEST_ABBREVIATION and _ENDING_ABBREVIATION.fullmatch(bare):
        return following.lower() in _ENGLISH and following[:1].isupper()
    # None is longer, but for initials.
    known = len(bare) <= _LONGEST_ABBREVIATION or "." in bare[:-1]
    return not (known and _ABBREVIATION.fullmatch(bare))


def _words(sentence: str) -> tuple[str, ...]:
    """Its words; "U.S." is one."""
    # Most of what stands between two spaces stands on other pages too.
    words = _kept_words_in if len(sentence) <= _LONGEST_SENTENCE_KEPT else _words_in
    return tuple(chain.from_iterable(map(words, sentence.split())))


def _words_in(token: str) -> tuple[str, ...]:
    plain = token.rstrip(".,:;!?")
    if plain.isalnum():
        return (plain,)
    if "." in token[:-1]:
        token = _LETTERS.sub(lambda found: found[0].replace(".", ""), token)
    return tuple(_WORD.findall(token))


_kept_words_in = lru_cache(maxsize=16_384)(_words_in)
