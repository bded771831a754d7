// SPDX-License-Identifier: Apache-2.0
// What the reader makes of a document, step by step: words, mentions, entities, relations.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "extraction/reader_model.hpp"
#include "extraction/reader_sizes.hpp"
#include "relgraph/analysis.hpp"
#include "relgraph/document.hpp"
#include "relgraph/extraction.hpp"
#include "relgraph/graph.hpp"

namespace relgraph {

struct Pattern;

/// Words that stand for an entity.
struct EntityMention {
  std::size_t first = 0;  ///< token of the analysis
  std::size_t last = 0;
  MentionForm form = MentionForm::name;
  std::size_t sentence = 0;
  std::optional<std::size_t> entity{};  ///< none: no name in the text goes with it
  NameKeys keys{};
};

/// An actor or thing that the document names.
struct Entity {
  std::string label;  ///< the fullest form as the text writes it
  std::size_t type = 0;
  std::vector<std::string> aliases;
};

/// A relation that one sentence states.
struct Statement {
  std::size_t source = 0;  ///< entity
  std::size_t target = 0;
  const RelationType* type = nullptr;
  Status status = Status::asserted;
  double confidence = 0;
  std::size_t sentence = 0;
  std::size_t first_trigger = 0;  ///< tokens
  std::size_t last_trigger = 0;
  const Pattern* pattern = nullptr;  ///< of the grammar; null: the model found it
};

/// A type asked for two entities of a sentence, and what became of it.
struct Weighing {
  std::size_t source = 0;  ///< entity
  std::size_t target = 0;
  const RelationType* type = nullptr;
  double probability = 0;
  Verdict verdict = Verdict::improbable;
  std::size_t sentence = 0;
  std::size_t source_mention = 0;
  std::size_t target_mention = 0;
};

/// What is known of a document so far; the steps below add to it.
struct Reading {
  const Document& document;
  const Analysis& analysis;
  const ReaderModel& model;
  network::Workspace& work;
  std::vector<float> words{};             ///< [tokens, hidden]
  std::vector<EntityMention> mentions{};  ///< in text order
  std::vector<float> mention_vectors{};   ///< [mentions, mention]
  std::vector<Entity> entities{};

  [[nodiscard]] const float* word(std::size_t token) const {
    return words.data() + token * model.sizes.hidden;
  }
  [[nodiscard]] const float* mention(std::size_t i) const {
    return mention_vectors.data() + i * model.sizes.mention;
  }
};

/// Vectors of all words: the reader's layers over windows of sentences.
void read_words(Reading& reading);

/// Spans that are rather a mention than none, the surest first; none crosses a surer one (Yu et al. 2020).
void find_mentions(Reading& reading);

/// Every mention chooses the mention before it that it goes with, or none (Lee et al. 2017); what hangs
/// together and has a name is an entity, whose type its names decide.
void find_entities(Reading& reading);

/// Every pair of mentions of different entities in a sentence, or across neighbouring ones, is asked for
/// every relation (localised context: Zhou et al. 2021). In the order of sentences.
/// `weighed` gets all that was asked, with the answers; null: nobody wants to know.
[[nodiscard]] std::vector<Statement> find_statements(Reading& reading,
                                                     std::vector<Weighing>* weighed = nullptr);

}  // namespace relgraph
