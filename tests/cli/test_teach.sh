# SPDX-License-Identifier: Apache-2.0
# teach, --grammar, --ontology: a relation type of one's own, from an example sentence to an edge of the graph.
. "$(dirname "$0")/common.sh"
example='ENTITY:organization lobbyiert für ENTITY:organization.'
line=$(printf 'lobbies_for\tlobbyieren\tverb\tsubj:organization\tfür:organization\t\t[Siemens]1 lobbyiert für [Greenpeace]2.')
printf 'Der Verband Bitkom lobbyiert in Brüssel für Google. Die Firma Microsoft lobbyierte nicht für Amazon.\n' >article.txt

run teach --type lobbies_for "$example"
expect_status 2; expect_err "there is no relation type 'lobbies_for'"; expect_err 'with --ontology FILE it is added'

run teach --type lobbies_for --ontology my.toml --family stance --label 'lobbyiert für' --grammar my.tsv "$example" article.txt
expect_status 0
expect_out "$line"
expect_out 'article: Bitkom lobbies_for Google'
expect_out '    Der Verband Bitkom lobbyiert in Brüssel für Google.'
expect_err 'found'; expect_err "relation type 'lobbies_for' added to my.toml"; expect_err 'pattern added to my.tsv'
[ "$(cat my.tsv)" = "$(printf '# language: de\n%s' "$line")" ] || fail 'the pattern file has the entry under its language'
grep -q '^family = "stance"$' my.toml || fail 'the ontology file has the type'

cp my.tsv before.tsv; cp my.toml before.toml
run teach --type lobbies_for --ontology my.toml --grammar my.tsv "$example"
expect_status 0; expect_err 'my.tsv has this pattern already'
cmp -s my.tsv before.tsv && cmp -s my.toml before.toml || fail 'the same lesson again changes nothing'

run teach --type supports '[Siemens]1 hofiert [Bosch]2.' --language de
expect_status 0; expect_out 'supports	hofieren	verb	subj	obj'; expect_err 'nothing is written without --grammar'

run build article.txt --ontology my.toml --grammar my.tsv -o graph.json
expect_status 0
grep -q '"by": "grammar:de:lobbyieren:lobbies_for:verb:subj:organization>für:organization"' graph.json || fail 'the graph has the relation and names its pattern'
run build article.txt -o plain.json
expect_status 0
grep -q lobbies_for plain.json && fail 'without the files there is no such relation'
run render graph.json --ontology my.toml
expect_status 0; expect_out 'lobbyiert für'
run query graph.json --ontology my.toml --types lobbies_for
expect_status 0; expect_out 'Bitkom'
run types --ontology my.toml --format csv
expect_status 0; expect_out 'lobbies_for,stance'
run diagram article.txt --ontology my.toml --grammar my.tsv
expect_status 0; expect_out 'lobbyiert für'

# Mistakes: file, line, reason, remedy.
printf '[[type]]\nid = "x"\nfamily = "stances"\n' >bad.toml
run types --ontology bad.toml
expect_status 3; expect_err "bad.toml:3"; expect_err "there is no family 'stances'"; expect_err 'stance, conflict'
run types --ontology none.toml
expect_status 3; expect_err 'none.toml'
printf '# language: de\nsupprts\tmögen\tverb\tsubj\tobj\n' >bad.tsv
run build article.txt --grammar bad.tsv
expect_status 3; expect_err 'bad.tsv:2'; expect_err "did you mean 'supports'?"
printf 'supports\tmögen\tverb\tsubj\tobj\n' >bad.tsv
run build article.txt --grammar bad.tsv
expect_status 3; expect_err 'bad.tsv:1'; expect_err '# language: de'
run build article.txt --grammar my.tsv --ontology my.toml --extractor model
expect_status 2; expect_err 'no effect with --extractor model'
run teach --type lobbies_for --ontology my.toml --grammar - "$example"
expect_status 2
run teach --type supports 'Niemand weiß etwas.' --language de
expect_status 2; expect_err 'one source and one target'
finish
