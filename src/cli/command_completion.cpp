// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include "base/file.hpp"
#include "cli/commands.hpp"
#include "cli/completion.hpp"

namespace relgraph::cli {

void add_completion(CLI::App& app, Session& session) {
  struct Options {
    std::string shell;
    std::string output = "-";
  };
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("completion", "Print a completion script for a shell");
  command->footer(
      "Examples:\n"
      "  source <(relgraph completion bash)\n"
      "  relgraph completion zsh -o ~/.zfunc/_relgraph\n"
      "  relgraph completion fish -o ~/.config/fish/completions/relgraph.fish\n");
  command->add_option("SHELL", options->shell, "bash, zsh or fish")
      ->required()
      ->type_name("")
      ->check(CLI::IsMember({"bash", "zsh", "fish"}).description(""));
  command->add_option("-o,--output", options->output, "File to write (default: standard output)")
      ->type_name("FILE");
  command->callback([options, &app, &session] {
    session.command = "completion";
    session.run = [options, &app] {
      write_file(options->output, completion_script(app, options->shell));
      return 0;
    };
  });
}

}  // namespace relgraph::cli
