"""Accessibility statements for tests: agencies whose one site has such a page."""

from audits.facts.summary import site_summary
from ideaaudit.models import PageObservation, PathSeen, SiteObservation, SiteSummary
from tests.audits.build import HOME, page, seen_as, site, walked

URL = "https://www.agency.gov/accessibility"
OPENING = (
    "Our agency wants everyone to be able to use this website. We work on it every day with the "
    "people who use it, with the teams who build it, and with those who write for it. Digital "
    "accessibility is part of how we plan, buy, build and test. We train our staff and look at "
    "every page before it goes out, and again once a year after that, and mend what we find."
)
WHOLE = f"""<h1>Accessibility statement</h1><main><p>{OPENING}</p>
<p>The site follows WCAG 2.0 AA, as Section 508 requires. Known limitations: older maps.</p>
<p>Section 508 Program Manager: Jane Doe, <a href="mailto:jane.doe@agency.gov">write to Jane</a></p>
<p><a href="/feedback">Report a barrier</a></p>
<p>To file a Section 508 complaint, write to the Office of Civil Rights.</p>
<p>Reasonable accommodation procedures for employees and applicants</p>
<p>Dial 7-1-1 to reach the telecommunications relay service.</p>
<p><a href="/508-policy.pdf">Section 508 policy</a></p>
<p>Last updated: January 3, 2026</p></main><footer>x</footer>"""
ESPANOL = """<html lang=es><h1>Declaración de accesibilidad</h1><main><p>Queremos que todas las
personas puedan usar este sitio web. Trabajamos en ello todos los días con quienes lo usan, con los
equipos que lo construyen y con quienes escriben para él. La accesibilidad es parte de nuestro
trabajo y revisamos cada página antes de publicarla y otra vez cada año después de publicada, y
corregimos lo que encontramos en ella para todas las personas del país.</p>
<p>El sitio sigue las Pautas de Accesibilidad (WCAG) y la Sección 508. Hay algunas versiones
alternativas.</p>
<p>Coordinadora de la Sección 508 y accesibilidad: María López, maria.lopez@agency.gov</p>
<p>Para presentar una queja por discriminación, escriba a la oficina.</p>
<p>Ajustes razonables para empleados.</p><p>Marque 711 para el servicio de retransmisión.</p>
<p><a href="/politica">Política de accesibilidad</a></p>
<p>Última actualización: 3 de enero de 2026</p></main><footer>x</footer>"""


def says(text: str, *, scripts: bool = False) -> SiteSummary:
    """An agency whose statement has this beside its opening; with scripts that did not run."""
    html = f"<h1>Accessibility</h1><main><p>{OPENING}</p>{text}</main><footer>x</footer>"
    return agency(html + "<script src=a></script>" if scripts else html, scripts=scripts)


def agency(html: str, url: str = URL, *, scripts: bool = False) -> SiteSummary:
    return seen_as(walked(html, url) if scripts else page(html, url))


def silent() -> SiteSummary:
    """An agency of which no statement was seen."""
    return seen_as(page("<main><p>Welcome to the agency.</p></main>", HOME))


def linked(html: str, status: int | None = 200, *, name: str = "link:accessibility",
           soft: bool | None = None) -> SiteSummary:  # fmt: skip
    """An agency whose link leads to a statement on its parent's site."""
    seen = PathSeen(name, "https://parent.gov/x", status, (), "text/html", html, soft)
    observation = SiteObservation("agency.gov", "2026-11-22T08:00:00", paths=(seen,))
    home: PageObservation = page("<main><p>Welcome.</p></main>", HOME)
    return site_summary(site(home, observation=observation))
