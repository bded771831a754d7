// SPDX-License-Identifier: Apache-2.0
#include "extraction/grammar/pattern_file.hpp"

#include <algorithm>
#include <charconv>

#include "base/joined.hpp"
#include "base/tsv.hpp"
#include "base/utf8.hpp"
#include "extraction/reader_sizes.hpp"
#include "relgraph/error.hpp"

namespace relgraph {

namespace {

constexpr std::size_t k_most_words = 6, k_longest_field = 1000;

enum Column : std::size_t {
  c_type,
  c_trigger,
  c_kind,
  c_source,
  c_target,
  c_confidence,
  c_example,
  c_near_miss
};
constexpr std::size_t k_least_columns = c_target + 1, k_columns = c_near_miss + 1;

std::vector<std::string> split(std::string_view text, char mark) {
  std::vector<std::string> out;
  for (;;) {
    const std::size_t at = text.find(mark);
    out.emplace_back(text.substr(0, at));
    if (at == std::string_view::npos) return out;
    text.remove_prefix(at + 1);
  }
}

std::string similar_type(std::string_view id) {
  constexpr std::size_t k_far = 40;
  const RelationType* best = &relation_types().front();
  for (const RelationType& type : relation_types())
    if (edit_distance(id, type.id, k_far) < edit_distance(id, best->id, k_far)) best = &type;
  return best->id;
}

class Reader {
 public:
  Reader(const std::string& file, std::string_view language) : m_file(file), m_language(language) {}

  ParsedPattern read(const TsvRow& row) {
    m_line = row.line;
    const auto& fields = row.fields;
    if (fields.size() < k_least_columns || fields.size() > k_columns)
      fail("an entry has 5 to 8 columns parted by tabs, this one has " + std::to_string(fields.size()),
           "type, trigger, kind, source, target, confidence, example, near miss");
    for (const std::string_view field : fields)
      if (field.size() > k_longest_field || !is_valid(field))
        fail("a column is longer than 1000 bytes or not UTF-8",
             "shorten the sentence, save the file as UTF-8");
    const auto field = [&](std::size_t column) {
      return column < fields.size() ? fields[column] : std::string_view();
    };
    ParsedPattern out;
    Pattern& pattern = out.pattern;
    pattern.line = row.line;
    read_type(field(c_type), pattern);
    read_kind(field(c_kind), pattern);
    read_trigger(field(c_trigger), out);
    pattern.source = read_end(field(c_source), pattern.kind);
    pattern.target = read_end(field(c_target), pattern.kind);
    pattern.confidence = read_confidence(field(c_confidence));
    read_examples(field(c_example), field(c_near_miss), pattern);
    pattern.id = std::string(m_language) + ":" + std::string(field(c_trigger)) + ":" +
                 std::string(field(c_type)) + ":" + std::string(field(c_kind)) + ":" +
                 std::string(field(c_source)) + ">" + std::string(field(c_target));
    return out;
  }

 private:
  [[noreturn]] void fail(const std::string& message, const std::string& hint) const {
    throw Error(ErrorCode::input, message, {.file = m_file, .line = m_line}, hint);
  }

  static bool is_valid(std::string_view text) {
    return std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20; }) &&
           is_valid_utf8(text);
  }

  void read_type(std::string_view text, Pattern& pattern) const {
    if (text == "-") return;
    pattern.type = find_relation_type(text);
    if (pattern.type == nullptr)
      fail("unknown relation type '" + std::string(text) + "'",
           "did you mean '" + similar_type(text.substr(0, 40)) +
               "'? 'relgraph types' lists all; '-' is an idiom");
  }

  void read_kind(std::string_view text, Pattern& pattern) const {
    const auto kind = std::ranges::find(k_pattern_kinds, text);
    if (kind == k_pattern_kinds.end())
      fail("unknown kind of trigger '" + std::string(text) + "'", "write one of " + joined(k_pattern_kinds));
    pattern.kind = static_cast<PatternKind>(kind - k_pattern_kinds.begin());
  }

  void read_trigger(std::string_view text, ParsedPattern& out) const {
    std::vector<std::string> words = split_words(text);
    if (words.empty())
      fail("the trigger is empty", "write the word in its basic form: 'kritisieren', 'take over'");
    if (words.size() > k_most_words) fail("a trigger has at most 6 words", "leave out what may be missing");
    // The word that everything hangs on: the verb stands last in German, first in English.
    const bool first = m_language == "en" && out.pattern.kind == PatternKind::verb;
    const std::size_t anchor = first ? 0 : words.size() - 1;
    out.anchors = split(words[anchor], '/');
    words.erase(words.begin() + static_cast<std::ptrdiff_t>(anchor));
    out.pattern.words = std::move(words);
    for (const std::string& word : out.anchors)
      if (word.empty() || (word.starts_with('*') && word.size() < 4))
        fail("a variant of the trigger is empty or too short",
             "write 'Chef/Chefin', or '*chef' with three letters");
  }

