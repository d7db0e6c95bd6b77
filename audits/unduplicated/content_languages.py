"""Is the site offered in other languages than English?"""

from audits.check import Judgement, SiteView, cant_tell, passed, site_check
from audits.facts.languages import other_languages
from ideaaudit.models import Automation, Evidence, Example, Strength


@site_check(
    id="content-languages",
    title="Non-English versions where needed",
    citation="M-23-22 A.3c; EO 14224 (2025) reverses policy drive",
    strength=Strength.ADVISORY,
    automation=Automation.PARTLY,
    remedy="Find out which languages the people whom you serve speak, and offer them what they "
    "need most; name the languages in a selector, and each version by hreflang.",
    decided="Passed where pages are in another language by their lang, their address (/es/), "
    "hreflang, or a link that bears a language's name; a measure names the languages. cantTell "
    "where none was found: whether one is needed depends on who is served. Never failed.",
    examples=(
        Example("passed", "A link “Español” on the home page."),
        Example("cantTell", "All pages are in English."),
    ),
)
def content_languages(view: SiteView) -> Judgement:
    """One in five people in the United States speaks another language at home."""
    found = other_languages(view)
    measures = (("languages", " ".join(found)),)
    if found:
        evidence = [Evidence(p.url, detail=f"Shows {name!r}.") for name, p in found.items()][:20]
        return passed("The site is offered in other languages.", *evidence, measures=measures)
    return cant_tell("No other language was found; a person must say whether one is needed.")
