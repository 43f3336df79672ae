package org.binnacle.inventory.exchange;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.binnacle.inventory.Environment;
import org.binnacle.inventory.Environments;
import org.binnacle.inventory.Field;
import org.binnacle.inventory.Instance;
import org.binnacle.inventory.InstanceDraft;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Safety;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/// The inventory as YAML or JSON; the shape is described in the module's README. Read as a plain
/// tree: no tag or type name in a file makes an object.
final class TreeFile {
  static final int VERSION = 1;
  private final ObjectMapper mapper;

  private TreeFile(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  static TreeFile yaml() {
    var factory =
        YAMLFactory.builder()
            .loadSettings(LoadSettings.builder().setCodePointLimit(SourceFile.LARGEST).build())
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .build();
    return new TreeFile(YAMLMapper.builder(factory).build());
  }

  static TreeFile json() {
    return new TreeFile(JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build());
  }

  String write(List<Instance> instances, List<Environment> environments) {
    ObjectNode root = mapper.createObjectNode();
    root.put("binnacle", "inventory");
    root.put("version", VERSION);
    ArrayNode places = root.putArray("environments");
    for (Environment environment : environments) {
      places
          .addObject()
          .put("name", environment.name())
          .put("colour", environment.colour())
          .put("safety", environment.safety().name());
    }
    ArrayNode list = root.putArray("instances");
    for (Instance instance : instances) {
      ObjectNode node = list.addObject();
      for (Field field : Field.values()) {
        switch (field) {
          case PORT -> node.put(field.key(), instance.port());
          case PUBLIC_KEY_RETRIEVAL -> node.put(field.key(), instance.publicKeyRetrieval());
          case TAGS -> {
            ArrayNode tags = node.putArray(field.key());
            instance.tags().forEach(tags::add);
          }
          default -> node.put(field.key(), field.of(instance));
        }
      }
    }
    return mapper.writeValueAsString(root);
  }

  Reading read(Path file) {
    String text = SourceFile.text(file);
    try (JsonParser parser = mapper.createParser(text)) {
      return new Walk(file, parser).read();
    } catch (JacksonException e) {
      long line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw SourceFile.broken(file, line, String.valueOf(e.getOriginalMessage()));
    }
  }

  private record Walk(Path file, JsonParser parser) {

    Reading read() {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw broken("an object with \"instances\" is expected");
      }
      var found = new ArrayList<Found>();
      var environments = new ArrayList<Environment>();
      boolean ours = false;
      for (String name = parser.nextName(); name != null; name = parser.nextName()) {
        parser.nextToken();
        switch (name) {
          case "binnacle" -> ours = "inventory".equals(parser.getValueAsString());
          case "version" -> version();
          case "environments" -> list(() -> environments.add(environment()));
          case "instances" -> list(() -> found.add(instance()));
          default -> throw broken("unknown key " + name);
        }
      }
      if (!ours) {
        throw broken("\"binnacle: inventory\" is missing");
      }
      return new Reading(found, environments);
    }

    private void version() {
      int version = parser.getValueAsInt(0);
      if (version > VERSION) {
        throw new Fault(ExchangeFaults.NEWER, file + " has version " + version);
      }
      if (version < 1) {
        throw broken("this is no version");
      }
    }

    private void list(Runnable element) {
      if (parser.currentToken() != JsonToken.START_ARRAY) {
        throw broken("a list is expected");
      }
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
          throw broken("an object is expected");
        }
        element.run();
      }
    }

    private Found instance() {
      long line = parser.currentTokenLocation().getLineNr();
      JsonNode node = parser.readValueAsTree();
      var draft = new InstanceDraft();
      Set<Field> known = EnumSet.noneOf(Field.class);
      for (var property : node.properties()) {
        Field field =
            Field.of(property.getKey())
                .orElseThrow(
                    () -> SourceFile.broken(file, line, "unknown field " + property.getKey()));
        draft.set(field, text(property.getValue(), field, line));
        known.add(field);
      }
      return new Found(draft, known, true, Optional.empty(), file + ":" + line);
    }

    private String text(JsonNode value, Field field, long line) {
      if (value.isNull()) {
        return "";
      }
      if (value.isArray() && field == Field.TAGS) {
        var tags = new ArrayList<String>();
        value.forEach(tag -> tags.add(tag.asString("")));
        return String.join(",", tags);
      }
      if (!value.isValueNode()) {
        throw SourceFile.broken(file, line, field.key() + " must be a single value");
      }
      return value.asString();
    }

    private Environment environment() {
      long line = parser.currentTokenLocation().getLineNr();
      JsonNode node = parser.readValueAsTree();
      String safety = node.path("safety").asString("").toUpperCase(Locale.ROOT);
      String colour = node.path("colour").asString("");
      String name = node.path("name").asString("");
      if (name.isBlank()
          || !Environments.COLOURS.contains(colour)
          || Arrays.stream(Safety.values()).noneMatch(known -> known.name().equals(safety))) {
        throw SourceFile.broken(file, line, "this environment has no name, colour or safety");
      }
      return new Environment(name, colour, Safety.valueOf(safety));
    }

    private Fault broken(String what) {
      return SourceFile.broken(file, parser.currentTokenLocation().getLineNr(), what);
    }
  }
}
