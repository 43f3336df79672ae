package org.binnacle.diagnosis.incident.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.binnacle.diagnosis.incident.Finding;
import org.binnacle.diagnosis.incident.Grid;
import org.binnacle.kernel.Severity;

/// Metadata lock waits: a DDL behind a reader, and all others behind the DDL.
final class MetadataPile implements Rule {
  @Override
  public String id() {
    return "locks.metadata-pile";
  }

  @Override
  public Optional<Finding> look(Evidence evidence) {
    Optional<Grid.Line> root =
        Piles.roots(evidence).stream()
            .filter(line -> Piles.kindBelow(evidence, line, "MDL"))
            .findFirst();
    if (root.isPresent()) {
      return Optional.of(tree(evidence, root.get()));
    }
    List<Grid.Line> waiting =
        evidence.sessions().stream()
            .filter(line -> line.low("state").contains("metadata lock"))
            .toList();
    return waiting.isEmpty() ? Optional.empty() : Optional.of(states(evidence, waiting));
  }

  private Finding tree(Evidence evidence, Grid.Line root) {
    List<Grid.Line> below = Piles.below(evidence, root);
    Optional<Grid.Line> ddl =
        below.stream().filter(line -> line.number("blocks", 0) > 0).findFirst();
    var proof = new ArrayList<String>();
    proof.add(
        root.text("who")
            + " "
            + Evidence.account(root)
            + " "
            + root.text("doing")
            + (root.text("trx_age_us").isEmpty()
                ? ""
                : ", transaction open for " + Evidence.span(root.number("trx_age_us", 0))));
    ddl.ifPresent(
        line ->
            proof.add(
                line.text("who")
                    + " waits behind it and holds up "
                    + Evidence.plural(line.number("blocks", 0), "more session")
                    + ": "
                    + Evidence.sql(line.text("sql"))));
    if (root.text("inferred").equals("yes")
        || below.stream().anyMatch(line -> line.text("inferred").equals("yes"))) {
      proof.add("the holder is inferred: this server does not tell who holds metadata locks");
    }
    String table = below.stream().map(line -> line.text("table")).findFirst().orElse("");
    return evidence.finding(
        this,
        below.size() >= 5 ? Severity.CRITICAL : Severity.WARNING,
        "%s for a metadata lock%s behind %s %s (%s)%s."
            .formatted(
                Evidence.plural(below.size(), "session") + (below.size() == 1 ? " waits" : " wait"),
                table.isEmpty() ? "" : " on " + table,
                root.text("who"),
                Evidence.account(root),
                root.text("doing"),
                ddl.map(line -> "; " + line.text("who") + " makes the queue").orElse("")),
        proof,
        "End the holder: binnacle kill TARGET "
            + root.text("id")
            + " --connection; or the DDL: "
            + ddl.map(line -> "binnacle kill TARGET " + line.text("id") + " --query")
                .orElse("KILL QUERY of the waiting DDL")
            + ", which lets the others go on.");
  }

  private Finding states(Evidence evidence, List<Grid.Line> waiting) {
    Grid.Line first = waiting.getFirst();
    return evidence.finding(
        this,
        waiting.size() >= 5 ? Severity.CRITICAL : Severity.WARNING,
        Evidence.plural(waiting.size(), "session")
            + (waiting.size() == 1 ? " waits" : " wait")
            + " for a metadata lock; who holds it is not told by this server.",
        List.of("the longest: #" + first.text("id") + " " + Evidence.sql(first.text("sql"))),
        "Look for the oldest open transaction on that table, and for a DDL among those that wait.");
  }
}
