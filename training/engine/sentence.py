# SPDX-License-Identifier: Apache-2.0
"""One annotated sentence, whatever corpus it comes from."""
from __future__ import annotations

from dataclasses import dataclass, replace

NAME_TYPES = ("PER", "ORG", "LOC", "MISC", "PRODUCT", "EVENT")


@dataclass(frozen=True)
class Sentence:
    """Words and what is known of them; a layer that the corpus lacks is None.

    `space_before[i]` tells whether white space stands before word i (true for the first one); the
    parts of a German contraction count as separated (im -> in dem), those of an English one do not
    (don't -> do n't). `heads` are 1-based, 0 is the root, as in CoNLL-U. `feats` maps name to value.
    A single lemma is None where it is not to be learnt.
    """

    words: tuple[str, ...]
    space_before: tuple[bool, ...]
    row: str  # row of the source embedding: "de", "en", or a treebank with habits of its own
    upos: tuple[str, ...] | None = None
    feats: tuple[dict[str, str], ...] | None = None
    missing_feats: frozenset[str] = frozenset()  # features that the corpus does not annotate
    lemmas: tuple[str | None, ...] | None = None
    heads: tuple[int, ...] | None = None
    deprels: tuple[str, ...] | None = None
    names: tuple[str, ...] | None = None  # BIO tags
    name_parts: tuple[str | None, ...] | None = None  # type of the name that begins a compound: Facebook-Chef
    name_types: frozenset[str] = frozenset()  # types that the corpus annotates

    def with_words(self, words: tuple[str, ...]) -> Sentence:
        """The same annotation on words written differently."""
        return replace(self, words=words)

    @property
    def language(self) -> str:
        return self.row[:2]
