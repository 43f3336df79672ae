package org.binnacle.diagnosis.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.binnacle.diagnosis.SessionFaults;
import org.binnacle.diagnosis.pulse.Beat;
import org.binnacle.diagnosis.query.Amount;
import org.binnacle.diagnosis.query.Glob;
import org.binnacle.diagnosis.query.QueryError;
import org.binnacle.diagnosis.session.Field;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Nearest;

/// Which rows of the board are meant: `tag:shop -role:backup score>50 lag>30s is:down`.
///
/// Terms are separated by blanks and all must hold; `-` before one turns it round. `key>value` and
/// the like compare a number, `key:value` a text (with `*`, `,` for alternatives, case ignored) or
/// a number, `key~part` looks for a part. Keys are those of {@link BoardField}, and `is` (critical,
/// down, unknown, warning, notice, ok, silenced, denied). What is none of these is the inventory's
/// business: names, tags, environments, businesses, regions.
public final class BoardQuery implements BiPredicate<Beat, Instant> {
  /// Fits every row.
  public static final BoardQuery ALL = new BoardQuery(List.of());

  private static final Pattern TERM =
      Pattern.compile(
          "(?<not>-?)(?<key>[A-Za-z][A-Za-z-]*)(?<op>>=|<=|>|<|=|:|~)"
              + "(?:\"(?<quoted>[^\"]*)\"|(?<plain>\\S*))");
  private static final Pattern WORD = Pattern.compile("-?(?:[^\\s\":]+:)?(?:\"[^\"]*\"|\\S+)");
  private static final List<String> STATES =
      List.of("critical", "down", "unknown", "warning", "notice", "ok", "silenced", "denied");

  private final List<BiPredicate<Beat, Instant>> conditions;

  private BoardQuery(List<BiPredicate<Beat, Instant>> conditions) {
    this.conditions = List.copyOf(conditions);
  }

  /// What a text says.
  public sealed interface Parsed {
    record Good(BoardQuery query) implements Parsed {}

    record Bad(QueryError error) implements Parsed {}
  }

  @Override
  public boolean test(Beat beat, Instant now) {
    for (BiPredicate<Beat, Instant> condition : conditions) {
      if (!condition.test(beat, now)) {
        return false;
      }
    }
    return true;
  }

  /// @param select the inventory's selector, by instance id; throws a {@link Fault} for what it
  ///   does not understand
  public static Parsed parse(String text, Function<String, Predicate<String>> select) {
    var conditions = new ArrayList<BiPredicate<Beat, Instant>>();
    Matcher words = WORD.matcher(text);
    while (words.find()) {
      String word = words.group();
      Matcher term = TERM.matcher(word);
      try {
        conditions.add(term.matches() ? condition(term, word, select) : chosen(word, select));
      } catch (Wrong wrong) {
        return new Parsed.Bad(
            new QueryError(words.start(), words.end(), wrong.words, wrong.expected, wrong.nearest));
      } catch (Fault fault) {
        return new Parsed.Bad(
            new QueryError(
                words.start(),
                words.end(),
                "unknown word " + word,
                List.of(),
                Nearest.to(key(word), BoardField.keys())));
      }
    }
    return new Parsed.Good(new BoardQuery(conditions));
  }

  /// @throws Fault with {@link SessionFaults#QUERY} where the text is none
  public static BoardQuery of(String text, Function<String, Predicate<String>> select) {
    return switch (parse(text, select)) {
      case Parsed.Good(BoardQuery query) -> query;
      case Parsed.Bad(QueryError error) -> throw new Fault(SessionFaults.QUERY, error.line());
    };
  }

  private static final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String words;
    private final transient List<String> expected;
    private final transient Optional<String> nearest;

