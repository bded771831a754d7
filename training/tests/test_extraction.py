# SPDX-License-Identifier: Apache-2.0
"""Tests of what the reader of relations is trained with; they need no corpus and no trained weights."""
import random
import tempfile
import unittest
from pathlib import Path

import torch

from engine.model import Shape
from engine.modelfile import read_model
from extraction import names
from extraction.bottom import Vectors
from extraction.calibrate import expected_calibration_error, platt
from extraction.corpus import Article, Mention, Relation, _marks
from extraction.decode import predict, vectors_of
from extraction.losses import lesson, losses, total
from extraction.model import Reader, Sizes
from extraction.relationsfile import write_relations
from extraction.tensors import relation_pairs, spots_of, tree_path, windows_of

TYPES = ["criticizes", "leads", "meets"]


def article() -> Article:
    words = "Merkel lobte Wulff . Sie leitet die CDU .".split()
    begins = [len(" ".join(words[:i])) + (i > 0) for i in range(9)]
    return Article("test", "de", " ".join(words), words, [True] * 9, [(b, b + len(w)) for b, w in zip(begins, words)], ["X"] * 9, [(0, 4), (4, 9)],
                   [1, 1, 1, 1, 5, 5, 7, 5, 5],
                   [Mention(0, 0, 0, (0,)), Mention(2, 2, 0, (1,)), Mention(4, 4, 2, (0,)), Mention(7, 7, 0, (2,))],
                   [("person", "Merkel"), ("person", "Wulff"), ("organization", "CDU")],
                   [Relation(0, 0, 1, ("criticizes",), "negated", (1,)), Relation(1, 0, 2, ("leads",), "asserted", (5,))])


def vectors(count: int = 13) -> Vectors:
    torch.manual_seed(0)
    return Vectors(torch.randn(count, 32).to(torch.bfloat16), [0, 6, 13], torch.tensor([1, 2, 3, 4, 7, 8, 9, 10, 11]),
                   torch.tensor([1, 2, 3, 4, 7, 8, 9, 10, 11]))


def reader() -> Reader:
    torch.manual_seed(1)
    return Reader(Shape(10, 32, 1, 2, 64), 3, Sizes(16, 32, 16, 32, 16))


class Marks(unittest.TestCase):
    def test_marks_are_taken_away(self):
        text, marks = _marks("[[Tesla](e4)-Chef](e1) [Musk](e1) [sic] sah [beide](e2,e3).")
        self.assertEqual(text, "Tesla-Chef Musk [sic] sah beide.")
        self.assertEqual(marks, [(0, 5, ["e4"]), (0, 10, ["e1"]), (11, 15, ["e1"]), (26, 31, ["e2", "e3"])])


class Names(unittest.TestCase):
    def test_the_same_as_the_program(self):
        rows = [("Merkel", "Merkels", names.EQUAL), ("die SPD", "SPD", names.EQUAL), ("Angela Merkel", "Merkel", names.SUFFIX),
                ("Salling", "Salling Group", names.PREFIX), ("EZB", "Europäische Zentralbank", names.ACRONYM),
                ("Bank", "Deutsche Bank AG", names.INSIDE), ("Deutsche Telekom", "Telekom Austria", names.SHARED),
                ("er", "Merkel", names.NONE), ("ÖVP", "Österreichische Volkspartei", names.ACRONYM)]
        for a, b, match in rows:
            self.assertEqual(names.match(tuple(a.split()), tuple(b.split())), match, (a, b))
            self.assertEqual(names.match(tuple(b.split()), tuple(a.split())), match, (b, a))


class Tensors(unittest.TestCase):
    def test_windows_hold_everything_once(self):
        rng = random.Random(3)
        for _ in range(200):
            begins = [0]
            for _ in range(rng.randint(1, 60)):
                begins.append(begins[-1] + rng.randint(3, 500))
            found = windows_of(begins)
            self.assertEqual([s for a, b in found for s in range(a, b)], list(range(len(begins) - 1)))
            for a, b in found:
                self.assertTrue(b - a == 1 or begins[b] - begins[a] <= 420)

    def test_tree_path(self):
        self.assertEqual(tree_path([3, 1, 0], [4, 1, 0]), ({3, 1, 4}, 1))
        self.assertEqual(tree_path([3], [4]), (set(), -1))

    def test_pairs_reach_the_sentence_before(self):
        a = article()
        spots = spots_of(a, [(m.first, m.last, m.form) for m in a.mentions])
        pairs = relation_pairs(a, spots, [0, 1, 0, 2])
        self.assertIn((1, 0, 2), pairs.bags)
        self.assertIn((1, 1, 0), pairs.bags)  # Wulff of the first sentence
        self.assertNotIn((1, 0, 0), pairs.bags)


class Learning(unittest.TestCase):
    def test_the_reader_learns_an_article_by_heart(self):
        net, a, v = reader(), article(), vectors()
        x = lesson(a, {t: i for i, t in enumerate(TYPES)})
        optimiser = torch.optim.Adam(net.parameters(), 1e-2)
        for _ in range(150):
            optimiser.zero_grad()
            total(losses(net, vectors_of(net, [v])[0], x)).backward()
            optimiser.step()
        net.eval()
        with torch.no_grad():
            found, relations = predict(net, vectors_of(net, [v])[0], a, TYPES)
        self.assertEqual(found.labels, ["Merkel", "Wulff", "CDU"])
        self.assertEqual(found.entity, [0, 1, 0, 2])
        sure = {k: s for k, (p, s, _) in relations.items() if p > 0.5}
        self.assertEqual(sure, {(0, 1, "criticizes"): "negated", (0, 2, "leads"): "asserted"})

    def test_the_file_has_what_the_program_asks_for(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "tiny.relations"
            write_relations(path, "tiny", reader(), 7, TYPES, 5, 0.3, (1.0, 0.0))
            header, tensors = read_model(path)
        self.assertEqual((header["kind"], header["base"], header["relations"]), ("relations", 5, TYPES))
        self.assertEqual(tensors["span.core.weight"].shape, (4 * 16, 16))


class Calibration(unittest.TestCase):
    def test_probabilities_hold(self):
        rng = random.Random(2)
        judged = [(x, rng.random() < 1 / (1 + 2.718281828 ** -(0.5 * x - 1))) for x in (rng.uniform(-4, 6) for _ in range(20000))]
        line = platt(judged)
        self.assertAlmostEqual(line[0], 0.5, delta=0.05)
        self.assertAlmostEqual(line[1], -1.0, delta=0.1)
        self.assertLess(expected_calibration_error(judged, line), 0.02)


if __name__ == "__main__":
    unittest.main()
