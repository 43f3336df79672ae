package org.binnacle.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.binnacle.kernel.Fault;
import org.binnacle.review.ReviewFaults;
import org.binnacle.review.live.Live;
import org.binnacle.review.live.LiveSchema;
import org.binnacle.review.schema.Schema;
import org.binnacle.review.schema.SchemaReading;
import org.binnacle.review.set.RuleSet;
import org.binnacle.review.set.RuleSets;
import org.binnacle.sql.parse.SqlParser;
import org.binnacle.sql.parse.Target;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What scripts are reviewed by: a rule set, the tables as they are, the server that they are for.
final class ReviewBy {
  @Option(
      names = "--rules",
      paramLabel = "FILE|NAME",
      description = "A rule set: default, strict, multi-active, legacy, or a YAML or TOML file.")
  String rules = "default";

  @Option(
      names = "--schema",
      paramLabel = "FILE",
      description =
          "DDL of the tables that are there: migrations, or what mysqldump --no-data wrote. May be repeated.")
  List<Path> schema = new ArrayList<>();

  @Option(
      names = "--snapshot",
      paramLabel = "FILE",
      description = "A snapshot of an instance's tables (JSON).")
  @Nullable Path snapshot;

  @Option(
      names = "--server-version",
      paramLabel = "V",
      description = "The server the scripts are for, such as 8.0.36, 8.4 or 5.7.44.")
  @Nullable String serverVersion;

  @Option(
      names = "--sql-mode",
      paramLabel = "M",
      description = "Its sql_mode (default: the version's own).")
  @Nullable String sqlMode;

  /// @throws Fault where there is none of that name, or the file is wrong
  RuleSet ruleSet() {
    return RuleSets.of(rules);
  }

  /// The server's own version and sql_mode, where one is asked and nobody said otherwise.
  Target target(RuleSet set, Optional<Live> asked) {
    String version =
        Optional.ofNullable(serverVersion)
            .or(() -> asked.map(a -> a.asked().version()))
            .or(set::server)
            .orElse(Target.DEFAULT.name());
    String mode =
        Optional.ofNullable(sqlMode)
            .or(() -> asked.map(a -> a.asked().sqlMode()))
            .or(set::sqlMode)
            .orElse("DEFAULT");
    return Target.of(version, mode).orElseThrow(() -> new Fault(ReviewFaults.BAD_VERSION, version));
  }

  /// @param database what unqualified names are of, until a script says USE; may be empty
  Schema schema(
      Target target, List<ReviewFiles.Source> files, Optional<Live> asked, String database) {
    if (asked.isPresent() && snapshot == null && schema.isEmpty()) {
      return LiveSchema.of(
          asked.get(), files.stream().map(ReviewFiles.Source::text).toList(), database, target);
    }
    Schema given = given(target);
    given.use(database);
    return given;
  }

  private Schema given(Target target) {
    if (snapshot != null) {
      return SchemaReading.ofSnapshot(snapshot, target);
    }
    if (schema.isEmpty()) {
      return Schema.unknown();
    }
    Schema given = Schema.given();
    var parser = new SqlParser(target);
    for (Path file : schema) {
      String text = ReviewFiles.text(file);
      if (SchemaReading.add(given, text, parser) == 0) {
        throw new Fault(ReviewFaults.BAD_SCHEMA, file + ": it has no DDL");
      }
    }
    given.settle();
    return given;
  }
}
