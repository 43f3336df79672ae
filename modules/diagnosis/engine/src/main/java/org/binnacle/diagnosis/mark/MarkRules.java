package org.binnacle.diagnosis.mark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Rules in their order; the first that a row meets marks it. Kept as text in the settings.
public record MarkRules(List<MarkRule> rules) {
  /// Where they are kept; absent where the user has changed none.
  public static final String SETTING = "sessions.marks";

  private static final int MOST = 60;
  private static final JsonMapper MAPPER = new JsonMapper();

  public MarkRules {
    rules = List.copyOf(rules);
  }

  /// Those of the first start.
  public static MarkRules shipped() {
    return new MarkRules(
        List.of(
            rule("blocked", "is:blocked", MarkColour.ORANGE, MarkShape.LOCK),
            rule("idle blocker", "is:blocker is:idle-in-trx", MarkColour.RED, MarkShape.ALERT),
            rule("blocker", "is:blocker", MarkColour.RED, MarkShape.BARRIER),
            rule("idle in trx", "is:idle-in-trx", MarkColour.YELLOW, MarkShape.HOURGLASS),
            rule(
                "DDL",
                "is:active sql~/^\\s*(alter|create|drop|truncate|rename|optimize|repair)\\s/",
                MarkColour.PURPLE,
                MarkShape.WRENCH),
            rule(
                "backup",
                "is:active sql~\"!40001 SQL_NO_CACHE\"",
                MarkColour.BLUE,
                MarkShape.DOWNLOAD),
            rule("> 30 s", "is:active time>=30s", MarkColour.RED, MarkShape.CHEVRONS),
            rule("> 5 s", "is:active time>=5s", MarkColour.YELLOW, MarkShape.CHEVRON),
            rule("binlog dump", "kind:\"binlog dump\"", MarkColour.GREY, MarkShape.UPLOAD),
            rule("replica", "is:replication", MarkColour.GREY, MarkShape.REPLICA),
            rule("daemon", "is:daemon", MarkColour.GREY, MarkShape.GEAR),
            rule("own", "is:own", MarkColour.GREY, MarkShape.COMPASS),
            rule("asleep", "is:sleeping", MarkColour.GREY, MarkShape.MOON)));
  }

  private static MarkRule rule(String word, String query, MarkColour colour, MarkShape shape) {
    return new MarkRule(word, query, colour, shape, true);
  }

  /// Reads what {@link #text} wrote; empty where it is not that.
  public static Optional<MarkRules> read(String text) {
    JsonNode array;
    try {
      array = MAPPER.readTree(text);
    } catch (JacksonException e) {
      return Optional.empty();
    }
    if (!array.isArray() || array.size() > MOST) {
      return Optional.empty();
    }
    var rules = new ArrayList<MarkRule>();
    for (JsonNode one : array) {
      String word = one.path("word").asString("");
      if (!word.isBlank()) {
        rules.add(
            new MarkRule(
                word,
                one.path("query").asString(""),
                named(MarkColour.values(), one.path("colour").asString(""), MarkColour.NONE),
                named(MarkShape.values(), one.path("shape").asString(""), MarkShape.FLAG),
                one.path("on").asBoolean(true)));
      }
    }
    return Optional.of(new MarkRules(rules));
  }

  private static <E extends Enum<E>> E named(E[] all, String name, E or) {
    for (E one : all) {
      if (one.name().equals(name.toUpperCase(Locale.ROOT))) {
        return one;
      }
    }
    return or;
  }

  /// As JSON.
  public String text() {
    var array = MAPPER.createArrayNode();
    for (MarkRule rule : rules) {
      array
          .addObject()
          .put("word", rule.word())
          .put("query", rule.query())
          .put("colour", rule.colour().token())
          .put("shape", rule.shape().words())
          .put("on", rule.on());
    }
    return MAPPER.writeValueAsString(array);
  }
}
