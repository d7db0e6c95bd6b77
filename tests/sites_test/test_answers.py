from dataclasses import replace
from datetime import timedelta

from tests.sites.answers import Answer, Asked, answer, find
from tests.sites.dates import today
from tests.sites.pages import Site, load_sites

SITES = load_sites()
HOST = "www.tides-sample.gov"
AGE = timedelta(days=111)  # of the page on the department itself


def get(path: str, *, secure: bool = True, host: str = HOST, query: str = "") -> Answer:
    return answer(SITES, Asked(secure, host, "GET", path, query))


def test_a_page_is_answered_with_the_headers_of_its_site() -> None:
    told = get("/about")
    assert told.status == 200
    assert told.headers["Strict-Transport-Security"].startswith("max-age=31536000")
    assert told.headers["Last-Modified"] == f"{today() - AGE:%a, %d %b %Y} 12:00:00 GMT"


def test_http_moves_to_https_on_the_same_host_first() -> None:
    told = get("/about", secure=False, host="tides-sample.gov", query="a=1")
    assert (told.status, told.headers["Location"]) == (301, "https://tides-sample.gov/about?a=1")


def test_the_twin_moves_to_the_host_that_answers() -> None:
    assert get("/", host="tides-sample.gov").headers["Location"] == f"https://{HOST}/"
    moved = get("/", host="www.harbors.tides-sample.gov")
    assert moved.headers["Location"] == "https://harbors.tides-sample.gov/"


def test_an_unknown_host_is_misdirected() -> None:
    assert get("/", host="www.example.gov").status == 421


def test_an_unknown_path_is_a_404_with_a_page() -> None:
    told = get("/no/such/page")
    assert told.status == 404
    assert "We could not find that page" in told.text


def test_search_finds_pages_by_their_words_best_first() -> None:
    told = get("/search", query="q=permit")
    assert "pages found for “permit”" in told.text
    assert find(SITES["tides-sample.gov"], "permit")[0].path in {"/permits", "/sign-in", "/"}
    assert find(SITES["tides-sample.gov"], "moon landing") == []


def test_what_was_searched_for_is_escaped() -> None:
    assert "<script>alert" not in get("/search", query="q=%3Cscript%3Ealert").text


def test_a_script_gets_its_results_as_json() -> None:
    told = get("/data/search.json", host="www.nightskies-sample.gov", query="q=saturn")
    assert told.headers["Content-Type"] == "application/json"
    assert '"path": "/news"' in told.text


def test_a_form_that_is_sent_in_is_received() -> None:
    told = answer(SITES, Asked(True, HOST, "POST", "/permits"))
    assert (told.status, told.headers["Location"]) == (303, "/received")


def with_behavior(name: str) -> dict[str, Site]:
    site = replace(SITES["maps-sample.gov"], behavior=frozenset({name}))
    return {"maps-sample.gov": site}


def test_a_soft_404_has_the_same_page_and_the_wrong_status() -> None:
    asked = Asked(True, "www.maps-sample.gov", "GET", "/nowhere")
    assert answer(with_behavior("not-found-is-200"), asked).status == 200


def test_http_may_answer_for_itself() -> None:
    asked = Asked(False, "www.maps-sample.gov", "GET", "/")
    told = answer(with_behavior("http-answers"), asked)
    assert told.status == 200
    assert "Strict-Transport-Security" not in told.headers


def test_http_may_send_on_by_meta_refresh() -> None:
    asked = Asked(False, "www.maps-sample.gov", "GET", "/about")
    told = answer(with_behavior("http-meta-refresh"), asked)
    assert told.status == 200
    assert 'http-equiv="refresh" content="0; url=https://www.maps-sample.gov/about"' in told.text
