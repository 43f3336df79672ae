package org.binnacle.explain.read;

import java.util.ArrayList;
import java.util.List;
import org.binnacle.explain.TextRange;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/// Reads JSON as far as it goes: a text that is cut or broken gives what stood before the fault.
/// Comments are allowed (`end_markers_in_json`).
final class JsonText {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Bounds.JSON_GIVE_UP)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(100_000)
                  .build())
          .build();

  /// An object or array that is not closed yet; the members of an object go into `members`.
  private record Open(
      boolean array, int start, List<Json.Member> members, List<Json> items, String name) {}

  private final Slice slice;
  private final List<String> notes;
  private final List<Open> open = new ArrayList<>();
  private Json.@Nullable Obj root;
  private String name = "";
  private int values;

  private JsonText(Slice slice, List<String> notes) {
    this.slice = slice;
    this.notes = notes;
  }

  /// The object that the text begins with; an empty one where there is none.
  static Json.Obj read(Slice slice, List<String> notes) {
    var text = new JsonText(slice, notes);
    text.parse();
    Json.Obj found = text.root;
    return found == null ? new Json.Obj(List.of(), slice.range(0, 0)) : found;
  }

  private void parse() {
    int at = 0;
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), slice.text())) {
      for (JsonToken token = parser.nextToken();
          token != null && root == null;
          token = parser.nextToken()) {
        at = (int) parser.currentTokenLocation().getCharOffset();
        take(parser, token, at);
        if (root != null) {
          return;
        }
        if (++values > Bounds.JSON_VALUES) {
          notes.add("The JSON is larger than is read here; the rest of it is left out.");
          break;
        }
      }
    } catch (JacksonException broken) {
      notes.add(
          "The JSON breaks off or is broken near character "
              + at
              + "; what stands before is shown.");
    }
    while (!open.isEmpty()) {
      close(slice.text().length());
    }
  }

  private void take(JsonParser parser, JsonToken token, int at) {
    switch (token) {
      case START_OBJECT, START_ARRAY -> {
        if (open.size() < Bounds.JSON_DEPTH) {
          boolean array = token == JsonToken.START_ARRAY;
          open.add(new Open(array, at, new ArrayList<>(0), new ArrayList<>(0), name));
        } else {
          parser.skipChildren();
          put(
              name,
              new Json.Skipped(slice.range(at, (int) parser.currentLocation().getCharOffset())));
        }
      }
      case END_OBJECT, END_ARRAY -> close(at + 1);
      case PROPERTY_NAME -> name = parser.currentName();
      default -> {
        String text = parser.getString();
        int end = (int) Math.max(at, parser.currentLocation().getCharOffset());
        boolean isNull = token == JsonToken.VALUE_NULL;
        put(name, new Json.Scalar(text == null ? "" : text, isNull, slice.range(at, end)));
      }
    }
  }

  private void close(int end) {
    Open done = open.removeLast();
    TextRange range = slice.range(done.start, Math.min(end, slice.text().length()));
    Json value = done.array ? new Json.Arr(done.items, range) : new Json.Obj(done.members, range);
    if (open.isEmpty()) {
      root =
          value instanceof Json.Obj object
              ? object
              : new Json.Obj(List.of(new Json.Member("", value)), range);
    } else {
      put(done.name, value);
    }
  }

  private void put(String member, Json value) {
    if (open.isEmpty()) {
      return;
    }
    Open parent = open.getLast();
    if (parent.array) {
      parent.items.add(value);
    } else {
      parent.members.add(new Json.Member(member, value));
    }
  }
}
