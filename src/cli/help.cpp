// SPDX-License-Identifier: Apache-2.0
#include "cli/help.hpp"

namespace relgraph::cli {

HelpFormatter::HelpFormatter() {
  column_width(32);
  label("Positionals", "Arguments");
}

std::string HelpFormatter::make_help(const CLI::App* app, std::string /*name*/,
                                     CLI::AppFormatMode mode) const {
  if (mode == CLI::AppFormatMode::Sub) return make_expanded(app);
  const bool program = app->get_parent() == nullptr;
  const std::string full_name = program ? "relgraph" : "relgraph " + app->get_name();
  std::string out = app->get_description() + "\n\n" + app->get_footer() + "\n";
  out += make_usage(app, full_name);
  out += make_positionals(app);
  out += make_groups(app, mode);
  out += make_subcommands(app, mode);
  if (program) {
    out += "\n'relgraph COMMAND --help' tells more about a command.\n";
  } else {
    out +=
        "\nEvery command: --quiet, --verbose, --no-color, --threads N, --ontology FILE (see 'relgraph "
        "--help').\n";
  }
  return out;
}

std::string HelpFormatter::make_usage(const CLI::App* app, std::string name) const {
  std::string out = "Usage: " + name;
  if (!app->get_options([](const CLI::Option* o) { return o->nonpositional(); }).empty()) out += " [options]";
  for (const CLI::Option* option :
       app->get_options([](const CLI::Option* o) { return o->get_positional(); })) {
    out += " " + make_option_usage(option);
  }
  if (!app->get_subcommands([](const CLI::App*) { return true; }).empty()) out += " COMMAND";
  return out + "\n";
}

std::string HelpFormatter::make_option_opts(const CLI::Option* option) const {
  // The type name says it all: no repeat counts, no environment, no "REQUIRED" noise.
  const std::string type = option->get_type_name();
  return type.empty() || option->get_positional() ? std::string() : " " + type;
}

}  // namespace relgraph::cli
