#!/usr/bin/env python3
"""Types into real shells that have loaded what `omlint completion` prints, presses Tab, and looks at the line.

    completion.py OMLINT
"""
import os
import pathlib
import pty
import select
import shutil
import subprocess
import sys
import tempfile
import time

from checklist import Checklist

# What is typed, and the line behind Tab, without a blank at its end.
LINES = {
    "omlint --for": "omlint --format",
    "omlint --format sar": "omlint --format sarif",
    "omlint --format=check": "omlint --format=checkstyle",
    "omlint --fail-on w": "omlint --fail-on warning",
    "omlint --target 1.5 --col": "omlint --target 1.5 --color",
    "omlint --baseline kno": "omlint --baseline known.json",
    "omlint inge": "omlint ingestion/",
    "omlint --fix inge": "omlint --fix ingestion/",
    "omlint expl": "omlint explain",
    "omlint explain OM1001": "omlint explain OM1001",
    "omlint rules --format j": "omlint rules --format json",
    "omlint init --dry": "omlint init --dry-run",
    "omlint completion fi": "omlint completion fish",
}
# Behind the `=` of a format stands a file; PowerShell would need a parser for it.
FILE_LINES = {"omlint --format sarif=kno": "omlint --format sarif=known.json"}
TIMEOUT = 30


class Terminal:
    """An interactive shell on a terminal of its own, in which Control-X writes the line into a file and empties it."""

    def __init__(self, command, directory, prepare):
        self.line = directory / ".line"
        process, self.terminal = pty.fork()
        if process == 0:
            os.chdir(directory)
            os.environ.update(TERM="xterm", HOME=str(directory), LC_ALL="C")
            os.execvp(command[0], command)
        self.process = process
        for text in prepare:
            self.send(text + "\n")
        self.said = ""
        # Ready, when it answers.
        assert self.complete("omlint", tab="") == "omlint", self.said[-2000:]

    def send(self, text):
        os.write(self.terminal, text.encode())

    def complete(self, typed, tab="\t"):
        self.line.unlink(missing_ok=True)
        self.send(typed + tab + "\x18")
        end = time.monotonic() + TIMEOUT
        while time.monotonic() < end:
            if select.select([self.terminal], [], [], 0.02)[0]:
                self.said += os.read(self.terminal, 65536).decode(errors="replace")
            if self.line.exists() and (text := self.line.read_text()).endswith("\n"):
                return text[:-1].rstrip(" ")
        return f"no answer within {TIMEOUT} s: {self.said[-300:]!r}"

    def close(self):
        os.close(self.terminal)
        os.waitpid(self.process, 0)


def on_terminal(command, directory, prepare):
    terminal = Terminal(command, directory, prepare)
    try:
        return {typed: terminal.complete(typed) for typed in LINES | FILE_LINES}
    finally:
        terminal.close()


def bash(directory):
    return on_terminal(["bash", "--norc", "--noprofile", "-i"], directory, [
        "source completion.bash",
        """show() { printf '%s\\n' "$READLINE_LINE" > .line; READLINE_LINE=; READLINE_POINT=0; }""",
        """bind -x '"\\C-x": show'""",
    ])


def zsh(directory):
    lines = on_terminal(["zsh", "-f", "-i"], directory, [
        "autoload -Uz compinit && compinit -u -d .zcompdump",
        "source completion.zsh",
        "show() { print -r -- $BUFFER > .line; zle kill-buffer }; zle -N show; bindkey -r '^X'; bindkey '^X' show; KEYTIMEOUT=1",
    ])
    # A `=` that goes away with the next blank.
    return {typed: line.removesuffix("=") for typed, line in lines.items()}


def fish(directory):
    """Fish says itself how a word would go on."""
    lines = {}
    for typed in LINES | FILE_LINES:
        run = subprocess.run(
            ["fish", "--no-config", "-c", "source completion.fish; complete -C $argv[1]", typed],
            cwd=directory, env={**os.environ, "HOME": str(directory)}, capture_output=True, text=True, timeout=TIMEOUT)
        found = [line.split("\t")[0] for line in run.stdout.splitlines()]
        before = typed.rpartition(" ")[0]
        lines[typed] = f"{before} {found[0]}" if len(found) == 1 else f"{found} {run.stderr}"
    return lines


def powershell(directory):
    script = directory / "lines.ps1"
    script.write_text("Get-Content completion.powershell -Raw | Invoke-Expression\n" + "".join(
        f"$found = (TabExpansion2 '{typed}' {len(typed)}).CompletionMatches; "
        "if ($found.Count -eq 1) { $found[0].CompletionText } else { \"$($found.CompletionText)\" }\n" for typed in LINES))
    run = subprocess.run(["pwsh", "-NoProfile", "-File", script], cwd=directory, capture_output=True, text=True, timeout=10 * TIMEOUT)
    found = run.stdout.splitlines() + [run.stderr] * len(LINES)
    # It writes paths in its own way.
    return {typed: f"{typed.rpartition(' ')[0]} {word.removeprefix('./') + ('/' if word == './ingestion' else '')}" for typed, word in zip(LINES, found)}


def main():
    omlint = pathlib.Path(sys.argv[1]).resolve()
    checklist = Checklist("completion")
    with tempfile.TemporaryDirectory() as name:
        directory = pathlib.Path(name)
        (directory / "ingestion").mkdir()
        (directory / "known.json").touch()
        for shell, program, lines in [("bash", "bash", bash), ("zsh", "zsh", zsh), ("fish", "fish", fish), ("powershell", "pwsh", powershell)]:
            script = subprocess.run([omlint, "completion", shell], capture_output=True, text=True, check=True).stdout
            (directory / f"completion.{shell}").write_text(script)
            if shutil.which(program) is None:
                checklist.skip(shell, f"{program} is not installed")
                continue
            answers = lines(directory)
            wanted = LINES | FILE_LINES
            checklist.report(shell, [f"{typed!r}: {line!r}, not {wanted[typed]!r}" for typed, line in answers.items() if line != wanted[typed]], f"{len(answers)} lines")
    checklist.exit()


main()
