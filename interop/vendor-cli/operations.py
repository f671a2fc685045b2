#!/usr/bin/env python3
"""Asks for every operation of the installed fivetran-cli that has not been seen to work, and writes the table of all.

Arguments: a file with the operations that worked, one a line, and the file to write the table to. The program is called as its console
script calls it, in this process: starting it a hundred times takes minutes. Each must be refused, for wharf-server has no such path;
one that works belongs into the script that asks for it with sense.
"""
import argparse
import base64
import collections
import io
import os
import sys

import fivetran_cli

REFUSED = ("There is no such path", "This path does not support this method")


def operations(parser, words=()):
    """Each operation of the program, with its words and its options."""
    below = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    for action in below:
        for word, inner in action.choices.items():
            yield from operations(inner, (*words, word))
    if not below and words[:1] == ("beta",):
        yield words[1:], parser._actions


def asked(words, options):
    """The command line that asks for an operation: whatever it wants of an identifier is something that is not there."""
    line = ["beta", *words]
    for option in options:
        if option.required:
            line += [option.option_strings[0], "none"]
        elif "--yes" in option.option_strings:
            line.append("--yes")
        elif "--config" in option.option_strings:
            line += ["--config", "{}"]
    return line


def refusal(line):
    """The reason that the program gives, or nothing if it succeeds."""
    out, err = io.StringIO(), io.StringIO()
    if fivetran_cli.run(line, stdout=out, stderr=err) == 0:
        return ""
    said = [text for text in err.getvalue().splitlines() if text.startswith("Reason: ")]
    return said[0].removeprefix("Reason: ") if said else err.getvalue().strip()


def main(worked_file, table_file):
    key = f"{os.environ['KEY']}:{os.environ['SECRET']}"
    os.environ["FIVETRAN_API_KEY"] = base64.b64encode(key.encode()).decode()
    with open(worked_file, encoding="utf-8") as file:
        worked = {tuple(line.split()) for line in file}
    table, wrong, refused = collections.defaultdict(lambda: ([], [])), [], 0
    for words, options in operations(fivetran_cli.build_parser()):
        name = " ".join(words[1:])
        if words in worked:
            table[words[0]][0].append(name)
            continue
        reason = refusal(asked(words, options))
        print(f"{' '.join(words)}: {reason or 'WORKS'}")
        if any(text in reason for text in REFUSED):
            refused += 1
            table[words[0]][1].append(name)
        else:
            wrong.append(" ".join(words))
    with open(table_file, "w", encoding="utf-8") as file:
        print("| `fivetran beta` | works | refused: wharf-server has no such path or method |\n|---|---|---|", file=file)
        for resource, (works, refuses) in sorted(table.items()):
            print(f"| `{resource}` | {', '.join(works) or '-'} | {', '.join(refuses) or '-'} |", file=file)
    if wrong:
        sys.exit(f"FAILED: neither seen to work nor refused for want of a path or method: {'; '.join(wrong)}")
    print(f"{len(worked)} operations work; the other {refused} are refused, for wharf-server does not serve what they are about")


if __name__ == "__main__":
    main(*sys.argv[1:])
