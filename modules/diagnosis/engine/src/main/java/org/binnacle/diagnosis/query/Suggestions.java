package org.binnacle.diagnosis.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.binnacle.diagnosis.session.Field;

/// What could stand where the caret is; pure and quick enough for every key stroke.
public final class Suggestions {
  private static final int MOST = 20;

  private final Function<String, Collection<String>> values;
  private final Set<String> saved;

  /// @param values the values that rows have now, by field key; unsorted, may be empty
  /// @param saved names of saved filters
  public Suggestions(Function<String, Collection<String>> values, Set<String> saved) {
    this.values = values;
    this.saved = Set.copyOf(saved);
  }

  public List<Suggestion> at(String text, int caret) {
    int to = Math.max(0, Math.min(caret, text.length()));
    int from = wordStart(text, to);
    if (from < to && text.charAt(from) == '-') {
      from++;
    }
    String word = text.substring(from, to);
    if (word.startsWith("@")) {
      return filters(word.substring(1), from, to);
    }
    int operator = operatorIn(word);
    if (operator < 0) {
      return keys(word, from, to);
    }
    int begin = operator + 1;
    if (begin < word.length() && word.charAt(begin) == '=') {
      begin++;
    }
    begin = Math.max(begin, Math.max(word.lastIndexOf('|'), word.lastIndexOf(',')) + 1);
    String key = word.substring(0, operator).toLowerCase(Locale.ROOT);
    return valuesOf(key, word.substring(begin), from + begin, to);
  }

  private static int wordStart(String text, int caret) {
    int start = 0;
    char quote = 0;
    for (int i = 0; i < caret; i++) {
      char character = text.charAt(i);
      if (quote != 0) {
        quote = character == quote ? 0 : quote;
      } else if (character == '"' || character == '\'') {
        quote = character;
      } else if (Character.isWhitespace(character)) {
        start = i + 1;
      }
    }
    return start;
  }

  private static int operatorIn(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (":~<>=".indexOf(word.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  private static List<Suggestion> keys(String typed, int from, int to) {
    String low = typed.toLowerCase(Locale.ROOT);
    var found = new ArrayList<Suggestion>();
    for (String key : Key.words()) {
      if (key.startsWith(low)) {
        String operator = Key.field(key).filter(Suggestions::isNumber).isPresent() ? ">" : ":";
        found.add(new Suggestion(key + operator, from, to, Key.describes(key)));
      }
    }
    return found;
  }

  private static boolean isNumber(Field field) {
    return field.type() != Field.Type.TEXT && field != Field.ID;
  }

  private List<Suggestion> filters(String typed, int from, int to) {
    return saved.stream()
        .filter(name -> name.toLowerCase(Locale.ROOT).startsWith(typed.toLowerCase(Locale.ROOT)))
        .sorted()
        .limit(MOST)
        .map(name -> new Suggestion("@" + name, from, to, "saved filter"))
        .toList();
  }

  private List<Suggestion> valuesOf(String key, String typed, int from, int to) {
    String low = typed.replace("\"", "").toLowerCase(Locale.ROOT);
    if (key.equals(Key.IS)) {
      return List.of(Trait.values()).stream()
          .filter(trait -> trait.word().startsWith(low))
          .map(trait -> new Suggestion(trait.word(), from, to, trait.describes()))
          .toList();
    }
    return Key.field(key)
        .map(
            field ->
                values.apply(field.key()).stream()
                    .filter(value -> !value.isEmpty())
                    .filter(value -> value.toLowerCase(Locale.ROOT).contains(low))
                    .distinct()
                    .sorted()
                    .limit(MOST)
                    .map(value -> new Suggestion(quoted(value), from, to, ""))
                    .toList())
        .orElse(List.of());
  }

  /// A value as it is written behind a colon: in quotes where it needs them.
  public static String quoted(String value) {
    boolean plain =
        value.chars().allMatch(c -> Character.isLetterOrDigit(c) || "._-%@:$".indexOf(c) >= 0);
    return plain ? value : "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
