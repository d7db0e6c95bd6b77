"""Whether this machine lets an ordinary user make the namespaces that a browser's sandbox needs."""

import os
import subprocess

AS_NOBODY = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]


def are_there() -> bool:
    """In a chroot, and where the kernel forbids them, they are not."""
    command = [*(AS_NOBODY if os.geteuid() == 0 else []), "unshare", "--user", "true"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


NO_NAMESPACES = "no user namespaces here: a chroot, or a kernel that forbids them"