    Wrong(String message, List<String> expected, Optional<String> nearest) {
      super(message, null, false, false);
      this.words = message;
      this.expected = expected;
      this.nearest = nearest;
    }
  }

  private static String key(String word) {
    int end = 0;
    String bare = word.startsWith("-") ? word.substring(1) : word;
    while (end < bare.length()
        && (Character.isLetter(bare.charAt(end)) || bare.charAt(end) == '-')) {
      end++;
    }
    return bare.substring(0, end);
  }

  private static BiPredicate<Beat, Instant> chosen(
      String word, Function<String, Predicate<String>> select) {
    Predicate<String> chosen = select.apply(word);
    return (beat, now) -> chosen.test(beat.instance().id());
  }

  private static BiPredicate<Beat, Instant> condition(
      Matcher term, String word, Function<String, Predicate<String>> select) {
    String key = term.group("key");
    String op = term.group("op");
    String value = term.group("quoted") != null ? term.group("quoted") : term.group("plain");
    BiPredicate<Beat, Instant> condition;
    if (key.equalsIgnoreCase("is")) {
      condition = state(value);
    } else {
      Optional<BoardField> field = BoardField.of(key);
      if (field.isEmpty()) {
        if (op.equals(":")) {
          return chosen(word, select);
        }
        throw new Wrong("unknown key " + key, List.of(), Nearest.to(key, BoardField.keys()));
      }
      condition =
          field.get().type() == Field.Type.TEXT
              ? text(field.get(), op, value)
              : number(field.get(), op, value);
      if (field.get() == BoardField.ROLE && op.equals(":")) {
        // What the server says itself, or what the inventory says of it.
        BiPredicate<Beat, Instant> says = condition;
        BiPredicate<Beat, Instant> listed = chosen("role:" + quoted(value), select);
        condition = says.or(listed);
      }
    }
    return term.group("not").isEmpty() ? condition : condition.negate();
  }

  private static String quoted(String value) {
    return value.indexOf(' ') >= 0 ? "\"" + value + "\"" : value;
  }

  private static BiPredicate<Beat, Instant> state(String value) {
    if (!STATES.contains(value)) {
      throw new Wrong("unknown state " + value, STATES, Nearest.to(value, STATES));
    }
    return (beat, now) ->
        switch (value) {
          case "silenced" ->
              beat.health().findings().stream().anyMatch(finding -> finding.silenced());
          case "denied" -> beat.vitals().filter(seen -> !seen.denied().isEmpty()).isPresent();
          case "unknown" -> BoardField.words(beat).equals("?");
          case "critical" -> BoardField.words(beat).equals("critical") || beat.down();
          default -> BoardField.words(beat).equals(value);
        };
  }

  private static BiPredicate<Beat, Instant> text(BoardField field, String op, String value) {
    String low = value.toLowerCase(java.util.Locale.ROOT);
    return switch (op) {
      case "~" -> (beat, now) -> low(field, beat, now).contains(low);
      case ":", "=" -> {
        List<String> any = List.of(low.split(",", -1));
        yield field == BoardField.TERM
            ? (beat, now) ->
                List.of(low(field, beat, now).split(" ")).stream()
                    .anyMatch(one -> any.stream().anyMatch(wanted -> Glob.matches(wanted, one)))
            : (beat, now) ->
                any.stream().anyMatch(wanted -> Glob.matches(wanted, low(field, beat, now)));
      }
      default -> throw new Wrong(field.key() + " is a text", List.of(":", "~"), Optional.empty());
    };
  }

  private static String low(BoardField field, Beat beat, Instant now) {
    return field.text(beat, now).toLowerCase(java.util.Locale.ROOT);
  }

  private static BiPredicate<Beat, Instant> number(BoardField field, String op, String value) {
    Amount amount =
        Amount.read(value, field.type())
            .orElseThrow(
                () ->
                    new Wrong(
                        "'" + value + "' is no number",
                        field.type() == Field.Type.SPAN
                            ? List.of("30s", "5m", "2h")
                            : List.of("50", "10k"),
                        Optional.empty()));
    long wanted = amount.value();
    return (beat, now) ->
        field
            .number(beat, now)
            .filter(
                number ->
                    switch (op) {
                      case ">" -> number > wanted;
                      case ">=" -> number >= wanted;
                      case "<" -> number < wanted;
                      case "<=" -> number <= wanted;
                      default -> number == wanted;
                    })
            .isPresent();
  }
}
