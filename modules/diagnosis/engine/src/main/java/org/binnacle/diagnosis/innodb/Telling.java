package org.binnacle.diagnosis.innodb;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.binnacle.kernel.Severity;

/// Takes the figures of the sections, and what the server lacks.
final class Telling {
  static final String NOT_YET = "–";

  private final List<Figure> figures = new ArrayList<>();
  private final Set<String> lacking = new LinkedHashSet<>();
  private String group = "";

  /// The group of the figures that come.
  void group(String title) {
    group = title;
  }

  void figure(String key, String name, String value, double number) {
    figure(key, name, value, number, Severity.OK, "");
  }

  void figure(
      String key, String name, String value, double number, Severity severity, String words) {
    figures.add(new Figure(key, group, name, value, number, severity, words));
  }

  /// A rate; before the second look it is not known yet. Nothing where the server lacks the
  /// counter.
  void rate(String key, String name, OptionalLong counter, OptionalDouble perS) {
    rate(key, name, counter, perS, Severity.OK, "");
  }

  /// @param severity and words, where the rate is above nought
  void rate(
      String key,
      String name,
      OptionalLong counter,
      OptionalDouble perS,
      Severity severity,
      String words) {
    if (counter.isEmpty()) {
      return;
    }
    boolean some = perS.orElse(0) > 0;
    figure(
        key,
        name,
        perS.isPresent() ? Amount.perS(perS.getAsDouble()) : NOT_YET,
        perS.orElse(Double.NaN),
        some ? severity : Severity.OK,
        some ? words : "");
  }

  void bytesPerS(String key, String name, OptionalLong counter, OptionalDouble perS) {
    if (counter.isPresent()) {
      figure(
          key,
          name,
          perS.isPresent() ? Amount.bytes(Math.round(perS.getAsDouble())) + "/s" : NOT_YET,
          perS.orElse(Double.NaN));
    }
  }

  /// @param what such as `checkpoint age`
  void lacks(String what) {
    lacking.add(what);
  }

  List<Figure> figures() {
    return List.copyOf(figures);
  }

  List<String> lacking() {
    return List.copyOf(lacking);
  }
}
