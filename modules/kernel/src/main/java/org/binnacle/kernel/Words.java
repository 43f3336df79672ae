package org.binnacle.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/// The words that users read for a fault, from `messages/<first part of the code>.properties` on
/// the class path (module `resources`). `{0}` in them stands for the fault's detail.
public final class Words {
  private final Map<String, Properties> files = new ConcurrentHashMap<>();

  /// What a user reads: what happened, and what to do next.
  public record Told(String code, String happened, String next) {}

  /// The words of a fault; a code without words is told by its detail.
  public Told of(Fault fault) {
    String id = fault.code().id();
    String happened = find(id).orElse("{0}");
    String next = find(id + ".next").orElse("");
    return new Told(id, fill(happened, fault), fill(next, fault));
  }

  /// The text under a key of `messages/<first part>.properties`.
  public Optional<String> find(String key) {
    int dot = key.indexOf('.');
    String file = dot < 0 ? key : key.substring(0, dot);
    return Optional.ofNullable(files.computeIfAbsent(file, Words::load).getProperty(key));
  }

  private static String fill(String words, Fault fault) {
    return words.replace("{0}", fault.detail());
  }

  private static Properties load(String file) {
    var properties = new Properties();
    try (InputStream in = Words.class.getResourceAsStream("/messages/" + file + ".properties")) {
      if (in != null) {
        properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
