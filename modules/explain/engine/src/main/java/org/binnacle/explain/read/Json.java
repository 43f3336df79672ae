package org.binnacle.explain.read;

import java.util.List;
import java.util.Optional;
import org.binnacle.explain.TextRange;
import org.jspecify.annotations.Nullable;

/// A JSON value that knows where it stands in the raw text. Members keep their order and their
/// repetitions: old MariaDB servers print the same key more than once.
sealed interface Json {
  TextRange range();

  /// One member of an object.
  record Member(String name, Json value) {}

  /// An object.
  record Obj(List<Member> members, TextRange range) implements Json {

    @Nullable Json get(String name) {
      for (Member member : members) {
        if (member.name.equals(name)) {
          return member.value;
        }
      }
      return null;
    }

    boolean has(String name) {
      return get(name) != null;
    }

    Optional<Obj> object(String name) {
      return get(name) instanceof Obj found ? Optional.of(found) : Optional.empty();
    }

    /// A text or a number as text; null where it is absent or neither.
    @Nullable String text(String name) {
      return get(name) instanceof Scalar scalar && !scalar.isNull() ? scalar.text : null;
    }

    /// A number, also one in quotes; null where it is absent or none.
    @Nullable Double number(String name) {
      String text = text(name);
      return text == null ? null : Numbers.number(text);
    }

    boolean isTrue(String name) {
      String text = text(name);
      return text != null && (text.equals("true") || text.equals("1"));
    }

    /// The texts of an array, or of a single value.
    List<String> texts(String name) {
      return switch (get(name)) {
        case Arr array ->
            array.items.stream()
                .filter(Scalar.class::isInstance)
                .map(item -> ((Scalar) item).text)
                .toList();
        case Scalar scalar -> List.of(scalar.text);
        case null, default -> List.of();
      };
    }
  }

  /// An array.
  record Arr(List<Json> items, TextRange range) implements Json {}

  /// A text, number, boolean or null, as text.
  record Scalar(String text, boolean isNull, TextRange range) implements Json {}

  /// Something that lies too deep and was skipped.
  record Skipped(TextRange range) implements Json {}
}
