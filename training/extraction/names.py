# SPDX-License-Identifier: Apache-2.0
"""How two mentions are written compared with each other; src/extraction/name_match.cpp computes the same."""
from __future__ import annotations

from functools import lru_cache

NONE, EQUAL, SUFFIX, PREFIX, ACRONYM, SHARED, INSIDE = range(7)
COUNT = 7
_ARTICLES = frozenset("der die das den dem des the a an ein eine einer eines einem einen".split())


@lru_cache(100_000)
def keys(words: tuple[str, ...]) -> tuple[str, ...]:
    """Words in small letters without marks, articles and the s of a genitive."""
    out = []
    for word in words:
        key = "".join(c for c in word.lower() if c.isalpha() or c.isdecimal())
        if not key or key in _ARTICLES or word in ("'s", "’s"):
            continue
        out.append(key[:-1] if len(key) > 3 and key.endswith("s") else key)
    return tuple(out)


def _is_acronym(short: str, long: tuple[str, ...]) -> bool:
    """Whether the letters stand in the words in this order, the first one first."""
    joined = "".join(long)
    if not 2 <= len(short) <= 6 or len(joined) <= len(short) + 1 or joined[0] != short[0]:
        return False
    at = 0
    for char in short:
        at = joined.find(char, at) + 1
        if not at:
            return False
    return True


@lru_cache(1_000_000)
def match(a: tuple[str, ...], b: tuple[str, ...]) -> int:
    """The relation of two tuples of words, without regard to their order."""
    x, y = keys(a), keys(b)
    if not x or not y:
        return NONE
    if x == y:
        return EQUAL
    if len(x) > len(y):
        a, b, x, y = b, a, y, x
    if y[-len(x):] == x:
        return SUFFIX
    if y[:len(x)] == x:
        return PREFIX
    for short, words, long in ((x, a, y), (y, b, x)):
        if len(short) == 1 and "".join(words).isupper() and _is_acronym(short[0], long):
            return ACRONYM
    if set(x) <= set(y):
        return INSIDE
    return SHARED if any(len(k) > 3 and k in y for k in x) else NONE
