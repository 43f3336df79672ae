package org.binnacle.review.set;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.rule.Nearest;
import org.binnacle.sql.Kind;
import org.binnacle.sql.ddl.AlterAction;
import org.jspecify.annotations.Nullable;

/// A rule that a rule set declares: conditions of which all must hold. It tells where the first
/// holds.
final class CustomRule implements Rule {
  private static final Set<String> CONDITIONS =
      Set.of(
          "function",
          "statement",
          "table",
          "regex",
          "action",
          "column",
          "type",
          "reads",
          "writes",
          "without",
          "joins");
  private static final Set<String> CLAUSES = Set.of("where", "limit", "order-by", "columns");

  private final RuleInfo info;
  private final String message;
  private final List<String> kinds;
  private final List<Condition> conditions;
  private final String definition;

  private CustomRule(
      RuleInfo info,
      String message,
      List<String> kinds,
      List<Condition> conditions,
      String definition) {
    this.info = info;
    this.message = message;
    this.kinds = List.copyOf(kinds);
    this.conditions = List.copyOf(conditions);
    this.definition = definition;
  }

  static Rule read(Where where, Map<String, Object> map) {
    var keys = new java.util.HashSet<>(CONDITIONS);
    keys.addAll(Set.of("id", "level", "message", "kinds"));
    RuleSets.known(where, "custom", map.keySet(), keys);
    String id = text(map, "id").orElse("");
    if (!id.matches("x\\.[a-z0-9-]+")) {
      throw RuleSets.bad(
          where.at("custom", id), "custom: the id must look like x.no-sleep, not " + id, null);
    }
    String message =
        text(map, "message")
            .orElseThrow(() -> RuleSets.bad(where.at(id), id + " wants a message", null));
    Level level =
        Level.named(text(map, "level").orElse("warning"))
            .orElseThrow(() -> RuleSets.bad(where.at(id), id + ": no level", null));
    RuleInfo info =
        RuleInfo.of(id, level)
            .says(message)
            .because("The rule set " + where.name() + " asks for it.")
            .build();
    return new CustomRule(
        info, message, kinds(map), conditions(where, id, map), new TreeMap<>(map).toString());
  }

  private static List<String> kinds(Map<String, Object> map) {
    return map.get("kinds") instanceof List<?> list
        ? list.stream().map(k -> String.valueOf(k).toLowerCase(Locale.ROOT)).toList()
        : List.of();
  }

  private static List<Condition> conditions(Where where, String id, Map<String, Object> map) {
    var all = new ArrayList<Condition>();
    text(map, "function").ifPresent(name -> all.add(Condition.function(name)));
    text(map, "statement").ifPresent(words -> all.add(Condition.statement(words)));
    text(map, "action").ifPresent(kind -> all.add(Condition.action(action(where, id, kind))));
    pattern(where, id, map, "table").ifPresent(p -> all.add(Condition.table(p)));
    pattern(where, id, map, "column")
        .ifPresent(p -> all.add(Condition.column(c -> p.matcher(c.column().name()).find())));
    pattern(where, id, map, "type")
        .ifPresent(p -> all.add(Condition.column(c -> p.matcher(c.column().type().name()).find())));
    pattern(where, id, map, "reads").ifPresent(p -> all.add(Condition.uses(p, false)));
    pattern(where, id, map, "writes").ifPresent(p -> all.add(Condition.uses(p, true)));
    text(map, "without").ifPresent(c -> all.add(Condition.without(one(where, id, c, CLAUSES))));
    text(map, "joins").ifPresent(n -> all.add(Condition.joins(number(where, id, n))));
    pattern(where, id, map, "regex").ifPresent(p -> all.add(Condition.regex(p)));
    if (all.isEmpty()) {
      throw RuleSets.bad(
          where.at(id),
          id + " wants a condition: " + String.join(", ", new java.util.TreeSet<>(CONDITIONS)),
          null);
    }
    return all;
  }

  private static String action(Where where, String id, String kind) {
    return one(
        where,
        id,
        kind,
        Stream.of(AlterAction.class.getPermittedSubclasses())
            .map(c -> c.getSimpleName().replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT))
            .collect(java.util.stream.Collectors.toSet()));
  }

  private static String one(Where where, String id, String word, Set<String> words) {
    if (!words.contains(word)) {
      throw RuleSets.bad(
          where.at(id, word), id + ": unknown " + word, Nearest.of(word, words).orElse(null));
    }
    return word;
  }

  private static int number(Where where, String id, String text) {
    if (!text.matches("[1-9][0-9]{0,3}")) {
      throw RuleSets.bad(where.at(id), id + ": joins wants a number, not " + text, null);
    }
    return Integer.parseInt(text);
  }

  private static Optional<Pattern> pattern(
      Where where, String id, Map<String, Object> map, String key) {
    return text(map, key)
        .map(
            text -> {
              try {
                return Pattern.compile(text);
              } catch (PatternSyntaxException e) {
                throw RuleSets.bad(
                    where.at(id), id + ": " + e.getDescription() + " in " + text, null);
              }
            });
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
    Kind kind = s.statement().kind();
    if (!kinds.isEmpty()
        && !kinds.contains(kind.name().toLowerCase(Locale.ROOT))
        && !kinds.contains(firstWord(s))) {
      return;
    }
    Condition.@Nullable Hit first = null;
    for (Condition condition : conditions) {
      Optional<Condition.Hit> hit = condition.in(s);
      if (hit.isEmpty()) {
        return;
      }
      first = first == null ? hit.get() : first;
    }
    if (first != null) {
      out.at(first.span(), first.object(), message);
    }
  }

  private static String firstWord(Subject s) {
    return s.tokens().isEmpty() ? "" : s.tokens().getFirst().in(s.text()).toLowerCase(Locale.ROOT);
  }

  /// All that it was declared with.
  @Override
  public String toString() {
    return definition;
  }
}
