# SPDX-License-Identifier: Apache-2.0
"""Trains the language engine: python training/train.py --shared ../shared --out DIR --seed N"""
from __future__ import annotations

import argparse
import random
import sys
import time
from pathlib import Path

import torch
import torch.multiprocessing

from engine.augment import augment
from engine.batches import Encoder, group
from engine.checkpoint import load_network, network_state, save
from engine.corpora import dev_sets, training_sentences
from engine.e5 import load_e5
from engine.dictionary import add_lemmas, widen
from engine.labels import Labels, collect_labels
from engine.losses import losses, total
from engine.model import Network, from_e5
from engine.optimise import make_optimiser, rate
from engine.pieces import Segmenter
from engine.predict import Predictor
from engine.quantise import attach, round_embeddings
from engine.scores import line, score_set
from engine.silver import read_silver
from engine.vocabulary import prune
from engine.workers import Workers


def arguments() -> argparse.Namespace:
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--shared", type=Path, required=True, help="directory that holds data/ and gold/")
    p.add_argument("--out", type=Path, required=True, help="directory of the checkpoint; a run there goes on")
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--epochs", type=int, default=6)
    p.add_argument("--batch", type=int, default=2048, help="padded pieces in a batch")
    p.add_argument("--rate", type=float, default=2e-4, help="learning rate of the top layer")
    p.add_argument("--head-rate", type=float, default=1e-3)
    p.add_argument("--layer-decay", type=float, default=0.93, help="factor of the rate from layer to layer down")
    p.add_argument("--vocabulary", type=int, default=36000)
    p.add_argument("--final", action="store_true", help="train on the held-out parts too")
    p.add_argument("--init", type=Path, help="start from the network of this checkpoint instead of e5")
    p.add_argument("--silver", type=Path, help="parsed sentences (selftrain.py) to add")
    p.add_argument("--dictionary", action="store_true",
                   help="with --init: lemmas from a dictionary for German sentences that have none")
    p.add_argument("--split-compounds", action="store_true",
                   help="cut compounds of name corpora at their hyphens, as in the treebanks, more often than not")
    p.add_argument("--lemma-weight", type=float, default=0.5, help="of the lemmas' loss in the sum of losses")
    p.add_argument("--quantise-from", type=float, default=2.0, help="share of steps after which int8 rounding is simulated")
    p.add_argument("--workers", type=int, default=1, help="processes that share each step, one core each")
    p.add_argument("--stop-after", type=int, default=0, help="stop after this many steps (probes)")
    p.add_argument("--minutes", type=float, default=0, help="save and stop after this many minutes")
    return p.parse_args()


def start(args: argparse.Namespace, sentences: list) -> tuple[Network, Segmenter]:
    if args.init:
        net, encoder, _ = load_network(args.init)
        return net, encoder.segmenter
    e5 = load_e5()
    labels: Labels = collect_labels(sentences)
    keep = prune(e5, args.shared, args.vocabulary)
    net = from_e5(e5, keep, labels, dropout=0.1, head_dropout=0.3)
    round_embeddings(net)
    return net, Segmenter([e5.pieces[i] for i in keep], e5.scores[keep], e5.normalisation)


