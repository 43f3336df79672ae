package org.binnacle.review;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.binnacle.kernel.Cancel;
import org.binnacle.review.mouth.Mouth;
import org.binnacle.review.report.FileReport;
import org.binnacle.review.report.Report;
import org.binnacle.review.schema.Schema;
import org.binnacle.review.set.RuleSet;
import org.binnacle.sql.parse.Target;

/// Figures of the README. `statements`: how many ordinary statements a second one thread reviews
/// with all rules of the default set, first those that need no schema, then with a schema that the
/// script makes; `dump`: a dump of 20 MB, to be run with -Xmx512m. Run by `java -cp <test class
/// path> org.binnacle.review.ReviewBench statements [rounds]|dump [MB]`.
public final class ReviewBench {
  private ReviewBench() {}

  public static void main(String[] args) throws IOException {
    if (args.length > 0 && args[0].equals("dump")) {
      dump(args.length > 1 ? Integer.parseInt(args[1]) : 20);
    } else {
      statements(args.length > 1 ? Integer.parseInt(args[1]) : 12);
    }
  }

  private static FileReport review(String path, String text, Schema schema) {
    return new Review(RuleSet.SHIPPED, Target.DEFAULT, schema, Cancel.never()).file(path, text);
  }

  private static void statements(int rounds) {
    String script = script(2_000);
    for (boolean schema : new boolean[] {false, true}) {
      long used = 0;
      for (int round = 0; round < rounds; round++) {
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long wall = System.nanoTime();
        FileReport report = review("bench.sql", script, schema ? Schema.given() : Schema.unknown());
        long cpuNs = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu;
        long wallNs = System.nanoTime() - wall;
        used += report.all().count();
        System.out.printf(
            Locale.ROOT,
            "%s schema, %d statements: %.0f a second of CPU time, %.0f by the clock, load %.1f%n",
            schema ? "with a" : "without",
            report.statements().size(),
            report.statements().size() * 1e9 / cpuNs,
            report.statements().size() * 1e9 / wallNs,
            ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
      }
      System.out.println("findings of all rounds: " + used);
    }
  }

  /// Five kinds of statements, each with other names and values.
  static String script(int each) {
    var out = new StringBuilder();
    for (int i = 0; i < each; i++) {
      out.append(
          """
          SELECT o.id, o.total, c.name FROM orders_%1$d o JOIN customers c ON c.id = o.customer_id
            WHERE o.status = 'paid' AND o.created_at >= '2026-01-%2$02d' ORDER BY o.id DESC LIMIT 50;
          UPDATE orders_%1$d SET status = 'sent', sent_at = NOW() WHERE id = %3$d;
          INSERT INTO items_%1$d (order_id, product_id, amount) VALUES (%3$d, 17, 2), (%3$d, 18, 1);
          CREATE TABLE items_%1$d (
            id bigint unsigned NOT NULL AUTO_INCREMENT, order_id bigint unsigned NOT NULL,
            product_id int NOT NULL, amount decimal(10,2) NOT NULL DEFAULT 0, note varchar(200),
            PRIMARY KEY (id), KEY idx_order (order_id), KEY idx_product (product_id, order_id)
          ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
          ALTER TABLE orders_%1$d ADD COLUMN channel varchar(20) NOT NULL DEFAULT 'web',
            ADD INDEX idx_channel (channel, created_at);
          """
              .formatted(i % 97, 1 + i % 28, i));
    }
    return out.toString();
  }

  private static void dump(int megabytes) throws IOException {
    Path file = Files.createTempFile("dump", ".sql");
    try {
      Files.writeString(file, dumped(megabytes));
      for (int round = 0; round < 3; round++) {
        resetPeaks();
        long from = System.nanoTime();
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        FileReport one = review("dump.sql", text, Schema.unknown());
        var report = new Report("binnacle bench", "default", "8.0.36", List.of(one));
        int told = Mouth.TEXT.tell(report).length();
        System.out.printf(
            Locale.ROOT,
            "%.1f MB, %d statements, %d findings (%d characters) in %.1f s, heap at most %d MB of %d%n",
            Files.size(file) / 1e6,
            one.statements().size(),
            one.open().count(),
            told,
            (System.nanoTime() - from) / 1e9,
            peak() >> 20,
            Runtime.getRuntime().maxMemory() >> 20);
      }
    } finally {
      Files.delete(file);
    }
  }

  /// As mysqldump writes: tables, and INSERTs of a megabyte.
  private static String dumped(int megabytes) {
    var out = new StringBuilder("-- MySQL dump 10.13\n/*!40101 SET NAMES utf8mb4 */;\n");
    int table = 0;
    while (out.length() < megabytes * 1_000_000) {
      String name = "`t" + table++ + "`";
      out.append("DROP TABLE IF EXISTS ").append(name).append(";\n");
      out.append("CREATE TABLE ").append(name);
      out.append(
          " (\n  `id` bigint NOT NULL AUTO_INCREMENT,\n  `name` varchar(100) DEFAULT NULL,\n");
      out.append("  `at` datetime(3) NOT NULL,\n  PRIMARY KEY (`id`)\n) ENGINE=InnoDB;\n");
      out.append("LOCK TABLES ").append(name).append(" WRITE;\nINSERT INTO ").append(name);
      out.append(" VALUES ");
      int begin = out.length();
      for (int row = 0; out.length() - begin < 1_000_000; row++) {
        out.append(row == 0 ? "" : ",").append('(').append(row).append(",'name of row ");
        out.append(row).append(" it''s','2026-11-28 10:00:00.000')");
      }
      out.append(";\nUNLOCK TABLES;\n");
    }
    return out.toString();
  }

  private static void resetPeaks() {
    System.gc();
    ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
  }

  private static long peak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(pool -> pool.getPeakUsage().getUsed())
        .sum();
  }
}
