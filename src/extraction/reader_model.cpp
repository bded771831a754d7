// SPDX-License-Identifier: Apache-2.0
#include "extraction/reader_model.hpp"

#include <cstdlib>
#include <nlohmann/json.hpp>

#include "extraction/reader_sizes.hpp"
#include "language/model.hpp"
#include "language/network/network.hpp"
#include "relgraph/error.hpp"

namespace relgraph {

namespace {

using Json = nlohmann::json;

ReaderSizes sizes_of(const network::TensorFile& file, const Json& header, const ReaderBase& base) {
  const auto at = [&](const char* name) { return header.at("sizes").at(name).get<std::size_t>(); };
  ReaderSizes sizes{at("lower"),         at("hidden"),
                    at("layers"),        at("heads"),
                    at("inner"),         at("ends"),
                    at("mention"),       at("coref"),
                    at("pair"),          at("context"),
                    at("context_heads"), at("sentences"),
                    at("window"),        header.at("sizes").at("epsilon").get<float>()};
  for (const std::size_t width :
       {sizes.hidden, sizes.inner, sizes.ends, sizes.mention, sizes.coref, sizes.pair, sizes.context})
    if (width == 0 || width % 16 != 0) file.damaged("a width is no multiple of 16");
  if (sizes.heads == 0 || sizes.hidden % sizes.heads != 0) file.damaged("its heads do not share its width");
  if (sizes.hidden != base.hidden || sizes.lower == 0 || sizes.lower > base.layers)
    file.damaged("it does not fit the layers of the language model");
  if (sizes.context_heads == 0 || sizes.sentences == 0 || sizes.window == 0) file.damaged("a size is zero");
  return sizes;
}

}  // namespace

ReaderHeader::ReaderHeader(const network::TensorFile& file, const ReaderBase& base) try {
  const Json header = Json::parse(file.header());
  if (header.value("kind", "") != "relations") file.damaged("it is none of relations");
  if (header.at("base").get<std::uint32_t>() != base.checksum)
    file.damaged("it was trained on another language model");
  sizes = sizes_of(file, header, base);
  thresholds = {header.at("threshold").get<double>(), header.at("calibration").at(0).get<double>(),
                header.at("calibration").at(1).get<double>()};
  for (const Json& name : header.at("relations"))
    relations.push_back(find_relation_type(name.get<std::string>()));
} catch (const Json::exception& error) {
  file.damaged(std::string("its header is not as expected: ") + error.what());
}

ReaderModel::ReaderModel(const std::string& path, const ReaderBase& base)
    : ReaderFile{{path, "relations model", "RELGRAPH_RELATIONS"}},
      ReaderHeader(file, base),
      layers(file, maker, sizes.layers, {sizes.hidden, sizes.heads, sizes.inner, sizes.epsilon}),
      start(maker.make(file, "start", sizes.hidden, sizes.ends)),
      end(maker.make(file, "end", sizes.hidden, sizes.ends)),
      span_core(maker.make(file, "span.core", sizes.ends, k_span_classes * sizes.ends)),
      span_alone(maker.make(file, "span.alone", sizes.ends, k_span_classes)),
      mention(maker.make(file, "mention", 2 * sizes.hidden, sizes.mention)),
      kind(maker.make(file, "kind", sizes.mention, k_entity_types)),
      later(maker.make(file, "later", sizes.mention, sizes.coref)),
      earlier(maker.make(file, "earlier", sizes.mention, sizes.coref)),
      alike(maker.make(file, "alike", sizes.mention, sizes.coref)),
      query_source(maker.make(file, "query_source", sizes.mention, sizes.context * sizes.context_heads)),
      query_target(maker.make(file, "query_target", sizes.mention, sizes.context * sizes.context_heads)),
      key(maker.make(file, "key", sizes.hidden, sizes.context * sizes.context_heads)),
      value(maker.make(file, "value", sizes.hidden, sizes.context * sizes.context_heads)),
      source(maker.make(file, "source", sizes.mention, sizes.pair)),
      target(maker.make(file, "target", sizes.mention, sizes.pair)),
      both(maker.make(file, "both", sizes.mention, sizes.pair)),
      source_entity(maker.make(file, "source_entity", sizes.mention, sizes.pair)),
      target_entity(maker.make(file, "target_entity", sizes.mention, sizes.pair)),
      context(maker.make(file, "context", sizes.context * sizes.context_heads, sizes.pair)),
      inner(maker.make(file, "inner", sizes.pair, sizes.pair)),
      relation(maker.make(file, "relation", sizes.pair, relations.size())),
      status(maker.make(file, "status", sizes.pair, k_statuses)),
      sentence(file.floats("sentences", sizes.sentences * sizes.hidden).data()),
      coref_match(file.floats("coref_match", k_match_rows * sizes.coref).data()),
      coref_distance(file.floats("coref_distance", k_coref_distances * sizes.coref).data()),
      coref_out(file.floats("coref_out.weight", sizes.coref).data()),
      coref_bias(file.floats("coref_out.bias", 1).data()),
      region(file.floats("region", k_regions * sizes.context_heads).data()),
      source_type(file.floats("source_type", k_entity_types * sizes.pair).data()),
      target_type(file.floats("target_type", k_entity_types * sizes.pair).data()),
      pair_distance(file.floats("pair_distance", 2 * k_pair_distances * sizes.pair).data()) {}

const ReaderModel& reader_model() {
  const auto path = [] {
    const char* named = std::getenv("RELGRAPH_RELATIONS");
    return named != nullptr && *named != '\0' ? std::string(named) : model_path("relgraph-de-en.relations");
  };
  const network::Network& engine = language_model();
  static const ReaderModel model(path(), {engine.checksum(), engine.shape().layers, engine.shape().hidden});
  return model;
}

}  // namespace relgraph
