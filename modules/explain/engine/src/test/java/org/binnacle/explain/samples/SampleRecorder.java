package org.binnacle.explain.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.binnacle.explain.live.Confirmation;
import org.binnacle.explain.live.Explained;
import org.binnacle.explain.live.Form;
import org.binnacle.explain.live.Question;
import org.binnacle.explain.live.RealServers;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;
import org.binnacle.sql.Effect;
import org.binnacle.sql.SqlModes;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.junit.TestSchema;
import org.binnacle.testkit.junit.TestServers;

/// Asks a real server for the plan of every query of the set in every form that it has.
///
/// As a program it writes them down: `java -cp <test class path>
/// org.binnacle.explain.samples.SampleRecorder src/test/resources/sample-set`.
public final class SampleRecorder {
  private SampleRecorder() {}

  public static void main(String[] arguments) throws SQLException, IOException {
    for (Distribution distribution : TestServers.available()) {
      var text = new StringBuilder();
      for (var recorded : record(TestServers.shared(distribution))) {
        text.append(SampleSet.block(recorded.query(), recorded.form(), recorded.text()));
      }
      Files.writeString(Path.of(arguments[0]).resolve(distribution + ".txt"), text);
    }
  }

  static List<SampleSet.Recorded> record(RunningServer server) throws SQLException {
    var all = new ArrayList<SampleSet.Recorded>();
    try (TestSchema schema = TestSchema.on(server);
        var servers = new RealServers()) {
      schema.run(SampleSet.schema().toArray(String[]::new));
      InstanceRef ref = servers.of(server, Safety.RELAXED);
      for (SampleSet.Query query : SampleSet.queries()) {
        if (!query.not57() || server.distribution() != Distribution.MYSQL_5_7) {
          for (String form : forms(server.distribution(), query.sql())) {
            Explained explained = ask(servers, ref, schema, query.sql(), form);
            String raw = explained.plan().raw().replace(schema.name(), "shop");
            all.add(new SampleSet.Recorded(server.distribution().name(), query.name(), form, raw));
          }
        }
      }
    }
    return all;
  }

  private static Explained ask(
      RealServers servers, InstanceRef ref, TestSchema schema, String sql, String form) {
    boolean measured = form.startsWith("ANALYZE-");
    String word = (measured ? form.substring(8) : form).replace('_', '-');
    var question = new Question(sql, Optional.of(schema.name()), Form.named(word).orElseThrow());
    return measured
        ? servers.explaining.measure(
            ref, question, Duration.ofMinutes(1), Confirmation.none(), Cancel.never())
        : servers.explaining.estimate(ref, question, Cancel.never());
  }

  static List<String> forms(Distribution distribution, String sql) {
    boolean runs = Effect.of(sql, SqlModes.DEFAULT) == Effect.READS;
    var forms = new ArrayList<String>(List.of("TABULAR"));
    switch (distribution) {
      case MYSQL_5_7 -> forms.add("JSON_V1");
      case MYSQL_8_0 -> {
        forms.addAll(List.of("JSON_V1", "TREE"));
        forms.addAll(runs ? List.of("ANALYZE-TREE") : List.of());
      }
      case MYSQL_9 -> {
        forms.addAll(List.of("JSON_V1", "JSON", "TREE"));
        forms.addAll(runs ? List.of("ANALYZE-TREE", "ANALYZE-JSON") : List.of());
      }
      case MARIADB_11_4, MARIADB_10_11 -> {
        forms.add("JSON");
        forms.addAll(runs ? List.of("ANALYZE-JSON", "ANALYZE-TABULAR") : List.of());
      }
    }
    return forms;
  }
}
