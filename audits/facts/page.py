"""The facts of one page, each worked out once, when it is first asked for."""

from functools import cached_property

from audits.facts.banner import Banner, banner_of
from audits.facts.captcha import riddles_of
from audits.facts.contact import channels_of
from audits.facts.controls import Control, controls_of
from audits.facts.dap import Dap, dap_of
from audits.facts.dates import PageDate, dates_of
from audits.facts.document import Document
from audits.facts.duplicates import words_of
from audits.facts.esign import Signing, signing_of, signing_of_file
from audits.facts.external import External, external_of
from audits.facts.feedback import Feedback, feedback_of
from audits.facts.forms import WebForm, forms_of
from audits.facts.hosts import domain_of
from audits.facts.images import Image, images_of
from audits.facts.insecure import Insecure, insecure_of, upgrades
from audits.facts.language import language_of
from audits.facts.latest import of_latest
from audits.facts.links import Link, links_of
from audits.facts.media import Medium, media_of
from audits.facts.online import starts_of
from audits.facts.paper import Paper, paper_of
from audits.facts.paperwork import Clearance, clearance_of
from audits.facts.passages import Passages, passages_of
from audits.facts.policy_pages import PolicyPage, policy_pages_of
from audits.facts.prose import Prose, Readability, prose_of, readability_of
from audits.facts.redirect import redirect_of
from audits.facts.robots_tags import RobotsTag, robots_tags_of
from audits.facts.search import Search, search_of
from audits.facts.served import share_served
from audits.facts.services import Uswds, notices_of, sign_in_of, survey_of, uswds_of
from audits.facts.submission import Submission, submission_of
from audits.facts.survey import question_families
from audits.facts.third_parties import Third, third_parties_of
from audits.facts.trackers import Trackers, trackers_of
from audits.facts.tree import normal
from ideaaudit.models import PageObservation

FEW_WORDS = 20


