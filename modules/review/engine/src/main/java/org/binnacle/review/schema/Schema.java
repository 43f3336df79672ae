package org.binnacle.review.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.binnacle.sql.ddl.TableName;

/// All tables that are known, changed by {@link Evolution} statement by statement. For one thread.
public final class Schema {
  private final Map<String, Table> tables = new HashMap<>();
  private final Map<String, List<String>> byName = new HashMap<>();
  private final Set<String> databases = new HashSet<>();
  private final Set<String> dropped = new HashSet<>();
  private final Set<String> fresh = new HashSet<>();
  private final boolean complete;
  private String database = "";
  private boolean foreignKeyChecks = true;

  private Schema(boolean complete) {
    this.complete = complete;
  }

  /// Nothing is known but what the script itself makes.
  public static Schema unknown() {
    return new Schema(false);
  }

  /// What is not in it is not there.
  public static Schema given() {
    return new Schema(true);
  }

  /// One that can be changed without changing this.
  public Schema copy() {
    var copy = new Schema(complete);
    tables.values().forEach(copy::put);
    copy.databases.addAll(databases);
    copy.database = database;
    return copy;
  }

  /// Whether it was given: a table that is not in it does not exist.
  public boolean isComplete() {
    return complete;
  }

  /// The table that a statement names: by schema, else in the database in use, else the only one of
  /// that name.
  public Optional<Table> table(TableName name) {
    String small = small(name.name());
    if (name.schema().isPresent()) {
      return Optional.ofNullable(tables.get(small(name.schema().get()) + "." + small))
          .or(() -> Optional.ofNullable(tables.get("." + small)));
    }
    Table here = tables.get(small(database) + "." + small);
    if (here != null) {
      return Optional.of(here);
    }
    List<String> all = byName.getOrDefault(small, List.of());
    return all.size() == 1 ? Optional.ofNullable(tables.get(all.getFirst())) : Optional.empty();
  }

  /// Whether the script has dropped or renamed it away.
  public boolean wasDropped(TableName name) {
    return dropped.contains(key(name));
  }

  /// Whether the script has made it: nothing is in it that could be lost or would have to be
  /// copied.
  public boolean isFresh(TableName name) {
    return table(name).filter(t -> fresh.contains(key(t))).isPresent();
  }

  void made(Table table) {
    fresh.add(key(table));
  }

  /// From here on tables are there for long.
  public void settle() {
    fresh.clear();
  }

  /// Whether a database is known not to be there.
  public boolean lacksDatabase(String name) {
    return complete && !databases.isEmpty() && !databases.contains(small(name));
  }

  public boolean hasDatabase(String name) {
    return databases.contains(small(name));
  }

  public List<Table> tables() {
    return new ArrayList<>(tables.values());
  }

  public String database() {
    return database;
  }

  public void use(String database) {
    this.database = database;
  }

  /// Whether the session tests new foreign keys at this place of the script.
  public boolean foreignKeyChecks() {
    return foreignKeyChecks;
  }

  public void foreignKeyChecks(boolean on) {
    foreignKeyChecks = on;
  }

  public void addDatabase(String name) {
    databases.add(small(name));
  }

  void dropDatabase(String name) {
    databases.remove(small(name));
    for (Table table : tables()) {
      if (table.schema().equalsIgnoreCase(name)) {
        remove(table);
      }
    }
  }

  public void put(Table table) {
    String key = key(table);
    if (tables.put(key, table) == null) {
      byName.computeIfAbsent(small(table.name()), n -> new ArrayList<>()).add(key);
    }
    dropped.remove(key);
    if (!table.schema().isEmpty()) {
      databases.add(small(table.schema()));
    }
  }

  void drop(TableName name) {
    table(name).ifPresent(this::remove);
    dropped.add(key(name));
  }

  void remove(Table table) {
    String key = key(table);
    if (tables.remove(key) != null) {
      byName.getOrDefault(small(table.name()), new ArrayList<>()).remove(key);
      dropped.add(key);
    }
  }

  private String key(TableName name) {
    return small(name.schema().orElse(database)) + "." + small(name.name());
  }

  private static String key(Table table) {
    return small(table.schema()) + "." + small(table.name());
  }

  private static String small(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
