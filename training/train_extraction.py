# SPDX-License-Identifier: Apache-2.0
"""Trains the reader of relations: python training/train_extraction.py --shared ../shared --engine MODEL --out DIR"""
from __future__ import annotations

import argparse
import copy
import importlib.util
import json
import pickle
import random
import sys
import time
import zlib
from dataclasses import dataclass
from pathlib import Path

import torch

from engine.checkpoint import save
from engine.model import Shape
from engine.optimise import rate
from engine.workers import Workers
from extraction.bottom import Bottom, Vectors
from extraction.corpus import Article, analyse, gold_graph, read_articles
from extraction.decode import graph, predict, vectors_of
from extraction.losses import Lesson, lesson, losses, total
from extraction.model import Reader

FOLD = 12  # one in so many articles is held out: thresholds and confidences are fitted there


def arguments() -> argparse.Namespace:
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--shared", type=Path, required=True)
    p.add_argument("--relgraph", type=Path, required=True, help="the built program: its words and sentences are used")
    p.add_argument("--engine", type=Path, required=True, help="model file of the language engine")
    p.add_argument("--corpus", type=Path, action="append", default=[], help="further folder of .ann articles")
    p.add_argument("--init", type=Path, help="reader.pt to start from")
    p.add_argument("--out", type=Path, required=True)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--lower", type=int, default=7, help="layers of the engine that are used as they are")
    p.add_argument("--layers", type=int, default=4, help="layers of the reader, at first those of the engine that follow")
    p.add_argument("--epochs", type=int, default=12)
    p.add_argument("--stop-epoch", type=int, default=0, help="end there, the rate of learning still high: a first stage")
    p.add_argument("--batch", type=int, default=6, help="articles of a step, all workers together")
    p.add_argument("--rate", type=float, default=1.5e-4)
    p.add_argument("--head-rate", type=float, default=1e-3)
    p.add_argument("--layer-decay", type=float, default=0.9)
    p.add_argument("--dropout", type=float, default=0.1)
    p.add_argument("--head-dropout", type=float, default=0.15)
    p.add_argument("--average", type=float, default=0.998, help="decay of the running mean of the weights, which is what is kept")
    p.add_argument("--evaluate-every", type=int, default=3, help="epochs")
    p.add_argument("--workers", type=int, default=1, help="processes that share each step, one core each")
    p.add_argument("--part", type=float, default=1.0, help="share of the training articles (learning curve)")
    p.add_argument("--minutes", type=float, default=0)
    return p.parse_args()


