// SPDX-License-Identifier: Apache-2.0
#include "marked.hpp"

#include <algorithm>

#include "../language/documents.hpp"
#include "extraction/grammar/actors.hpp"
#include "extraction/grammar/match.hpp"

namespace relgraph::test {

namespace {

std::size_t type_index(std::string_view type) {
  return static_cast<std::size_t>(std::ranges::find(k_type_names, type) - k_type_names.begin());
}

}  // namespace

std::vector<std::vector<Found>> match_marked(const std::vector<MarkedInput>& inputs, const Grammar& grammar) {
  std::string text;
  std::vector<std::size_t> begins;
  for (const MarkedInput& input : inputs) {
    begins.push_back(text.size());
    text += input.sentence.text + "\n\n";
  }
  const Analysed a = analysed(text, grammar.language());
  const ReaderModel& model = reader_model();
  const auto work = network::make_workspace(model.maker);
  Reading reading{a.document, a.analysis, model, *work};
  std::vector<std::pair<std::size_t, int>> marks;  // of entities: the input and the number of the mark
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    for (const auto& mark : inputs[i].sentence.marks) {
      add_actor(reading, {begins[i] + mark.begin, begins[i] + mark.end},
                type_index(mark.end_of_frame == 2 ? inputs[i].target_type : inputs[i].source_type));
      marks.emplace_back(i, mark.end_of_frame);
    }
  }
  std::ranges::sort(reading.mentions, {}, [](const EntityMention& m) { return std::pair(m.first, m.last); });
  std::vector<std::vector<Found>> out(inputs.size());
  for (const Statement& s : grammar_statements(reading, grammar)) {
    const auto [input, source] = marks[s.source];
    std::string edge =
        std::to_string(source) + " " + s.type->id + " " + std::to_string(marks[s.target].second);
    if (s.status != Status::asserted) edge += " (" + std::string(to_string(s.status)) + ")";
    out[input].push_back({std::move(edge), s.pattern});
  }
  return out;
}

}  // namespace relgraph::test