class Run:
    """A training run that can be cut at any step and goes on with the same numbers."""

    def __init__(self, args: argparse.Namespace, workers: Workers) -> None:
        self.args, self.workers = args, workers
        self.sentences = training_sentences(args.shared, args.final)
        if args.silver:
            self.sentences += read_silver(args.silver)
        self.path = args.out / "checkpoint.pt"
        self.step = 0
        self.curve: list[dict] = []
        resumed = self.path.exists()
        torch.manual_seed(args.seed)
        if resumed:
            self.net, encoder, state = load_network(self.path)
            self.segmenter = encoder.segmenter
            self.step, self.curve = state["step"], state["curve"]
        else:
            self.net, self.segmenter = start(args, self.sentences)
        if args.dictionary:
            first, encoder, _ = load_network(args.init)
            self.sentences = add_lemmas(self.sentences, first, encoder)
            if not resumed:
                widen(self.net, self.sentences)
        self.encoder = Encoder(self.segmenter, self.net.labels)
        self.lengths = [len(self.encoder.pieces(s)[0]) for s in self.sentences]
        self.planned, self.plan = -1, []
        self.epoch_batches = len(self._plan(0))
        self.total = self.epoch_batches * args.epochs
        self.optimiser = make_optimiser(self.net, args.rate, args.head_rate, args.layer_decay)
        if resumed:
            self.optimiser.load_state_dict(state["optimiser"])
            print(f"goes on at step {self.step}", flush=True)

    def _plan(self, epoch: int) -> list[list[int]]:
        return group(self.lengths, self.args.batch, random.Random(self.args.seed * 1000 + epoch))

    def _batch_of(self, number: int) -> list[int]:
        """The sentences of the batch with this number; plans of epochs differ by a few batches in length."""
        epoch, at = divmod(number, self.epoch_batches)
        if epoch != self.planned:
            self.plan, self.planned = self._plan(epoch), epoch
        return self.plan[at % len(self.plan)]

    def checkpoint(self) -> None:
        save(self.path, network=network_state(self.net, self.segmenter), optimiser=self.optimiser.state_dict(),
             step=self.step, curve=self.curve, arguments={k: str(v) for k, v in vars(self.args).items()})

    def train_step(self, number: int) -> dict[str, float]:
        """One batch here, together with one in every other worker; `number` counts batches."""
        rng = random.Random(f"{self.args.seed}/{number}")
        torch.manual_seed(self.args.seed * 1_000_003 + number)
        sentences = [augment(self.sentences[i], rng, self.args.split_compounds) for i in self._batch_of(number)]
        self.words += sum(len(s.words) for s in sentences)
        for group_ in self.optimiser.param_groups:
            group_["lr"] = group_["peak"] * rate(self.step, self.total)
        with torch.autocast("cpu", torch.bfloat16):
            parts = losses(self.net, self.encoder.batch(sentences, 0.02, rng), self.encoder.targets(sentences))
        self.optimiser.zero_grad(set_to_none=True)
        total(parts, self.args.lemma_weight).backward()
        self.workers.share_gradients(self.trained)
        torch.nn.utils.clip_grad_norm_(self.trained, 1.0)
        self.optimiser.step()
        return {k: float(v.detach()) for k, v in parts.items()}

    def run(self) -> None:
        args, first = self.args, self.workers.rank == 0
        began = mark = saved = time.time()
        self.trained = [p for p in self.net.parameters() if p.requires_grad]
        self.words = 0
        if first:
            print(f"{len(self.sentences)} sentences, {sum(len(s.words) for s in self.sentences)} words, "
                  f"{self.total} batches, {sum(p.numel() for p in self.net.parameters()) / 1e6:.1f} M weights", flush=True)
        limit = min(args.stop_after or self.total, self.total)
        sums: dict[str, list[float]] = {}
        self.net.train()
        while self.step < limit:
            if self.step >= args.quantise_from * self.total:
                attach(self.net)
            for name, value in self.train_step(self.step + self.workers.rank).items():
                sums.setdefault(name, []).append(value)
            before, self.step = self.step, self.step + self.workers.count
            if first and self.step // 50 > before // 50:
                means = " ".join(f"{k} {sum(v) / len(v):.3f}" for k, v in sorted(sums.items()))
                speed = self.words * self.workers.count / (time.time() - mark)
                print(f"{self.step}/{self.total} {time.time() - began:.0f} s {speed:.0f} words/s {means}", flush=True)
                self.words, mark, sums = 0, time.time(), {}
            if first and (self.step // self.epoch_batches > before // self.epoch_batches or self.step >= limit):
                self.evaluate()
                mark = time.time()
            if first and time.time() - saved > 300:
                self.checkpoint()
                saved = time.time()
            if self.workers.any(bool(args.minutes) and time.time() - began > 60 * args.minutes):
                break
        if first:
            self.checkpoint()

    def evaluate(self) -> None:
        predictor = Predictor([self.net], self.encoder)
        scores = {name: score_set(gold, predictor(gold)) for name, gold in dev_sets(self.args.shared).items()}
        self.curve.append({"step": self.step, **scores})
        for name, values in scores.items():
            print("  " + line(name, values), flush=True)
        self.net.train()


def work(rank: int, args: argparse.Namespace) -> None:
    torch.set_num_threads(1)
    with Workers(rank, args.workers, args.out) as workers:
        Run(args, workers).run()


def main() -> int:
    args = arguments()
    args.out.mkdir(parents=True, exist_ok=True)
    if args.workers == 1:
        work(0, args)
    else:
        torch.multiprocessing.spawn(work, (args,), nprocs=args.workers)
    return 0


if __name__ == "__main__":
    sys.exit(main())
