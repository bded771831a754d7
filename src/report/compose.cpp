// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <string>
#include <utility>

#include "base/wording.hpp"
#include "report/blocks.hpp"
#include "report/words.hpp"

namespace relgraph::report {

namespace {

Text text_of(std::string text, Style style = Style::plain) { return {{std::move(text), style}}; }

std::string number(std::size_t value) { return std::to_string(value); }

/// "12,3 %"
std::string percent(double share, const Words& words) {
  return fill_in(words.share_of, {money(std::round(share * 1000) / 10, {}, words.language)});
}

/// Puts the blocks of a report together.
class Composer {
 public:
  explicit Composer(const Report& report) : m_report(report), m_words(words_of(report.language)) {}

  std::vector<Block> compose(bool with_picture) {
    add(Heading{1, m_report.title});
    add(Paragraph{text_of(m_report.subtitle), Tone::lead});
    brief();
    if (with_picture) picture();
    actors();
    relations();
    timeline();
    sums();
    questions();
    sources();
    method();
    return std::move(m_blocks);
  }

 private:
  void add(Block block) { m_blocks.push_back(std::move(block)); }

  void section(std::string_view title, std::string_view text, std::string_view anchor) {
    add(Heading{2, std::string(title), anchor});
    note(std::string(text));
  }

  void note(std::string text) {
    if (!text.empty()) add(Paragraph{text_of(std::move(text), Style::muted), Tone::note});
  }

  void more(std::string_view one, std::string_view many, std::size_t count) {
    if (count > 0) note(counted(one, many, count));
  }

  void list(const std::vector<std::string>& sentences) {
    List list;
    for (const std::string& sentence : sentences) list.entries.push_back(text_of(sentence));
    if (!list.entries.empty()) add(std::move(list));
  }

  void brief() {
    add(Heading{2, std::string(m_words.brief), "brief"});
    list(m_report.brief);
    if (m_report.strongest.empty()) return;
    add(Heading{3, std::string(m_words.brief_strongest)});
    list(m_report.strongest);
  }

  void picture() {
    section(m_words.picture.title, {}, "picture");
    add(PictureBlock{std::string(m_words.picture_alt)});
    note(std::string(m_words.picture.text));
  }

  void actors() {
    if (m_report.actors.shown.empty()) return;
    section(m_words.actors_section.title, m_words.actors_section.text, "actors");
    const auto& titles = m_words.actor_columns;
    Table table{std::string(m_words.actors_section.title), {}, {}};
    constexpr std::array<double, 7> k_widths{1.5, 2.6, 0.7, 0.8, 0.9, 1.1, 1.1};
    for (std::size_t i = 0; i < titles.size(); ++i)
      table.columns.push_back({std::string(titles[i]), i > 1, k_widths[i]});
    for (const Actor& actor : m_report.actors.shown) {
      std::string about = actor.kind;
      for (const std::string& post : actor.posts)
        about += (&post == &actor.posts.front() ? ": " : "; ") + post;
      const auto both = [](std::size_t gives, std::size_t gets) {
        return number(gives) + " / " + number(gets);
      };
      table.rows.push_back({text_of(actor.name, Style::strong), text_of(std::move(about)),
                            text_of(number(actor.out)), text_of(number(actor.in)),
                            text_of(percent(actor.pagerank, m_words)),
                            text_of(both(actor.friendly_out, actor.friendly_in)),
                            text_of(both(actor.hostile_out, actor.hostile_in))});
    }
    add(std::move(table));
    more(m_words.more_rows_one, m_words.more_rows, m_report.actors.more);
  }

  Text pair_line(const Pair& pair) const {
    Text out = text_of(pair.names, Style::strong);
    for (const Item& item : pair.items) {
      out.push_back({&item == &pair.items.front() ? ": " : "; ", Style::plain});
      const Style style = item.polarity == Polarity::positive   ? Style::friendly
                          : item.polarity == Polarity::negative ? Style::hostile
                                                                : Style::plain;
      out.push_back({item.label, style});
      std::vector<std::string> details;
      if (!item.detail.empty()) details.push_back(item.detail);
      const long percent = std::lround(item.confidence * 100);
      if (percent < 100) details.push_back(fill_in(m_words.confidence, {std::to_string(percent)}));
      if (!details.empty()) out.push_back({" (" + joined(details, " · ") + ")", Style::muted});
    }
    return out;
  }

