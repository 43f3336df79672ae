package org.binnacle.review.set;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.binnacle.kernel.Fault;
import org.binnacle.review.ReviewFaults;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.dataformat.toml.TomlMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// How a rule set file is written. Both say the same with the same keys.
public enum Notation {
  YAML,
  TOML;

  /// By the ending of a file's name: TOML for `.toml`, else YAML.
  public static Notation of(String fileName) {
    return fileName.toLowerCase(Locale.ROOT).endsWith(".toml") ? TOML : YAML;
  }

  /// What a text says: maps, lists, texts, numbers and truths.
  ///
  /// @param name what the text is called in errors
  /// @throws Fault with the line where it is not in this notation
  Object read(String name, String text) {
    if (text.isBlank()) {
      return Map.of();
    }
    try {
      Object root = plain(mapper().readValue(text, Object.class));
      return root instanceof Map<?, ?> map ? withFamilies(map) : root;
    } catch (JacksonException e) {
      String first = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new Fault(
          ReviewFaults.BAD_RULE_SET,
          name + (line > 0 ? ":" + line : "") + ": no " + this + ": " + first,
          e);
    }
  }

  private ObjectMapper mapper() {
    return switch (this) {
      case YAML -> new YAMLMapper();
      case TOML -> new TomlMapper();
    };
  }

  /// Numbers that fit are Integers, as parameters are; dates and the like are texts.
  private static Object plain(Object value) {
    return switch (value) {
      case null -> "";
      case Map<?, ?> map -> {
        var all = new LinkedHashMap<String, Object>();
        map.forEach((k, v) -> all.put(String.valueOf(k), plain(v)));
        yield all;
      }
      case List<?> list -> {
        var all = new ArrayList<Object>();
        list.forEach(one -> all.add(plain(one)));
        yield all;
      }
      case Long n when n == n.intValue() -> n.intValue();
      case Number n -> n;
      case Boolean b -> b;
      default -> value.toString();
    };
  }

  /// In TOML `column.varchar-max = "error"` without quotes is a table `column`: a family of rules.
  private static Map<String, Object> withFamilies(Map<?, ?> root) {
    var all = new LinkedHashMap<String, Object>();
    root.forEach((k, v) -> all.put(String.valueOf(k), v));
    if (all.get("rules") instanceof Map<?, ?> rules) {
      var flat = new LinkedHashMap<String, Object>();
      rules.forEach(
          (key, value) -> {
            String name = String.valueOf(key);
            if (value instanceof Map<?, ?> family && !name.contains(".") && !name.equals("*")) {
              family.forEach((rule, setting) -> flat.put(name + "." + rule, setting));
            } else {
              flat.put(name, value);
            }
          });
      all.put("rules", flat);
    }
    return all;
  }
}
