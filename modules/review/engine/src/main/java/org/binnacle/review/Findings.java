package org.binnacle.review;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.binnacle.review.live.PlanStep;
import org.binnacle.sql.Span;

/// Where a rule tells what it found, and where its settings are.
public final class Findings {
  private final RuleInfo rule;
  private final Level level;
  private final Map<String, Object> values = new HashMap<>();
  private final Map<String, List<String>> lists = new HashMap<>();
  private final Map<String, Pattern> patterns = new HashMap<>();
  private final Consumer<Finding> to;
  private int statement;

  Findings(RuleInfo rule, Level level, Map<String, Object> params, Consumer<Finding> to) {
    this.rule = rule;
    this.level = level;
    rule.params().forEach(p -> values.put(p.name(), p.standard()));
    values.putAll(params);
    this.to = to;
  }

  void of(int statement) {
    this.statement = statement;
  }

  public void at(Span span, String object, String message) {
    to.accept(new Finding(rule.id(), level, statement, span, message, Optional.empty(), object));
  }

  public void at(Span span, String object, String message, Fix fix) {
    to.accept(new Finding(rule.id(), level, statement, span, message, Optional.of(fix), object));
  }

  /// Of another statement of the script, for rules that look at all of it.
  public void at(Subject subject, Span span, String object, String message) {
    to.accept(
        new Finding(rule.id(), level, subject.number(), span, message, Optional.empty(), object));
  }

  /// A finding worse or milder than the rule usually is; a level set by a rule set stays.
  public void as(Level own, Span span, String object, String message) {
    Level told = level == rule.level() ? own : level;
    to.accept(new Finding(rule.id(), told, statement, span, message, Optional.empty(), object));
  }

  /// What a step of the statement's plan shows.
  public void step(PlanStep step, Span span, String message) {
    step(level, step, span, message);
  }

  /// The same, worse or milder than the rule usually is; a level set by a rule set stays.
  public void step(Level own, PlanStep step, Span span, String message) {
    Level told = level == rule.level() ? own : level;
    to.accept(
        new Finding(
            rule.id(),
            told,
            statement,
            span,
            message,
            Optional.empty(),
            step.base(),
            Optional.of(step.id())));
  }

  /// That at which the rule runs.
  public Level level() {
    return level;
  }

  public int number(String param) {
    return (Integer) value(param);
  }

  public boolean flag(String param) {
    return (Boolean) value(param);
  }

  public String text(String param) {
    return (String) value(param);
  }

  public List<String> list(String param) {
    return lists.computeIfAbsent(
        param, p -> ((List<?>) value(p)).stream().map(String::valueOf).toList());
  }

  /// A text that is a regular expression.
  public Pattern pattern(String param) {
    return pattern("", param);
  }

  /// The same behind a prefix such as `(?i)`.
  public Pattern pattern(String before, String param) {
    return patterns.computeIfAbsent(before + text(param), Pattern::compile);
  }

  private Object value(String param) {
    return Objects.requireNonNull(values.get(param), param);
  }

  /// One that is worse or milder than the rule usually is, with a way to put it right.
  public void as(Level own, Span span, String object, String message, Fix fix) {
    Level told = level == rule.level() ? own : level;
    to.accept(new Finding(rule.id(), told, statement, span, message, Optional.of(fix), object));
  }

  /// One that is worse or milder, of another statement of the script.
  public void as(Level own, Subject subject, Span span, String object, String message) {
    Level told = level == rule.level() ? own : level;
    to.accept(
        new Finding(rule.id(), told, subject.number(), span, message, Optional.empty(), object));
  }
}
