package org.binnacle.review.rule.script;

import java.util.List;
import org.binnacle.review.Rule;

/// The rules of this family, by id.
public final class ScriptRules {
  private ScriptRules() {}

  public static List<Rule> all() {
    return List.of(
        new MergeAlters(),
        new IndexByAlter(),
        new DuplicateObject(),
        new ExplicitCommit(),
        new ForbiddenStatement(),
        new IsolationLevel(),
        new MaxSize(),
        new MaxStatements(),
        new MixedDdlDml(),
        new OrderDependency(),
        new QualifiedNames(),
        new SetSession(),
        new UncommittedBeforeDdl(),
        new DeprecatedSyntax(),
        new FullWidth(),
        new MissingTerminator(),
        new VersionRemoved());
  }
}
