package org.binnacle.app.cli;

import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes the documents of `--json`: maps in their own order, lists, texts, numbers, truth values;
/// instants in ISO 8601, durations as milliseconds, empty optionals as null. Only Jackson's
/// generator is used: its data binding loads many classes, which a small command would wait for.
final class Json {
  private Json() {}

  /// One line.
  static String of(Object document) {
    var text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      write(json, document);
    }
    return Harmless.json(text.toString());
  }

  private static void write(JsonGenerator json, @Nullable Object value) {
    switch (value) {
      case null -> json.writeNull();
      case Map<?, ?> map -> {
        json.writeStartObject();
        map.forEach(
            (name, member) -> {
              json.writeName(String.valueOf(name));
              write(json, member);
            });
        json.writeEndObject();
      }
      case Iterable<?> items -> {
        json.writeStartArray();
        items.forEach(item -> write(json, item));
        json.writeEndArray();
      }
      case Optional<?> optional -> write(json, optional.orElse(null));
      case Boolean truth -> json.writeBoolean(truth);
      case Integer number -> json.writeNumber(number);
      case Long number -> json.writeNumber(number);
      case Double number -> json.writeNumber(number);
      case Duration duration -> json.writeNumber(duration.toMillis());
      case Instant instant -> json.writeString(instant.toString());
      default -> json.writeString(value.toString());
    }
  }
}
