package org.binnacle.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.binnacle.review.set.RuleSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What can be looked up in place of a review: rules, rule sets, the form of a report.
final class ReviewPages {
  @Option(names = "--list-rules", description = "List the rules of the rule set.")
  boolean listRules;

  @Option(
      names = "--explain-rule",
      paramLabel = "ID",
      description = "Tell of one rule: what, why, examples, parameters.")
  @Nullable String explainRule;

  @Option(names = "--print-config", description = "Print the rule set with all that it extends.")
  boolean printConfig;

  @Option(
      names = "--print-schema",
      description = "Print the JSON schema of what --format json writes.")
  boolean printSchema;

  /// What is asked for; nothing where a review is.
  ///
  /// @param set read only where a page wants it
  Optional<String> page(Supplier<RuleSet> set, boolean json) {
    if (printSchema) {
      return Optional.of(schema());
    }
    if (explainRule != null) {
      return Optional.of(RulePages.page(explainRule, set.get()));
    }
    if (listRules) {
      return Optional.of(RulePages.list(set.get(), json));
    }
    return printConfig ? Optional.of(RulePages.config(set.get())) : Optional.empty();
  }

  private static String schema() {
    try (InputStream in = ReviewPages.class.getResourceAsStream("/schemas/review-report.json")) {
      if (in == null) {
        throw new IllegalStateException("the schema of reports is not there");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
