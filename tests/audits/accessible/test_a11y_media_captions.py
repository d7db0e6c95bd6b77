import pytest

from audits.accessible.a11y_media_captions import a11y_media_captions
from ideaaudit.models import PageObservation
from tests.audits.build import outcome_of, page, walked

REST = "<script src=a></script><p>" + "word " * 30


@pytest.mark.parametrize(
    ("seen", "outcome"),
    [
        pytest.param(page("<video src=a.mp4></video>"), "cantTell", id="a video"),
        pytest.param(page("<AUDIO SRC=a.mp3></AUDIO>"), "cantTell", id="sound, upper case"),
        pytest.param(
            page("<video><track kind=captions src=a.vtt></video>"), "cantTell", id="with captions"
        ),
        pytest.param(
            page("<iframe src='https://www.YouTube-nocookie.com/embed/x'></iframe>"),
            "cantTell", id="another's player",
        ),
        pytest.param(
            page("<iframe data-src='//player.vimeo.com/video/1'></iframe>"), "cantTell", id="lazy"
        ),
        pytest.param(page("<object data='a.swf'></object>"), "cantTell", id="an object"),
        pytest.param(page("<embed src='tour.mov'>"), "cantTell", id="an embedded film"),
        pytest.param(page("<lite-youtube videoid=x></lite-youtube>"), "cantTell", id="a component"),
        pytest.param(
            page("<x-a><template shadowrootmode=open><video></video></template></x-a>"),
            "cantTell", id="in a shadow root",
        ),
        pytest.param(page("<iframe src='https://a.gov/map'></iframe>"), "inapplicable", id="a map"),
        pytest.param(page("<a href='https://youtu.be/x'>Film</a>"), "inapplicable", id="a link"),
        pytest.param(page("<p>Text"), "inapplicable", id="none"),
        pytest.param(walked(REST), "cantTell", id="scripts may add some"),
        pytest.param(walked("<p>" + "word " * 30), "inapplicable", id="no scripts and none"),
    ],
)  # fmt: skip
def test_outcome(seen: PageObservation, outcome: str) -> None:
    assert outcome_of(a11y_media_captions, seen) == outcome


@pytest.mark.parametrize(
    ("track", "count"),
    [
        ("<track kind=captions>", 1),
        ("<track kind=' SUBTITLES '>", 1),
        ("<track>", 1),
        ("<track kind=chapters>", 0),
        ("", 0),
    ],
)
def test_tracks_of_captions_are_counted(track: str, count: int) -> None:
    found = a11y_media_captions.judge(page(f"<video>{track}</video><audio></audio>"))
    assert found.measures == (("media", 2), ("media-with-caption-track", count))
    assert [one.datum for one in found.evidence].count("captions") == count
    assert [one.detail for one in found.evidence].count("It has a track of captions.") == count


def test_what_scripts_may_add_is_told_from_what_is_there() -> None:
    assert "scripts" in a11y_media_captions.judge(walked(REST)).summary
