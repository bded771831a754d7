// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.hpp"

#include <cstdio>
#include <string>

#include "cli/help.hpp"

namespace relgraph::cli {

namespace {

/// The chosen subcommand, or the program itself.
const CLI::App& chosen(const CLI::App& app) {
  const auto commands = app.get_subcommands();
  return commands.empty() ? app : *commands.front();
}

void print(const std::string& text, std::FILE* to) {
  static_cast<void>(std::fwrite(text.data(), 1, text.size(), to));
}

}  // namespace

void add_commands(CLI::App& app, Session& session) {
  app.name("relgraph");
  app.description("Reads articles and draws who does what to whom.");
  app.footer(
      "Examples:\n"
      "  relgraph diagram article.txt -o article.svg     from an article to its picture\n"
      "  relgraph build articles/ -o graph.json          from a folder to a graph\n"
      "  relgraph rank graph.json --by pagerank          who is central?\n"
      "  relgraph query graph.json --from Musk           what does Musk do, and where is it said?\n");
  app.formatter(std::make_shared<HelpFormatter>());
  app.set_version_flag("--version", "relgraph " RELGRAPH_VERSION, "Print the version");
  app.set_help_flag("-h,--help", "Print help");
  app.add_flag("-q,--quiet", session.quiet, "Say nothing but errors");
  app.add_flag("-v,--verbose", session.verbose, "Say what is being done");
  app.add_flag("--no-color", session.no_color, "No colour on the terminal (also: NO_COLOR)");
  app.add_option("--threads", session.threads, "Threads for many documents (default: all cores)")
      ->type_name("N")
      ->check(CLI::Range(1U, 1024U).description(""));
  app.add_option("--ontology", session.ontologies,
                 "Relation types of your own (TOML), beside those of relgraph")
      ->type_name("FILE")
      ->allow_extra_args(false);
  app.require_subcommand(1);
  app.fallthrough();

  add_diagram(app, session);
  add_build(app, session);
  add_render(app, session);
  add_report(app, session);
  add_rank(app, session);
  add_query(app, session);
  add_explain(app, session);
  add_path(app, session);
  add_neighbors(app, session);
  add_communities(app, session);
  add_stats(app, session);
  add_merge(app, session);
  add_diff(app, session);
  add_convert(app, session);
  add_correct(app, session);
  add_teach(app, session);
  add_types(app, session);
  add_gaps(app, session);
  add_analyze(app, session);
  add_completion(app, session);
  for (CLI::App* command : app.get_subcommands([](CLI::App*) { return true; })) command->group("Commands");
}

int finish_parse(CLI::App& app, const CLI::ParseError& error, Session& session) {
  if (dynamic_cast<const CLI::CallForHelp*>(&error) != nullptr) {
    print(chosen(app).help(), stdout);
    return 0;
  }
  if (dynamic_cast<const CLI::CallForVersion*>(&error) != nullptr) {
    print(std::string(error.what()) + "\n", stdout);
    return 0;
  }
  const CLI::App& command = chosen(app);
  const std::string full_name = &command == &app ? "relgraph" : "relgraph " + command.get_name();
  if (&command != &app) session.command = command.get_name();
  session.error(std::string(error.what()) + ". See '" + full_name + " --help'");
  return static_cast<int>(ErrorCode::usage);
}

}  // namespace relgraph::cli
