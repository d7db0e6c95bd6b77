"""The report for machines: `report.json`, one documented and versioned document.

Its form, version 1: "format" and "version"; "run"; "heads" and "checks" (the catalogue as it was
judged); "sites", each with coverage, heads, checks, causes and questions; "agencies", each with
what was judged of it as a whole; "government": the sums and the fixes that matter most. Names
keep their meaning within a version; a reader ignores names it does not know. Every list that is
cut has the true total beside it.
"""

import json
from collections.abc import Iterator
from typing import Any, TextIO

from ideaaudit.models import BY_CHANCE, Catalogue, Cause, Coverage, Evidence, Outcome, Run
from reports.hosts import OtherHost, other_hosts
from reports.rollup.fixes import Fix
from reports.rollup.gathered import Gathered
from reports.rollup.rate import Interval, LeftOut
from reports.rollup.sample import Sample
from reports.rollup.site import CheckResult, SiteRollup, Standing
from reports.rollup.tally import Tally
from reports.rollup.units import HeadSum, Unit
from reports.source import Source

FORMAT, VERSION = "ideaaudit-report", 1
URLS = 100
PLACES = 3


class JsonReport:
    """Writes the document from its beginning to its end; no page's evidence stays in memory."""

    def __init__(self, out: TextIO, run: Run, catalogue: Catalogue) -> None:
        self._out = out
        self._first = True
        head = {
            "format": FORMAT,
            "version": VERSION,
            "run": _run(run),
            "heads": [_plain(head) for head in catalogue.heads],
            "checks": [_plain(card) for card in catalogue.cards],
        }
        out.write(_text(head)[:-1] + ',\n"sites": [')

    def site(self, source: Source, site: SiteRollup, gathered: Gathered) -> None:
        """Append one site; its causes are written one by one."""
        hosts = [_host(one) for one in other_hosts(source, site.target)]
        body = _text(_site(site) | {"hosts": hosts})[:-1]
        self._out.write(("\n" if self._first else ",\n") + body + ',\n"causes": [')
        self._first = False
        for number, cause in enumerate(source.causes(site.target.site)):
            places = gathered.places.get(cause.id, ())
            self._out.write(
                (",\n" if number else "\n") + _text(_cause(cause, list(places), site.sample))
            )
        self._out.write("]}")

    def end(self, agencies: tuple[Unit, ...], government: Unit) -> None:
        """Append the sums, and close the document."""
        self._out.write('],\n"agencies": [')
        for number, unit in enumerate(agencies):
            self._out.write((",\n" if number else "\n") + _text(_agency(unit)))
        self._out.write('],\n"government": ' + _text(_unit(government)) + "}\n")


def _run(run: Run) -> dict[str, Any]:
    return {
        "id": run.id,
        "startedAt": run.started_at,
        "endedAt": run.ended_at,
        "state": run.state,
        "seed": run.seed,
        "settings": run.settings,
        "versions": run.versions,
        "notes": run.notes,
    }


def _site(site: SiteRollup) -> dict[str, Any]:
    results = [one for standing in site.standings for one in standing.results]
    questions = [one for standing in site.standings for one in standing.questions]
    return {
        "site": site.target.site,
        "url": site.target.url,
        "agency": site.target.agency,
        "bureau": site.target.bureau,
        "branch": site.target.branch,
        "tier": site.target.tier,
        "audited": site.audited,
        "gap": {"reason": site.gap.reason, "detail": site.gap.detail} if site.gap else None,
        "coverage": _coverage(site.coverage),
        "sample": _sample(site.sample),
        "counts": _tally(site.tally),
        "strengths": {strength: _tally(tally) for strength, tally in site.strengths},
        "heads": [_standing(standing) for standing in site.standings],
        "checks": [_result(result) for result in results],
        "questions": [_question(result) for result in questions],
        "causesTotal": site.causes,
    }


def _host(one: OtherHost) -> dict[str, Any]:
    return {
        "host": one.host.name,
        "url": one.host.url,
        "foundBy": dict(one.host.found_by),
        "inRun": one.in_run,
    }


def _standing(standing: Standing) -> dict[str, Any]:
    return {
        "id": standing.head.id,
        "outcome": standing.outcome,
        "counts": _tally(standing.tally),
        "questions": standing.open_questions,
    }


def _result(result: CheckResult) -> dict[str, Any]:
    return {
        "id": result.card.id,
        "outcome": result.outcome,
        "summary": result.summary,
        "counts": _tally(result.tally),
        "rate": {
            "failed": result.rate.numerator,
            "judged": result.rate.denominator,
            "leftOut": _left_out(result.rate.left_out),
        },
        "ofAllPages": _interval(result.interval),
    }


