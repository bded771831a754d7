// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <memory>
#include <system_error>

#include "base/file.hpp"
#include "base/toml_text.hpp"
#include "base/wording.hpp"
#include "cli/commands.hpp"
#include "cli/knowledge.hpp"
#include "cli/options.hpp"
#include "cli/pipeline.hpp"
#include "relgraph/ontology.hpp"
#include "relgraph/teaching.hpp"

namespace relgraph::cli {

namespace {

struct TeachOptions {
  std::string sentence;
  std::string type;
  std::string family = "cooperation";
  std::string label;
  std::string language;
  std::string grammar;
  std::string ontology;
  std::vector<std::string> articles;
};

/// The text of a file that is to be added to; empty if it is not there yet.
std::string old_text(const std::string& path) {
  if (path == "-") throw Error(ErrorCode::usage, "what is taught is added to a file, not to standard input");
  std::error_code ignored;
  if (path.empty() || !std::filesystem::exists(path, ignored)) return {};
  return read_file(path, k_max_knowledge_bytes);
}

/// The ontology file with a type of that id.
std::string with_type(std::string text, const TeachOptions& options) {
  if (text.empty()) text = "# Relation types of our own: relgraph ... --ontology FILE\n";
  if (text.back() != '\n') text += '\n';
  // The type is not known yet, so its label is its id with blanks.
  const std::string label = options.label.empty() ? relation_label(options.type, "en") : options.label;
  return text + "\n[[type]]\nid = " + toml_string(options.type) +
         "\nfamily = " + toml_string(options.family) + "\nlabel = " + toml_string(label) + "\n";
}

/// Shows what the pattern finds in the articles.
void try_out(const TeachOptions& options, const TaughtPattern& pattern, const Session& session) {
  InputOptions input;
  input.inputs = options.articles;
  input.language = options.language;
  input.extractor = "grammar";
  const Corpus corpus = read_corpus(input, session);
  std::string out;
  std::size_t count = 0;
  const auto found = [&](const Evidence& e) { return e.by == "grammar:" + pattern.id; };
  for (const Graph& graph : build_graphs(corpus.documents, input, session)) {
    for (const Edge& edge : graph.edges) {
      for (const Evidence& evidence : edge.evidence) {
        if (!found(evidence)) continue;
        ++count;
        out += evidence.document + ": " + graph.nodes[edge.source].label + " " + edge.type + " " +
               graph.nodes[edge.target].label;
        if (edge.status != Status::asserted) out += " (" + std::string(to_string(edge.status)) + ")";
        out += "\n    " + evidence.text + "\n";
      }
    }
  }
  write_file("-", out);
  session.note("found " + std::to_string(count) + " times in " +
               counted("1 article", "{1} articles", corpus.documents.size()));
}

int run_teach(const TeachOptions& options, const Session& session) {
  std::string ontology = old_text(options.ontology);
  if (!ontology.empty()) extend_ontology(ontology, options.ontology);
  const bool fresh = find_relation_type(options.type) == nullptr;
  if (fresh && options.ontology.empty())
    throw Error(ErrorCode::usage, "there is no relation type '" + options.type + "'", {},
                "'relgraph types' lists them; with --ontology FILE it is added to that file");
  if (fresh) {
    ontology = with_type(std::move(ontology), options);
    extend_ontology(ontology, options.ontology);
  }
  std::string grammar = old_text(options.grammar);
  if (!grammar.empty()) extend_grammar(grammar, options.grammar);

  const TaughtPattern pattern = pattern_from_example(options.sentence, options.type, options.language);
  write_file("-", pattern.line + "\n");
  for (const std::string& word : pattern.unneeded)
    session.note("the pattern does not ask for '" + word + "', which is too far from its other words");
  const std::string taught = with_pattern(grammar, pattern);
  extend_grammar(with_pattern("", pattern), "the new pattern");
  if (!options.articles.empty()) try_out(options, pattern, session);

  if (fresh) {
    write_file(options.ontology, ontology);
    session.note("relation type '" + options.type + "' added to " + options.ontology);
  }
  if (options.grammar.empty()) {
    session.note("nothing is written without --grammar FILE");
  } else if (taught == grammar) {
    session.note(options.grammar + " has this pattern already");
  } else {
    write_file(options.grammar, taught);
    session.note("pattern added to " + options.grammar);
  }
  return 0;
}

}  // namespace

void add_teach(CLI::App& app, Session& session) {
  auto options = std::make_shared<TeachOptions>();
  CLI::App* command = app.add_subcommand("teach", "Make a pattern from an example sentence");
  command->footer(
      "Examples:\n"
      "  relgraph teach --type supports '[Anna Weber]1 hält [Bosch]2 die Treue.'         show the pattern\n"
      "  relgraph teach --type lobbies_for --ontology my.toml --grammar my.tsv \\\n"
      "    'ENTITY:organization lobbyiert für ENTITY:organization.' articles/            try it, then keep "
      "it\n"
      "  relgraph build articles/ --ontology my.toml --grammar my.tsv -o graph.json      use it\n");
  command
      ->add_option("SENTENCE", options->sentence,
                   "An example: [source]1 and [target]2 marked, or ENTITY or ENTITY:TYPE for each")
      ->required()
      ->type_name("");
  command->add_option("ARTICLE", options->articles, "Articles to try the pattern on")->type_name("");
  command->add_option("--type", options->type, "Relation type that the sentence states")
      ->required()
      ->type_name("TYPE");
  command->add_option("--grammar", options->grammar, "Pattern file to add to; made if it is not there")
      ->type_name("FILE");
  command
      ->add_option("--ontology", options->ontology,
                   "Relation types of your own; a new TYPE is added, the file made if it is not there")
      ->type_name("FILE");
  command->add_option("--family", options->family, "Family of a new type (default: cooperation)")
      ->type_name("FAMILY");
  command->add_option("--label", options->label, "Label of a new type (default: its id with blanks)")
      ->type_name("TEXT");
  add_language_option(*command, options->language);
  command->callback([options, &session] {
    session.command = "teach";
    session.run = [options, &session] { return run_teach(*options, session); };
  });
}

}  // namespace relgraph::cli
