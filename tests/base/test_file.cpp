// SPDX-License-Identifier: Apache-2.0
#include "base/file.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <string>

#include "relgraph/error.hpp"

using namespace relgraph;
using Catch::Matchers::Contains;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t k_enough = 1 << 20;

/// A folder that is gone when the test is.
class Folder {
 public:
  Folder() {
    std::string path = (fs::temp_directory_path() / "relgraph-test-XXXXXX").string();
    REQUIRE(::mkdtemp(path.data()) != nullptr);
    m_path = path;
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(m_path, ignored);
  }
  [[nodiscard]] std::string operator/(const std::string& name) const { return m_path + "/" + name; }
  [[nodiscard]] std::size_t entries() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(m_path), {}));
  }

 private:
  std::string m_path;
};

template <class Call>
std::string failure(ErrorCode code, Call call) {
  try {
    call();
  } catch (const Error& error) {
    CHECK(error.code() == code);
    return error.what();
  }
  return {};
}

}  // namespace

TEST_CASE("file: written and read again") {
  const Folder folder;
  const std::string path = folder / "a";
  for (const std::string& bytes : {std::string(), std::string("\0\xff\n", 3), std::string(300000, 'x')}) {
    write_file(path, bytes);
    CHECK(read_file(path, k_enough) == bytes);
  }
  CHECK(folder.entries() == 1);
}

TEST_CASE("file: what cannot be read") {
  const Folder folder;
  const auto read = [&](const std::string& name, std::size_t limit) {
    return failure(ErrorCode::input, [&] { static_cast<void>(read_file(folder / name, limit)); });
  };
  CHECK_THAT(read("none", 9), Contains("none: cannot read: No such file"));
  CHECK_THAT(read("", 9), Contains("is a folder"));
  write_file(folder / "ten", "0123456789");
  CHECK_THAT(read("ten", 9), Contains("larger than the limit of 9 bytes"));
  CHECK(read_file(folder / "ten", 10) == "0123456789");
}

TEST_CASE("file: what cannot be written leaves nothing behind") {
  const Folder folder;
  const auto write = [&](const std::string& path) {
    return failure(ErrorCode::output, [&] { write_file(path, "x"); });
  };
  CHECK_THAT(write(folder / "none/file"), Contains("No such file"));
  fs::create_directory(folder / "sub");
  CHECK_THAT(write(folder / "sub"), Contains("Is a directory"));
  CHECK(folder.entries() == 1);
  CHECK_THAT(write("/dev/full"), Contains("No space left"));
}

TEST_CASE("file: a replaced file keeps its permissions, a link its target") {
  const Folder folder;
  write_file(folder / "real", "old");
  fs::permissions(folder / "real", fs::perms::owner_read | fs::perms::owner_write);
  fs::create_symlink(folder / "real", folder / "link");
  write_file(folder / "link", "new");
  CHECK(fs::is_symlink(folder / "link"));
  CHECK(read_file(folder / "real", k_enough) == "new");
  CHECK(fs::status(folder / "real").permissions() == (fs::perms::owner_read | fs::perms::owner_write));
}

TEST_CASE("file: a new file may be read by whom the mask allows") {
  const Folder folder;
  const mode_t before = ::umask(027);
  write_file(folder / "a", "");
  ::umask(before);
  CHECK(static_cast<unsigned>(fs::status(folder / "a").permissions()) == 0640U);
}
