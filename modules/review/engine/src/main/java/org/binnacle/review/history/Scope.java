package org.binnacle.review.history;

import java.time.Instant;
import java.util.Optional;

/// What part of the kept runs is asked for.
///
/// @param since only what a run from then on saw or found fixed
/// @param project only this one
/// @param author only lines of this author, ignoring case
/// @param rule only this rule, or a family as `name.*`
public record Scope(
    Optional<Instant> since,
    Optional<String> project,
    Optional<String> author,
    Optional<String> rule) {
  public static final Scope ALL =
      new Scope(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public Scope since(Instant from) {
    return new Scope(Optional.of(from), project, author, rule);
  }

  public Scope project(String name) {
    return new Scope(since, Optional.of(name), author, rule);
  }

  public Scope author(String name) {
    return new Scope(since, project, Optional.of(name), rule);
  }

  public Scope rule(String id) {
    return new Scope(since, project, author, Optional.of(id));
  }
}
