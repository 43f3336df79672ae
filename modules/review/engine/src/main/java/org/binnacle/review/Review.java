package org.binnacle.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.binnacle.review.live.Live;
import org.binnacle.review.live.Unanswered;
import org.binnacle.review.report.FileReport;
import org.binnacle.review.report.NotRun;
import org.binnacle.review.rule.Rules;
import org.binnacle.review.schema.Evolution;
import org.binnacle.review.schema.Schema;
import org.binnacle.review.set.RuleSet;
import org.binnacle.sql.Script;
import org.binnacle.sql.Span;
import org.binnacle.sql.Statement;
import org.binnacle.sql.parse.Parsed;
import org.binnacle.sql.parse.SqlParser;
import org.binnacle.sql.parse.Target;

/// The door of the engine: a script in, a report out. For one thread. Where a schema is given, the
/// files of one review share it, so that a later file sees what an earlier one made; without one
/// each file stands alone: nobody knows which of them are run after each other.
public final class Review {
  private final RuleSet set;
  private final Target target;
  private final Schema given;
  private final String database;
  private final SqlParser parser;
  private final Cancel cancel;
  private final Optional<Live> live;
  private final List<Rule> rules;

  /// @param schema is changed as the scripts go
  public Review(RuleSet set, Target target, Schema schema, Cancel cancel) {
    this(set, target, schema, Optional.empty(), cancel);
  }

  /// @param live the server that is asked too
  public Review(RuleSet set, Target target, Schema schema, Optional<Live> live, Cancel cancel) {
    this.live = live;
    this.set = set;
    this.target = target;
    this.given = schema;
    this.database = schema.database();
    this.parser = new SqlParser(target);
    this.cancel = cancel;
    this.rules = new ArrayList<>(Rules.shipped());
    rules.addAll(set.custom());
  }

  public Target target() {
    return target;
  }

  /// A rule as it runs on one file.
  private record Running(Rule rule, Findings out) {}

  /// @param path as it is reported; overrides of the rule set look at it
  public FileReport file(String path, String text) {
    return file(path, text, subject -> {});
  }

  /// @param seen told of each statement when the rules have looked at it and before its DDL changes
  ///   the schema
  public FileReport file(String path, String text, Consumer<Subject> seen) {
    Schema schema = given.isComplete() ? given : Schema.unknown();
    SessionState.begin(schema, database);
    var found = new ArrayList<Finding>();
    var notRun = new ArrayList<NotRun>();
    List<Running> running = running(path, found, notRun);
    Script script = Script.cut(text, target.modes());
    var subjects = new ArrayList<Subject>(script.statements().size());
    for (Statement statement : script.statements()) {
      cancel.check();
      Parsed parsed = parser.parse(statement.text());
      var subject = new Subject(subjects.size(), statement, parsed, target, schema, live);
      subjects.add(subject);
      verdict(subject, found);
      foretell(subject);
      for (Running one : running) {
        if (one.rule().info().concern().covers(subject)) {
          run(one, subject, found, notRun);
        }
      }
      seen.accept(subject);
      follow(subject, schema);
      live.ifPresent(l -> l.follow(subject));
    }
    var whole = new ScriptSubject(text, subjects, target, schema);
    running.forEach(one -> run(one, whole, found, notRun));
    return FileReport.of(path, text, subjects, found, notRun);
  }

  private List<Running> running(String path, List<Finding> found, List<NotRun> notRun) {
    var running = new ArrayList<Running>();
    for (Rule rule : rules) {
      RuleInfo info = rule.info();
      RuleSet.Setting setting = set.of(info, path);
      if (!setting.on().orElse(info.on()) || !info.isFor(target.version())) {
        continue;
      }
      boolean runs = hasWhat(info.need());
      if (runs) {
        Map<String, Object> params = setting.params();
        running.add(
            new Running(
                rule,
                new Findings(info, setting.level().orElse(info.level()), params, found::add)));
      } else {
        notRun.add(new NotRun(info.id(), info.need()));
      }
    }
    return running;
  }

  private boolean hasWhat(Need need) {
    return switch (need) {
      case TEXT -> true;
      case SCHEMA -> given.isComplete();
      case REPLICA -> live.isPresent();
    };
  }

  /// What the grammar said is a finding too.
  private void verdict(Subject subject, List<Finding> found) {
    switch (subject.parsed()) {
      case Parsed.Understood u -> {}
      case Parsed.Wrong wrong ->
          found.add(
              own(Own.SYNTAX, subject, wrong.error().span(), sentence(wrong.error().message())));
      case Parsed.NotReviewed not ->
          found.add(
              own(
                  Own.NOT_REVIEWED,
                  subject,
                  subject.head(),
                  "Not reviewed: " + not.reason() + "."));
    }
  }

  private static String sentence(String words) {
    String upper = Character.toUpperCase(words.charAt(0)) + words.substring(1);
    return upper.endsWith("?") || upper.endsWith(".") ? upper : upper + ".";
  }

  private static Finding own(RuleInfo rule, Subject subject, Span span, String message) {
    return new Finding(
        rule.id(), rule.level(), subject.number(), span, message, Optional.empty(), "");
  }

  private static void run(Running one, Subject subject, List<Finding> found, List<NotRun> notRun) {
    if (!subject.isUnderstood() && !one.rule().onAnything()) {
      return;
    }
    one.out().of(subject.number());
    try {
      one.rule().check(subject, one.out());
    } catch (Fault e) {
      throw e; // cancelled, or the server is gone: no bug of the rule
    } catch (RuntimeException e) {
      failed(one.rule(), e, subject, found, notRun);
    }
  }

  private static void run(
      Running one, ScriptSubject script, List<Finding> found, List<NotRun> notRun) {
    if (script.statements().isEmpty()) {
      return;
    }
    Subject last = script.statements().getLast();
    one.out().of(last.number());
    try {
      one.rule().checkScript(script, one.out());
    } catch (Fault e) {
      throw e;
    } catch (RuntimeException e) {
      failed(one.rule(), e, last, found, notRun);
    }
  }

  /// A rule that was refused an answer has not run; any other that throws has failed.
  private static void failed(
      Rule rule, RuntimeException e, Subject at, List<Finding> found, List<NotRun> notRun) {
    if (e instanceof Unanswered refused && !refused.isOurs()) {
      var one = new NotRun(rule.info().id(), Need.REPLICA, Optional.of(refused.why()));
      if (!notRun.contains(one)) {
        notRun.add(one);
      }
    } else {
      found.add(own(Own.RULE_FAILED, at, at.head(), failed(rule, e)));
    }
  }

  private static String failed(Rule rule, RuntimeException e) {
    return "The rule "
        + rule.info().id()
        + " failed ("
        + e
        + "): a bug of Binnacle. What else is reported stands.";
  }

  /// While the schema is as it is before. What goes wrong here goes wrong in the rules of ddl too,
  /// which tell of it.
  private static void foretell(Subject subject) {
    try {
      subject.prediction();
    } catch (RuntimeException e) {
      // no prediction, then
    }
  }

  private static void follow(Subject subject, Schema schema) {
    subject.ddl().ifPresent(ddl -> Evolution.apply(schema, ddl));
    SessionState.follow(subject, schema);
  }
}
