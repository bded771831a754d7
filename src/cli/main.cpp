// SPDX-License-Identifier: Apache-2.0
// The way through: declare the commands, parse the call, run the one that was asked for, and turn what
// goes wrong into one line and an exit status.
#include <CLI/CLI.hpp>
#include <exception>
#include <new>

#include "cli/commands.hpp"
#include "cli/knowledge.hpp"
#include "cli/session.hpp"
#include "relgraph/error.hpp"

namespace {

int status_of(relgraph::ErrorCode code) { return static_cast<int>(code); }

}  // namespace

int main(int argc, char** argv) {
  using namespace relgraph;
  cli::Session session;
  try {
    CLI::App app;
    cli::add_commands(app, session);
    try {
      app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
      return cli::finish_parse(app, error, session);
    }
    for (const std::string& file : session.ontologies) cli::load_ontology(file);
    return session.run();
  } catch (const Error& error) {
    session.error(error.what());
    return status_of(error.code());
  } catch (const std::bad_alloc&) {
    session.error("not enough memory for this input");
    return status_of(ErrorCode::input);
  } catch (const std::exception& error) {
    session.error(std::string(error.what()) + ". This is a bug in relgraph: please report it with the call");
    return status_of(ErrorCode::internal);
  }
}
