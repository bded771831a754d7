# SPDX-License-Identifier: Apache-2.0
"""Guesses where white space stood in corpora that only list words."""
from __future__ import annotations

_CLOSING = set(".,;:!?)]}%…»“”’") | {"...", "'s", "’s", "n't", "''", "'re", "'ve", "'ll", "'d", "'m"}
_OPENING = set("([{„«‚") | {"``"}
_PAIRED = set("\"'")


def guess_spaces(words: tuple[str, ...], language: str) -> tuple[bool, ...]:
    """`space_before` for each word by the rules of print; straight quotes open and close in turn."""
    out: list[bool] = []
    open_quotes: dict[str, bool] = {}
    glue_next = True
    for i, word in enumerate(words):
        space = not glue_next
        glue_next = False
        if word in _PAIRED:
            if open_quotes.get(word):
                space = False
            else:
                glue_next = True
            open_quotes[word] = not open_quotes.get(word)
        elif word == "“" and language == "en":
            glue_next = True  # opens in English, closes in German
        elif word == "»" and language == "de" and not open_quotes.get("»"):
            glue_next, open_quotes["»"] = True, True
        elif word == "«" and open_quotes.get("»"):
            space, open_quotes["»"] = False, False
        elif word in _OPENING:
            glue_next = True
        elif word in _CLOSING:
            space = False
        out.append(space or i == 0)
    return tuple(out)