  void passages(const std::vector<Passage>& passages) {
    for (const Passage& passage : passages) add(Quotation{passage.text, passage.origin});
  }

  void relations() {
    if (m_report.families.empty()) return;
    section(m_words.relations_section.title, m_words.relations_section.text, "relations");
    for (const Family& family : m_report.families) {
      add(Heading{3,
                  family.title + " – " + counted(m_words.relation_one, m_words.relations, family.relations)});
      for (const Pair& pair : family.pairs.shown) {
        add(Paragraph{pair_line(pair)});
        passages(pair.passages.shown);
        if (pair.passages.shown.empty()) note(std::string(m_words.no_sentence));
        more(m_words.more_passages_one, m_words.more_passages, pair.passages.more);
      }
      more(m_words.more_pairs_one, m_words.more_pairs, family.pairs.more);
    }
  }

  void timeline() {
    if (m_report.timeline.events.shown.empty()) return;
    section(m_words.timeline.title, m_words.timeline.text, "timeline");
    const auto& titles = m_words.timeline_columns;
    Table table{std::string(m_words.timeline.title),
                {{std::string(titles[0]), false, 1},
                 {std::string(titles[1]), false, 3.4},
                 {std::string(titles[2]), false, 2}},
                {}};
    for (const Event& event : m_report.timeline.events.shown) {
      table.rows.push_back({text_of(event.date), text_of(event.what), text_of(event.source, Style::muted)});
    }
    add(std::move(table));
    more(m_words.more_rows_one, m_words.more_rows, m_report.timeline.events.more);
    if (m_report.timeline.undated > 0) note(fill_in(m_words.undated, {number(m_report.timeline.undated)}));
  }

  void sums() {
    const Money& money = m_report.money;
    if (money.sums.shown.empty() && money.in_stances == 0) return;
    section(m_words.money.title, m_words.money.text, "money");
    const auto& titles = m_words.money_columns;
    Table table{std::string(m_words.money.title),
                {{std::string(titles[0]), false, 0.9},
                 {std::string(titles[1]), false, 1.8},
                 {std::string(titles[2]), false, 2.8},
                 {std::string(titles[3]), false, 1.3}},
                {}};
    for (const Sum& sum : money.sums.shown) {
      table.rows.push_back({text_of(sum.amount, Style::strong), text_of(joined(sum.who, "; ")),
                            sum.passage.text, text_of(sum.passage.origin, Style::muted)});
    }
    if (!table.rows.empty()) add(std::move(table));
    more(m_words.more_rows_one, m_words.more_rows, money.sums.more);
    more(m_words.sums_in_stances_one, m_words.sums_in_stances, money.in_stances);
  }

  void questions() {
    section(m_words.questions.title,
            m_report.questions.empty() ? m_words.no_questions : m_words.questions.text, "questions");
    for (const QuestionKind& kind : m_report.questions) {
      add(Heading{3, kind.title});
      note(kind.text);
      for (const Question& question : kind.questions.shown) {
        add(Paragraph{text_of(question.text, Style::strong)});
        passages(question.passages);
      }
      more(m_words.more_rows_one, m_words.more_rows, kind.questions.more);
    }
  }

  void sources() {
    if (m_report.sources.shown.empty()) return;
    section(m_words.sources.title, m_words.sources.text, "sources");
    constexpr std::array<double, 5> k_widths{3, 1.3, 0.8, 1.6, 1};
    Table table{std::string(m_words.sources.title), {}, {}};
    for (std::size_t i = 0; i < k_widths.size(); ++i)
      table.columns.push_back({std::string(m_words.source_columns[i]), i == 4, k_widths[i]});
    const auto or_unknown = [&](const std::string& text) {
      return text.empty() ? text_of(std::string(m_words.unknown), Style::muted) : text_of(text);
    };
    for (const Source& source : m_report.sources.shown) {
      table.rows.push_back({text_of(source.title), or_unknown(source.date), or_unknown(source.language),
                            or_unknown(source.place), text_of(number(source.relations))});
    }
    add(std::move(table));
    more(m_words.more_rows_one, m_words.more_rows, m_report.sources.more);
  }

  void method() {
    section(m_words.method.title, m_words.method.text, "method");
    list(m_report.method);
  }

  const Report& m_report;
  const Words& m_words;
  std::vector<Block> m_blocks;
};

}  // namespace

std::vector<Block> compose(const Report& report, bool with_picture) {
  return Composer(report).compose(with_picture);
}

}  // namespace relgraph::report
