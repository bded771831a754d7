// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include "base/file.hpp"
#include "cli/commands.hpp"
#include "cli/pipeline.hpp"
#include "relgraph/language.hpp"

namespace relgraph::cli {

namespace {

struct AnalyzeOptions {
  InputOptions input{};
  std::string format = "conllu";
  std::string output = "-";
};

constexpr std::size_t k_max_bytes = std::size_t{1} << 30U;

/// What is written for the documents: CoNLL-U one after the other, or one JSON array of objects.
class Writer {
 public:
  explicit Writer(const std::string& format) : m_json(format == "json") {}
  void add(const Document& document, const Analysis& analysis) {
    if (m_json) {
      m_out += (m_out.empty() ? "[" : ",\n") + to_json(document, analysis);
      while (m_out.ends_with('\n')) m_out.pop_back();
    } else {
      m_out += to_conllu(document, analysis);
    }
  }
  [[nodiscard]] std::string text() const { return m_json ? m_out + "]\n" : m_out; }

 private:
  bool m_json;
  std::string m_out;
};

int analyze_gold(const AnalyzeOptions& options) {
  Writer writer(options.format);
  for (const std::string& path : options.input.inputs) {
    GoldInput gold = from_conllu(read_file(path, k_max_bytes), path == "-" ? "standard input" : path);
    if (!options.input.language.empty()) gold.analysis.language = options.input.language;
    annotate(gold.document, gold.analysis);
    writer.add(gold.document, gold.analysis);
  }
  write_file(options.output, writer.text());
  return 0;
}

int run_analyze(const AnalyzeOptions& options, Session& session) {
  if (options.input.format == "conllu") return analyze_gold(options);
  const Corpus corpus = read_corpus(options.input, session);
  Writer writer(options.format);
  for (const Document& document : corpus.documents) {
    Diagnostics diagnostics;
    const Analysis analysis = analyse(document, diagnostics, options.input.language);
    session.report(diagnostics);
    writer.add(document, analysis);
  }
  write_file(options.output, writer.text());
  return corpus.failed ? 1 : 0;
}

}  // namespace

void add_analyze(CLI::App& app, Session& session) {
  auto options = std::make_shared<AnalyzeOptions>();
  CLI::App* command = app.add_subcommand("analyze", "Show words, sentences, names and quotations");
  command->footer(
      "Examples:\n"
      "  relgraph analyze article.txt\n"
      "  relgraph analyze article.html --format json --language de\n"
      "  relgraph analyze gold.conllu --input conllu         keeps the words and sentences as given\n");
  command->add_option("INPUT", options->input.inputs, "Articles: files, folders, or - for standard input")
      ->required()
      ->type_name("");
  command
      ->add_option("--input", options->input.format, "Format of the input (default: by ending and content)")
      ->type_name("text|html|markdown|pdf|jsonl|conllu")
      ->check(CLI::IsMember({"auto", "text", "html", "markdown", "pdf", "jsonl", "conllu"}).description(""));
  add_language_option(*command, options->input.language);
  command->add_option("--format", options->format, "How to write it: CoNLL-U, or a JSON array of documents")
      ->type_name("conllu|json")
      ->check(CLI::IsMember({"conllu", "json"}).description(""));
  command->add_option("-o,--output", options->output, "File to write (default: standard output)")
      ->type_name("FILE");
  command->callback([options, &session] {
    session.command = "analyze";
    session.run = [options, &session] { return run_analyze(*options, session); };
  });
}

}  // namespace relgraph::cli
