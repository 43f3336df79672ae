package org.binnacle.diagnosis.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.binnacle.diagnosis.query.QueryLexer.Part;
import org.binnacle.diagnosis.query.QueryLexer.Value;
import org.binnacle.diagnosis.session.Field;
import org.binnacle.kernel.Nearest;

/// Makes conditions of parts; every complaint names its place.
final class QueryParser {
  static final List<String> OPERATORS = List.of(":", "~", ">", ">=", "<", "<=");
  private static final int LONGEST = 4_000;

  private final Map<String, String> saved;
  private final Set<String> within;

  private QueryParser(Map<String, String> saved, Set<String> within) {
    this.saved = saved;
    this.within = within;
  }

  /// Thrown only inside this package.
  static final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient QueryError error;

    Wrong(int from, int to, String message, List<String> expected, Optional<String> nearest) {
      super(message, null, false, false);
      this.error = new QueryError(from, to, message, expected, nearest);
    }

    Wrong(int from, int to, String message) {
      this(from, to, message, List.of(), Optional.empty());
    }

    QueryError error() {
      return error;
    }
  }

  static SessionQuery.Parsed parse(String text, Map<String, String> saved) {
    try {
      return new SessionQuery.Parsed.Good(new QueryParser(saved, new HashSet<>()).query(text));
    } catch (Wrong wrong) {
      return new SessionQuery.Parsed.Bad(wrong.error());
    }
  }

  /// The saved filters that a text names, as ones that every row meets; none where it can't be cut.
  static Map<String, String> anySaved(String text) {
    var named = new HashMap<String, String>();
    try {
      new QueryLexer(text)
          .parts().stream()
              .filter(Part::isSaved)
              .forEach(part -> named.put(part.values().getFirst().text(), ""));
    } catch (Wrong notCut) {
      return Map.of();
    }
    return named;
  }

  private SessionQuery query(String text) {
    if (text.length() > LONGEST) {
      throw new Wrong(LONGEST, text.length(), "longer than " + LONGEST + " characters");
    }
    var conditions = new ArrayList<Condition>();
    for (Part part : new QueryLexer(text).parts()) {
      Condition condition = condition(part);
      conditions.add(part.negated() ? new Condition.Not(condition) : condition);
    }
    return new SessionQuery(text.strip(), conditions);
  }

  private Condition condition(Part part) {
    if (part.isSaved()) {
      return saved(part);
    }
    if (part.key().isEmpty()) {
      return new Condition.Anywhere(matches(part, true));
    }
    String key = part.key().toLowerCase(Locale.ROOT);
    if (key.equals(Key.IS)) {
      return traits(part);
    }
    Field field =
        Key.field(key)
            .orElseThrow(
                () ->
                    new Wrong(
                        part.from(),
                        part.from() + key.length(),
                        "unknown key " + part.key(),
                        Key.words(),
                        Nearest.to(key, Key.allWords())));
    return field.type() == Field.Type.TEXT ? text(field, part) : number(field, part);
  }

  private static Condition text(Field field, Part part) {
    return switch (part.operator()) {
      case ":", "=" -> new Condition.Text(field, matches(part, false));
      case "~" -> new Condition.Text(field, matches(part, true));
      default ->
          throw new Wrong(
              part.operatorAt(),
              part.operatorAt() + part.operator().length(),
              field.key() + " is a text and can't be compared with " + part.operator(),
              List.of(":", "~"),
              Optional.empty());
    };
  }

  private static List<Match> matches(Part part, boolean contains) {
    var any = new ArrayList<Match>();
    for (Value value : part.values()) {
      if (value.regex()) {
        any.add(new Match.Regex(pattern(value)));
      } else if (!contains) {
        any.add(new Match.Whole(value.text()));
      } else if (value.text().contains("*") && !value.quoted()) {
        any.add(new Match.Whole("*" + value.text() + "*"));
      } else {
        any.add(new Match.Contains(value.text()));
      }
    }
    return any;
  }

  private static Pattern pattern(Value value) {
    try {
      return Pattern.compile(value.text(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    } catch (PatternSyntaxException e) {
      int at = Math.max(0, Math.min(e.getIndex(), value.text().length()));
      throw new Wrong(
          value.from() + 1 + at,
          value.to(),
          "no regular expression: " + e.getDescription().toLowerCase(Locale.ROOT));
    } catch (StackOverflowError e) {
      throw new Wrong(value.from(), value.to(), "no regular expression: nested too deeply");
    }
  }

  private static Condition number(Field field, Part part) {
    if (part.operator().equals("~")) {
      throw new Wrong(
          part.operatorAt(),
          part.operatorAt() + 1,
          field.key() + " is a number",
          List.of(":", ">", ">=", "<", "<="),
          Optional.empty());
    }
    var any = new ArrayList<Condition.Range>();
    for (Value value : part.values()) {
      Amount amount =
          Amount.read(value.text(), field.type())
              .filter(ignored -> !value.regex())
              .orElseThrow(() -> noNumber(field, value));
      any.add(range(part.operator(), amount, field.type()));
    }
    return new Condition.Numeric(field, any);
  }

  private static Wrong noNumber(Field field, Value value) {
    boolean span = field.type() == Field.Type.SPAN;
    return new Wrong(
        value.from(),
        value.to(),
        (span ? "no length of time: " : "no number: ") + value.text(),
        span ? List.of("5", "5s", "200ms", "2m", "1h") : List.of("5", "100k", "2m"),
        Optional.empty());
  }

  private static Condition.Range range(String operator, Amount amount, Field.Type type) {
    long value = amount.value();
    return switch (operator) {
      case ">" -> new Condition.Range(value + 1, Long.MAX_VALUE);
      case ">=" -> new Condition.Range(value, Long.MAX_VALUE);
      case "<" -> new Condition.Range(Long.MIN_VALUE, value - 1);
      case "<=" -> new Condition.Range(Long.MIN_VALUE, value);
      // time:5 means what is shown as 5 seconds.
      default ->
          new Condition.Range(value, type == Field.Type.SPAN ? value + amount.unit() - 1 : value);
    };
  }

  private static Condition traits(Part part) {
    if (!part.operator().equals(":") && !part.operator().equals("=")) {
      throw new Wrong(
          part.operatorAt(),
          part.operatorAt() + part.operator().length(),
          "is takes a colon",
          List.of(":"),
          Optional.empty());
    }
    var words = List.of(Trait.values()).stream().map(Trait::word).toList();
    var any = new ArrayList<Trait>();
    for (Value value : part.values()) {
      String word = value.text().toLowerCase(Locale.ROOT);
      any.add(
          Trait.named(word)
              .orElseThrow(
                  () ->
                      new Wrong(
                          value.from(),
                          value.to(),
                          "unknown is:" + value.text(),
                          words,
                          Nearest.to(word, words))));
    }
    return new Condition.Is(any);
  }

  private Condition saved(Part part) {
    Value value = part.values().getFirst();
    String name = value.text();
    String text = saved.get(name);
    if (text == null) {
      var names = saved.keySet().stream().sorted().toList();
      throw new Wrong(
          part.from(), value.to(), "no saved filter @" + name, names, Nearest.to(name, names));
    }
    if (!within.add(name)) {
      throw new Wrong(part.from(), value.to(), "saved filter @" + name + " contains itself");
    }
    try {
      return new Condition.Saved(query(text));
    } catch (Wrong wrong) {
      throw new Wrong(
          part.from(), value.to(), "saved filter @" + name + ": " + wrong.error().line());
    } finally {
      within.remove(name);
    }
  }
}
