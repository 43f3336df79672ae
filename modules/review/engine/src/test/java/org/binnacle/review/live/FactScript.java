package org.binnacle.review.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/// The port as a few lines of text, for examples of live rules:
///
/// ```
/// table-scan orders rows=5000 table=5000 where partitions=12/12 DEPENDENT    a step of the plan
/// cost=2500
/// refuses 1054 Unknown column 'x'        silent why
/// table orders rows=10 mb=1 next=7 versions=3
/// index orders k columns=a,b cardinality=5 reads=0
/// transaction orders age=600 certain
/// unfit orders v                          distinct orders a rows=100 values=3
/// variable name value                     proposes orders a,b
/// ```
public final class FactScript implements LiveProbe {
  private static final Set<String> FACTS =
      Set.of(
          "table",
          "index",
          "transaction",
          "unfit",
          "distinct",
          "variable",
          "proposes",
          "refuses",
          "silent");

  private final List<String[]> lines = new ArrayList<>();
  public int plans;

  public FactScript(String text) {
    text.lines().filter(l -> !l.isBlank()).forEach(l -> lines.add(l.strip().split("\\s+")));
  }

  @Override
  public Asked asked() {
    return new Asked(
        "replica-1",
        "10.0.0.2:3306",
        "8.0.36",
        "DEFAULT",
        "replica",
        OptionalLong.of(0),
        "",
        Instant.EPOCH);
  }

  @Override
  public List<String> databases() {
    return List.of("shop");
  }

  private static Map<String, String> settings(String[] words) {
    var all = new HashMap<String, String>();
    for (String word : words) {
      int equals = word.indexOf('=');
      if (equals > 0) {
        all.put(word.substring(0, equals), word.substring(equals + 1));
      }
    }
    return all;
  }

  private List<String[]> of(String kind, String first) {
    return lines.stream()
        .filter(w -> w[0].equals(kind) && (first.isEmpty() || w[1].equalsIgnoreCase(first)))
        .toList();
  }

  private static OptionalLong number(Map<String, String> all, String key) {
    return all.containsKey(key)
        ? OptionalLong.of(Long.parseLong(all.get(key)))
        : OptionalLong.empty();
  }

  @Override
  public Optional<LiveTable> table(String schema, String table) {
    return of("table", table).stream()
        .findFirst()
        .map(
            w -> {
              Map<String, String> all = settings(w);
              return new LiveTable(
                  schema,
                  table,
                  false,
                  "",
                  "InnoDB",
                  number(all, "rows").orElse(0),
                  number(all, "mb").orElse(0) * 1_048_576,
                  0,
                  number(all, "next"),
                  number(all, "versions"),
                  of("index", table).stream().map(FactScript::index).toList(),
                  List.of());
            });
  }

  private static LiveIndex index(String[] w) {
    Map<String, String> all = settings(w);
    return new LiveIndex(
        w[2],
        false,
        List.of(all.getOrDefault("columns", "").split(",")),
        number(all, "cardinality"),
        number(all, "reads"));
  }

  @Override
  public PlanAnswer plan(String database, String sql) {
    plans++;
    for (String[] w : of("refuses", "")) {
      return new PlanAnswer.Refused(
          Integer.parseInt(w[1]), String.join(" ", List.of(w).subList(2, w.length)));
    }
    for (String[] w : of("silent", "")) {
      return new PlanAnswer.NotAsked(String.join(" ", List.of(w).subList(1, w.length)));
    }
    var steps = new ArrayList<PlanStep>();
    var cost = OptionalDouble.empty();
    for (String[] w : lines) {
      if (w[0].startsWith("cost=")) {
        cost = OptionalDouble.of(Double.parseDouble(w[0].substring(5)));
      } else if (!FACTS.contains(w[0])) {
        steps.add(step(w, "s" + steps.size()));
      }
    }
    return new PlanAnswer.Planned(
        new PlanFacts(
            "a plan", "EXPLAIN FORMAT=TREE " + sql, steps, cost, List.of(), Instant.EPOCH));
  }

  private static PlanStep step(String[] w, String id) {
    Map<String, String> all = settings(w);
    String table = w.length > 1 && w[1].indexOf('=') < 0 && !isMark(w[1]) ? w[1] : "";
    Set<String> marks = new HashSet<>();
    for (String word : w) {
      if (isMark(word)) {
        marks.add(word);
      }
    }
    String[] partitions = all.getOrDefault("partitions", "0/0").split("/");
    return new PlanStep(
        id,
        w[0],
        String.join(" ", w),
        table,
        table,
        all.getOrDefault("index", ""),
        Double.parseDouble(all.getOrDefault("rows", "-1")),
        Double.parseDouble(all.getOrDefault("loops", "1")),
        number(all, "table").orElse(-1),
        List.of(w).contains("where"),
        marks,
        Integer.parseInt(partitions[1]),
        Integer.parseInt(partitions[0]));
  }

  private static boolean isMark(String word) {
    return word.matches("[A-Z_]{4,}");
  }

  @Override
  public List<IndexProposal> proposals(String database, String sql) {
    return of("proposes", "").stream()
        .map(
            w ->
                new IndexProposal(
                    w[1],
                    List.of(w[2].split(",")),
                    "ALTER TABLE " + w[1] + " ADD INDEX (" + w[2] + ")",
                    "equality"))
        .toList();
  }

  @Override
  public List<OpenTransaction> transactions(String schema, String table) {
    return of("transaction", table).stream()
        .map(
            w ->
                new OpenTransaction(
                    7,
                    "app",
                    number(settings(w), "age").orElse(0),
                    List.of(w).contains("certain"),
                    ""))
        .toList();
  }

  @Override
  public Optional<String> variable(String name) {
    return of("variable", name).stream().findFirst().map(w -> w[2]);
  }

  @Override
  public DataAnswer unfit(String schema, String table, String column, Fit fit) {
    return of("unfit", table).stream().anyMatch(w -> w[2].equalsIgnoreCase(column))
        ? new DataAnswer.Unfit()
        : new DataAnswer.Fits();
  }

  @Override
  public Optional<Distinct> distinct(String schema, String table, List<String> columns, int rows) {
    return of("distinct", table).stream()
        .filter(w -> w[2].equals(String.join(",", columns)))
        .findFirst()
        .map(
            w ->
                new Distinct(
                    number(settings(w), "rows").orElse(0),
                    number(settings(w), "values").orElse(0)));
  }

  @Override
  public void close() {}
}
