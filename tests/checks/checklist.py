"""What the checks print: one line a check, which `.ci/run` counts, with figures; details of a failure stand below it, indented."""
import sys

SHOWN_FAILURES = 10


class Checklist:
    """The checks of one script."""

    def __init__(self, prefix):
        self.prefix = prefix
        self.failed = 0

    def report(self, name, failures, figures=""):
        """A check is ok when the list of its failures is empty."""
        status = "failed" if failures else "ok"
        print(f"{status} {self.prefix}: {name}" + (f" ({figures})" if figures else ""))
        for failure in failures[:SHOWN_FAILURES]:
            print("    " + str(failure).replace("\n", "\n    "))
        if len(failures) > SHOWN_FAILURES:
            print(f"    ... and {len(failures) - SHOWN_FAILURES} more")
        self.failed += bool(failures)
        sys.stdout.flush()

    def skip(self, name, reason):
        """A check that cannot run here."""
        print(f"skipped {self.prefix}: {name}: {reason}", flush=True)

    def exit(self):
        """Ends the script."""
        sys.exit(1 if self.failed else 0)
