package org.binnacle.app.cli;

import java.time.Clock;
import java.time.ZoneId;
import org.binnacle.review.history.Scope;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What part of the kept reviews is asked for.
final class ScopeOptions {
  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "12h, 7d, a date such as 2026-11-20, or all (default: 90d).")
  String since = "90d";

  @Option(names = "--project", paramLabel = "NAME", description = "Only this project.")
  @Nullable String project;

  @Option(names = "--author", paramLabel = "NAME", description = "Only lines of this author.")
  @Nullable String author;

  @Option(
      names = "--rule",
      paramLabel = "ID",
      description = "Only this rule, or a family such as 'name.*'.")
  @Nullable String rule;

  Scope scope() {
    Scope scope = Scope.ALL;
    if (!since.equals("all")) {
      scope = scope.since(Times.since(since, Clock.systemUTC().instant(), ZoneId.systemDefault()));
    }
    scope = project == null ? scope : scope.project(project);
    scope = author == null ? scope : scope.author(author);
    return rule == null ? scope : scope.rule(rule);
  }
}
