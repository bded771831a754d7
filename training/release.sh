#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Trains, scores and exports the released model: training/release.sh SHARED WORK
#
# SHARED is the directory that holds data/ and gold/, WORK takes checkpoints; a run that was cut goes on where
# it was when the command is given again. About two and a half hours on one core.
set -eu
shared=$1
work=$2
here=$(dirname "$0")
python=${PYTHON:-python3}
# glibc's allocator gives memory back and takes it again at every step; jemalloc, where it is there, does not.
jemalloc=/usr/lib/x86_64-linux-gnu/libjemalloc.so.2
[ ! -e "$jemalloc" ] || export LD_PRELOAD="$jemalloc" MALLOC_CONF=dirty_decay_ms:5000,muzzy_decay_ms:5000

# 1. The joint network, with a little of German held out to choose by.
"$python" "$here/train.py" --shared "$shared" --out "$work/joint" --seed 1 --epochs 7 --batch 2560
# 2. On all but the tests, with lemmas of a dictionary and compounds cut as running text has them.
"$python" "$here/train.py" --shared "$shared" --out "$work/final" --seed 1 --epochs 2 --batch 2560 \
  --init "$work/joint/checkpoint.pt" --final --dictionary --split-compounds --lemma-weight 1 --rate 1e-4 --head-rate 8e-4
"$python" "$here/export.py" "$work/final/checkpoint.pt" "$work/relgraph-de-en.model"
"$python" "$here/evaluate.py" --shared "$shared" "$work/relgraph-de-en.model" --json "$work/scores.json"
"$python" "$here/export.py" "$work/final/checkpoint.pt" "$work/relgraph-de-en.model" --scores "$work/scores.json"
