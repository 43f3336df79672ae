package org.binnacle.review.set;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.Fingerprint;
import org.binnacle.sql.Span;
import org.binnacle.sql.Token;
import org.binnacle.sql.TokenType;

/// A rule that a rule set declares: a function that must not be called, first words, a pattern of a
/// table's name, or a regular expression over the normalised text (as DIGEST_TEXT has it).
final class CustomRule implements Rule {
  private static final Set<String> KEYS =
      Set.of("id", "level", "message", "kinds", "function", "statement", "table", "regex", "on");

  private final RuleInfo info;
  private final String message;
  private final List<String> kinds;
  private final Optional<String> function;
  private final Optional<String> statement;
  private final Optional<Pattern> table;
  private final Optional<Pattern> regex;

  private CustomRule(
      RuleInfo info,
      String message,
      List<String> kinds,
      Optional<String> function,
      Optional<String> statement,
      Optional<Pattern> table,
      Optional<Pattern> regex) {
    this.info = info;
    this.message = message;
    this.kinds = List.copyOf(kinds);
    this.function = function;
    this.statement = statement;
    this.table = table;
    this.regex = regex;
  }

  static Rule read(String where, Map<String, Object> map) {
    RuleSets.known(where + ": custom", map.keySet(), KEYS);
    String id = text(map, "id").orElse("");
    if (!id.matches("x\\.[a-z0-9-]+")) {
      throw RuleSets.bad(where, "custom: the id must look like x.no-sleep, not " + id, null);
    }
    if (List.of("function", "statement", "table", "regex").stream().noneMatch(map::containsKey)) {
      throw RuleSets.bad(where, id + " wants function, statement, table or regex", null);
    }
    String message =
        text(map, "message").orElseThrow(() -> RuleSets.bad(where, id + " wants a message", null));
    Level level =
        Level.named(text(map, "level").orElse("warning"))
            .orElseThrow(() -> RuleSets.bad(where, id + ": no level", null));
    RuleInfo info =
        RuleInfo.of(id, level)
            .says(message)
            .because("The rule set " + where + " asks for it.")
            .build();
    List<String> kinds =
        map.get("kinds") instanceof List<?> list
            ? list.stream().map(k -> String.valueOf(k).toLowerCase(Locale.ROOT)).toList()
            : List.of();
    return new CustomRule(
        info,
        message,
        kinds,
        text(map, "function"),
        text(map, "statement").map(s -> s.toUpperCase(Locale.ROOT)),
        text(map, "table").map(p -> pattern(where, id, p)),
        text(map, "regex").map(p -> pattern(where, id, p)));
  }

  private static Pattern pattern(String where, String id, String text) {
    try {
      return Pattern.compile(text);
    } catch (PatternSyntaxException e) {
      throw RuleSets.bad(where, id + ": " + e.getDescription() + " in " + text, null);
    }
  }

  private static Optional<String> text(Map<String, Object> map, String key) {
    return Optional.ofNullable(map.get(key)).map(String::valueOf);
  }

  @Override
  public RuleInfo info() {
    return info;
  }

  @Override
  public boolean onAnything() {
    return true;
  }

  @Override
  public void check(Subject s, Findings out) {
    String kind = s.statement().kind().name().toLowerCase(Locale.ROOT);
    if (!kinds.isEmpty() && !kinds.contains(kind) && !kinds.contains(firstWord(s))) {
      return;
    }
    function.flatMap(name -> call(s, name)).ifPresent(t -> out.at(Span.of(t), "", message));
    if (statement.isPresent() && s.begins(statement.get().split(" "))) {
      out.at(s.head(), "", message);
    }
    if (table.isPresent()) {
      s.tableName()
          .filter(t -> table.get().matcher(t.name()).find())
          .ifPresent(t -> out.at(t.span(), t.name(), message));
    }
    if (regex.isPresent()
        && regex
            .get()
            .matcher(Fingerprint.of(s.text(), s.target().modes(), s.target().dialect()).text())
            .find()) {
      out.at(s.head(), "", message);
    }
  }

  private static String firstWord(Subject s) {
    return s.tokens().isEmpty() ? "" : s.tokens().getFirst().in(s.text()).toLowerCase(Locale.ROOT);
  }

  private static Optional<Token> call(Subject s, String name) {
    List<Token> all = s.tokens();
    for (int i = 0; i + 1 < all.size(); i++) {
      if (all.get(i).isWord(s.text(), name) && all.get(i + 1).type() == TokenType.OPEN) {
        return Optional.of(all.get(i));
      }
    }
    return Optional.empty();
  }
}
