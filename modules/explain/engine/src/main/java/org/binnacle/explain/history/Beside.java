package org.binnacle.explain.history;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.binnacle.explain.insight.Facts;
import org.binnacle.explain.insight.TableFacts;
import org.binnacle.explain.live.Explained;
import org.binnacle.explain.live.ServerNote;
import org.binnacle.explain.schema.TableInfo;

/// What was known beside a plan when it was made. It is kept with the plan, so that a plan of last
/// week is judged by the tables of last week.
///
/// @param warnings what SHOW WARNINGS said, as `code text`, then what could not be asked
/// @param tables by the names that the plan uses
/// @param variables of the session, those that insights ask for
public record Beside(
    List<String> warnings, Map<String, TableInfo> tables, Map<String, String> variables) {
  public static final Beside NOTHING = new Beside(List.of(), Map.of(), Map.of());

  public Beside {
    warnings = List.copyOf(warnings);
    tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
    variables = Map.copyOf(variables);
  }

  static Beside of(Explained explained) {
    return new Beside(
        explained.warnings().stream().map(ServerNote::words).toList(),
        explained.tables(),
        explained.facts().variables());
  }

  /// For the insights.
  Facts facts(String sql, String version) {
    Facts facts =
        Facts.NONE
            .withVariables(variables)
            .withWarnings(warnings)
            .withTables(TableFacts.of(tables));
    Facts known = sql.isEmpty() ? facts : facts.withSql(sql);
    return version.isEmpty() ? known : known.withServer(version);
  }

  /// As text, for a store.
  public String text() {
    return BesideText.write(this);
  }

  /// Reads what {@link #text} wrote; what cannot be read counts as nothing.
  public static Beside read(String text) {
    return BesideText.read(text);
  }
}
