package org.binnacle.explain.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.binnacle.explain.export.ExportForm;
import org.binnacle.explain.export.RowSink;
import org.binnacle.explain.live.RealServers;
import org.binnacle.explain.worksheet.Arming;
import org.binnacle.explain.worksheet.Cell;
import org.binnacle.explain.worksheet.End;
import org.binnacle.explain.worksheet.Head;
import org.binnacle.explain.worksheet.Reception;
import org.binnacle.explain.worksheet.RunLimits;
import org.binnacle.explain.worksheet.RunRequest;
import org.binnacle.explain.worksheet.Worksheets;
import org.binnacle.kernel.AuditEntry;
import org.binnacle.kernel.AuditLog;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.junit.TestSchema;
import org.binnacle.testkit.junit.TestServers;

/// Millions of rows from a real server to a file: `java -Xmx256m -cp <test class path>
/// org.binnacle.explain.bench.ExportBenchmark 5000000 csv`.
public final class ExportBenchmark {
  private ExportBenchmark() {}

  /// @param arguments rows, and the form
  public static void main(String[] arguments) throws SQLException, IOException {
    long rows = Long.parseLong(arguments[0]);
    ExportForm form = ExportForm.named(arguments[1]).orElseThrow();
    var server = TestServers.shared(Distribution.MYSQL_8_0);
    Path file = Files.createTempFile("export", "." + form.extension());
    try (TestSchema schema = TestSchema.on(server);
        var servers = new RealServers()) {
      schema.run(
          "CREATE TABLE ten (n INT PRIMARY KEY)",
          "INSERT INTO ten VALUES (0),(1),(2),(3),(4),(5),(6),(7),(8),(9)");
      String sql =
          """
          SELECT a.n+10*b.n+100*c.n+1000*d.n+10000*e.n+100000*f.n+1000000*g.n AS id,
            NOW(3) AS at, a.n * 1.25 AS price, CONCAT('name, ', b.n, c.n) AS name, NULL AS none
          FROM ten a, ten b, ten c, ten d, ten e, ten f, ten g"""
              + " LIMIT "
              + rows;
      var limits = new RunLimits(Long.MAX_VALUE - 2, Duration.ZERO, false);
      InstanceRef ref = servers.of(server, Safety.RELAXED);
      var request =
          new RunRequest(List.of(ref), sql, Optional.of(schema.name()), limits, Arming.readOnly());
      var worksheets =
          new Worksheets(
              servers.connections,
              servers,
              new NoAudit(),
              "bench",
              Clock.systemUTC(),
              file.resolveSibling("spool"));
      long began = System.nanoTime();
      try (RowSink sink = form.to(Files.newOutputStream(file), true)) {
        worksheets.run(request, new Into(sink), Cancel.never());
      }
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      System.out.printf(
          "%,d rows, %,d MB, %,d ms, heap at most %,d MB%n",
          rows, Files.size(file) >> 20, took.toMillis(), Runtime.getRuntime().maxMemory() >> 20);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private record Into(RowSink sink) implements Reception {
    @Override
    public void columns(int statement, InstanceRef instance, List<Head> columns) {
      try {
        sink.begin("", columns);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public boolean row(int statement, InstanceRef instance, List<Cell> cells) {
      try {
        sink.row(cells);
        return true;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void ended(int statement, InstanceRef instance, End end) {
      System.out.println(end);
    }
  }

  private record NoAudit() implements AuditLog {
    @Override
    public void append(AuditEntry entry) {}

    @Override
    public List<AuditEntry> newest(Optional<Instant> since, String containing, int limit) {
      return List.of();
    }
  }
}
