// SPDX-License-Identifier: Apache-2.0
#include "language/network/model_file.hpp"

#include <nlohmann/json.hpp>

namespace relgraph::network {

namespace {

using Json = nlohmann::json;

Shape shape_from(const Json& json) {
  const auto at = [&](const char* key) { return json.at(key).get<std::size_t>(); };
  return {at("vocabulary"),
          at("hidden"),
          at("layers"),
          at("heads"),
          at("inner"),
          at("positions"),
          at("tag_hidden"),
          at("name_hidden"),
          at("arc"),
          at("rel"),
          json.at("epsilon").get<float>()};
}

Labels labels_from(const Json& json) {
  Labels labels;
  json.at("upos").get_to(labels.upos);
  json.at("features").get_to(labels.features);
  json.at("scripts").get_to(labels.scripts);
  json.at("deprels").get_to(labels.deprels);
  json.at("name_tags").get_to(labels.name_tags);
  json.at("rows").get_to(labels.rows);
  return labels;
}

}  // namespace

ModelFile::ModelFile(const std::string& path) : TensorFile(path, "language model", "RELGRAPH_MODEL") {
  try {
    const Json header = Json::parse(this->header());
    m_shape = shape_from(header.at("shape"));
    m_labels = labels_from(header.at("labels"));
    const Json& pieces = header.at("pieces");
    m_pieces = {pieces.at("bos"), pieces.at("eos"), pieces.at("unknown"), pieces.at("max_word_pieces"),
                pieces.at("unknown_score")};
  } catch (const Json::exception& error) {
    damaged(std::string("its header is not as expected: ") + error.what());
  }
}

}  // namespace relgraph::network
