package org.binnacle.diagnosis.lock;

import java.util.Map;
import java.util.Set;

/// Which metadata locks stand in each other's way: MySQL's own tables of compatibility with granted
/// and with pending locks (MySQL 8.0 source, sql/mdl.cc; MariaDB's are alike for these types). A
/// reader waits behind a pending EXCLUSIVE even where every granted lock would let it in.
final class MetadataRules {
  private static final Set<String> SCOPED =
      Set.of(
          "GLOBAL",
          "BACKUP LOCK",
          "BACKUP_LOCK",
          "BACKUP",
          "TABLESPACE",
          "SCHEMA",
          "COMMIT",
          "RESOURCE_GROUPS",
          "FOREIGN KEY",
          "CHECK CONSTRAINT");

  private static final Set<String> EXCLUSIVE = Set.of("EXCLUSIVE");

  /// What each type asked for on an object can't be granted beside.
  private static final Map<String, Set<String>> OBJECT_GRANTED =
      Map.ofEntries(
          Map.entry("SHARED", EXCLUSIVE),
          Map.entry("SHARED_HIGH_PRIO", EXCLUSIVE),
          Map.entry("SHARED_READ", Set.of("SHARED_NO_READ_WRITE", "EXCLUSIVE")),
          Map.entry(
              "SHARED_WRITE",
              Set.of("SHARED_READ_ONLY", "SHARED_NO_WRITE", "SHARED_NO_READ_WRITE", "EXCLUSIVE")),
          Map.entry(
              "SHARED_WRITE_LOW_PRIO",
              Set.of("SHARED_READ_ONLY", "SHARED_NO_WRITE", "SHARED_NO_READ_WRITE", "EXCLUSIVE")),
          Map.entry(
              "SHARED_UPGRADABLE",
              Set.of("SHARED_UPGRADABLE", "SHARED_NO_WRITE", "SHARED_NO_READ_WRITE", "EXCLUSIVE")),
          Map.entry(
              "SHARED_READ_ONLY",
              Set.of("SHARED_WRITE", "SHARED_WRITE_LOW_PRIO", "SHARED_NO_READ_WRITE", "EXCLUSIVE")),
          Map.entry(
              "SHARED_NO_WRITE",
              Set.of(
                  "SHARED_WRITE",
                  "SHARED_WRITE_LOW_PRIO",
                  "SHARED_UPGRADABLE",
                  "SHARED_NO_WRITE",
                  "SHARED_NO_READ_WRITE",
                  "EXCLUSIVE")),
          Map.entry(
              "SHARED_NO_READ_WRITE",
              Set.of(
                  "SHARED_READ",
                  "SHARED_WRITE",
                  "SHARED_WRITE_LOW_PRIO",
                  "SHARED_UPGRADABLE",
                  "SHARED_READ_ONLY",
                  "SHARED_NO_WRITE",
                  "SHARED_NO_READ_WRITE",
                  "EXCLUSIVE")));

  /// What each type asked for on an object lets go first, where it is pending.
  private static final Map<String, Set<String>> OBJECT_PENDING =
      Map.ofEntries(
          Map.entry("SHARED", EXCLUSIVE),
          Map.entry("SHARED_HIGH_PRIO", Set.of()),
          Map.entry("SHARED_READ", Set.of("SHARED_NO_READ_WRITE", "EXCLUSIVE")),
          Map.entry("SHARED_WRITE", Set.of("SHARED_NO_WRITE", "SHARED_NO_READ_WRITE", "EXCLUSIVE")),
          Map.entry(
              "SHARED_WRITE_LOW_PRIO",
              Set.of("SHARED_READ_ONLY", "SHARED_NO_WRITE", "SHARED_NO_READ_WRITE", "EXCLUSIVE")),
          Map.entry("SHARED_UPGRADABLE", EXCLUSIVE),
          Map.entry(
              "SHARED_READ_ONLY", Set.of("SHARED_WRITE", "SHARED_NO_READ_WRITE", "EXCLUSIVE")),
          Map.entry("SHARED_NO_WRITE", EXCLUSIVE),
          Map.entry("SHARED_NO_READ_WRITE", EXCLUSIVE),
          Map.entry("EXCLUSIVE", Set.of()));

  private static final Map<String, Set<String>> SCOPED_GRANTED =
      Map.of(
          "INTENTION_EXCLUSIVE", Set.of("SHARED", "EXCLUSIVE"),
          "SHARED", Set.of("INTENTION_EXCLUSIVE", "EXCLUSIVE"),
          "EXCLUSIVE", Set.of("INTENTION_EXCLUSIVE", "SHARED", "EXCLUSIVE"));

  private static final Map<String, Set<String>> SCOPED_PENDING =
      Map.of(
          "INTENTION_EXCLUSIVE", Set.of("SHARED", "EXCLUSIVE"),
          "SHARED", EXCLUSIVE,
          "EXCLUSIVE", Set.of());

  private MetadataRules() {}

  /// Whether a granted lock keeps this one waiting. Of types that are not known it is taken to be
  /// so: a blocker too many is better than none.
  static boolean grantedBlocks(String objectType, String asked, String granted) {
    if (SCOPED.contains(objectType)) {
      return SCOPED_GRANTED.containsKey(asked)
          ? SCOPED_GRANTED.get(asked).contains(granted)
          : !SCOPED.isEmpty();
    }
    if (asked.equals("EXCLUSIVE")) {
      return true;
    }
    Set<String> against = OBJECT_GRANTED.get(asked);
    return against == null || against.contains(granted);
  }

  /// Whether a pending lock goes before this one.
  static boolean pendingBlocks(String objectType, String asked, String pending) {
    Set<String> before =
        SCOPED.contains(objectType) ? SCOPED_PENDING.get(asked) : OBJECT_PENDING.get(asked);
    return before != null && before.contains(pending);
  }
}
