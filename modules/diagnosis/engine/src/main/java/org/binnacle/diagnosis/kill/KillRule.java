package org.binnacle.diagnosis.kill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.binnacle.diagnosis.query.BoundedRegex;
import org.binnacle.diagnosis.session.Field;
import org.binnacle.diagnosis.session.Kind;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.diagnosis.session.Transaction;

/// Whom to kill, in pt-kill's vocabulary: a session is chosen that meets every match and no ignore;
/// of each group that is large enough the victims are taken. Pure: the same rows give the same
/// victims, so a rule can be tried on any snapshot.
///
/// @param ignore a session that one of these finds is left alone
/// @param match all of these must find something
/// @param busy a running statement of at least this age
/// @param idle a sleeping session of at least this age
/// @param trxAge an open transaction of at least this age
/// @param minBlocks at least so many others wait for it; 0 for whoever
/// @param maxModified its transaction has changed so many rows at most, so that it is quickly
///   rolled back; empty for whatever
/// @param matchAll whether a rule without any match takes everybody
/// @param admins whether it takes accounts that administer the server too
/// @param groupBy sessions with the same value are one group; empty for all in one
/// @param count the least sessions that make a group
/// @param max victims at most
public record KillRule(
    Map<Field, BoundedRegex> ignore,
    Map<Field, BoundedRegex> match,
    Optional<Duration> busy,
    Optional<Duration> idle,
    Optional<Duration> trxAge,
    int minBlocks,
    OptionalLong maxModified,
    boolean matchAll,
    boolean admins,
    Optional<Field> groupBy,
    int count,
    Victims victims,
    int max) {

  private static final int REASONS = 4;

  /// Whom of a group.
  public enum Victims {
    /// Only the one that is longest in its command.
    OLDEST("oldest"),
    ALL("all"),
    /// Everybody else: a stampede is thinned, its first one finishes.
    ALL_BUT_OLDEST("all-but-oldest");

    private final String word;

    Victims(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  public KillRule {
    ignore = Map.copyOf(ignore);
    match = Map.copyOf(match);
  }

  /// What a rule takes of some rows.
  ///
  /// @param matched all that meet it
  /// @param victims those of them that are taken, oldest first
  /// @param left how many more would have been taken but for `max`
  /// @param spared matched but protected, with the reason
  /// @param unsure what is not known of whom it should leave alone; empty where all is
  public record Choice(
      List<ProcessRow> matched,
      List<ProcessRow> victims,
      int left,
      Map<Long, String> spared,
      String unsure) {
    public Choice {
      matched = List.copyOf(matched);
      victims = List.copyOf(victims);
      spared = Map.copyOf(spared);
    }

    /// Who is left alone and why: `a connection of Binnacle (2); ...`; empty for nobody.
    public String sparedWords() {
      return words(spared.values());
    }

    /// The same for reasons of several choices: how often each, the most frequent first, four at
    /// most.
    static String words(Collection<String> reasons) {
      Map<String, Long> counted = new TreeMap<>();
      reasons.forEach(why -> counted.merge(why, 1L, Long::sum));
      String told =
          counted.entrySet().stream()
              .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
              .limit(REASONS)
              .map(one -> one.getKey() + (one.getValue() == 1 ? "" : " (" + one.getValue() + ")"))
              .collect(Collectors.joining("; "));
      return told + (counted.size() > REASONS ? "; ..." : "");
    }
  }

  /// @param protection whom never
  public Choice choose(List<ProcessRow> rows, Protection protection) {
    var matched = new ArrayList<ProcessRow>();
    Map<Long, String> spared = new LinkedHashMap<>();
    for (ProcessRow row : rows) {
      if (meets(row)) {
        Optional<String> why = protection.againstRule(row, admins);
        if (why.isPresent()) {
          spared.put(row.id(), why.get());
        } else {
          matched.add(row);
        }
      }
    }
    matched.sort(
        Comparator.comparingLong(ProcessRow::timeUs).reversed().thenComparingLong(ProcessRow::id));
    var taken = new ArrayList<ProcessRow>();
    for (List<ProcessRow> group : groups(matched)) {
      if (group.size() >= count) {
        taken.addAll(of(group));
      }
    }
    taken.sort(
        Comparator.comparingLong(ProcessRow::timeUs).reversed().thenComparingLong(ProcessRow::id));
    int kept = Math.min(max, taken.size());
    return new Choice(
        matched, taken.subList(0, kept), taken.size() - kept, spared, protection.unsure());
  }

  private List<ProcessRow> of(List<ProcessRow> group) {
    return switch (victims) {
      case OLDEST -> group.subList(0, 1);
      case ALL -> group;
      case ALL_BUT_OLDEST -> group.subList(1, group.size());
    };
  }

  private List<List<ProcessRow>> groups(List<ProcessRow> matched) {
    if (matched.isEmpty()) {
      return List.of();
    }
    if (groupBy.isEmpty()) {
      return List.of(matched);
    }
    Map<String, List<ProcessRow>> groups = new LinkedHashMap<>();
    for (ProcessRow row : matched) {
      String value = groupBy.get().text(row);
      // Without a digest, two statements are alike by their text only.
      String key = value.isEmpty() && groupBy.get() == Field.DIGEST ? row.sql() : value;
      groups.computeIfAbsent(key, text -> new ArrayList<>()).add(row);
    }
    return List.copyOf(groups.values());
  }

  /// Whether this session is what the rule is about; who is protected is not asked here.
  boolean meets(ProcessRow row) {
    for (var one : ignore.entrySet()) {
      if (one.getValue().in(one.getKey().text(row))) {
        return false;
      }
    }
    for (var one : match.entrySet()) {
      if (!one.getValue().in(one.getKey().text(row))) {
        return false;
      }
    }
    boolean timed = busy.isPresent() || idle.isPresent();
    if (timed && !(runsFor(row) || sleepsFor(row))) {
      return false;
    }
    if (trxAge.isPresent()
        && row.trx().map(Transaction::ageUs).orElse(-1L) < micros(trxAge.get())) {
      return false;
    }
    if (row.blocking().blocks() < minBlocks && minBlocks > 0) {
      return false;
    }
    if (maxModified.isPresent()
        && row.trx().map(Transaction::rowsModified).orElse(0L) > maxModified.getAsLong()) {
      return false;
    }
    return matchAll || timed || trxAge.isPresent() || minBlocks > 0 || !match.isEmpty();
  }

  private boolean runsFor(ProcessRow row) {
    return busy.isPresent() && row.kind() == Kind.ACTIVE && row.timeUs() >= micros(busy.get());
  }

  private boolean sleepsFor(ProcessRow row) {
    return idle.isPresent()
        && (row.kind() == Kind.SLEEPING || row.kind() == Kind.IDLE_IN_TRX)
        && row.timeUs() >= micros(idle.get());
  }

  private static long micros(Duration time) {
    return time.toNanos() / 1_000;
  }
}
