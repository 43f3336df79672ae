package org.binnacle.explain.read;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.binnacle.explain.AccessMethod;
import org.binnacle.explain.Flag;
import org.binnacle.explain.IndexUse;
import org.binnacle.explain.NodeKind;
import org.binnacle.explain.TableRef;

/// The words for reading a table: `Covering index lookup on c using city (city='x')`.
final class AccessWords {

  private record Words(String prefix, AccessMethod method) {}

  private static final List<Words> KNOWN =
      List.of(
          new Words("table scan on ", AccessMethod.TABLE_SCAN),
          new Words("sample scan on ", AccessMethod.TABLE_SCAN),
          new Words("index scan on ", AccessMethod.INDEX_SCAN),
          new Words("index distance scan on ", AccessMethod.INDEX_SCAN),
          new Words("single-row index lookup on ", AccessMethod.UNIQUE_LOOKUP),
          new Words("multi-range index lookup on ", AccessMethod.INDEX_LOOKUP),
          new Words("full-text index search on ", AccessMethod.FULLTEXT),
          new Words("index lookup on ", AccessMethod.INDEX_LOOKUP),
          new Words("index range scan on ", AccessMethod.RANGE_SCAN),
          new Words("index skip scan for grouping on ", AccessMethod.GROUP_SKIP_SCAN),
          new Words("index skip scan for deduplication on ", AccessMethod.GROUP_SKIP_SCAN),
          new Words("index skip scan on ", AccessMethod.SKIP_SCAN),
          new Words("constant row from ", AccessMethod.CONST_ROW),
          new Words("scan new records on ", AccessMethod.NEW_ROWS_SCAN),
          new Words("count rows in ", AccessMethod.COUNT_ROWS),
          new Words("fill information schema table ", AccessMethod.TABLE_FUNCTION),
          new Words("materialize table function", AccessMethod.TABLE_FUNCTION),
          new Words("intersect rows sorted by row id", AccessMethod.INDEX_MERGE),
          new Words("sort-deduplicate by row id", AccessMethod.INDEX_MERGE),
          new Words("deduplicate rows sorted by row id", AccessMethod.INDEX_MERGE));

  private static final int LONGEST_PREFIX = 60;

  private AccessWords() {}

  static boolean read(Draft draft, String operation) {
    String start =
        operation
            .substring(0, Math.min(operation.length(), LONGEST_PREFIX))
            .toLowerCase(Locale.ROOT);
    boolean covering = start.contains("covering index");
    int removed = covering ? "covering ".length() : 0;
    String plain = covering ? start.replace("covering ", "") : start;
    for (Words words : KNOWN) {
      if (plain.startsWith(words.prefix)) {
        rest(draft, words.method, covering, operation.substring(words.prefix.length() + removed));
        return true;
      }
    }
    return false;
  }

  private static void rest(Draft draft, AccessMethod method, boolean covering, String rest) {
    int nameEnd = Reads.first(rest, " using ", " over ", " (", ", with index condition");
    TableRef table = TableRef.named(rest.substring(0, nameEnd));
    String tail = rest.substring(nameEnd);
    Optional<IndexUse> index = Optional.empty();
    if (tail.startsWith(" using ")) {
      String using = tail.substring(" using ".length());
      int end = Reads.first(using, " (", " over ", ", with index condition");
      tail = using.substring(end);
      boolean reverse = tail.contains("(reverse)");
      index =
          Optional.of(
              new IndexUse(
                  using.substring(0, end), List.of(), covering, reverse, OptionalInt.empty()));
      if (reverse) {
        draft.flags.add(Flag.BACKWARD_SCAN);
      }
    }
    draft.kind = new NodeKind.Access(method, table, index);
    conditions(draft, tail);
  }

  private static void conditions(Draft draft, String tail) {
    String left = tail;
    int pushed = left.indexOf(", with index condition: ");
    if (pushed >= 0) {
      draft.indexCondition = left.substring(pushed + ", with index condition: ".length());
      draft.flags.add(Flag.INDEX_CONDITION);
      left = left.substring(0, pushed);
    }
    if (left.contains("(re-planned for each iteration)")) {
      draft.flags.add(Flag.REPLANNED);
      return;
    }
    if (left.startsWith(" over ")) {
      for (String range :
          left.substring(" over ".length()).replace(" (reverse)", "").split(" OR ", -1)) {
        draft.ranges.add(range);
      }
    } else if (left.startsWith(" (") && !left.startsWith(" (reverse)")) {
      draft.lookup = Reads.inParentheses(left);
    }
  }
}
