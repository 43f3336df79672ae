package org.binnacle.diagnosis.health;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Nearest;

/// Reads thresholds as users write them: rules parted by `;` or line ends, each with whom it is
/// about, `=>`, and `name=warning/critical`, between blanks: `tag:reports => select=10m/1h;
/// role:backup => lag=1h/1d; connections=80%/95%`. Without `=>` it is about all. `off` is a value
/// that is never reached. Of several rules about an instance the last one counts.
public final class ThresholdRules {
  private static final Pattern NUMBER = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?)([kKmM]?)");
  private static final Pattern AGE = Pattern.compile("(\\d{1,9})([smhd]?)");
  private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:\\.\\d)?)%");

  private ThresholdRules() {}

  /// The selectors are not looked at.
  ///
  /// @throws Fault with {@link HealthFaults#THRESHOLDS}, which says what is wrong
  public static List<ThresholdRule> parse(String text) {
    var rules = new ArrayList<ThresholdRule>();
    for (String part : text.split("[;\\n]")) {
      if (!part.isBlank()) {
        rules.add(rule(part.strip()));
      }
    }
    return List.copyOf(rules);
  }

  private static ThresholdRule rule(String part) {
    int arrow = part.indexOf("=>");
    String selector = arrow < 0 ? "" : part.substring(0, arrow).strip();
    String values = arrow < 0 ? part : part.substring(arrow + 2);
    if (arrow >= 0 && selector.isEmpty()) {
      throw wrong("nothing stands before => in \"" + part + "\"; for all leave the arrow out");
    }
    if (values.isBlank()) {
      throw wrong("nothing stands after => in \"" + part + "\"");
    }
    Map<ThresholdName, Limit> limits = new EnumMap<>(ThresholdName.class);
    for (String word : values.strip().split("\\s+")) {
      int equals = word.indexOf('=');
      if (equals <= 0) {
        throw wrong(
            "\""
                + word
                + "\" is not name=warning/critical"
                + (word.indexOf(':') > 0 ? "; => stands between whom and what" : ""));
      }
      ThresholdName name = name(word.substring(0, equals));
      limits.put(name, limit(name, word.substring(equals + 1)));
    }
    return new ThresholdRule(selector, limits);
  }

  private static ThresholdName name(String word) {
    return ThresholdName.of(word)
        .orElseThrow(
            () ->
                wrong(
                    word
                        + " is no threshold"
                        + Nearest.to(word, ThresholdName.words())
                            .map(near -> "; did you mean " + near + "?")
                            .orElse("; there are " + String.join(", ", ThresholdName.words()))));
  }

  private static Limit limit(ThresholdName name, String text) {
    String[] values = text.split("/", -1);
    if (values.length != (name.both() ? 2 : 1)) {
      throw wrong(
          name.both()
              ? "%s wants a warning and a critical value, such as %s=%s"
                  .formatted(name.word(), name.word(), example(name.kind()))
              : name.word() + " has one value, such as " + name.word() + "=20");
    }
    double warning = value(name, values[0]);
    double critical = name.both() ? value(name, values[1]) : Double.POSITIVE_INFINITY;
    if (critical < warning) {
      throw wrong(name.word() + ": critical (" + values[1] + ") is below warning");
    }
    return new Limit(warning, critical);
  }

  private static String example(ThresholdName.Kind kind) {
    return switch (kind) {
      case PERCENT -> "80%/95%";
      case NUMBER -> "5/50";
      case AGE -> "10m/1h";
    };
  }

  private static double value(ThresholdName name, String text) {
    if (text.equalsIgnoreCase("off")) {
      return Double.POSITIVE_INFINITY;
    }
    Matcher matcher = pattern(name.kind()).matcher(text);
    if (!matcher.matches()) {
      throw wrong(
          "%s takes %s, or off; not \"%s\"".formatted(name.word(), name.kind().words(), text));
    }
    double number = Double.parseDouble(matcher.group(1));
    return switch (name.kind()) {
      case PERCENT -> number / 100;
      case NUMBER ->
          number
              * switch (matcher.group(2).toLowerCase(Locale.ROOT)) {
                case "k" -> 1_000;
                case "m" -> 1_000_000;
                default -> 1;
              };
      case AGE ->
          number
              * switch (matcher.group(2)) {
                case "m" -> 60;
                case "h" -> 3_600;
                case "d" -> 86_400;
                default -> 1;
              };
    };
  }

  private static Pattern pattern(ThresholdName.Kind kind) {
    return switch (kind) {
      case PERCENT -> PERCENT;
      case NUMBER -> NUMBER;
      case AGE -> AGE;
    };
  }

  private static Fault wrong(String words) {
    return new Fault(HealthFaults.THRESHOLDS, words);
  }
}