def _interval(interval: Interval | None) -> dict[str, Any] | None:
    """How many of all pages fail; None where that cannot be said."""
    if interval is None:
        return None
    return {
        "low": interval.low,
        "high": interval.high,
        "pages": interval.total,
        "exact": interval.exact,
        "confidence": 1.0 if interval.exact else 0.95,
        "drawn": interval.drawn,
        "drawnFailed": interval.hits,
        "text": interval.text,
    }


def _sample(sample: Sample) -> dict[str, Any]:
    """The sample; the run has its seed."""
    return {
        "pages": sample.total,
        "chosen": sample.picked,
        "drawn": sample.drawn.pages,
        "drawnFrom": sample.frame,
        "templates": len(sample.templates),
        "list": [
            {
                "url": one.url,
                "why": one.why,
                "rendered": one.rendered,
                "template": one.template,
                "templatePages": sample.templates[one.template],
                "templateRendered": sample.shown[one.template],
                "standsFor": round(sample.each, 2) if one.why == BY_CHANCE else 1,
            }
            for one in sample.chosen
        ],
    }


def _question(result: CheckResult) -> dict[str, Any]:
    card = result.card
    return {
        "id": card.id,
        "question": card.question,
        "evidence": card.evidence,
        "outcome": result.outcome,
    }


def _cause(cause: Cause, places: list[Evidence], sample: Sample) -> dict[str, Any]:
    return {
        "id": cause.id,
        "check": cause.check,
        "outcome": cause.outcome,
        "pages": cause.pages,
        "places": cause.places,
        "ofAllPages": _interval(sample.interval_of(cause)),
        "examples": [_evidence(one) for one in (places or [cause.example])[:PLACES]],
        "urls": cause.urls[:URLS],
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    values = _plain(evidence)
    return {name: value for name, value in values.items() if value and name != "cause"}


def _agency(unit: Unit) -> dict[str, Any]:
    own = [one for standing in unit.own for one in standing.results]
    questions = [one for standing in unit.own for one in standing.questions]
    return {
        "agency": unit.name,
        **_unit(unit),
        "checks": [_result(result) for result in own],
        "questions": [_question(result) for result in questions],
    }


def _unit(unit: Unit) -> dict[str, Any]:
    return {
        "sites": len(unit.sites),
        "audited": unit.audited,
        "coverage": _coverage(unit.coverage),
        "counts": _tally(unit.tally),
        "strengths": {strength: _tally(tally) for strength, tally in unit.strengths},
        "heads": [_head_sum(head) for head in unit.heads],
        "fixes": [_fix(fix) for fix in unit.fixes],
    }


def _head_sum(head: HeadSum) -> dict[str, Any]:
    return {
        "id": head.head.id,
        "outcome": head.outcome,
        "counts": _tally(head.tally),
        "sites": _tally(head.sites),
        "questions": head.questions,
    }


def _fix(fix: Fix) -> dict[str, Any]:
    return {
        "check": fix.card.id,
        "cause": fix.cause,
        "pages": fix.pages,
        "places": fix.places,
        "reach": fix.reach,
        "ofAllPages": _interval(fix.interval),
        "weight": round(fix.weight, 3),
        "sites": fix.sites[:URLS],
        "sitesTotal": len(fix.sites),
        "agency": fix.agency,
        "example": _evidence(fix.example),
    }


def _coverage(coverage: Coverage) -> dict[str, Any]:
    return {
        "found": coverage.found,
        "walked": coverage.walked,
        "documents": coverage.documents,
        "unchanged": coverage.unchanged,
        "foundBy": dict(coverage.found_by),
        "unkept": coverage.unkept,
        "queued": coverage.queued,
        "skipped": dict(coverage.skipped),
        "lost": dict(coverage.lost),
        "sampled": coverage.sampled,
        "rendered": coverage.rendered,
        "renderLost": dict(coverage.render_lost),
        "complete": coverage.complete,
    }


def _left_out(parts: tuple[LeftOut, ...]) -> list[dict[str, Any]]:
    return [{"reason": part.reason, "count": part.count} for part in parts]


def _tally(tally: Tally) -> dict[Outcome, int]:
    return dict(tally.parts)


def _plain(value: Any) -> dict[str, Any]:
    """A flat dataclass of the core by the names of its fields."""
    return dict(_fields(value))


def _fields(value: Any) -> Iterator[tuple[str, Any]]:
    for name in value.__dataclass_fields__:
        found = getattr(value, name)
        yield name, [_plain(one) for one in found] if isinstance(found, tuple) else found


def _text(value: Any) -> str:
    """One JSON value in ASCII, so that no stranger's character can break a reader or a screen."""
    return json.dumps(value, ensure_ascii=True, allow_nan=False)
