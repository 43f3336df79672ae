package org.binnacle.explain.read;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.binnacle.explain.AccessMethod;
import org.binnacle.explain.IndexUse;
import org.binnacle.explain.NodeKind;
import org.binnacle.explain.TableRef;
import org.jspecify.annotations.Nullable;

/// The access types of tabular plans and block JSON (`ALL`, `ref`, `eq_ref` and so on).
final class AccessTypes {
  private static final Map<String, AccessMethod> KNOWN =
      Map.ofEntries(
          Map.entry("ALL", AccessMethod.TABLE_SCAN),
          Map.entry("index", AccessMethod.INDEX_SCAN),
          Map.entry("range", AccessMethod.RANGE_SCAN),
          Map.entry("ref", AccessMethod.INDEX_LOOKUP),
          Map.entry("ref_or_null", AccessMethod.INDEX_LOOKUP),
          Map.entry("index_subquery", AccessMethod.INDEX_LOOKUP),
          Map.entry("eq_ref", AccessMethod.UNIQUE_LOOKUP),
          Map.entry("unique_subquery", AccessMethod.UNIQUE_LOOKUP),
          Map.entry("const", AccessMethod.CONST_ROW),
          Map.entry("system", AccessMethod.CONST_ROW),
          Map.entry("fulltext", AccessMethod.FULLTEXT),
          Map.entry("index_merge", AccessMethod.INDEX_MERGE));

  private AccessTypes() {}

  /// MariaDB writes `hash_ALL` for a hashed join buffer and `ref|filter` for a row id filter.
  static AccessMethod of(@Nullable String type) {
    if (type == null) {
      return AccessMethod.UNKNOWN_ACCESS;
    }
    String plain = type.startsWith("hash_") ? type.substring("hash_".length()) : type;
    int bar = plain.indexOf('|');
    return KNOWN.getOrDefault(
        bar < 0 ? plain : plain.substring(0, bar), AccessMethod.UNKNOWN_ACCESS);
  }

  static NodeKind.Access access(
      AccessMethod method,
      String table,
      @Nullable String key,
      List<String> parts,
      boolean covering,
      boolean reverse,
      @Nullable Double bytes) {
    OptionalInt length = bytes == null ? OptionalInt.empty() : OptionalInt.of(bytes.intValue());
    Optional<IndexUse> index =
        key == null || key.isEmpty()
            ? Optional.empty()
            : Optional.of(new IndexUse(first(key), parts, covering, reverse, length));
    return new NodeKind.Access(method, TableRef.named(table), index);
  }

  private static String first(String key) {
    int bar = key.indexOf('|');
    return bar < 0 ? key : key.substring(0, bar);
  }

  /// Our words for an access, in the style of MySQL's trees.
  static String label(NodeKind.Access access, @Nullable String lookup) {
    String covering =
        access.index().map(IndexUse::covering).orElse(false) ? "Covering index " : "Index ";
    String what =
        switch (access.method()) {
          case TABLE_SCAN -> "Table scan on ";
          case INDEX_SCAN -> covering + "scan on ";
          case INDEX_LOOKUP -> covering + "lookup on ";
          case UNIQUE_LOOKUP ->
              "Single-row "
                  + covering.replace("Covering index", "covering index").replace("Index", "index")
                  + "lookup on ";
          case RANGE_SCAN -> covering + "range scan on ";
          case SKIP_SCAN -> covering + "skip scan on ";
          case GROUP_SKIP_SCAN -> covering + "skip scan for grouping on ";
          case INDEX_MERGE -> "Index merge on ";
          case FULLTEXT -> "Full-text index search on ";
          case CONST_ROW -> "Constant row from ";
          case COUNT_ROWS -> "Count rows in ";
          case NEW_ROWS_SCAN -> "Scan new records on ";
          case TABLE_FUNCTION -> "Table function ";
          case UNKNOWN_ACCESS -> "Access to ";
        };
    return what
        + access.table().name()
        + access.index().map(index -> " using " + index.name()).orElse("")
        + (lookup == null || lookup.isEmpty() ? "" : " (" + lookup + ")");
  }
}
