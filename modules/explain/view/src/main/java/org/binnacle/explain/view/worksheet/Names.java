package org.binnacle.explain.view.worksheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.binnacle.explain.schema.SchemaNames;
import org.binnacle.sql.Dialect;
import org.binnacle.sql.Keywords;
import org.binnacle.sql.Quote;
import org.binnacle.sql.SqlModes;
import org.binnacle.sql.TableNames;

/// What may be typed next at a place of a text. Pure.
///
/// @param databases names of the schemas
/// @param schemas what is known of some of them, by name in lower case
/// @param database the default database; empty for none
record Names(List<String> databases, Map<String, SchemaNames> schemas, String database) {
  private static final int MOST = 200;

  static final Names NONE = new Names(List.of(), Map.of(), "");

  Names {
    databases = List.copyOf(databases);
    schemas = Map.copyOf(schemas);
  }

  /// One offer.
  ///
  /// @param word what is put in
  /// @param kind in one word: column, table, database, keyword, function
  /// @param detail such as a column's type and table; may be empty
  record Offer(String word, String kind, String detail) {}

  /// What is offered, and which stretch of the text it replaces.
  record Offers(int from, int to, List<Offer> offers) {}

  Names with(SchemaNames known) {
    var all = new HashMap<>(schemas);
    all.put(known.schema().toLowerCase(Locale.ROOT), known);
    return new Names(databases, all, database);
  }

  /// @param statement the statement around the caret, for the tables that it names
  Offers at(String text, int caret, String statement) {
    int from = start(text, caret);
    String typed = text.substring(from, caret);
    String before = qualifier(text, from);
    var found = new ArrayList<Offer>();
    if (before.isEmpty()) {
      columns(statement, found);
      tables(database, found);
      databases.forEach(name -> found.add(new Offer(quoted(name), "database", "")));
      new TreeSet<>(Keywords.MYSQL.reserved())
          .forEach(word -> found.add(new Offer(word, "keyword", "")));
    } else {
      qualified(before, statement, found);
    }
    String wanted = bare(typed).toLowerCase(Locale.ROOT);
    var offers = new ArrayList<Offer>();
    for (Offer offer : found) {
      if (bare(offer.word()).toLowerCase(Locale.ROOT).startsWith(wanted)) {
        offers.add(offer);
      }
    }
    for (Offer offer : found) {
      String word = bare(offer.word()).toLowerCase(Locale.ROOT);
      if (wanted.length() > 1 && word.contains(wanted) && !word.startsWith(wanted)) {
        offers.add(offer);
      }
    }
    return new Offers(from, caret, offers.stream().distinct().limit(MOST).toList());
  }

  /// The schema of which names are wanted at a place and not known yet.
  Optional<String> wanted(String text, int caret) {
    String before = qualifier(text, start(text, caret));
    if (databases.stream().anyMatch(before::equalsIgnoreCase)) {
      return Optional.of(before).filter(name -> !knows(name));
    }
    return Optional.of(database).filter(name -> !name.isEmpty() && !knows(name));
  }

  private boolean knows(String schema) {
    return schemas.containsKey(schema.toLowerCase(Locale.ROOT));
  }

  private void qualified(String before, String statement, List<Offer> found) {
    for (TableNames.Named named : TableNames.of(statement, SqlModes.DEFAULT)) {
      if (named.alias().equalsIgnoreCase(before) || named.table().equalsIgnoreCase(before)) {
        columns(named, found);
      }
    }
    tables(before, found);
    if (found.isEmpty()) {
      columns(new TableNames.Named(Optional.empty(), before, before), found);
    }
  }

  private void columns(String statement, List<Offer> found) {
    for (TableNames.Named named : TableNames.of(statement, SqlModes.DEFAULT)) {
      columns(named, found);
    }
  }

  private void columns(TableNames.Named named, List<Offer> found) {
    SchemaNames schema = schemas.get(named.schema().orElse(database).toLowerCase(Locale.ROOT));
    if (schema != null) {
      schema
          .tables()
          .forEach(
              (table, columns) -> {
                if (table.equalsIgnoreCase(named.table())) {
                  columns.forEach(
                      (name, type) ->
                          found.add(new Offer(quoted(name), "column", type + "  " + table)));
                }
              });
    }
  }

  private void tables(String schema, List<Offer> found) {
    SchemaNames known = schemas.get(schema.toLowerCase(Locale.ROOT));
    if (known != null) {
      known
          .tables()
          .forEach(
              (table, columns) ->
                  found.add(new Offer(quoted(table), "table", columns.size() + " columns")));
      known.routines().forEach(name -> found.add(new Offer(quoted(name), "routine", schema)));
    }
  }

  private static String quoted(String name) {
    return Quote.nameIfNeeded(name, Dialect.MYSQL);
  }

  private static String bare(String word) {
    return word.replace("`", "");
  }

  private static int start(String text, int caret) {
    int at = caret;
    while (at > 0 && part(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  private static String qualifier(String text, int from) {
    if (from == 0 || text.charAt(from - 1) != '.') {
      return "";
    }
    int start = start(text, from - 1);
    return bare(text.substring(start, from - 1));
  }

  private static boolean part(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == '`';
  }
}