class PageFacts:
    """What follows from what is stored of one page. Nothing here raises, whatever the page."""

    def __init__(self, page: PageObservation) -> None:
        self.page = page

    @cached_property
    def document(self) -> Document:
        return Document(self.page.html or "", self.page.final_url)

    @cached_property
    def markup(self) -> str:
        """All markup that was seen, served and rendered."""
        rendered = self.page.rendering.html if self.page.rendering else None
        return "\n".join(dict.fromkeys(filter(None, (self.page.served_html, rendered))))

    @cached_property
    def folded(self) -> str:
        """That markup with its ASCII letters, of which all marks are, in lower case."""
        return self.markup.encode("utf-8", "surrogatepass").lower().decode("utf-8", "surrogatepass")

    @cached_property
    def unsettled(self) -> bool:
        """Whether scripts that did not run may add what is not in the markup.

        Then absence proves nothing: many sites write their banner, header and footer so. No
        browser opened the page, or it could not get a script that visitors may well get.
        """
        rendered = self.page.rendering is not None and self.page.rendering.html is not None
        return bool(self.lost_scripts) if rendered else self.document.runs_scripts

    @cached_property
    def lost_scripts(self) -> tuple[str, ...]:
        """Scripts that got no answer at all here, but for those that count visitors; one that
        is answered with an error, or that the page lets no browser load, is lost for visitors
        too."""
        return tuple(
            request.url
            for request in self.page.requests or ()
            if request.kind == "script"
            and request.status is None
            and request.failure not in ("", "analytics", "mixed-content", "csp")
        )

    @cached_property
    def hollow(self) -> bool:
        """Whether scripts write the whole page, and they did not run: nothing was seen."""
        return self.unsettled and len(words_of(self.document.text)) < FEW_WORDS

    @cached_property
    def redirect(self) -> str:
        return redirect_of(self.page, self.folded)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        return links_of(self.document)

    @cached_property
    def forms(self) -> tuple[WebForm, ...]:
        return forms_of(self.document)

    @cached_property
    def images(self) -> tuple[Image, ...]:
        return images_of(self.document)

    @cached_property
    def controls(self) -> tuple[Control, ...]:
        return controls_of(self.document)

    @cached_property
    def language(self) -> str:
        """The language that the main text is surely written in, or ""."""
        return language_of(self.document.main_text)

    @cached_property
    def passages(self) -> Passages:
        return passages_of(self.document, self.language)

    @cached_property
    def media(self) -> tuple[Medium, ...]:
        return media_of(self.document)

    @cached_property
    def styled(self) -> bool:
        """Whether style sheets, which only a browser reads, may hide what stands in the markup."""
        root = self.document.root
        linked = ("stylesheet" in (e.get("rel") or "").lower() for e in root.iter("link"))
        return next(root.iter("style"), None) is not None or any(linked)

    @cached_property
    def banner(self) -> Banner:
        return banner_of(self.document)

    @cached_property
    def search(self) -> Search:
        return search_of(self.document, self.links, self.asked)

    @cached_property
    def dap(self) -> Dap:
        return dap_of(self.document, self.markup, self.folded, self.page.requests)

    @cached_property
    def dates(self) -> tuple[PageDate, ...]:
        return dates_of(self.page, self.document)

    @cached_property
    def asked(self) -> str:
        """The addresses that the rendered page asked for, one a line."""
        return "\n".join(request.url for request in self.page.requests or ())

    @cached_property
    def seen(self) -> tuple[str, str]:
        """All markup and all addresses that were asked for, in lower case."""
        return self.folded, self.asked.lower()

    @cached_property
    def feedback(self) -> Feedback:
        return feedback_of(self.document, self.links, self.seen)

    @cached_property
    def robots_tags(self) -> tuple[RobotsTag, ...]:
        return robots_tags_of(self.page, self.document)

    @cached_property
    def external(self) -> External:
        return external_of(self.document, self.links)

    @cached_property
    def riddles(self) -> tuple[str, ...]:
        return riddles_of(self.document)

    @cached_property
    def prose(self) -> Prose:
        return prose_of(self.document)

    @cached_property
    def readability(self) -> Readability | None:
        """How hard the main text is to read; None where it is too short, or not English."""
        return readability_of(self.prose)

    @cached_property
    def insecure(self) -> tuple[Insecure, ...]:
        return insecure_of(self.document, self.folded, self.page.requests)

    @cached_property
    def upgrades_insecure(self) -> bool:
        return upgrades(self.page, self.document)

    @cached_property
    def third_parties(self) -> tuple[Third, ...]:
        return third_parties_of(self.document, self.page.requests)

    @cached_property
    def trackers(self) -> Trackers:
        cookies = self.page.rendering.cookies if self.page.rendering else None
        return trackers_of(self.document, self.page.requests, cookies)

    @cached_property
    def policy_pages(self) -> tuple[PolicyPage, ...]:
        return policy_pages_of(self.document, self.links, self.page.final_url)

    @cached_property
    def channels(self) -> list[str]:
        return channels_of(self.document, self.links, self.has_form("contact"))

    @cached_property
    def signing(self) -> Signing:
        file = self.page.file
        return signing_of(self.document) if file is None else signing_of_file(file)

    @cached_property
    def sign_in(self) -> tuple[str, ...]:
        return sign_in_of(self.document, self.links, self.has_form("login"))

    @cached_property
    def survey(self) -> str:
        return survey_of(self.folded)

    @cached_property
    def has_survey(self) -> bool:
        return bool(self.survey) or self.has_form("survey")

    @cached_property
    def survey_questions(self) -> tuple[str, ...]:
        """What the page's survey asks; of the whole page, where a tool draws the survey."""
        if not self.has_survey:
            return ()
        asked = [form.text for form in self.forms if form.kind == "survey"]
        return question_families(" ".join(asked) or self.document.text)

    @cached_property
    def notices(self) -> str:
        return notices_of(self.document, self.links, self.has_form("subscribe"))

    @cached_property
    def uswds(self) -> Uswds:
        styles = self.page.rendering.styles if self.page.rendering else None
        marks = (styles and styles.marks) or ()
        return uswds_of(self.document, self.markup, self.folded, marks)

    @cached_property
    def shown(self) -> str:
        """The text of the page, or of the first and last pages of the document."""
        return self.page.file.text if self.page.file else self.document.text

    @cached_property
    def shown_normal(self) -> str:
        return normal(self.shown) if self.page.file else self.document.text_normal

    @cached_property
    def paper(self) -> Paper | None:
        return paper_of(self.page)

    @cached_property
    def collects(self) -> bool:
        """Whether the page has a form, or the document is one, that asks for information."""
        return self.paper is not None or self.has_form("collection")

    @cached_property
    def clearance(self) -> Clearance | None:
        return clearance_of(self.shown)

    @cached_property
    def submission(self) -> Submission:
        if self.page.file is not None:
            return submission_of(self.shown_normal, (), web_form=False, document=True)
        main = self.document.main_normal
        return submission_of(main, self.links, web_form=self.has_form("collection"))

    @cached_property
    def starts(self) -> tuple[Link, ...]:
        return starts_of(self.links, domain_of(self.page.final_url))

    @cached_property
    def words(self) -> list[str]:
        return self.document.words

    @cached_property
    def served_share(self) -> float:
        """Which share of the main text's words the server sent, from 0 to 1; 1 for no words."""
        return share_served(self.page, self.words)

    def has_form(self, kind: str) -> bool:
        return any(form.kind == kind for form in self.forms)


@of_latest
def facts_of(page: PageObservation) -> PageFacts:
    """The facts of this very object."""
    return PageFacts(page)
