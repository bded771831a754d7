// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <limits>

#include "metrics/simple.hpp"
#include "relgraph/metrics.hpp"

namespace relgraph {

namespace {

/// Ties between contacts, both directions together (Burt's z_ij + z_ji).
class Ties {
 public:
  explicit Ties(const Projection& shape)
      : m_shape(shape), m_contacts(simple_neighbours(shape)), m_at(shape.vertices, 0) {
    m_between.resize(m_contacts.to.size());
    m_sum.resize(shape.vertices, 0);
    m_most.resize(shape.vertices, 0);
    for (std::uint32_t v = 0; v < shape.vertices; ++v) {
      for (std::uint32_t i = m_contacts.begin[v]; i < m_contacts.begin[v + 1]; ++i) {
        m_between[i] = weight(v, m_contacts.to[i]) + weight(m_contacts.to[i], v);
        m_sum[v] += m_between[i];
        m_most[v] = std::max(m_most[v], m_between[i]);
      }
    }
  }

  [[nodiscard]] const Adjacency& contacts() const { return m_contacts; }
  /// Share of v's ties that the i-th contact in the rows has.
  [[nodiscard]] double share(std::uint32_t v, std::uint32_t i) const { return m_between[i] / m_sum[v]; }
  /// The i-th tie relative to v's strongest.
  [[nodiscard]] double marginal(std::uint32_t v, std::uint32_t i) const { return m_between[i] / m_most[v]; }

  /// For each contact of v, in the order of its row: the sum over v's other contacts q of
  /// share(v, q) times value(q, arc from q to the contact).
  template <class Value>
  std::vector<double> through_others(std::uint32_t v, Value value) {
    const auto row = m_contacts.of(v);
    for (std::size_t k = 0; k < row.size(); ++k) m_at[row[k]] = k + 1;
    std::vector<double> out(row.size(), 0);
    for (std::size_t k = 0; k < row.size(); ++k) {
      const std::uint32_t q = row[k];
      const double part = share(v, m_contacts.begin[v] + static_cast<std::uint32_t>(k));
      for (std::uint32_t i = m_contacts.begin[q]; i < m_contacts.begin[q + 1]; ++i) {
        const std::size_t at = m_at[m_contacts.to[i]];
        if (at > 0) out[at - 1] += part * value(q, i);
      }
    }
    for (const std::uint32_t w : row) m_at[w] = 0;
    return out;
  }

 private:
  [[nodiscard]] double weight(std::uint32_t v, std::uint32_t w) const {
    const auto row = m_shape.out.of(v);
    const auto found = std::ranges::lower_bound(row, w);
    if (found == row.end() || *found != w) return 0;
    return m_shape.out.weight_at(m_shape.out.begin[v] + static_cast<std::size_t>(found - row.begin()));
  }

  const Projection& m_shape;
  Adjacency m_contacts;
  std::vector<double> m_between;  ///< of each arc of the contacts
  std::vector<double> m_sum;
  std::vector<double> m_most;
  std::vector<std::size_t> m_at;  ///< place in the row at hand, from 1; 0: none
};

constexpr double k_none = std::numeric_limits<double>::quiet_NaN();

}  // namespace

std::vector<double> constraint(const Projection& shape) {
  Ties ties(shape);
  std::vector<double> out(shape.vertices, k_none);
  for (std::uint32_t v = 0; v < shape.vertices; ++v) {
    const std::uint32_t begin = ties.contacts().begin[v];
    const auto row = ties.contacts().of(v);
    if (row.empty()) continue;
    const auto indirect =
        ties.through_others(v, [&](std::uint32_t q, std::uint32_t i) { return ties.share(q, i); });
    double sum = 0;
    for (std::uint32_t k = 0; k < row.size(); ++k) {
      const double local = ties.share(v, begin + k) + indirect[k];
      sum += local * local;
    }
    out[v] = sum;
  }
  return out;
}

std::vector<double> effective_size(const Projection& shape) {
  Ties ties(shape);
  std::vector<double> out(shape.vertices, k_none);
  for (std::uint32_t v = 0; v < shape.vertices; ++v) {
    const auto row = ties.contacts().of(v);
    if (row.empty()) continue;
    // Redundancy of contact u: how much of v's ties go to others who are tied to u, relative to u's
    // strongest. Ties are the same from both ends, so the arc from q to u is divided by the strongest of u.
    const std::uint32_t begin = ties.contacts().begin[v];
    double redundant = 0;
    for (std::uint32_t k = 0; k < row.size(); ++k) {
      const std::uint32_t u = row[k];
      for (std::uint32_t i = ties.contacts().begin[u]; i < ties.contacts().begin[u + 1]; ++i) {
        const auto at = std::ranges::lower_bound(row, ties.contacts().to[i]);
        if (at == row.end() || *at != ties.contacts().to[i]) continue;
        redundant +=
            ties.share(v, begin + static_cast<std::uint32_t>(at - row.begin())) * ties.marginal(u, i);
      }
    }
    out[v] = static_cast<double>(row.size()) - redundant;
  }
  return out;
}

}  // namespace relgraph
