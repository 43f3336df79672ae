package org.binnacle.diagnosis.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.binnacle.diagnosis.pulse.Beat;
import org.binnacle.diagnosis.pulse.FleetState;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.NaturalOrder;

/// What instances of the board are put together by.
public enum BoardGrouping {
  CLUSTER("cluster", "cluster"),
  ENVIRONMENT("environment", "env"),
  BUSINESS("business", "business"),
  /// An instance stands in the group of each of its tags.
  TAG("tag", "tag");

  /// By the worst member, then by how many are not well.
  public static final Comparator<BoardGroup> WORST_FIRST =
      Comparator.comparing(BoardGroup::severity)
          .thenComparing(Comparator.comparingInt(BoardGroup::score).reversed())
          .thenComparing(Comparator.comparingInt(BoardGroup::troubled).reversed())
          .thenComparing(BoardGroup::words, NaturalOrder.OF_NAMES);

  private final String words;
  private final String key;

  /// @param key of the board's query
  BoardGrouping(String words, String key) {
    this.words = words;
    this.key = key;
  }

  /// As people read and write it.
  public String words() {
    return words;
  }

  public static Optional<BoardGrouping> named(String words) {
    return Arrays.stream(values()).filter(one -> one.words.equals(words)).findFirst();
  }

  public static List<String> names() {
    return Arrays.stream(values()).map(BoardGrouping::words).toList();
  }

  /// @param filed the inventory's values of an instance, by its id and a field
  List<BoardGroup> of(Collection<Beat> beats, BiFunction<String, String, List<String>> filed) {
    Set<String> all = new HashSet<>();
    for (Beat beat : beats) {
      values(beat.instance(), filed).forEach(value -> all.add(low(value)));
    }
    Map<String, Gathered> found = new LinkedHashMap<>();
    for (Beat beat : beats) {
      for (String value : withKeys(values(beat.instance(), filed), all)) {
        // As the filter does, which finds the members: case makes no difference.
        found
            .computeIfAbsent(low(value), made -> new Gathered(value, new LinkedHashSet<>()))
            .members()
            .add(beat);
      }
    }
    return found.values().stream().map(this::group).sorted(WORST_FIRST).toList();
  }

  private record Gathered(String value, Set<Beat> members) {}

  private List<String> values(
      InstanceRef instance, BiFunction<String, String, List<String>> filed) {
    List<String> values =
        switch (this) {
          case CLUSTER -> List.of(instance.cluster());
          case ENVIRONMENT -> List.of(instance.environment());
          case BUSINESS -> filed.apply(instance.id(), "business");
          case TAG -> filed.apply(instance.id(), "tags");
        };
    return values.isEmpty() ? List.of("") : values;
  }

  /// As `tag:shop` finds `shop=eu` too, an instance with that stands in the group `shop` where
  /// there is one.
  private List<String> withKeys(List<String> values, Set<String> all) {
    if (this != TAG) {
      return values;
    }
    var more = new ArrayList<>(values);
    for (String tag : values) {
      int equals = tag.indexOf('=');
      if (equals > 0 && all.contains(low(tag.substring(0, equals)))) {
        more.add(tag.substring(0, equals));
      }
    }
    return more;
  }

  private static String low(String value) {
    return value.toLowerCase(Locale.ROOT);
  }

  private BoardGroup group(Gathered gathered) {
    String value = gathered.value();
    Set<Beat> members = gathered.members();
    Beat worst = members.stream().min(FleetState.WORST_FIRST).orElseThrow();
    Map<String, Long> states =
        members.stream().collect(Collectors.groupingBy(BoardField::words, Collectors.counting()));
    return new BoardGroup(
        value.isEmpty() ? "(no " + words + ")" : value,
        // A quotation mark can't be written between others, and a comma parts alternatives.
        key + ":\"" + value.replaceAll("[\",]", "*") + "\"",
        members.stream().map(Beat::instance).toList(),
        worst.severity(),
        worst.score(),
        BoardField.words(worst),
        worst.instance().name(),
        worst.problem(),
        many(states, "critical"),
        many(states, "down"),
        many(states, "?"),
        many(states, "warning"),
        sum(members, BoardField.ACTIVE),
        sum(members, BoardField.QPS));
  }

  private static int many(Map<String, Long> states, String state) {
    return states.getOrDefault(state, 0L).intValue();
  }

  private static long sum(Set<Beat> members, BoardField field) {
    return members.stream()
        .flatMap(beat -> field.number(beat, Instant.EPOCH).stream())
        .mapToLong(Long::longValue)
        .sum();
  }
}
