package org.binnacle.diagnosis.export;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.binnacle.diagnosis.session.Field;
import org.binnacle.diagnosis.session.ProcessRow;

/// One column of an exported table.
///
/// @param name its stable name in CSV and JSON, with the unit: `time_us`
/// @param label as people read it in Markdown
/// @param number the value of a COUNT or SPAN; empty where there is none
public record Head<T>(
    String name,
    String label,
    Field.Type type,
    Function<T, String> text,
    Function<T, Optional<Long>> number) {

  public static <T> Head<T> text(String name, Function<T, String> text) {
    return new Head<>(name, name, Field.Type.TEXT, text, row -> Optional.empty());
  }

  static Head<ProcessRow> of(Field field) {
    return new Head<>(field.exported(), field.key(), field.type(), field::text, field::number);
  }

  static List<Head<ProcessRow>> of(List<Field> fields) {
    return fields.stream().map(Head::of).toList();
  }
}
