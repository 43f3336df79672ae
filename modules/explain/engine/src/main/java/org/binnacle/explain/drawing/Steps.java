package org.binnacle.explain.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.binnacle.explain.AccessMethod;
import org.binnacle.explain.AggregateMethod;
import org.binnacle.explain.Flag;
import org.binnacle.explain.IndexUse;
import org.binnacle.explain.JoinType;
import org.binnacle.explain.NodeKind;
import org.binnacle.explain.PlanNode;
import org.binnacle.explain.Role;
import org.binnacle.explain.TableRef;

/// Short words for steps, for cells and boxes; the server's full words are the label. Pure.
public final class Steps {
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private Steps() {}

  /// What a step does, without table and index, which have columns of their own.
  public static String operation(PlanNode node) {
    return switch (node.kind()) {
      case NodeKind.Access access -> access(access, derived(node));
      case NodeKind.Join join -> join(join);
      case NodeKind.Filter filter ->
          "Filter" + node.traits().conditions().filter().map(text -> ": " + text).orElse("");
      case NodeKind.Sort sort -> "Sort" + (sort.keys().isEmpty() ? "" : ": " + sort.keys());
      case NodeKind.Materialize kept -> "Materialize " + kept(kept);
      case NodeKind.Aggregate aggregate -> line(node.label());
      case NodeKind.Change change -> capital(change.verb().name()) + " " + change.table().name();
      default -> line(node.label());
    };
  }

  /// One or two words for a box.
  public static String shortest(PlanNode node) {
    return switch (node.kind()) {
      case NodeKind.Access access -> access(access, derived(node));
      case NodeKind.Join join ->
          switch (join.algorithm()) {
            case NESTED_LOOP -> "nested loop";
            case HASH -> "hash join";
            case BLOCK_NESTED_LOOP -> "block loop";
            case BATCHED_KEY -> "batched key";
          };
      case NodeKind.Filter filter -> "filter";
      case NodeKind.Sort sort -> "sort";
      case NodeKind.Aggregate aggregate ->
          aggregate.method() == AggregateMethod.TEMP_TABLE ? "group, temp table" : "group";
      case NodeKind.TempTable table -> "temp table";
      case NodeKind.Materialize kept -> "materialize";
      case NodeKind.Limit limit -> line(node.label());
      case NodeKind.Window window -> "window";
      case NodeKind.Deduplicate once -> "no duplicates";
      case NodeKind.Append append -> "append";
      case NodeKind.Change change -> change.verb().name().toLowerCase(Locale.ROOT);
      case NodeKind.Subquery subquery ->
          "subquery" + (subquery.select() > 0 ? " #" + subquery.select() : "");
      case NodeKind.NoRows none -> "no rows";
      case NodeKind.Constant constant -> "known before";
      case NodeKind.Passing passing -> "stream results";
      case NodeKind.Other other -> line(node.label());
    };
  }

  /// Whether a step reads what a step below it has made, not a table of the schema.
  public static boolean derived(PlanNode node) {
    return node.kind() instanceof NodeKind.Access access
        && (access.table().internal()
            || node.children().stream()
                .anyMatch(child -> child.kind() instanceof NodeKind.Materialize));
  }

  private static String access(NodeKind.Access access, boolean derived) {
    boolean covering = access.index().map(IndexUse::covering).orElse(false);
    String cover = covering ? "Covering " : "";
    String words =
        switch (access.method()) {
          case TABLE_SCAN -> derived ? "Table scan" : "Full table scan";
          case INDEX_SCAN -> cover + "Full index scan";
          case INDEX_LOOKUP -> cover + "Index lookup";
          case UNIQUE_LOOKUP -> cover + "Unique key lookup";
          case RANGE_SCAN -> cover + "Index range scan";
          case SKIP_SCAN -> cover + "Index skip scan";
          case GROUP_SKIP_SCAN -> cover + "Group skip scan";
          case INDEX_MERGE -> "Index merge";
          case FULLTEXT -> "Full-text search";
          case CONST_ROW -> "Constant row";
          case COUNT_ROWS -> "Count rows";
          case NEW_ROWS_SCAN -> "Scan of new rows";
          case TABLE_FUNCTION -> "Table function";
          case UNKNOWN_ACCESS -> "Access";
        };
    String one =
        covering && access.method() != AccessMethod.TABLE_SCAN
            ? words.charAt(0) + words.substring(1).toLowerCase(Locale.ROOT)
            : words;
    return access.index().map(IndexUse::reverse).orElse(false) ? one + ", backward" : one;
  }

