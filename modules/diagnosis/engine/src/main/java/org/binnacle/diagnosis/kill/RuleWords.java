package org.binnacle.diagnosis.kill;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.binnacle.kernel.Fault;

/// The words of a written rule with their values, for a form: cut apart and put together again.
public final class RuleWords {
  private static final Pattern PART =
      Pattern.compile("\\G\\s*([A-Za-z-]+)(?:\\s*=\\s*(\"[^\"]*\"|'[^']*'|\\S+))?");

  private RuleWords() {}

  /// By word, in small letters; a word without a value has an empty one. What the words mean is not
  /// looked at.
  ///
  /// @throws Fault with {@link KillFaults#RULE} where the text can't be cut
  public static Map<String, String> cut(String text) {
    Map<String, String> words = new LinkedHashMap<>();
    Matcher part = PART.matcher(text);
    int end = 0;
    while (end < text.length() && part.find(end)) {
      end = part.end();
      String value = part.group(2);
      words.put(part.group(1).toLowerCase(Locale.ROOT), value == null ? "" : bare(value));
      if (text.substring(end).isBlank()) {
        end = text.length();
      }
    }
    if (end < text.length()) {
      throw new Fault(KillFaults.RULE, "not understood: " + text.substring(end).strip());
    }
    return words;
  }

  private static String bare(String value) {
    boolean quoted = value.length() >= 2 && (value.charAt(0) == '"' || value.charAt(0) == '\'');
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  /// One line; words in the order of the map.
  ///
  /// @throws Fault with {@link KillFaults#RULE} where a value holds both kinds of quotes
  public static String join(Map<String, String> words) {
    var text = new StringBuilder();
    words.forEach(
        (word, value) -> {
          text.append(text.isEmpty() ? "" : " ").append(word);
          if (!value.isEmpty()) {
            text.append('=').append(quoted(word, value));
          }
        });
    return text.toString();
  }

  private static String quoted(String word, String value) {
    boolean plain =
        value.chars().noneMatch(Character::isWhitespace)
            && value.charAt(0) != '"'
            && value.charAt(0) != '\'';
    if (plain) {
      return value;
    }
    if (value.indexOf('"') < 0) {
      return '"' + value + '"';
    }
    if (value.indexOf('\'') < 0) {
      return '\'' + value + '\'';
    }
    throw new Fault(KillFaults.RULE, word + " can't hold both kinds of quotes");
  }
}
