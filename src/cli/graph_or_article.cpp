// SPDX-License-Identifier: Apache-2.0
#include "cli/graph_or_article.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "base/file.hpp"
#include "base/utf8.hpp"
#include "cli/pipeline.hpp"

namespace relgraph::cli {

namespace {

/// Stops at the key `nodes` of the outermost object, or where the text is something else.
class NodesFinder : public nlohmann::json_sax<nlohmann::json> {
 public:
  [[nodiscard]] bool found() const { return m_found; }

  bool null() override { return value(); }
  bool boolean(bool /*value*/) override { return value(); }
  bool number_integer(number_integer_t /*value*/) override { return value(); }
  bool number_unsigned(number_unsigned_t /*value*/) override { return value(); }
  bool number_float(number_float_t /*value*/, const string_t& /*text*/) override { return value(); }
  bool string(string_t& /*value*/) override { return value(); }
  bool binary(binary_t& /*value*/) override { return value(); }
  bool start_object(std::size_t /*size*/) override {
    if (!value()) return false;
    ++m_depth;
    return true;
  }
  bool key(string_t& name) override {
    m_at_nodes = m_depth == 1 && name == "nodes";
    return true;
  }
  bool end_object() override { return --m_depth > 0; }
  bool start_array(std::size_t /*size*/) override {
    m_found = m_at_nodes;
    if (m_found || m_depth == 0) return false;
    ++m_depth;
    return true;
  }
  bool end_array() override {
    --m_depth;
    return true;
  }
  bool parse_error(std::size_t /*at*/, const std::string& /*token*/,
                   const nlohmann::detail::exception& /*e*/) override {
    return false;
  }

 private:
  /// A value that is no array stands here.
  bool value() { return !std::exchange(m_at_nodes, false); }

  std::size_t m_depth = 0;
  bool m_at_nodes = false;
  bool m_found = false;
};

bool ends_in_json(const std::string& path) {
  return to_lower(std::filesystem::path(path).extension().string()) == ".json";
}

/// Data of other programs would read as an article without a word to say.
void refuse_other_json(const std::string& bytes, const std::string& path) {
  const auto value = nlohmann::json::parse(bytes, nullptr, false);
  if (value.is_discarded() || (value.is_object() && value.contains("text"))) return;
  throw Error(ErrorCode::input,
              "is JSON, but neither a graph (an object with an array 'nodes') nor an article "
              "(one with 'text')",
              {.file = path});
}

}  // namespace

bool is_graph_json(std::string_view bytes) {
  NodesFinder finder;
  static_cast<void>(nlohmann::json::sax_parse(bytes, &finder));
  return finder.found();
}

GatheredGraph gather_graph(const InputOptions& options, const Session& session) {
  std::vector<Graph> graphs;
  InputOptions articles = options;
  articles.inputs.clear();
  std::optional<std::string> standard_input;
  Diagnostics diagnostics;
  for (const std::string& path : options.inputs) {
    try {
      if (path == "-" && !standard_input) standard_input = read_file(path, k_max_graph_bytes);
      if (path == "-" && is_graph_json(*standard_input)) {
        graphs.push_back(parse_graph(*standard_input, "standard input", diagnostics));
        continue;
      }
      if (path != "-" && ends_in_json(path)) {
        const std::string bytes = read_file(path, k_max_graph_bytes);
        if (is_graph_json(bytes)) {
          graphs.push_back(parse_graph(bytes, path, diagnostics));
          continue;
        }
        refuse_other_json(bytes, path);
      }
      articles.inputs.push_back(path);
    } catch (const Error& error) {
      if (error.code() != ErrorCode::input || options.inputs.size() == 1) throw;
      diagnostics.fail(error.message(), error.where());
    }
  }
  session.report(diagnostics);
  GatheredGraph out;
  out.failed = diagnostics.failed();
  if (!articles.inputs.empty()) {
    try {
      const Corpus corpus = read_corpus(articles, session, standard_input ? &*standard_input : nullptr);
      std::vector<Graph> read = build_graphs(corpus.documents, articles, session);
      std::ranges::move(read, std::back_inserter(graphs));
      out.failed = out.failed || corpus.failed;
    } catch (const Error& error) {
      if (error.code() != ErrorCode::input || graphs.empty()) throw;
      session.error(to_string(error.where()) + (error.where().file.empty() ? "" : ": ") + error.message());
      out.failed = true;
    }
  }
  if (graphs.empty()) throw Error(ErrorCode::input, "there is nothing to report on");
  out.graph = graphs.size() == 1 ? std::move(graphs.front()) : merge(graphs);
  return out;
}

}  // namespace relgraph::cli
