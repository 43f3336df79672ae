package org.binnacle.explain.history;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.binnacle.explain.schema.IndexInfo;
import org.binnacle.explain.schema.TableInfo;

/// What is not as it was beside two plans of one statement: the version, the tables' rows and
/// indexes, the variables. One of these is why the plan is another.
public final class BesideChanges {
  /// Statistics move all the time; less than this is no news.
  private static final double NEWS = 1.2;

  private final List<String> changes = new ArrayList<>();

  private BesideChanges() {}

  /// In words, the most telling first; empty where nothing is known or nothing changed.
  public static List<String> of(KeptPlan before, KeptPlan after) {
    return of(
        before.version(),
        Beside.read(before.beside()),
        after.version(),
        Beside.read(after.beside()));
  }

  public static List<String> of(String version, Beside before, String newVersion, Beside after) {
    var words = new BesideChanges();
    if (!version.isEmpty() && !newVersion.isEmpty() && !version.equals(newVersion)) {
      words.changes.add("the server's version: " + version + ", now " + newVersion);
    }
    var names = new TreeSet<>(before.tables().keySet());
    names.retainAll(after.tables().keySet());
    var told = new HashSet<String>();
    for (String name : names) {
      TableInfo was = before.tables().get(name);
      TableInfo is = after.tables().get(name);
      if (was != null && is != null && told.add(was.name())) {
        words.table(was, is);
      }
    }
    words.variables(before.variables(), after.variables());
    return List.copyOf(words.changes);
  }

  private void table(TableInfo before, TableInfo after) {
    Map<String, IndexInfo> was = named(before.indexes());
    Map<String, IndexInfo> is = named(after.indexes());
    is.forEach(
        (name, index) -> {
          IndexInfo old = was.get(name);
          String called = "index " + name + " (" + String.join(", ", index.columns()) + ")";
          if (old == null) {
            changes.add(after.name() + ": " + called + " is new");
          } else if (!old.columns().equals(index.columns())) {
            changes.add(
                after.name() + ": " + called + " was (" + String.join(", ", old.columns()) + ")");
          } else if (old.visible() != index.visible()) {
            changes.add(
                after.name() + ": " + called + (index.visible() ? " is used again" : " is hidden"));
          }
        });
    was.forEach(
        (name, index) -> {
          if (!is.containsKey(name)) {
            changes.add(
                after.name()
                    + ": index "
                    + name
                    + " ("
                    + String.join(", ", index.columns())
                    + ") is gone");
          }
        });
    moved(after.name() + ": rows, as statistics tell", before.rows(), after.rows());
    is.forEach(
        (name, index) -> {
          IndexInfo old = was.get(name);
          if (old != null && old.columns().equals(index.columns())) {
            moved(
                after.name() + ": distinct values of " + name,
                old.parts().getLast().cardinality(),
                index.parts().getLast().cardinality());
          }
        });
  }

  private static Map<String, IndexInfo> named(List<IndexInfo> indexes) {
    return indexes.stream()
        .filter(index -> !index.parts().isEmpty())
        .collect(Collectors.toMap(IndexInfo::name, index -> index, (one, same) -> one));
  }

  private void moved(String what, OptionalLong before, OptionalLong after) {
    if (before.isEmpty() || after.isEmpty()) {
      return;
    }
    double low = Math.max(1, Math.min(before.getAsLong(), after.getAsLong()));
    double high = Math.max(before.getAsLong(), after.getAsLong());
    if (high / low >= NEWS && high - low >= 10) {
      changes.add("%s: %,d, now %,d".formatted(what, before.getAsLong(), after.getAsLong()));
    }
  }

  private void variables(Map<String, String> before, Map<String, String> after) {
    var names = new TreeSet<>(before.keySet());
    names.retainAll(after.keySet());
    for (String name : names) {
      String was = before.get(name);
      String is = after.get(name);
      if (was == null || is == null || was.equals(is)) {
        continue;
      }
      if (name.equals("optimizer_switch")) {
        switches(was, is);
      } else {
        changes.add(name + ": " + was + ", now " + is);
      }
    }
  }

  private void switches(String was, String is) {
    var old = new TreeSet<>(List.of(was.split(",")));
    for (String one : new TreeSet<>(List.of(is.split(",")))) {
      String flag = one.split("=", 2)[0];
      boolean known = old.stream().anyMatch(other -> other.startsWith(flag + "="));
      if (known && !old.contains(one)) {
        changes.add("optimizer_switch: now " + one);
      }
    }
  }
}
