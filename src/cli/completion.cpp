// SPDX-License-Identifier: Apache-2.0
#include "cli/completion.hpp"

#include <algorithm>
#include <vector>

#include "base/joined.hpp"
#include "relgraph/corrections.hpp"

namespace relgraph::cli {

namespace {

struct OptionEntry {
  std::vector<std::string> names;  ///< "-o", "--output"
  std::string help;                ///< first line
  std::vector<std::string> words;  ///< what may follow, if that is a closed list
  bool takes_value = false;
};

struct CommandEntry {
  std::string name;
  std::string help;
  std::vector<OptionEntry> options;
  std::vector<std::string> words;  ///< what may stand as argument, if that is a closed list
};

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

/// "table|json|csv" is a closed list, "FILE" or "0..1" is not; "print|dark|FILE" lists two words.
std::vector<std::string> listed_words(const std::string& type) {
  std::vector<std::string> words;
  if (type.find('|') == std::string::npos) return words;
  for (std::size_t begin = 0; begin <= type.size();) {
    const std::size_t end = std::min(type.find('|', begin), type.size());
    if (const std::string word = type.substr(begin, end - begin); word != "FILE") words.push_back(word);
    begin = end + 1;
  }
  return words;
}

OptionEntry describe(const CLI::Option& option) {
  OptionEntry entry;
  for (const std::string& name : option.get_snames()) entry.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) entry.names.push_back("--" + name);
  entry.help = first_line(option.get_description());
  entry.takes_value = option.get_type_size_max() > 0;
  if (entry.takes_value) entry.words = listed_words(option.get_type_name());
  return entry;
}

std::vector<OptionEntry> options_of(const CLI::App& app) {
  std::vector<OptionEntry> entries;
  for (const CLI::Option* option : app.get_options([](const CLI::Option* o) { return o->nonpositional(); })) {
    entries.push_back(describe(*option));
  }
  return entries;
}

std::vector<CommandEntry> commands_of(const CLI::App& app) {
  std::vector<CommandEntry> entries;
  const std::vector<OptionEntry> global = options_of(app);
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    CommandEntry entry{command->get_name(), command->get_description(), options_of(*command), {}};
    for (const OptionEntry& option : global) {
      const bool known =
          std::ranges::any_of(entry.options, [&](const OptionEntry& o) { return o.names == option.names; });
      if (!known && option.names.back() != "--version") entry.options.push_back(option);
    }
    if (entry.name == "completion") entry.words = {"bash", "zsh", "fish"};
    if (entry.name == "correct") entry.words = correction_kinds();
    entries.push_back(std::move(entry));
  }
  return entries;
}

std::string bash_script(const std::vector<CommandEntry>& commands) {
  std::vector<std::string> names;
  std::string cases;
  std::string values;
  for (const CommandEntry& command : commands) {
    names.push_back(command.name);
    std::vector<std::string> flags = command.words;
    for (const OptionEntry& option : command.options) {
      flags.insert(flags.end(), option.names.begin(), option.names.end());
      if (option.words.empty()) continue;
      for (const std::string& name : option.names) {
        values += "    " + command.name + ":" + name + ") COMPREPLY=($(compgen -W '" +
                  joined(option.words, " ") + "' -- \"$current\")); return ;;\n";
      }
    }
    cases += "    " + command.name + ") words='" + joined(flags, " ") + "' ;;\n";
  }
  return "# bash completion for relgraph, made by 'relgraph completion bash'\n"
         "_relgraph() {\n"
         "  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command= word "
         "words=\n"
         "  for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
         "    case $word in " +
         joined(names, "|") +
         ") command=$word; break ;; esac\n"
         "  done\n"
         "  case $command:$previous in\n" +
         values +
         "  esac\n"
         "  case $command in\n"
         "    '') words='" +
         joined(names, " ") + " --help --version --quiet --verbose --no-color --threads --ontology' ;;\n" +
         cases +
         "  esac\n"
         "  COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n"
         "  [[ -n $command && $current != -* ]] && COMPREPLY+=($(compgen -f -- \"$current\"))\n"
         "}\n"
         "complete -o filenames -F _relgraph relgraph\n";
}

/// Text within single quotes of a shell.
std::string shell_quoted(const std::string& text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

/// Text within an option specification of zsh's `_arguments`.
std::string zsh_text(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string zsh_script(const std::vector<CommandEntry>& commands) {
  std::string list;
  std::string cases;
  for (const CommandEntry& command : commands) {
    list += "    " + shell_quoted(zsh_text(command.name) + ":" + command.help) + "\n";
    cases += "    " + command.name + ")\n      _arguments -s";
    for (const OptionEntry& option : command.options) {
      const std::string group = option.names.size() > 1 ? "(" + joined(option.names, " ") + ")" : "";
      for (const std::string& name : option.names) {
        std::string spec = group + name + "[" + zsh_text(option.help) + "]";
        if (option.takes_value)
          spec += option.words.empty() ? ":value:_files" : ":value:(" + joined(option.words, " ") + ")";
        cases += " \\\n        " + shell_quoted(spec);
      }
    }
    cases += " \\\n        " +
             shell_quoted(command.words.empty() ? "*:file:_files"
                                                : "1:word:(" + joined(command.words, " ") + ")") +
             "\n      ;;\n";
  }
  return "#compdef relgraph\n# zsh completion for relgraph, made by 'relgraph completion zsh'\n"
         "local -a commands\ncommands=(\n" +
         list +
         ")\n"
         "if (( CURRENT == 2 )); then\n  _describe command commands\n  return\nfi\n"
         "local command=$words[2]\nshift words\n(( CURRENT-- ))\ncase $command in\n" +
         cases + "esac\n";
}

std::string fish_script(const std::vector<CommandEntry>& commands) {
  std::string out = "# fish completion for relgraph, made by 'relgraph completion fish'\n";
  for (const CommandEntry& command : commands) {
    out += "complete -c relgraph -n __fish_use_subcommand -f -a " + command.name + " -d " +
           shell_quoted(command.help) + "\n";
  }
  for (const CommandEntry& command : commands) {
    const std::string start =
        "complete -c relgraph -n " + shell_quoted("__fish_seen_subcommand_from " + command.name);
    if (!command.words.empty()) out += start + " -f -a " + shell_quoted(joined(command.words, " ")) + "\n";
    for (const OptionEntry& option : command.options) {
      out += start;
      for (const std::string& name : option.names) {
        out += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
      }
      if (!option.words.empty()) {
        out += " -x -a " + shell_quoted(joined(option.words, " "));
      } else if (option.takes_value) {
        out += " -r";
      }
      out += " -d " + shell_quoted(option.help) + "\n";
    }
  }
  return out;
}

}  // namespace

std::string completion_script(const CLI::App& app, const std::string& shell) {
  const std::vector<CommandEntry> commands = commands_of(app);
  if (shell == "bash") return bash_script(commands);
  return shell == "zsh" ? zsh_script(commands) : fish_script(commands);
}

}  // namespace relgraph::cli
