package org.binnacle.explain.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// An object of JSON that we wrote ourselves; what is missing or of another type is empty.
final class Document {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
          .build();

  private final Map<String, Object> members;

  private Document(Map<String, Object> members) {
    this.members = members;
  }

  static Document read(String text) {
    try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      return json.nextToken() == JsonToken.START_OBJECT ? object(json) : new Document(Map.of());
    } catch (JacksonException e) {
      return new Document(Map.of());
    }
  }

  private static Document object(JsonParser json) {
    var members = new LinkedHashMap<String, Object>();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      JsonToken token = json.nextToken();
      members.put(name, value(json, token));
    }
    return new Document(members);
  }

  private static Object value(JsonParser json, JsonToken token) {
    return switch (token) {
      case START_OBJECT -> object(json);
      case START_ARRAY -> {
        var items = new ArrayList<Object>();
        for (JsonToken next = json.nextToken();
            next != JsonToken.END_ARRAY && next != null;
            next = json.nextToken()) {
          items.add(value(json, next));
        }
        yield items;
      }
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NUMBER_INT -> json.getLongValue();
      default -> {
        String text = json.getString();
        yield text == null ? "" : text;
      }
    };
  }

  boolean has(String name) {
    return members.containsKey(name);
  }

  String text(String name) {
    return members.get(name) instanceof String text ? text : "";
  }

  boolean is(String name) {
    return Boolean.TRUE.equals(members.get(name));
  }

  OptionalLong number(String name) {
    return members.get(name) instanceof Long number
        ? OptionalLong.of(number)
        : OptionalLong.empty();
  }

  Document object(String name) {
    return members.get(name) instanceof Document object ? object : new Document(Map.of());
  }

  /// The texts of an array.
  List<String> list(String name) {
    return array(name).stream().filter(String.class::isInstance).map(String.class::cast).toList();
  }

  /// The objects of an array.
  List<Document> items(String name) {
    return array(name).stream()
        .filter(Document.class::isInstance)
        .map(Document.class::cast)
        .toList();
  }

  private List<?> array(String name) {
    @Nullable Object found = members.get(name);
    return found instanceof List<?> list ? list : List.of();
  }

  /// Its members that are texts.
  Map<String, String> texts() {
    var texts = new LinkedHashMap<String, String>();
    members.forEach(
        (name, value) -> {
          if (value instanceof String text) {
            texts.put(name, text);
          }
        });
    return texts;
  }

  /// Its members that are objects.
  Map<String, Document> objects() {
    var objects = new LinkedHashMap<String, Document>();
    members.forEach(
        (name, value) -> {
          if (value instanceof Document object) {
            objects.put(name, object);
          }
        });
    return objects;
  }
}