  private static String join(NodeKind.Join join) {
    String type =
        switch (join.type()) {
          case INNER -> "inner join";
          case LEFT -> "left join";
          case SEMI -> "semijoin";
          case ANTI -> "antijoin";
          case UNSAID -> "join";
        };
    return switch (join.algorithm()) {
      case NESTED_LOOP -> "Nested loop " + type;
      case HASH -> hash(join.type());
      case BLOCK_NESTED_LOOP -> "Block nested loop " + type;
      case BATCHED_KEY -> "Batched key access " + type;
    };
  }

  private static String hash(JoinType type) {
    return switch (type) {
      case INNER -> "Inner hash join";
      case LEFT -> "Left hash join";
      case SEMI -> "Hash semijoin";
      case ANTI -> "Hash antijoin";
      case UNSAID -> "Hash join";
    };
  }

  private static String kept(NodeKind.Materialize kept) {
    String what =
        switch (kept.what()) {
          case CTE -> "CTE";
          case RECURSIVE_CTE -> "recursive CTE";
          case DERIVED -> "derived table";
          case SUBQUERY -> "subquery";
          case SET_OPERATION -> "set operation";
          case UNSAID -> "";
        };
    String name = kept.name().isEmpty() ? what : what + " " + kept.name();
    return (name + (kept.deduplicated() ? ", no duplicates" : "")).strip();
  }

  /// `orders o`, or the alias alone where the base table is not told.
  public static String table(PlanNode node) {
    return node.table().map(Steps::table).orElse("");
  }

  private static String table(TableRef table) {
    return table
        .base()
        .filter(base -> !base.equals(table.name()))
        .map(base -> base + " " + table.name())
        .orElse(table.name());
  }

  /// `idx_customer (customer_id, day)`.
  public static String index(PlanNode node) {
    return node.index()
        .map(
            index ->
                index.parts().isEmpty()
                    ? index.name()
                    : index.name() + " (" + String.join(", ", index.parts()) + ")")
        .orElse("");
  }

  /// What it does for its parent, where that is worth a word; empty where not.
  public static String role(PlanNode node) {
    return switch (node.role()) {
      case BUILD -> "build";
      case PROBE -> "probe";
      case CONDITION -> "in a condition";
      case PROJECTION -> "select list";
      case ROOT, INPUT, OUTER, INNER, SOURCE -> "";
    };
  }

  /// Flags in words, the costly ones first.
  public static List<String> flags(PlanNode node) {
    var words = new ArrayList<String>();
    if (node.role() == Role.PROJECTION || node.role() == Role.CONDITION) {
      words.add(role(node));
    }
    for (Flag flag : node.traits().flags()) {
      words.add(flag.words());
    }
    return words;
  }

  /// What a join keeps, where that is told.
  public static String keeps(PlanNode node) {
    return node.kind() instanceof NodeKind.Join join && join.type() != JoinType.UNSAID
        ? join.type().name().toLowerCase(Locale.ROOT)
        : "";
  }

  /// A text of the server's on one line.
  public static String line(String text) {
    return plain(text) ? text : BLANKS.matcher(text).replaceAll(" ").strip();
  }

  /// Whether it is one line with single blanks within, as nearly all are.
  private static boolean plain(String text) {
    boolean blank = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean is = c <= ' ' || c == 0x85;
      if (is && (blank || c != ' ')) {
        return false;
      }
      blank = is;
    }
    return !blank || text.isEmpty();
  }

  private static String capital(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT)
            + text.substring(1).toLowerCase(Locale.ROOT);
  }
}
