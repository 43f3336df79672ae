package org.binnacle.review;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.binnacle.review.live.Live;
import org.binnacle.review.live.LiveSchema;
import org.binnacle.review.schema.Schema;
import org.binnacle.review.schema.SchemaReading;
import org.binnacle.review.set.RuleSet;
import org.binnacle.review.set.RuleSets;
import org.binnacle.review.source.SqlText;
import org.binnacle.sql.parse.SqlParser;
import org.binnacle.sql.parse.Target;

/// What a review is asked for, as `binnacle review` and the screen take it.
///
/// @param rules a rule set by name or file
/// @param schema files of DDL that tell the tables as they are; none where nobody knows
/// @param snapshot of an instance; stands before `schema`
/// @param server a version; the rule set's where it is empty
/// @param sqlMode the rule set's where it is empty
public record ReviewOptions(
    String rules,
    List<Path> schema,
    Optional<Path> snapshot,
    Optional<String> server,
    Optional<String> sqlMode) {
  public static final ReviewOptions DEFAULT =
      new ReviewOptions("default", List.of(), Optional.empty(), Optional.empty(), Optional.empty());

  public ReviewOptions {
    schema = List.copyOf(schema);
  }

  /// The options as they are read; may be kept and shared between threads, since each review gets a
  /// schema of its own.
  public record Ready(RuleSet set, Target target, Schema schema) {

    /// @param cancel looked at between statements
    public Review review(Cancel cancel) {
      return review(Optional.empty(), cancel);
    }

    /// @param live the server that is asked too
    public Review review(Optional<Live> live, Cancel cancel) {
      return new Review(set, target, schema.copy(), live, cancel);
    }
  }

  /// Reads files, so not for the FX thread.
  ///
  /// @throws Fault where a rule set, a schema or a version is none
  public Ready ready() {
    RuleSet set = RuleSets.of(rules);
    Target target = target(set);
    return new Ready(set, target, schema(target));
  }

  /// With a server: its version and sql_mode where none is said, its tables where no schema is
  /// given.
  ///
  /// @param scripts that are to be reviewed: the tables that they name are asked for
  /// @param database what unqualified names are of, until a script says USE; may be empty
  public Ready ready(Live live, List<String> scripts, String database) {
    RuleSet set = RuleSets.of(rules);
    Target target =
        new ReviewOptions(
                rules,
                schema,
                snapshot,
                server.or(() -> Optional.of(live.asked().version())),
                sqlMode.or(() -> Optional.of(live.asked().sqlMode())))
            .target(set);
    if (snapshot.isPresent() || !schema.isEmpty()) {
      Schema given = schema(target);
      given.use(database);
      return new Ready(set, target, given);
    }
    return new Ready(set, target, LiveSchema.of(live, scripts, database, target));
  }

  public ReviewOptions withRules(String other) {
    return new ReviewOptions(other, schema, snapshot, server, sqlMode);
  }

  public ReviewOptions withServer(Optional<String> other) {
    return new ReviewOptions(rules, schema, snapshot, other, sqlMode);
  }

  public ReviewOptions withSchema(List<Path> files) {
    return new ReviewOptions(rules, files, Optional.empty(), server, sqlMode);
  }

  public ReviewOptions withSnapshot(Path file) {
    return new ReviewOptions(rules, List.of(), Optional.of(file), server, sqlMode);
  }

  private Target target(RuleSet set) {
    String version = server.or(set::server).orElse(Target.DEFAULT.name());
    String mode = sqlMode.or(set::sqlMode).orElse("DEFAULT");
    return Target.of(version, mode).orElseThrow(() -> new Fault(ReviewFaults.BAD_VERSION, version));
  }

  private Schema schema(Target target) {
    if (snapshot.isPresent()) {
      return SchemaReading.ofSnapshot(snapshot.get(), target);
    }
    if (schema.isEmpty()) {
      return Schema.unknown();
    }
    Schema given = Schema.given();
    var parser = new SqlParser(target);
    for (Path file : schema) {
      if (SchemaReading.add(given, SqlText.of(file), parser) == 0) {
        throw new Fault(ReviewFaults.BAD_SCHEMA, file + ": it has no DDL");
      }
    }
    given.use("");
    given.settle();
    return given;
  }
}
