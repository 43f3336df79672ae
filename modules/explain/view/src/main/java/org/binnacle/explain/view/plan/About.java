package org.binnacle.explain.view.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.binnacle.explain.insight.Facts;
import org.binnacle.explain.live.Explained;
import org.binnacle.explain.live.ServerNote;
import org.binnacle.explain.schema.TableInfo;
import org.binnacle.kernel.InstanceRef;

/// What is known beside a plan's text: where it is from, and of what.
///
/// @param name what it is called: a file, an instance, `pasted`
/// @param sql the statement; empty where it is not known
/// @param instance that made the plan; empty where it came as text
/// @param database in which it was planned; empty for none
/// @param version of the server; empty where it is not known
/// @param at when it was made
/// @param origin in a few words how it was got; empty for a text
/// @param warnings what SHOW WARNINGS said, as `code text`, and what could not be asked
/// @param tables what the server tells of its tables, by the names in the plan
/// @param facts for the insights
public record About(
    String name,
    String sql,
    Optional<InstanceRef> instance,
    String database,
    String version,
    Optional<Instant> at,
    String origin,
    List<String> warnings,
    Map<String, TableInfo> tables,
    Facts facts) {

  public About {
    warnings = List.copyOf(warnings);
    tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
  }

  /// A plan that came as text alone.
  public static About text(String name) {
    return text(name, "");
  }

  /// A plan that came as text, of a statement that is known.
  public static About text(String name, String sql) {
    return new About(
        name,
        sql,
        Optional.empty(),
        "",
        "",
        Optional.empty(),
        "",
        List.of(),
        Map.of(),
        sql.isEmpty() ? Facts.NONE : Facts.NONE.withSql(sql));
  }

  /// What a server told.
  public static About of(Explained live) {
    var said = new ArrayList<String>(live.notes());
    live.warnings().stream().map(ServerNote::words).forEach(said::add);
    return new About(
        live.instance().name(),
        live.sql(),
        Optional.of(live.instance()),
        live.database().orElse(""),
        live.version(),
        Optional.of(live.at()),
        Origins.words(live.origin()),
        said,
        live.tables(),
        live.facts());
  }
}
