// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <limits>
#include <memory>

#include "base/file.hpp"
#include "base/utf8.hpp"
#include "cli/commands.hpp"
#include "cli/corrections.hpp"
#include "cli/graph_or_article.hpp"
#include "cli/options.hpp"
#include "relgraph/report.hpp"

namespace relgraph::cli {

namespace {

struct ReportCommandOptions {
  InputOptions input{};
  FilterOptions filter{};
  PictureOptions picture{.render = ReportOptions{}.render, .width = {}};
  std::string output = "-";
  std::vector<std::string> corrections;
  std::string place;  ///< of the picture; empty: what suits the format
  std::size_t top = ReportOptions{}.top_actors;
  std::size_t per_family = ReportOptions{}.per_family;
};

enum class ReportFormat : std::uint8_t { html, markdown, pdf };

ReportFormat format_of(const std::string& output) {
  if (output == "-") return ReportFormat::markdown;
  const std::string ending = to_lower(std::filesystem::path(output).extension().string());
  if (ending == ".html" || ending == ".htm") return ReportFormat::html;
  if (ending == ".md" || ending == ".markdown") return ReportFormat::markdown;
  if (ending == ".pdf") return ReportFormat::pdf;
  throw Error(ErrorCode::usage, "'" + ending + "' is not a format of reports", {.file = output},
              "Endings are .html, .md and .pdf");
}

PicturePlace place_of(const ReportCommandOptions& options, ReportFormat format) {
  if (options.place == "none") return PicturePlace::none;
  if (options.place == "beside") {
    if (options.output == "-" || format == ReportFormat::pdf)
      throw Error(ErrorCode::usage, "a picture can only stand beside an HTML or Markdown file", {},
                  "Name one with -o");
    return PicturePlace::beside;
  }
  if (options.place == "inline" || format != ReportFormat::markdown) return PicturePlace::inlined;
  return options.output == "-" ? PicturePlace::none : PicturePlace::beside;
}

/// 0 on the command line stands for no limit.
std::size_t budget(std::size_t number) {
  return number == 0 ? std::numeric_limits<std::size_t>::max() : number;
}

std::string write_report(ReportFormat format, const Graph& graph, const ReportOptions& options) {
  switch (format) {
    case ReportFormat::html: return report_html(graph, options);
    case ReportFormat::markdown: return report_markdown(graph, options);
    case ReportFormat::pdf: return report_pdf(graph, options);
  }
  return {};
}

int run_report(const ReportCommandOptions& options, Session& session) {
  const ReportFormat format = format_of(options.output);
  ReportOptions report;
  report.picture = place_of(options, format);
  report.render = options.picture.render_options();
  report.top_actors = budget(options.top);
  report.per_family = budget(options.per_family);
  const Corrections corrections = read_corrections(options.corrections);
  note_unused_corrections(options.input.inputs, options.corrections, session);
  GatheredGraph gathered = gather_graph(options.input, session);
  const Graph graph = options.filter.apply(corrected(std::move(gathered.graph), corrections, session));
  if (report.picture == PicturePlace::beside) {
    const auto picture = std::filesystem::path(options.output).replace_extension(".svg");
    report.picture_file = picture.filename().string();
    write_file(picture.string(), to_svg(graph, report.render));
    session.note("wrote " + picture.string());
  }
  write_file(options.output, write_report(format, graph, report));
  if (options.output != "-") session.note("wrote " + options.output);
  return gathered.failed ? 1 : 0;
}

}  // namespace

void add_report(CLI::App& app, Session& session) {
  auto options = std::make_shared<ReportCommandOptions>();
  CLI::App* command = app.add_subcommand("report", "Write a report on articles or a graph, to hand around");
  command->footer(
      "Examples:\n"
      "  relgraph report article.html -o report.html        one file, with the diagram\n"
      "  relgraph report graph.json -o report.pdf --top 5\n"
      "  relgraph report articles/ -o report.md             writes report.svg, too\n"
      "  relgraph report graph.json --families conflict     Markdown without a picture, to standard "
      "output\n");
  add_input_options(*command, options->input);
  command->get_option("INPUT")->description(
      "Articles or graph files: files, folders, or - for standard input");
  command
      ->add_option("-o,--output", options->output,
                   "Report: .html, .md or .pdf (default: Markdown to standard output)")
      ->type_name("FILE");
  command
      ->add_option("--picture", options->place,
                   "Where the diagram stands (default: inline, beside for Markdown files)")
      ->type_name("inline|beside|none")
      ->check(CLI::IsMember({"inline", "beside", "none"}).description(""));
  command->add_option("--top", options->top, "Key actors shown (default 10, 0: all)")->type_name("N");
  command
      ->add_option("--per-family", options->per_family,
                   "Pairs shown in each family of relations (default 10, 0: all)")
      ->type_name("N");
  add_corrections_option(*command, options->corrections);
  add_picture_options(*command, options->picture);
  command->get_option("--title")->description("Title of the report (default: that of the article)");
  command->get_option("--labels")->description("Language of the report (default: that of the documents)");
  add_filter_options(*command, options->filter);
  command->callback([options, &session] {
    session.command = "report";
    session.run = [options, &session] { return run_report(*options, session); };
  });
}

}  // namespace relgraph::cli
