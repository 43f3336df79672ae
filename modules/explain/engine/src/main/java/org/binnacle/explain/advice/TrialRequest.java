package org.binnacle.explain.advice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.binnacle.explain.live.Confirmation;
import org.binnacle.explain.schema.TableInfo;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.sql.Quote;

/// A trial that is wanted.
///
/// @param mark in the names of all that the trial makes: eight hexadecimal digits
/// @param database the default database of the statement
/// @param tables those of the statement, as {@link Advising#tables} reads them
/// @param measured whether the statement is run for its plans (SELECT only)
/// @param limit of each index that is made, and of each run that is measured
/// @param confirmation with the instance's name where {@link Confirmation#needed} says so
public record TrialRequest(
    String mark,
    InstanceRef instance,
    Optional<String> database,
    String sql,
    List<Candidate> candidates,
    Map<String, TableInfo> tables,
    TrialMethod method,
    boolean measured,
    Duration limit,
    Confirmation confirmation) {
  static final String PREFIX = "binnacle_trial_";

  public TrialRequest {
    candidates = List.copyOf(candidates);
    tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
  }

  public static String newMark() {
    return UUID.randomUUID().toString().substring(0, 8);
  }

  public TrialRequest confirmed(Confirmation given) {
    return new TrialRequest(
        mark, instance, database, sql, candidates, tables, method, measured, limit, given);
  }

  /// The scratch schema of a sample.
  String scratch() {
    return PREFIX + mark;
  }

  /// The index of one candidate.
  TrialIndex index(int number) {
    Candidate candidate = candidates.get(number);
    return switch (method) {
      case TrialMethod.Sample ignored ->
          new TrialIndex(PREFIX + mark + "_" + number, scratch(), candidate, false);
      case TrialMethod.Invisible ignored ->
          new TrialIndex(
              PREFIX + mark + "_" + number,
              candidate.schema().isEmpty() ? database.orElse("") : candidate.schema(),
              candidate,
              true);
    };
  }

  /// What will be sent that changes something, in its order.
  public List<String> statements() {
    var all = new ArrayList<String>();
    if (method instanceof TrialMethod.Sample(long rows)) {
      all.add("CREATE DATABASE " + Quote.name(scratch()));
      for (TableInfo table : tables.values()) {
        all.addAll(SampleCopy.of(scratch(), table, rows));
      }
    }
    for (int i = 0; i < candidates.size(); i++) {
      all.add(index(i).create());
      all.add((measured ? "-- its plan is measured: " : "-- its plan is asked for: ") + line());
      all.add(index(i).drop());
    }
    if (method instanceof TrialMethod.Sample) {
      all.add("DROP DATABASE " + Quote.name(scratch()));
    }
    return all;
  }

  private String line() {
    String line = sql.strip().replaceAll("\\s+", " ");
    return line.length() > 200 ? line.substring(0, 200) + " …" : line;
  }
}
