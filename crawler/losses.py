"""When a site is left alone: what did not answer, in a row and of late."""

from collections import deque

from ideaaudit.models import Gap, Reason

MOST_IN_A_ROW = 10
# A storm that lets a page through now and then is a storm.
OF_LATE = 40
MOST_OF_LATE = 30
UNANSWERED = (
    Reason.TIMEOUT,
    Reason.BLOCKED,
    Reason.CHALLENGED,
    Reason.REFUSED,
    Reason.DNS,
    Reason.TLS,
)


class Losses:
    """Counts the ends of a site's URLs."""

    def __init__(self) -> None:
        self._in_a_row = 0
        self._late: deque[bool] = deque(maxlen=OF_LATE)

    def answered(self) -> None:
        """A URL was seen."""
        self._note(lost=False)

    def note(self, gap: Gap, status: int | None = None, answered: bool | None = None) -> Gap | None:
        """A URL was not seen; why the site is to be left alone now, if it is.

        Args:
            status: of the answer, where there was one: an error of the server is no answer.
            answered: as `Lost` has it.
        """
        silent = gap.reason in UNANSWERED or (status is not None and status >= 500)
        self._note(lost=silent if answered is None else not answered)
        if self._in_a_row >= MOST_IN_A_ROW:
            how = f"after {self._in_a_row} failures in a row"
        elif sum(self._late) >= MOST_OF_LATE:
            how = f"after {sum(self._late)} failures among the last {len(self._late)} URLs"
        else:
            return None
        return Gap("page", gap.reason, f"the site was left alone {how}: {gap.detail}")

    def _note(self, *, lost: bool) -> None:
        self._in_a_row = self._in_a_row + 1 if lost else 0
        self._late.append(lost)
