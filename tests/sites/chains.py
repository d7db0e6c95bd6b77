"""Which certificate chain a site serves, and what is wrong with it where a patch says so."""

from datetime import timedelta
from functools import partial

from tests.sites.certificates import Signer, make_authority, make_leaf

EXPIRED = "certificate-expired"
OTHER_NAME = "certificate-other-name"
SELF_SIGNED = "certificate-self-signed"
UNTRUSTED = "certificate-untrusted"
NO_INTERMEDIATE = "certificate-without-intermediate"
FAULTS = {EXPIRED, OTHER_NAME, SELF_SIGNED, UNTRUSTED, NO_INTERMEDIATE}


class Chains:
    """Issues chains below one root of its own."""

    def __init__(self) -> None:
        self.root = make_authority("Samples Root")
        self._middle = make_authority("Samples Intermediate", self.root)

    def pem(self, names: tuple[str, ...], behavior: frozenset[str] = frozenset()) -> bytes:
        """Key, leaf and intermediate for DNS `names`, as a server loads them."""
        make = partial(make_leaf, names, self._middle)
        if EXPIRED in behavior:
            return _pem(make(begins=timedelta(days=-90), ends=timedelta(days=-1)), self._middle)
        if OTHER_NAME in behavior:
            return _pem(make_leaf(("shared-hosting.example",), self._middle), self._middle)
        if SELF_SIGNED in behavior:
            return _pem(make_leaf(names, None))
        if UNTRUSTED in behavior:
            stranger = make_authority("Root That Nobody Knows")
            return _pem(make_leaf(names, stranger), stranger)
        if NO_INTERMEDIATE in behavior:
            return _pem(make())
        return _pem(make(), self._middle)


def _pem(leaf: Signer, *above: Signer) -> bytes:
    return leaf.key_pem + leaf.pem + b"".join(signer.pem for signer in above)