  PatternEnd read_end(std::string_view text, PatternKind kind) const {
    PatternEnd end;
    if (const std::size_t at = text.find(':'); at != std::string_view::npos) {
      const auto type = std::ranges::find(k_type_names, text.substr(at + 1));
      if (type == k_type_names.end())
        fail("unknown node type '" + std::string(text.substr(at + 1)) + "'",
             "write one of " + joined(k_type_names));
      end.type = static_cast<std::size_t>(type - k_type_names.begin());
      text = text.substr(0, at);
    }
    end.roles = split(text, '|');
    for (const std::string& role : end.roles) {
      if (role.empty())
        fail("a role of the frame is empty", "write a role or a preposition: 'subj', 'obj', 'an|gegen'");
      check_role(role, kind);
    }
    return end;
  }

  void check_role(const std::string& role, PatternKind kind) const {
    struct Roles {
      std::string_view role;
      std::array<bool, 6> kinds;  // verb, noun, role, adj, link, bracket
    };
    constexpr std::array<Roles, 7> k_roles = {{{"subj", {true, false, false, true, false, false}},
                                               {"obj", {true, true, false, false, false, false}},
                                               {"agent", {false, true, false, false, false, false}},
                                               {"of", {true, true, true, true, false, false}},
                                               {"holder", {false, false, true, false, false, false}},
                                               {"head", {false, false, false, false, true, true}},
                                               {"inside", {false, false, false, false, true, true}}}};
    const auto known = std::ranges::find(k_roles, role, &Roles::role);
    if (known != k_roles.end() && !known->kinds.at(static_cast<std::size_t>(kind)))
      fail("the role '" + role + "' does not go with a trigger of this kind",
           "verb: subj, obj; noun: agent, of, obj; role: holder, of; adj: subj; link and bracket: head, "
           "inside; "
           "or prepositions");
    if (known == k_roles.end() && (kind == PatternKind::link || kind == PatternKind::bracket))
      fail("a link or bracket joins 'head' and 'inside', not '" + role + "'", "write head and inside");
  }

  double read_confidence(std::string_view text) const {
    constexpr double k_default = 0.7;
    if (text.empty()) return k_default;
    double value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failed != std::errc() || end != text.data() + text.size() || !(value > 0 && value <= 1))
      fail("the confidence is no number from 0 to 1", "write 0.8, or nothing");
    return value;
  }

  void read_examples(std::string_view example, std::string_view near_miss, Pattern& pattern) const {
    pattern.example = example;
    pattern.near_miss = near_miss;
    if (example.empty()) return;
    try {
      const MarkedSentence marked = parse_marked(example);
      const auto has = [&](int end) {
        return std::ranges::find(marked.marks, end, &MarkedSentence::Mark::end_of_frame) !=
               marked.marks.end();
      };
      if (pattern.type != nullptr && !(has(1) && has(2)))
        fail("the example marks no source or no target", k_mark_hint);
      if (!near_miss.empty()) static_cast<void>(parse_marked(near_miss));
    } catch (const Error& error) {
      if (error.where().line) throw;
      fail(error.message(), error.hint());
    }
  }

  static constexpr const char* k_mark_hint =
      "write '[Siemens]1 sues [Bosch]2.': 1 is the source, 2 the target";

  const std::string& m_file;
  std::string_view m_language;
  std::size_t m_line = 0;
};

}  // namespace

std::vector<std::string> split_words(std::string_view text) {
  std::vector<std::string> out;
  for (const std::string& word : split(text, ' '))
    if (!word.empty()) out.push_back(to_lower(word));
  return out;
}

std::vector<ParsedPattern> parse_patterns(std::string_view text, const std::string& file,
                                          std::string_view language) {
  Reader reader(file, language);
  std::vector<ParsedPattern> out;
  for (const TsvRow& row : parse_tsv(text)) out.push_back(reader.read(row));
  return out;
}

MarkedSentence parse_marked(std::string_view sentence) {
  MarkedSentence out;
  if (sentence.ends_with(')')) {
    for (const Status status : {Status::reported, Status::planned, Status::former, Status::negated}) {
      const std::string tail = " (" + std::string(to_string(status)) + ")";
      if (!sentence.ends_with(tail)) continue;
      sentence.remove_suffix(tail.size());
      out.status = status;
      break;
    }
  }
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    if (sentence[i] == '[') {
      open.push_back(out.text.size());
    } else if (sentence[i] == ']') {
      const char number = i + 1 < sentence.size() ? sentence[i + 1] : ' ';
      if (open.empty() || number < '0' || number > '2' || out.text.size() == open.back())
        throw Error(ErrorCode::input, "a mark of an actor is not well formed", {},
                    "write '[Siemens]1', '[Bosch]2', or '[VW]0' for an actor who plays no part");
      out.marks.push_back({open.back(), out.text.size(), number - '0'});
      open.pop_back();
      ++i;
    } else {
      out.text += sentence[i];
    }
  }
  if (!open.empty())
    throw Error(ErrorCode::input, "a mark of an actor is not closed", {}, "write '[Siemens]1'");
  return out;
}

}  // namespace relgraph
