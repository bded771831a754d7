// SPDX-License-Identifier: Apache-2.0
#include "cli/long_documents.hpp"

#include <algorithm>
#include <iterator>
#include <string>

#include "base/sha256.hpp"
#include "relgraph/extraction.hpp"
#include "relgraph/language.hpp"

namespace relgraph::cli {

namespace {

/// Where a part that begins at `begin` ends best.
std::size_t part_end(const Document& document, std::size_t begin, std::size_t most) {
  const std::string_view text = document.text;
  if (text.size() - begin <= most) return text.size();
  const std::size_t limit = begin + most, least = begin + most / 2;
  const auto behind =
      std::ranges::upper_bound(document.blocks, limit, {}, [](const Block& b) { return b.span.end; });
  if (behind != document.blocks.begin() && std::prev(behind)->span.end > least)
    return std::prev(behind)->span.end;
  const std::string_view half = text.substr(least, limit - least);
  for (const std::string_view marks : {". ", " \n"}) {
    const std::size_t at = marks == ". " ? half.rfind(marks) : half.find_last_of(marks);
    if (at != std::string_view::npos) return least + at + (marks == ". " ? 2 : 1);
  }
  std::size_t end = limit;
  while ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return end;
}

Weighed weighed_of(const Document& document, Diagnostics& diagnostics, std::string_view language,
                   Extractor extractor, bool weigh) {
  const Analysis analysis = analyse(document, diagnostics, language, extraction_layers());
  if (weigh) return extract_weighed(document, analysis, extractor);
  return {extract(document, analysis, extractor), {}, {}};
}

/// Of a long document: the one asked for, or what the whole of it shows.
std::string language_of(const Document& document, std::string_view asked) {
  return asked.empty() ? detect_language(document.text).language : std::string(asked);
}

void shift(Span& span, std::size_t by) {
  span.begin += by;
  span.end += by;
}

/// From places of a part to places of the whole.
void shift(Weighed& weighed, std::size_t by) {
  Graph& graph = weighed.graph;
  for (CandidateRelation& candidate : weighed.candidates) {
    shift(candidate.sentence, by);
    shift(candidate.source_mention, by);
    shift(candidate.target_mention, by);
  }
  for (PatternTrial& trial : weighed.trials) {
    shift(trial.sentence, by);
    shift(trial.trigger, by);
  }
  for (Node& node : graph.nodes)
    for (Mention& mention : node.mentions) shift(mention.span, by);
  for (Edge& edge : graph.edges) {
    for (Evidence& evidence : edge.evidence) {
      shift(evidence.span, by);
      if (evidence.trigger) shift(*evidence.trigger, by);
    }
  }
}

}  // namespace

std::vector<Span> parts_of(const Document& document, std::size_t most) {
  std::vector<Span> parts;
  for (std::size_t begin = 0; begin < document.text.size(); begin = parts.back().end)
    parts.push_back({begin, part_end(document, begin, most)});
  return parts;
}

Document part_of(const Document& document, Span part) {
  Document out;
  out.id = document.id;
  out.title = document.title;
  out.language = document.language;
  out.date = document.date;
  out.url = document.url;
  out.source = document.source;
  out.text = part.of(document.text);
  const auto first =
      std::ranges::upper_bound(document.blocks, part.begin, {}, [](const Block& b) { return b.span.end; });
  for (auto block = first; block != document.blocks.end() && block->span.begin < part.end; ++block) {
    const Span span{std::max(block->span.begin, part.begin), std::min(block->span.end, part.end)};
    out.blocks.push_back({{span.begin - part.begin, span.end - part.begin}, block->kind});
  }
  return out;
}

std::vector<Weighed> read_parts(const Document& document, Diagnostics& diagnostics, std::string_view language,
                                Extractor extractor, bool weigh) {
  std::vector<Weighed> out;
  if (document.text.size() <= k_part_bytes) {
    out.push_back(weighed_of(document, diagnostics, language, extractor, weigh));
    return out;
  }
  const std::string checksum = sha256(document.text);
  const std::string known = language_of(document, language);
  for (const Span part : parts_of(document)) {
    out.push_back(weighed_of(part_of(document, part), diagnostics, known, extractor, weigh));
    shift(out.back(), part.begin);
    out.back().graph.documents.front().sha256 = checksum;
    if (out.back().graph.documents.front().language.empty()) break;  // said once that it cannot be read
  }
  return out;
}

std::vector<Gap> read_gaps(const Document& document, Diagnostics& diagnostics, std::string_view language,
                           Extractor extractor) {
  std::vector<Gap> out;
  const bool short_one = document.text.size() <= k_part_bytes;
  const std::string known = short_one ? std::string(language) : language_of(document, language);
  for (const Span span : parts_of(document)) {
    const Document part = short_one ? document : part_of(document, span);
    const Analysis analysis = analyse(part, diagnostics, known, extraction_layers());
    for (Gap& gap : find_gaps(part, analysis, extractor)) {
      for (Span* place : {&gap.sentence, &gap.trigger, &gap.source_mention, &gap.target_mention})
        shift(*place, span.begin);
      out.push_back(std::move(gap));
    }
    if (analysis.language.empty()) break;  // said once that it cannot be read
  }
  return out;
}

Graph join_parts(std::vector<Weighed> parts) {
  if (parts.size() == 1) return std::move(parts.front().graph);
  std::vector<Graph> graphs;
  for (Weighed& part : parts) graphs.push_back(std::move(part.graph));
  return merge(graphs);
}

}  // namespace relgraph::cli