def scorer(shared: Path):
    spec = importlib.util.spec_from_file_location("score", shared / "gold" / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def cached(path: Path, make):
    """What `make` gives, kept in a file."""
    if path.exists():
        return pickle.loads(path.read_bytes())
    value = make()
    path.write_bytes(pickle.dumps(value))
    return value


def vectors_for(bottom: Bottom, path: Path, articles: list[Article]) -> list[Vectors]:
    """Of the lower layers; those of articles that were read before are kept in a file."""
    kept: dict[tuple[str, ...], Vectors] = pickle.loads(path.read_bytes()) if path.exists() else {}
    missing = [a for a in articles if tuple(a.words) not in kept]
    if missing:
        kept |= {tuple(a.words): v for a, v in zip(missing, bottom.vectors(missing), strict=True)}
        path.write_bytes(pickle.dumps(kept))
    return [kept[tuple(a.words)] for a in articles]


def held_out(article: Article) -> bool:
    return zlib.crc32(article.name.encode()) % FOLD == 0


def start(args: argparse.Namespace, bottom: Bottom, relations: int) -> Reader:
    """The reader with the engine's layers that follow the lower ones, and fresh heads."""
    engine = bottom.net
    net = Reader(Shape(**{**engine.shape.to_json(), "layers": args.layers}), relations, dropout=args.dropout, head_dropout=args.head_dropout)
    for own, layer in zip(net.layers, engine.layers[args.lower:args.lower + args.layers], strict=True):
        own.load_state_dict(layer.state_dict())
    if args.init:
        net.load_state_dict(torch.load(args.init, weights_only=True)["weights"])
    return net


def optimiser_of(net: Reader, args: argparse.Namespace) -> torch.optim.Optimizer:
    groups: dict = {}
    for name, p in net.named_parameters():
        peak = args.head_rate
        if name.startswith("layers."):
            peak = args.rate * args.layer_decay ** (args.layers - 1 - int(name.split(".")[1]))
        groups.setdefault((peak, 0.01 if p.dim() > 1 else 0.0), []).append(p)
    return torch.optim.AdamW([{"params": p, "lr": peak, "peak": peak, "weight_decay": wd} for (peak, wd), p in groups.items()],
                             betas=(0.9, 0.98), fused=True)


@torch.no_grad()
def average(mean: Reader, net: Reader, decay: float) -> None:
    """Moves the mean towards the network; in the beginning quickly."""
    torch._foreach_lerp_(list(mean.parameters()), list(net.parameters()), 1 - decay)


@torch.no_grad()
def evaluate(net: Reader, relations: list[str], sets: dict, score) -> dict:
    net.eval()
    out = {}
    for name, documents in sets.items():
        found = [(gold, *predict(net, vectors_of(net, [vectors])[0], article, relations)) for article, vectors, gold in documents]
        curve = {}
        for threshold in (0.15, 0.2, 0.25, 0.3, 0.4):
            rows = [score.score_document(gold, graph(f, r, threshold))[0] for gold, f, r in found]
            curve[threshold] = {k: score.prf(score.total([s[k] for s in rows])) for k in ("entities", "pairs", "typed")}
        best = max(curve, key=lambda t: curve[t]["typed"][0])
        out[name] = {"threshold": best, **curve[best]}
        print(f"  {name}: at {best} " + "  ".join(
            f"{k} {curve[best][k][0]:.3f} ({curve[best][k][1]:.3f}/{curve[best][k][2]:.3f})" for k in ("entities", "pairs", "typed")), flush=True)
    net.train()
    return out


@dataclass
class Data:
    bottom: Bottom
    relations: list[str]
    train: list[tuple[Vectors, Lesson]]
    words: int
    sets: dict[str, list[tuple[Article, Vectors, dict]]]


def prepare(args: argparse.Namespace) -> Data:
    bottom = Bottom(args.engine, args.lower)
    articles = cached(args.out / "articles.pkl", lambda: read_articles(args.relgraph, [args.shared / "gold" / "train", *args.corpus]))
    dev = [json.loads(p.read_text()) for p in sorted((args.shared / "gold" / "dev").glob("*.json"))]
    dev_words = cached(args.out / "dev.pkl", lambda: analyse(args.relgraph, [(g["id"], g["language"], g["text"]) for g in dev]))
    vectors = vectors_for(bottom, args.out / f"vectors{args.lower}.pkl", [*articles, *dev_words])
    vectors, dev_vectors = vectors[:len(articles)], vectors[len(articles):]
    relations = sorted({t for a in articles for r in a.relations for t in r.types})
    chosen = [(a, v) for a, v in zip(articles, vectors, strict=True) if not held_out(a)]
    random.Random(args.seed).shuffle(chosen)
    chosen = chosen[:int(len(chosen) * args.part)]
    numbers = {t: i for i, t in enumerate(relations)}
    lessons = [(v, lesson(a, numbers)) for a, v in chosen]
    of_dev = lambda language: [(a, v, g) for a, v, g in zip(dev_words, dev_vectors, dev) if g["language"] == language]
    sets = {"held": [(a, v, gold_graph(a)) for a, v in zip(articles, vectors) if held_out(a)],
            "dev de": of_dev("de"), "dev en": of_dev("en")}
    return Data(bottom, relations, [(v, x) for v, x in lessons if x is not None], sum(len(a.words) for a, _ in chosen), sets)


def batches(order: list[int], length, size: int, rng: random.Random) -> list[list[int]]:
    """All articles in random batches of about equal length, so that little is padded."""
    rng.shuffle(order)
    chunk = 8 * size
    mixed = [i for at in range(0, len(order), chunk) for i in sorted(order[at:at + chunk], key=length)]
    out = [mixed[at:at + size] for at in range(0, len(mixed), size)]
    rng.shuffle(out)
    return out


def run(args: argparse.Namespace, data: Data, workers: Workers) -> None:
    torch.set_num_threads(1)
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    first = workers.rank == 0
    score = scorer(args.shared)
    net = start(args, data.bottom, len(data.relations))
    torch.manual_seed(args.seed + 1 + workers.rank)  # other dropout in each
    mean = copy.deepcopy(net)
    optimiser = optimiser_of(net, args)
    trained = list(net.parameters())
    steps = -(-len(data.train) // args.batch)
    if first:
        print(f"{len(data.train)} articles, {data.words} words, {steps * args.epochs} steps, "
              f"{sum(p.numel() for p in trained) / 1e6:.1f} M weights", flush=True)
    began, step, curve = time.time(), 0, []
    net.train()
    order = list(range(len(data.train)))
    for epoch in range(args.epochs):
        sums: dict[str, list[float]] = {}
        for indices in batches(order, lambda i: len(data.train[i][0].pieces), args.batch, rng):
            batch = [data.train[i] for i in indices]
            own = batch[workers.rank::workers.count]
            for group in optimiser.param_groups:
                group["lr"] = group["peak"] * rate(step, steps * args.epochs, 100)
            optimiser.zero_grad(set_to_none=True)
            if own:
                loss = torch.zeros(())
                for vectors, (_, x) in zip(vectors_of(net, [v for v, _ in own]), own):
                    parts = losses(net, net.head_dropout(vectors), x)
                    loss = loss + total(parts)
                    for k, v in parts.items():
                        sums.setdefault(k, []).append(float(v.detach()))
                (loss * workers.count / len(batch)).backward()
            workers.share_gradients(trained)
            torch.nn.utils.clip_grad_norm_(trained, 1.0)
            optimiser.step()
            step += 1
            average(mean, net, min(args.average, step / (step + 10)))
            if first and step % 50 == 0:
                print(f"step {step} {time.time() - began:.0f} s " + " ".join(f"{k} {sum(v) / len(v):.3f}" for k, v in sums.items()), flush=True)
        if first and ((epoch + 1) % args.evaluate_every == 0 or epoch + 1 in (args.epochs, args.stop_epoch)):
            print(f"epoch {epoch + 1} {time.time() - began:.0f} s", flush=True)
            curve.append({"epoch": epoch + 1, **evaluate(mean, data.relations, data.sets, score)})
            save(args.out / "reader.pt", shape=net.shape.to_json(), lower=args.lower, weights=mean.state_dict(),
                 relations=data.relations, curve=curve, step=step, arguments={k: str(v) for k, v in vars(args).items()})
        if epoch + 1 == args.stop_epoch or workers.any(bool(args.minutes) and time.time() - began > 60 * args.minutes):
            break


def work(rank: int, args: argparse.Namespace) -> None:
    torch.set_num_threads(1)
    data = prepare(args)
    with Workers(rank, args.workers, args.out) as workers:
        run(args, data, workers)


def main() -> int:
    args = arguments()
    args.out.mkdir(parents=True, exist_ok=True)
    if args.workers == 1:
        work(0, args)
    else:
        prepare(args)  # fills the caches that the workers share
        torch.multiprocessing.spawn(work, (args,), nprocs=args.workers)
    return 0


if __name__ == "__main__":
    sys.exit(main())
