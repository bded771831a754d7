#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Trains, exports and scores the released reader of relations: training/release_extraction.sh SHARED WORK RELGRAPH
#
# SHARED is the directory that holds data/ and gold/, WORK takes checkpoints, RELGRAPH is the built program, whose
# language model in models/ the reader stands on. About three hours and a half on two idle cores.
set -eu
shared=$1
work=$2
relgraph=$3
here=$(dirname "$0")
python=${PYTHON:-python3}
engine=$here/../models/relgraph-de-en.model
# glibc's allocator gives memory back and takes it again at every step; jemalloc, where it is there, does not.
jemalloc=/usr/lib/x86_64-linux-gnu/libjemalloc.so.2
[ ! -e "$jemalloc" ] || export LD_PRELOAD="$jemalloc" MALLOC_CONF=dirty_decay_ms:5000,muzzy_decay_ms:5000

common="--shared $shared --relgraph $relgraph --engine $engine --corpus $here/corpus"
# 1. From the layers of the language engine.
"$python" "$here/train_extraction.py" $common --out "$work/relations1" --seed 1 --workers 2 --epochs 10 --stop-epoch 6 \
  --rate 1.5e-4 --head-rate 1e-3 --head-dropout 0.25
# 2. From there, to the end of the schedule.
"$python" "$here/train_extraction.py" $common --out "$work/relations2" --seed 2 --workers 2 --epochs 6 --evaluate-every 2 \
  --rate 2.2e-4 --head-rate 1.2e-3 --head-dropout 0.2 --init "$work/relations1/reader.pt"
# 3. and 4. Once more up and down.
"$python" "$here/train_extraction.py" $common --out "$work/relations3" --seed 3 --workers 2 --epochs 5 --stop-epoch 2 --evaluate-every 2 \
  --rate 2.2e-4 --head-rate 1.2e-3 --head-dropout 0.2 --init "$work/relations2/reader.pt"
"$python" "$here/train_extraction.py" $common --out "$work/relations4" --seed 4 --workers 2 --epochs 2 --evaluate-every 2 \
  --rate 1.8e-4 --head-rate 1e-3 --head-dropout 0.2 --init "$work/relations3/reader.pt"
"$python" "$here/export_extraction.py" $common --run "$work/relations4" --newsroom "$here/../models/relgraph-de-en.relations"
