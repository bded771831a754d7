// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstring>
#include <random>
#include <span>
#include <vector>

#include "language/network/kernels.hpp"

using namespace relgraph::network;

namespace {

constexpr std::size_t k_width = 96;

std::vector<float> numbers(std::size_t count, unsigned seed) {
  std::mt19937 random(seed);
  std::normal_distribution<float> normal(0, 3);
  std::vector<float> out(count);
  for (float& x : out) x = normal(random);
  return out;
}

std::vector<std::int32_t> sums(std::size_t count) {
  std::mt19937 random(3);
  std::vector<std::int32_t> out(count);
  for (auto& x : out) x = static_cast<std::int32_t>(random() % 2'000'000) - 1'000'000;
  return out;
}

std::vector<const Kernels*> versions() {
  std::size_t count = 0;
  const auto* all = kernel_versions(count);
  return {all, all + count};
}

/// Everything a version computes of the same numbers, one after the other.
std::vector<float> all_results(const Kernels& k) {
  std::vector<float> out;
  const auto add = [&](const std::vector<float>& more) { out.insert(out.end(), more.begin(), more.end()); };
  const auto x = numbers(k_width, 1), scale = numbers(k_width, 2), bias = numbers(k_width, 4);
  const auto offset = sums(k_width), values = sums(2 * k_width);
  const Affine affine{offset.data(), scale.data(), bias.data()},
      no_bias{offset.data(), scale.data(), nullptr};
  const Norm norm{scale.data(), bias.data(), 1e-12F};
  std::vector<float> y(k_width), copy = x;
  std::vector<std::uint8_t> q(k_width);
  out.push_back(k.quantise(x.data(), k_width, q.data()));
  add({q.begin(), q.end()});
  k.affine(values.data(), k_width - 5, 1e-6F, affine, y.data());
  add(y);
  k.affine_gelu(values.data(), k_width - 3, 1e-6F, no_bias, y.data());
  add(y);
  k.affine_add_norm(values.data(), k_width, 1e-6F, affine, norm, copy.data());
  add(copy);
  k.norm(norm, k_width, copy.data());
  add(copy);
  const auto a = numbers(11 * 13, 5), b = numbers(13 * 56, 6);
  std::vector<float> c(11 * 56);
  k.product(a.data(), 13, 11, 13, b.data(), 56, 56, c.data(), 56);
  add(c);
  k.softmax(copy.data(), 37, 0.5F);
  add(copy);
  out.push_back(k.dot(x.data(), scale.data(), k_width));
  return out;
}

}  // namespace

TEST_CASE("all instruction sets give the same bits", "[network]") {
  const auto all = versions();
  const auto expected = all_results(*all.back());
  for (const Kernels* version : all) {
    CAPTURE(version->name);
    const auto found = all_results(*version);
    REQUIRE(found.size() == expected.size());
    CHECK(std::memcmp(found.data(), expected.data(), found.size() * sizeof(float)) == 0);
  }
}

TEST_CASE("kernels compute what they say", "[network]") {
  const Kernels& k = kernels();
  const auto x = numbers(k_width, 1);

  SECTION("rounding to 8 bits") {
    std::vector<std::uint8_t> q(k_width);
    const float scale = k.quantise(x.data(), k_width, q.data());
    for (std::size_t i = 0; i < k_width; ++i) {
      CHECK(static_cast<float>(q[i] - 128) * scale ==
            Approx(x[i]).margin(0.5 * static_cast<double>(scale) * 1.001));
      CHECK(q[i] >= 1);
    }
    const std::vector<float> zeros(k_width, 0.0F);
    CHECK(k.quantise(zeros.data(), k_width, q.data()) == 1.0F);
    CHECK(std::ranges::all_of(q, [](std::uint8_t v) { return v == 128; }));
  }
  SECTION("gelu") {
    const std::vector<std::int32_t> values{-900, -300, -100, -10, 0, 1, 10, 100, 300, 900}, offset(10, 0);
    const std::vector<float> scale(10, 1.0F);
    std::vector<float> y(10);
    k.affine_gelu(values.data(), 10, 0.01F, {offset.data(), scale.data(), nullptr}, y.data());
    for (std::size_t i = 0; i < y.size(); ++i) {
      const double a = values[i] * 0.01;
      CHECK(static_cast<double>(y[i]) == Approx(a / 2 * (1 + std::erf(a / std::sqrt(2.0)))).margin(6e-5));
    }
  }
  SECTION("softmax") {
    std::vector<float> y(x.begin(), x.begin() + 32);
    k.softmax(y.data(), 21, 2.0F);
    double whole = 0;
    for (std::size_t i = 0; i < 21; ++i) whole += std::exp(2.0 * static_cast<double>(x[i]));
    for (std::size_t i = 0; i < 21; ++i)
      CHECK(static_cast<double>(y[i]) ==
            Approx(std::exp(2.0 * static_cast<double>(x[i])) / whole).epsilon(1e-5));
  }
  SECTION("norm") {
    std::vector<float> y = x;
    const std::vector<float> ones(k_width, 1.0F), zeros(k_width, 0.0F);
    k.norm({ones.data(), zeros.data(), 1e-12F}, k_width, y.data());
    double mean = 0, square = 0;
    for (const float v : y) {
      mean += static_cast<double>(v);
      square += static_cast<double>(v) * static_cast<double>(v);
    }
    CHECK(mean == Approx(0).margin(1e-4));
    CHECK(square / k_width == Approx(1));
  }
  SECTION("product") {
    const std::size_t rows = 7, depth = 5, columns = GENERATE(1, 8, 16, 35, 64);
    const auto a = numbers(rows * depth, 8), b = numbers(depth * columns, 9);
    std::vector<float> c(rows * columns);
    k.product(a.data(), depth, rows, depth, b.data(), columns, columns, c.data(), columns);
    for (std::size_t r = 0; r < rows; ++r) {
      for (std::size_t j = 0; j < columns; ++j) {
        double sum = 0;
        for (std::size_t d = 0; d < depth; ++d)
          sum += static_cast<double>(a[r * depth + d]) * static_cast<double>(b[d * columns + j]);
        CHECK(static_cast<double>(c[r * columns + j]) == Approx(sum).margin(1e-4));
      }
    }
  }
}
