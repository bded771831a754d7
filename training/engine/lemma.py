# SPDX-License-Identifier: Apache-2.0
"""Lemmas as edit scripts that a classifier can choose (after UDPipe 2, Straka 2018, K18-2020).

A script works on the lower-cased word (case "k": on the word as it is):
  1. infix: remove the first "ge" (angekommen) or the first "zu" after the first letter (anzukommen);
  2. remove `strip` characters at the end;
  3. umlaut: the last ä, ö, ü of what is left becomes a, o, u (Häuser, größer);
  4. append `append`;
  5. case: "l" lower, "c" first letter upper, "u" all upper, "k" as it is.
An absolute script (`whole`) gives the lemma itself. Text form: `l|ge|1|-3|en` or `=sein`.
"""
from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

_PLAIN = {"ä": "a", "ö": "o", "ü": "u", "Ä": "A", "Ö": "O", "Ü": "U"}


@dataclass(frozen=True)
class Script:
    case: str = "l"
    infix: str = ""
    umlaut: bool = False
    strip: int = 0
    append: str = ""
    whole: str | None = None

    def text(self) -> str:
        if self.whole is not None:
            return "=" + self.whole
        return f"{self.case}|{self.infix}|{int(self.umlaut)}|{-self.strip}|{self.append}"

    @staticmethod
    def parse(text: str) -> Script:
        if text.startswith("="):
            return Script(whole=text[1:])
        case, infix, umlaut, strip, append = text.split("|", 4)
        return Script(case, infix, umlaut == "1", -int(strip), append)

    def apply(self, word: str) -> str:
        """The lemma; where the script does not fit (nothing would be left), the word itself."""
        if self.whole is not None:
            return self.whole
        stem = _stem(word if self.case == "k" else word.lower(), self.infix)
        if stem is None or len(stem) < self.strip:
            return word
        stem = stem[:len(stem) - self.strip]
        if self.umlaut:
            stem = _without_umlaut(stem)
        out = stem + self.append
        if not out:
            return word
        if self.case == "c":
            return out[0].upper() + out[1:]
        return out.upper() if self.case == "u" else out


def _stem(word: str, infix: str) -> str | None:
    if not infix:
        return word
    at = word.find(infix, 1 if infix == "zu" else 0)
    return None if at < 0 else word[:at] + word[at + len(infix):]


def _without_umlaut(stem: str) -> str:
    for i in range(len(stem) - 1, -1, -1):
        if stem[i] in _PLAIN:
            return stem[:i] + _PLAIN[stem[i]] + stem[i + 1:]
    return stem


def _case_of(lemma: str) -> str:
    lower = lemma.lower()
    if lemma == lower:
        return "l"
    if lemma == lower[0].upper() + lower[1:]:
        return "c"
    return "u" if lemma == lower.upper() else "k"


@lru_cache(maxsize=500_000)
def script_for(word: str, lemma: str) -> Script:
    """The cheapest script that makes `lemma` of `word`; absolute if less than half of it is kept."""
    case = _case_of(lemma)
    source, target = (word, lemma) if case == "k" else (word.lower(), lemma.lower())
    best: tuple[float, Script] | None = None
    for infix in ("", "ge", "zu"):
        stem = _stem(source, infix)
        if stem is None:
            continue
        for umlaut in (False, True):
            for kept in range(len(stem), -1, -1):
                head = _without_umlaut(stem[:kept]) if umlaut else stem[:kept]
                if target.startswith(head):
                    break
            if umlaut and head == stem[:kept]:
                continue
            script = Script(case, infix, umlaut, len(stem) - kept, target[len(head):])
            cost = script.strip + len(script.append) + 1.5 * umlaut + 1.5 * bool(infix)
            if kept >= 1 and script.apply(word) == lemma and (best is None or cost < best[0]):
                best = (cost, script)
    if best is None or best[0] > 4 + len(lemma) / 2 or len(lemma) <= best[1].strip:
        return Script(whole=lemma)
    return best[1]
