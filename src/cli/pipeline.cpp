// SPDX-License-Identifier: Apache-2.0
#include "cli/pipeline.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <iterator>
#include <mutex>
#include <set>
#include <thread>
#include <utility>

#include "cli/knowledge.hpp"
#include "cli/long_documents.hpp"
#include "cli/weighing.hpp"
#include "relgraph/reading.hpp"

namespace relgraph::cli {

namespace {

/// Two articles of different folders may have one name: the second becomes `name-2`.
void make_ids_unique(std::vector<Document>& documents) {
  std::set<std::string> taken;
  for (Document& document : documents) {
    const std::string wanted = document.id;
    for (std::size_t n = 2; !taken.insert(document.id).second; ++n)
      document.id = wanted + "-" + std::to_string(n);
  }
}

/// Calls `work(i)` for every i below `count` on some threads; the first exception is thrown again.
template <typename Work>
void parallel_for(std::size_t count, unsigned threads, Work work) {
  std::atomic<std::size_t> next{0};
  std::exception_ptr failure;
  std::mutex failure_mutex;
  const auto run = [&] {
    for (std::size_t i = next++; i < count; i = next++) {
      try {
        work(i);
      } catch (...) {
        const std::lock_guard lock(failure_mutex);
        if (!failure) failure = std::current_exception();
        next = count;
      }
    }
  };
  {
    std::vector<std::jthread> pool;
    const std::size_t helpers = std::min<std::size_t>(threads, count);
    for (std::size_t t = 1; t < helpers; ++t) pool.emplace_back(run);
    run();
  }
  if (failure) std::rethrow_exception(failure);
}

/// Analyses documents side by side, with a line that says how far it is.
template <typename Work>
void for_each_document(const std::vector<Document>& documents, const Session& session, Work work) {
  Progress progress(session, "analysing", documents.size());
  std::atomic<std::size_t> done{0};
  const auto main_thread = std::this_thread::get_id();
  parallel_for(documents.size(), session.thread_count(), [&](std::size_t i) {
    work(i);
    ++done;
    if (std::this_thread::get_id() == main_thread) progress.advance(done);
  });
}

}  // namespace

Corpus read_corpus(const InputOptions& options, const Session& session, const std::string* standard_input) {
  for (const std::string& file : options.grammars) load_grammar(file, options.extractor);
  Corpus corpus;
  Diagnostics diagnostics;
  const std::vector<std::string> paths = expand_inputs(options.inputs, diagnostics);
  Progress progress(session, "reading", paths.size());
  for (std::size_t i = 0; i < paths.size(); ++i) {
    progress.advance(i);
    session.detail("reading " + paths[i]);
    try {
      auto documents = paths[i] == "-" && standard_input != nullptr
                           ? parse_documents(*standard_input, "-", options.read_options(), diagnostics)
                           : read_documents(paths[i], options.read_options(), diagnostics);
      std::ranges::move(documents, std::back_inserter(corpus.documents));
    } catch (const Error& error) {
      if (error.code() != ErrorCode::input) throw;
      diagnostics.fail(error.message() + (error.hint().empty() ? "" : ". " + error.hint()), error.where());
    }
  }
  corpus.failed = diagnostics.failed();
  if (corpus.documents.empty()) {
    // One bad input is one line; the sentence below would only repeat it.
    if (diagnostics.entries.size() == 1 && corpus.failed) {
      throw Error(ErrorCode::input, diagnostics.entries[0].message, diagnostics.entries[0].where);
    }
    session.report(diagnostics);
    throw Error(ErrorCode::input, "there is no article to read", {},
                corpus.failed ? "" : "Folders are searched for .txt, .html, .md, .pdf and .jsonl files");
  }
  session.report(diagnostics);
  make_ids_unique(corpus.documents);
  return corpus;
}

std::vector<Graph> build_graphs(const std::vector<Document>& documents, const InputOptions& options,
                                const Session& session) {
  std::vector<Graph> graphs(documents.size());
  std::vector<Diagnostics> diagnostics(documents.size());
  std::vector<std::vector<std::string>> ruled_out(documents.size());
  const Extractor extractor = extractor_of(options.extractor);
  for_each_document(documents, session, [&](std::size_t i) {
    std::vector<Weighed> parts =
        read_parts(documents[i], diagnostics[i], options.language, extractor, session.verbose);
    ruled_out[i] = rejections(parts, documents[i]);
    graphs[i] = join_parts(std::move(parts));
  });
  for (std::size_t i = 0; i < documents.size(); ++i) {
    session.report(diagnostics[i]);
    for (const std::string& line : ruled_out[i]) session.detail(line);
  }
  return graphs;
}

std::vector<std::vector<Gap>> gaps_of(const std::vector<Document>& documents, const InputOptions& options,
                                      const Session& session) {
  std::vector<std::vector<Gap>> gaps(documents.size());
  std::vector<Diagnostics> diagnostics(documents.size());
  const Extractor extractor = extractor_of(options.extractor);
  for_each_document(documents, session, [&](std::size_t i) {
    gaps[i] = read_gaps(documents[i], diagnostics[i], options.language, extractor);
  });
  for (const Diagnostics& found : diagnostics) session.report(found);
  return gaps;
}

}  // namespace relgraph::cli
