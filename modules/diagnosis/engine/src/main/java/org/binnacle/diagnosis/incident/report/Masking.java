package org.binnacle.diagnosis.incident.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.binnacle.diagnosis.incident.Finding;
import org.binnacle.diagnosis.incident.Grid;
import org.binnacle.diagnosis.incident.Incident;
import org.binnacle.diagnosis.incident.Part;
import org.binnacle.diagnosis.incident.Recorded;
import org.binnacle.diagnosis.incident.Understood;
import org.binnacle.diagnosis.incident.rule.Rules;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.sql.Dialect;
import org.binnacle.sql.Fingerprint;
import org.binnacle.sql.SqlModes;

/// Takes values, hosts and users out of an incident. The same host has the same pseudonym
/// everywhere in it. Works in two passes: columns that hold a name tell which names there are; then
/// each of them is replaced wherever it stands, also inside other texts.
public final class Masking {
  private static final Set<String> SQL =
      Set.of("sql", "last_sql", "query", "info", "sample_sql", "trx_query", "statement");
  private static final Set<String> HOST =
      Set.of(
          "host",
          "source_host",
          "master_host",
          "member_host",
          "hostname",
          "report_host",
          "bind_address",
          "admin_address",
          "source_bind",
          "master_bind",
          "set_host");
  private static final Set<String> USER =
      Set.of("user", "source_user", "master_user", "report_user", "set_user");
  private static final Set<String> NOT_NAMES =
      Set.of(
          "",
          "*",
          "localhost",
          "127.0.0.1",
          "::1",
          "0.0.0.0",
          "::",
          "system user",
          "event_scheduler");
  private static final String LEFT_OUT = "(left out: it may hold values)";

  private final Mask mask;
  private final Map<String, String> pseudonyms = new HashMap<>();
  private Pattern names = Pattern.compile("(?!)");
  private int hosts;
  private int users;

  private Masking(Mask mask) {
    this.mask = mask;
  }

  public static Incident of(Incident incident, Mask mask) {
    Incident masked = mask.any() ? new Masking(mask).masked(incident) : incident;
    return mask.onlySummary() ? Abridged.of(masked) : masked;
  }

  /// Whether a column of this name holds statements.
  static boolean isStatement(String column) {
    return SQL.contains(column.toLowerCase(Locale.ROOT));
  }

  private Incident masked(Incident incident) {
    incident.recorded().forEach(this::collect);
    names =
        pseudonyms.isEmpty()
            ? names
            : Pattern.compile(
                "(?<![A-Za-z0-9_])(?:"
                    + String.join(
                        "|",
                        pseudonyms.keySet().stream()
                            .sorted(Comparator.comparingInt(String::length).reversed())
                            .map(Pattern::quote)
                            .toList())
                    + ")(?![A-Za-z0-9_])");
    List<Recorded> recorded = incident.recorded().stream().map(this::masked).toList();
    // Sentences are made again of what is masked, rather than mended.
    List<Finding> findings = recorded.stream().flatMap(one -> Rules.look(one).stream()).toList();
    return new Incident(
        incident.id(),
        incident.at(),
        incident.took(),
        replaced(incident.title()),
        replaced(trigger(incident.trigger())),
        mask.literals() ? "" : replaced(incident.note()),
        true,
        recorded,
        findings.stream().sorted(Comparator.comparing(Finding::severity)).toList());
  }

  private void collect(Recorded one) {
    if (mask.hosts()) {
      String address = one.instance().address();
      int colon = address.lastIndexOf(':');
      host(colon < 0 ? address : address.substring(0, colon));
      host(one.instance().name());
      host(one.instance().cluster());
    }
    for (Part part : one.parts()) {
      for (Grid grid : part.grids().values()) {
        collect(grid);
      }
    }
  }

  private void collect(Grid grid) {
    for (Grid.Line line : grid.lines()) {
      for (String column : grid.columns()) {
        name(column.toLowerCase(Locale.ROOT), line.text(column));
      }
      // Variables have their name in a column of its own.
      name(line.low("name"), line.text("value"));
      name(line.low("name"), line.text("was"));
    }
  }

