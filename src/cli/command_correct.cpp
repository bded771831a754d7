// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>
#include <memory>
#include <system_error>

#include "base/file.hpp"
#include "cli/commands.hpp"
#include "cli/corrections.hpp"
#include "cli/options.hpp"

namespace relgraph::cli {

namespace {

struct CorrectOptions {
  std::string kind;
  std::vector<std::string> names;
  std::string file = k_corrections_name;
  std::string graph;
  std::string sentence;
  std::string status;
  std::string note;
};

/// How a kind is called, for messages about a wrong call.
struct Usage {
  std::string_view kind;
  std::size_t least, most;
  std::string_view how;
};
constexpr std::size_t k_any = static_cast<std::size_t>(-1);
constexpr Usage k_usages[] = {
    {"merge", 2, k_any, "merge NAME NAME ..."},     {"split", 2, k_any, "split ENTITY NAME ..."},
    {"rename", 2, 2, "rename ENTITY NEW-NAME"},     {"type", 2, 2, "type ENTITY TYPE"},
    {"drop-actor", 1, 1, "drop-actor ENTITY"},      {"wrong", 3, 3, "wrong ENTITY RELATION ENTITY"},
    {"right", 3, 3, "right ENTITY RELATION ENTITY"}};

Correction correction_of(const CorrectOptions& options) {
  const Usage& usage = *std::ranges::find(k_usages, options.kind, &Usage::kind);
  const std::vector<std::string>& names = options.names;
  const bool judges = options.kind == "wrong" || options.kind == "right";
  if (names.size() < usage.least || names.size() > usage.most)
    throw Error(ErrorCode::usage,
                "a correction of this kind is 'relgraph correct " + std::string(usage.how) + "'", {},
                "Names of several words stand in quotation marks");
  if (!judges && !(options.sentence.empty() && options.status.empty()))
    throw Error(ErrorCode::usage, "--sentence and --status go with 'wrong' and 'right'");
  Correction out;
  out.note = options.note;
  if (options.kind == "merge") out.what = MergeEntities{names};
  if (options.kind == "split") out.what = SplitEntity{names[0], {names.begin() + 1, names.end()}};
  if (options.kind == "rename") out.what = RenameEntity{names[0], names[1]};
  if (options.kind == "type") out.what = RetypeEntity{names[0], names[1]};
  if (options.kind == "drop-actor") out.what = DropEntity{names[0]};
  if (judges)
    out.what = JudgeRelation{options.kind == "right",     names[0], names[1], names[2], options.sentence,
                             parse_status(options.status)};
  return out;
}

/// The correction as the file will have it. What the file could not say is a wrong call.
Correction checked(const Correction& correction) {
  try {
    return parse_corrections(to_toml(correction), "").items.at(0);
  } catch (const Error& error) {
    throw Error(ErrorCode::usage, error.message(), {}, error.hint());
  }
}

/// Throws unless the graph, with the corrections made so far, has what this one is about.
void check_against(const std::string& path, const Corrections& before, const Correction& correction,
                   const Session& session) {
  Diagnostics about_graph;
  Graph graph = load_graph(path, about_graph);
  session.report(about_graph);
  Diagnostics old, found;
  graph = apply_corrections(std::move(graph), before, old);
  static_cast<void>(apply_corrections(std::move(graph), {{correction}}, found));
  if (!found.entries.empty()) throw Error(ErrorCode::usage, found.entries.front().message);
}

int run_correct(const CorrectOptions& options, Session& session) {
  if (options.file == "-")
    throw Error(ErrorCode::usage, "corrections are added to a file, not to standard input");
  const Correction correction = checked(correction_of(options));
  std::string text;
  std::error_code ignored;
  if (std::filesystem::exists(options.file, ignored)) text = read_file(options.file, k_max_corrections_bytes);
  const Corrections before = parse_corrections(text, options.file);
  if (std::ranges::any_of(before.items, [&](const Correction& c) { return c.what == correction.what; })) {
    session.note(options.file + " says so already");
    return 0;
  }
  if (!options.graph.empty()) check_against(options.graph, before, correction, session);
  if (text.empty()) text = "# What relgraph gets wrong here: relgraph build ... --corrections FILE\n";
  if (text.back() != '\n') text += '\n';
  text += '\n' + to_toml(correction);
  write_file(options.file, text);
  session.note("added to " + options.file);
  return 0;
}

}  // namespace

void add_correct(CLI::App& app, Session& session) {
  auto options = std::make_shared<CorrectOptions>();
  CLI::App* command = app.add_subcommand("correct", "Note down what is wrong in a graph, for the next build");
  command->footer(
      "Examples:\n"
      "  relgraph correct merge Stargate 'Stargate-Initiative'       these are one; the first name stays\n"
      "  relgraph correct split Trump 'Trump Organization'           this name is another entity\n"
      "  relgraph correct rename 'Open Ai' OpenAI\n"
      "  relgraph correct type Azure product --graph graph.json      check the name first\n"
      "  relgraph correct drop-actor 'Auf Musks'                     not an actor\n"
      "  relgraph correct wrong Musk criticizes Trump --sentence 'a part of the sentence'\n"
      "  relgraph correct right Musk criticizes OpenAI --note 'asked him'\n"
      "  relgraph build articles/ --corrections relgraph.corrections.toml -o graph.json\n");
  command->add_option("KIND", options->kind, "merge, split, rename, type, drop-actor, wrong or right")
      ->required()
      ->type_name("")
      ->check(CLI::IsMember(correction_kinds()).description(""));
  command->add_option("NAME", options->names, "What it is about: names as the graph has them")
      ->required()
      ->type_name("");
  command
      ->add_option("--file", options->file,
                   "Corrections file to add to (default: " + std::string(k_corrections_name) + ")")
      ->type_name("FILE");
  command->add_option("--graph", options->graph, "Check against this graph before anything is written")
      ->type_name("GRAPH");
  command
      ->add_option("--sentence", options->sentence,
                   "wrong, right: only what this sentence, or a part of it, says")
      ->type_name("TEXT");
  command->add_option("--status", options->status, "wrong, right: only the relation of this status")
      ->type_name("asserted|reported|planned|former|negated")
      ->check(CLI::IsMember({"asserted", "reported", "planned", "former", "negated"}).description(""));
  command->add_option("--note", options->note, "Why, for others who read the file")->type_name("TEXT");
  command->callback([options, &session] {
    session.command = "correct";
    session.run = [options, &session] { return run_correct(*options, session); };
  });
}

}  // namespace relgraph::cli
