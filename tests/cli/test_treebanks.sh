#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The language engine on treebanks beside the repository: words and sentences of raw text, and the network on
# gold words. The limits lie a little below what the released weights reach; without the treebanks, skipped.
. "$(dirname "$0")/common.sh"
banks=$source/../shared/data/treebanks
if [ ! -e "$banks/de_gsd.dev.conllu.gz" ] || ! command -v python3 >/dev/null; then
  echo "skipped: no treebanks in $banks"
  exit 77
fi
score() { python3 "$source/scripts/score_conllu.py" "$@" --json; }

# The first sentences of a treebank: the sanitizers are slow.
first() { gzip -dc "$banks/$1.conllu.gz" | awk -v n=300 '{print} /^$/ {if (++count == n) exit}' || true; }

# check NAME JSON KEY LIMIT ...: each figure is at least its limit.
check() {
  python3 - "$@" <<'P' || { echo "FAIL: $1"; failed=1; }
import json, sys
found, pairs = json.loads(sys.argv[2]), sys.argv[3:]
bad = [f"{k} {found[k]:.2f} < {v}" for k, v in zip(pairs[::2], pairs[1::2]) if found[k] < float(v)]
print(sys.argv[1], ", ".join(bad) or "ok")
sys.exit(bool(bad))
P
}

failed=0
for bank in de_gsd.test en_ewt.test; do
  language=${bank%%_*}
  first $bank >gold.conllu
  python3 "$source/scripts/score_conllu.py" gold.conllu --raw >raw.txt
  "$relgraph" analyze --quiet --language $language --input text raw.txt -o raw.conllu
  "$relgraph" analyze --quiet --language $language --input conllu gold.conllu -o words.conllu
  "$relgraph" analyze --quiet --language $language --input conllu words.conllu -o again.conllu
  # What was read and written keeps the words, contractions and blanks of the gold file.
  if ! diff <(cut -f1,2,10 gold.conllu | sed -E 's/\t[^\t]*SpaceAfter=No.*/\tno/; t; s/\t[^\t]*$/\t-/' | grep -v '^#') \
            <(cut -f1,2,10 words.conllu | sed -E 's/\t[^\t]*SpaceAfter=No.*/\tno/; t; s/\t[^\t]*$/\t-/' | grep -v '^#') >difference; then
    [ $language = en ] || { echo "FAIL: $bank: words or blanks changed"; head -5 difference; failed=1; }
  fi
  cmp -s words.conllu again.conllu || { echo "FAIL: $bank: reading it again gives something else"; failed=1; }
  if [ $language = de ]; then
    check "$bank raw" "$(score gold.conllu raw.conllu)" words 99.5 sentences 70
    check "$bank words" "$(score gold.conllu words.conllu)" LAS 79 UPOS 93.5 lemma 91 words 99.99
  else
    check "$bank raw" "$(score gold.conllu raw.conllu)" words 97.5 sentences 75
    check "$bank words" "$(score gold.conllu words.conllu)" LAS 86 UPOS 95 lemma 94 words 99.99
  fi
done
exit $failed
