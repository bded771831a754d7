# SPDX-License-Identifier: Apache-2.0
"""Scores to structures: maximum spanning arborescence, BIO path."""
from __future__ import annotations

import numpy as np


def _greedy_is_tree(heads: np.ndarray) -> bool:
    """Whether heads (1-based words, 0 root, index 0 unused) form a tree with one root."""
    n = len(heads) - 1
    if int((heads[1:] == 0).sum()) != 1:
        return False
    state = np.zeros(n + 1, np.int8)
    state[0] = 2
    for start in range(1, n + 1):
        path = []
        at = start
        while state[at] == 0:
            state[at] = 1
            path.append(at)
            at = heads[at]
        if state[at] == 1:
            return False
        state[path] = 2
    return True


def _arborescence(score: np.ndarray) -> np.ndarray:
    """Chu-Liu/Edmonds on score[dependent, head] with node 0 as root; heads, -1 for node 0."""
    n = len(score)
    score = score.copy()
    np.fill_diagonal(score, -np.inf)
    score[0] = -np.inf
    heads = score.argmax(1)
    heads[0] = -1
    cycle = _find_cycle(heads)
    if cycle is None:
        return heads
    inside = np.zeros(n, bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    cycle_total = score[cycle, heads[cycle]]
    # contracted graph: outside nodes keep their order, the cycle is the last node
    m = len(outside)
    small = np.full((m + 1, m + 1), -np.inf)
    small[:m, :m] = score[np.ix_(outside, outside)]
    leave = score[np.ix_(outside, cycle)]  # cycle node as head of outside nodes
    best_leave = leave.argmax(1)
    small[:m, m] = leave.max(1)
    enter = score[np.ix_(cycle, outside)] - cycle_total[:, None]
    best_enter = enter.argmax(0)
    small[m, :m] = enter.max(0) + cycle_total.sum()
    sub = _arborescence(small)
    out = heads.copy()
    for i, node in enumerate(outside):
        if node == 0:
            continue
        out[node] = cycle[best_leave[i]] if sub[i] == m else outside[sub[i]]
    entry = sub[m]
    out[cycle[best_enter[entry]]] = outside[entry]
    return out


def _find_cycle(heads: np.ndarray) -> np.ndarray | None:
    n = len(heads)
    colour = np.zeros(n, np.int64)
    for start in range(1, n):
        at = start
        while at > 0 and colour[at] == 0:
            colour[at] = start
            at = heads[at]
        if at > 0 and colour[at] == start:
            cycle = [at]
            node = heads[at]
            while node != at:
                cycle.append(node)
                node = heads[node]
            return np.array(cycle)
    return None


def tree(scores: np.ndarray) -> np.ndarray:
    """Heads (0 the root, else 1-based) from log probabilities [words, 1 + words]; exactly one root word.

    The greedy choice is kept where it is a tree already. Otherwise the best arborescence is sought
    once without restriction; if it has several root words, once for each of these as the only one
    (Zmigrod et al. 2020, 2020.emnlp-main.390, discuss the constraint), and the best total wins.
    """
    n = len(scores)
    full = np.full((n + 1, n + 1), -np.inf)
    full[1:] = scores
    np.fill_diagonal(full, -np.inf)
    heads = full.argmax(1)
    heads[0] = -1
    if not _greedy_is_tree(heads):
        heads = _arborescence(full)
        roots = np.flatnonzero(heads == 0)
        if len(roots) > 1:
            best = -np.inf
            for root in roots:
                single = full.copy()
                single[1:, 0] = -np.inf
                single[root, 0] = full[root, 0]
                candidate = _arborescence(single)
                value = single[np.arange(1, n + 1), candidate[1:]].sum()
                if value > best:
                    best, heads = value, candidate
    return heads[1:]


def bio_path(log_probabilities: np.ndarray, tags: tuple[str, ...]) -> list[int]:
    """The best tag sequence in which I-X follows only B-X or I-X (Viterbi)."""
    count = len(tags)
    allowed = np.zeros((count, count))
    for j, tag in enumerate(tags):
        if tag[0] == "I":
            allowed[:, j] = -np.inf
            allowed[[j, tags.index("B-" + tag[2:])], j] = 0
    best = log_probabilities[0] + np.array([-np.inf if t[0] == "I" else 0 for t in tags])
    back = []
    for row in log_probabilities[1:]:
        options = best[:, None] + allowed
        back.append(options.argmax(0))
        best = options.max(0) + row
    at = int(best.argmax())
    path = [at]
    for pointers in reversed(back):
        at = int(pointers[at])
        path.append(at)
    return path[::-1]
