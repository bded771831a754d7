# SPDX-License-Identifier: Apache-2.0
"""Run with python3 -m unittest discover -s training/tests -t training"""
from __future__ import annotations

import itertools
import random
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np  # noqa: E402

from engine.augment import augment, split_hyphens  # noqa: E402
from engine.bio import part_type  # noqa: E402
from engine.decode import bio_path, tree  # noqa: E402
from engine.lemma import Script, script_for  # noqa: E402
from engine.sentence import Sentence  # noqa: E402
from engine.spacing import guess_spaces  # noqa: E402


def is_tree(heads: tuple[int, ...]) -> bool:
    if heads.count(0) != 1:
        return False
    for start in range(1, len(heads) + 1):
        at, steps = start, 0
        while at and steps <= len(heads):
            at, steps = heads[at - 1], steps + 1
        if at:
            return False
    return True


class Lemmas(unittest.TestCase):
    def test_a_script_makes_the_lemma_it_was_made_for(self) -> None:
        pairs = [("Häuser", "Haus"), ("angekommen", "ankommen"), ("anzukommen", "ankommen"), ("Die", "der"),
                 ("größer", "groß"), ("NATO", "NATO"), ("ging", "gehen"), ("U.S.", "U.S."), ("ist", "sein")]
        for word, lemma in pairs:
            script = script_for(word, lemma)
            self.assertEqual(script.apply(word), lemma)
            self.assertEqual(Script.parse(script.text()), script)

    def test_a_script_that_does_not_fit_leaves_the_word(self) -> None:
        self.assertEqual(Script.parse("l||0|-9|").apply("kurz"), "kurz")


class Trees(unittest.TestCase):
    def test_the_tree_is_the_best_of_all(self) -> None:
        rng = np.random.default_rng(3)
        for n in (1, 2, 3, 4):
            for _ in range(30):
                scores = rng.normal(size=(n, n + 1))
                best = max((h for h in itertools.product(range(n + 1), repeat=n) if is_tree(h)),
                           key=lambda h: sum(scores[i, j] for i, j in enumerate(h)))
                self.assertEqual(tuple(tree(scores)), best)


class Names(unittest.TestCase):
    def test_inside_follows_only_its_own_kind(self) -> None:
        tags = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG")
        scores = np.log(np.array([[0.1, 0.2, 0.3, 0.3, 0.1], [0.1, 0.1, 0.6, 0.1, 0.1]]))
        self.assertEqual(bio_path(scores, tags), [1, 2])

    def test_compounds_are_cut_with_the_name_inside(self) -> None:
        self.assertEqual(part_type("B-ORGpart"), "ORG")
        self.assertIsNone(part_type("B-ORG"))
        s = Sentence(("Der", "SPD-Chef", "lobt", "die", "EU-Kommission"), (True,) * 5, "de",
                     names=("O", "O", "O", "O", "B-ORG"), name_parts=(None, "ORG", None, None, None),
                     name_types=frozenset(("ORG",)))
        cut = split_hyphens(s)
        self.assertEqual(cut.words, ("Der", "SPD", "-", "Chef", "lobt", "die", "EU", "-", "Kommission"))
        self.assertEqual(cut.names, ("O", "B-ORG", "O", "O", "O", "O", "B-ORG", "I-ORG", "I-ORG"))
        self.assertEqual(cut.space_before, (True, True, False, False, True, True, True, False, False))

    def test_augmenting_keeps_layers_as_long_as_the_words(self) -> None:
        rng = random.Random(1)
        s = Sentence(("„", "Die", "UN-Charta", "gilt", "“", "."), (True, False, True, True, False, False), "de",
                     names=("O", "O", "B-MISC", "O", "O", "O"), name_types=frozenset(("MISC",)))
        for _ in range(300):
            t = augment(s, rng, split_compounds=True)
            self.assertEqual(len(t.words), len(t.names))
            self.assertEqual(len(t.words), len(t.space_before))


class Spaces(unittest.TestCase):
    def test_marks_stand_as_in_print(self) -> None:
        words = ("He", "said", ":", '"', "No", ".", '"')
        self.assertEqual(guess_spaces(words, "en"), (True, True, False, True, False, False, False))


if __name__ == "__main__":
    unittest.main()
