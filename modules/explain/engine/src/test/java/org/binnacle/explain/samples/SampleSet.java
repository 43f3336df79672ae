package org.binnacle.explain.samples;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.binnacle.testkit.Distribution;

/// The queries of the set, and the plans that were recorded of them.
public final class SampleSet {
  private static final String MARK = "#### ";

  private SampleSet() {}

  /// @param not57 whether MySQL 5.7 does not know its words
  public record Query(String name, String sql, boolean not57) {}

  /// A recorded plan.
  ///
  /// @param form what the server was asked for: `JSON`, `TREE`, `ANALYZE-TREE`
  public record Recorded(String server, String query, String form, String text) {
    @Override
    public String toString() {
      return server + "/" + query + "/" + form;
    }
  }

  public static List<Query> queries() {
    var queries = new ArrayList<Query>();
    String name = "";
    for (String line : resource("queries.sql").lines().toList()) {
      if (line.startsWith("-- ")) {
        name = line.substring(3);
      } else {
        queries.add(
            new Query(
                name.replace(" (not 5.7)", ""),
                line.substring(0, line.length() - 1),
                name.endsWith("(not 5.7)")));
      }
    }
    return queries;
  }

  public static List<String> schema() {
    return resource("schema.sql")
        .lines()
        .map(line -> line.substring(0, line.length() - 1))
        .toList();
  }

  /// The servers whose plans were recorded.
  public static List<Distribution> servers() {
    return List.of(Distribution.values());
  }

  public static List<Recorded> recorded() {
    var all = new ArrayList<Recorded>();
    for (Distribution server : servers()) {
      for (String block : resource(server + ".txt").split("(?m)^" + MARK)) {
        if (!block.isEmpty()) {
          int line = block.indexOf('\n');
          String[] head = block.substring(0, line).split(" ");
          all.add(new Recorded(server.name(), head[0], head[1], block.substring(line + 1)));
        }
      }
    }
    return all;
  }

  static String block(String query, String form, String text) {
    return MARK + query + " " + form + "\n" + text + (text.endsWith("\n") ? "" : "\n");
  }

  private static String resource(String name) {
    try (InputStream in =
        Objects.requireNonNull(SampleSet.class.getResourceAsStream("/sample-set/" + name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
