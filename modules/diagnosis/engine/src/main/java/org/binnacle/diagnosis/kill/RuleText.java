package org.binnacle.diagnosis.kill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.binnacle.diagnosis.kill.KillRule.Victims;
import org.binnacle.diagnosis.query.BoundedRegex;
import org.binnacle.diagnosis.session.Field;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Nearest;

/// The written form of a {@link KillRule}: `busy-time=60s match-user=etl ignore-db=mysql
/// group-by=digest count=10 victims=all-but-oldest max=20`. A value with blanks stands in quotes.
public final class RuleText {
  /// The most victims of one run where the rule says nothing else.
  public static final int MAX = 100;

  private static final Pattern SPAN = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)?");
  private static final Map<String, Field> FIELDS =
      Map.of(
          "user", Field.USER,
          "host", Field.HOST,
          "db", Field.DB,
          "command", Field.COMMAND,
          "state", Field.STATE,
          "info", Field.SQL,
          "digest", Field.DIGEST,
          "program", Field.PROGRAM);

  /// Every word that a rule may have.
  public static final List<String> WORDS =
      List.of(
          "match-user",
          "match-host",
          "match-db",
          "match-command",
          "match-state",
          "match-info",
          "match-digest",
          "match-program",
          "match-all",
          "admins",
          "ignore-user",
          "ignore-host",
          "ignore-db",
          "ignore-command",
          "ignore-state",
          "ignore-info",
          "ignore-digest",
          "ignore-program",
          "busy-time",
          "idle-time",
          "trx-age",
          "blocks",
          "max-modified",
          "group-by",
          "count",
          "victims",
          "max");

  private final Map<Field, BoundedRegex> ignore = new EnumMap<>(Field.class);
  private final Map<Field, BoundedRegex> match = new EnumMap<>(Field.class);
  private Optional<Duration> busy = Optional.empty();
  private Optional<Duration> idle = Optional.empty();
  private Optional<Duration> trxAge = Optional.empty();
  private int minBlocks;
  private OptionalLong maxModified = OptionalLong.empty();
  private boolean matchAll;
  private boolean admins;
  private Optional<Field> groupBy = Optional.empty();
  private int count = 1;
  private Victims victims = Victims.OLDEST;
  private int max = MAX;

  private RuleText() {}

  /// @throws Fault with {@link KillFaults#RULE}, which says what is wrong
  public static KillRule parse(String text) {
    return new RuleText().read(text);
  }

  private KillRule read(String text) {
    RuleWords.cut(text).forEach(this::put);
    if (match.isEmpty()
        && busy.isEmpty()
        && idle.isEmpty()
        && trxAge.isEmpty()
        && minBlocks == 0
        && !matchAll) {
      throw wrong(
          "it matches nobody: say busy-time, idle-time, trx-age, blocks or a match-..., or match-all"
              + " for everybody");
    }
    return new KillRule(
        ignore,
        match,
        busy,
        idle,
        trxAge,
        minBlocks,
        maxModified,
        matchAll,
        admins,
        groupBy,
        count,
        victims,
        max);
  }

  private void put(String word, String value) {
    switch (word) {
      case "match-all" -> matchAll = true;
      case "admins" -> admins = true;
      case "busy-time" -> busy = Optional.of(span(word, value));
      case "idle-time" -> idle = Optional.of(span(word, value));
      case "trx-age" -> trxAge = Optional.of(span(word, value));
      case "blocks" -> minBlocks = number(word, value);
      case "max-modified" -> maxModified = OptionalLong.of(rows(word, value));
      case "group-by" -> groupBy = Optional.of(field(word, value));
      case "count" -> count = number(word, value);
      case "max" -> max = number(word, value);
      case "victims" -> victims = victims(value);
      default -> {
        if (word.startsWith("match-") && FIELDS.containsKey(word.substring(6))) {
          match.put(field(word, word.substring(6)), regex(word, value));
        } else if (word.startsWith("ignore-") && FIELDS.containsKey(word.substring(7))) {
          ignore.put(field(word, word.substring(7)), regex(word, value));
        } else {
          throw wrong(
              word
                  + " is no part of a rule"
                  + Nearest.to(word, WORDS).map(n -> "; did you mean " + n + "?").orElse(""));
        }
      }
    }
  }

  private static Field field(String word, String name) {
    Field field = FIELDS.get(name.toLowerCase(Locale.ROOT));
    if (field == null) {
      throw wrong(
          word
              + " takes "
              + String.join(", ", new ArrayList<>(FIELDS.keySet()).stream().sorted().toList())
              + "; not "
              + name);
    }
    return field;
  }

  private static BoundedRegex regex(String word, String value) {
    if (value.isEmpty()) {
      throw wrong(word + " wants a regular expression, as in " + word + "=^app");
    }
    try {
      return BoundedRegex.of(value);
    } catch (PatternSyntaxException e) {
      throw wrong(word + ": " + e.getDescription() + " in " + value);
    }
  }

  private static Duration span(String word, String value) {
    Matcher span = SPAN.matcher(value);
    if (!span.matches()) {
      throw wrong(word + " wants a time such as 30s, 5m or 1h; not " + value);
    }
    long number = Long.parseLong(span.group(1));
    return switch (span.group(2) == null ? "s" : span.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      case "d" -> Duration.ofDays(number);
      default -> Duration.ofSeconds(number);
    };
  }

  private static int number(String word, String value) {
    if (!value.matches("\\d{1,6}") || Integer.parseInt(value) == 0) {
      throw wrong(word + " wants a number from 1 on; not " + value);
    }
    return Integer.parseInt(value);
  }

  private static long rows(String word, String value) {
    if (!value.matches("\\d{1,12}")) {
      throw wrong(word + " wants a number of rows; not " + value);
    }
    return Long.parseLong(value);
  }

  private static Victims victims(String value) {
    for (Victims one : Victims.values()) {
      if (one.word().equalsIgnoreCase(value)) {
        return one;
      }
    }
    throw wrong("victims takes oldest, all or all-but-oldest; not " + value);
  }

  private static Fault wrong(String words) {
    return new Fault(KillFaults.RULE, words);
  }
}
