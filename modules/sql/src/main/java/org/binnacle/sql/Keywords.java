package org.binnacle.sql;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The keywords of a dialect: those of MySQL 8.4 and 9.x (`information_schema.KEYWORDS`), of
/// MariaDB 11.4 (its manual), older ones included.
public final class Keywords {
  public static final Keywords MYSQL =
      new Keywords(
          KeywordLists.words(KeywordLists.RESERVED, KeywordLists.RESERVED_MYSQL),
          KeywordLists.words(KeywordLists.FREE, KeywordLists.FREE_MYSQL));
  public static final Keywords MARIADB =
      new Keywords(
          KeywordLists.words(KeywordLists.RESERVED, KeywordLists.RESERVED_MARIADB),
          KeywordLists.words(KeywordLists.FREE, KeywordLists.FREE_MARIADB));

  private static final Set<String> FUNCTIONS = KeywordLists.words(KeywordLists.FUNCTIONS);

  /// Up to which length a word is looked up; longer ones are names.
  private static final int LONGEST = 40;

  private final Set<String> reserved;
  private final Set<String> free;

  private Keywords(Set<String> reserved, Set<String> free) {
    this.reserved = reserved;
    var rest = new HashSet<>(free);
    rest.removeAll(reserved);
    this.free = Set.copyOf(rest);
  }

  public static Keywords of(Dialect dialect) {
    return switch (dialect) {
      case MYSQL -> MYSQL;
      case MARIADB -> MARIADB;
    };
  }

  /// Whether the word cannot be a bare name.
  public boolean isReserved(String word) {
    return in(reserved, word);
  }

  /// Whether the word means something somewhere, reserved or not.
  public boolean isKeyword(String word) {
    return in(reserved, word) || in(free, word);
  }

  /// Whether the word is a function when a `(` follows at once, and a name else.
  public static boolean isFunction(String word) {
    return in(FUNCTIONS, word);
  }

  /// Reserved words in upper case, for completion.
  public Set<String> reserved() {
    return reserved;
  }

  /// Keywords in upper case that may also be names.
  public Set<String> free() {
    return free;
  }

  private static boolean in(Set<String> words, String word) {
    return word.length() <= LONGEST && words.contains(word.toUpperCase(Locale.ROOT));
  }

  /// The spelling that servers use in digests for words that mean the same.
  static String canonical(String upper) {
    return SYNONYMS.getOrDefault(upper, upper);
  }

  private static final Map<String, String> SYNONYMS = synonyms();

  private static Map<String, String> synonyms() {
    var map = new HashMap<String, String>();
    for (String pair : KeywordLists.SYNONYMS.strip().split("\\s+")) {
      int colon = pair.indexOf(':');
      map.put(pair.substring(0, colon), pair.substring(colon + 1));
    }
    return Map.copyOf(map);
  }
}