  private void name(String column, String text) {
    if (mask.hosts() && HOST.contains(column)) {
      host(text);
    } else if (mask.users() && USER.contains(column) && !NOT_NAMES.contains(text)) {
      pseudonyms.computeIfAbsent(text, key -> "user-" + ++users);
    }
  }

  private void host(String text) {
    if (!NOT_NAMES.contains(text)) {
      pseudonyms.computeIfAbsent(text, key -> "host-" + ++hosts);
    }
  }

  private Recorded masked(Recorded one) {
    InstanceRef ref = one.instance();
    var parts = new ArrayList<Part>();
    one.parts().forEach(part -> parts.add(masked(part)));
    return new Recorded(
        new InstanceRef(
            mask.hosts() ? replaced(ref.name()) : ref.id(),
            replaced(ref.name()),
            replaced(ref.address()),
            ref.environment(),
            ref.colour(),
            ref.safety(),
            replaced(ref.cluster())),
        one.version(),
        one.flavour(),
        parts);
  }

  private Part masked(Part part) {
    var grids = new LinkedHashMap<String, Grid>();
    boolean free = mask.literals() && !Understood.is(part);
    part.grids()
        .forEach(
            (name, grid) ->
                grids.put(name, masked(grid, free || (mask.literals() && freeText(name)))));
    var texts = new LinkedHashMap<String, String>();
    part.texts()
        .forEach((name, text) -> texts.put(name, free ? LEFT_OUT : text(part.step(), name, text)));
    return new Part(
        part.step(),
        part.version(),
        part.status(),
        replaced(detail(part)),
        part.ms(),
        part.bytes(),
        grids,
        texts);
  }

  private String text(String step, String name, String text) {
    boolean definition = step.equals("tables") && name.contains(".");
    boolean ours = step.equals("locks") && name.equals("summary");
    // A definition may hold values too: defaults, comments, partitions.
    if (mask.literals() && !ours) {
      return definition ? fingerprint(text) : LEFT_OUT;
    }
    return replaced(text);
  }

  private static boolean freeText(String name) {
    return name.equals("error log");
  }

  /// The server's own words about what failed may cite values in quotes.
  private String detail(Part part) {
    return mask.literals() && part.status() != Part.Status.DENIED
        ? part.detail().replaceAll("'[^']*'", "'?'")
        : part.detail();
  }

  /// A filter of the process list that a trigger names may hold values.
  private String trigger(String words) {
    return mask.literals() ? words.replaceAll("\\(.*\\)", "(...)") : words;
  }

  private Grid masked(Grid grid, boolean free) {
    var rows = new ArrayList<List<String>>();
    for (List<String> row : grid.rows()) {
      var cells = new ArrayList<String>(row.size());
      for (int i = 0; i < row.size(); i++) {
        String column = grid.columns().get(i).toLowerCase(Locale.ROOT);
        cells.add(cell(column, row.get(i), free));
      }
      rows.add(cells);
    }
    return new Grid(grid.columns(), rows, grid.cut());
  }

  private String cell(String column, String text, boolean free) {
    if (text.isEmpty()) {
      return text;
    }
    if (mask.literals()) {
      if (SQL.contains(column)) {
        return replaced(fingerprint(text));
      }
      if (column.equals("plan")) {
        return LEFT_OUT;
      }
      if (column.equals("lock")) {
        return replaced(text.replaceAll("\\([^)]*\\)", "(?)"));
      }
      if (column.endsWith("_error")
          || (free && column.equals("text"))
          || (free && !column.equals("at"))) {
        return LEFT_OUT;
      }
    }
    return replaced(text);
  }

  private static String fingerprint(String sql) {
    return Fingerprint.of(sql, SqlModes.DEFAULT, Dialect.MYSQL).text();
  }

  private String replaced(String text) {
    if (pseudonyms.isEmpty() || text.isEmpty()) {
      return text;
    }
    return names
        .matcher(text)
        .replaceAll(
            found -> Matcher.quoteReplacement(pseudonyms.getOrDefault(found.group(), "name")));
  }
}
