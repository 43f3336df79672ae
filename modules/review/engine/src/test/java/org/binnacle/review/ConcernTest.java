package org.binnacle.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.binnacle.kernel.Cancel;
import org.binnacle.review.live.FactScript;
import org.binnacle.review.live.Live;
import org.binnacle.review.live.LiveLimits;
import org.binnacle.review.rule.Rules;
import org.binnacle.review.schema.Schema;
import org.binnacle.review.schema.SchemaReading;
import org.binnacle.sql.Script;
import org.binnacle.sql.Statement;
import org.binnacle.sql.parse.SqlParser;
import org.binnacle.sql.parse.Target;
import org.junit.jupiter.api.Test;

/// A rule that says which statements it looks at has nothing to say of others: each such rule is
/// asked of every statement of every rule's examples that it does not want to be asked of.
class ConcernTest {
  private static final SqlParser PARSER = new SqlParser(Target.DEFAULT);

  @Test
  void aRuleHasNothingToSayOfWhatDoesNotConcernIt() {
    List<Subject> all = subjects();
    assertThat(all.size()).isGreaterThan(1_000);
    int asked = 0;
    var found = new ArrayList<String>();
    for (Rule rule : Rules.shipped()) {
      RuleInfo info = rule.info();
      if (info.concern() == Concern.ALL) {
        continue;
      }
      var out = new Findings(info, info.level(), Map.of(), f -> found.add(f.rule()));
      for (Subject s : all) {
        if (!info.concern().covers(s) && (s.isUnderstood() || rule.onAnything())) {
          int before = found.size();
          rule.check(s, out);
          if (found.size() > before) {
            found.add(s.text());
          }
          asked++;
        }
      }
    }
    assertThat(found).isEmpty();
    assertThat(asked).isGreaterThan(100_000);
  }

  private static List<Subject> subjects() {
    var seen = new LinkedHashSet<String>();
    var all = new ArrayList<Subject>();
    for (Rule rule : Rules.shipped()) {
      for (Example example : rule.info().examples()) {
        if (!seen.add(example.schema() + "\n" + example.script())) {
          continue;
        }
        Schema schema =
            example.schema().isEmpty()
                ? Schema.unknown()
                : SchemaReading.ofScripts(List.of(example.schema()), Target.DEFAULT);
        for (Statement one : Script.cut(example.script(), Target.DEFAULT.modes()).statements()) {
          all.add(
              new Subject(
                  all.size(),
                  one,
                  PARSER.parse(one.text()),
                  Target.DEFAULT,
                  schema,
                  Optional.of(
                      new Live(
                          new FactScript(example.live()), LiveLimits.standard(), Cancel.never()))));
        }
      }
    }
    return all;
  }
}
