package org.binnacle.mysql.flavour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.binnacle.mysql.Capability;
import org.binnacle.mysql.Flavour;
import org.binnacle.mysql.Locking;
import org.binnacle.mysql.ServerFacts;
import org.binnacle.mysql.pulse.PulseSql;
import org.junit.jupiter.api.Test;

/// Queries that are known to stall servers (reference: seconds to minutes, gigabytes) stand nowhere
/// in the program: not in what the flavours say, not in the main sources of any module.
class ForbiddenQueriesTest {
  private static final Pattern VIEWS =
      Pattern.compile(
          "\\bsys\\s*\\.\\s*`?(x\\$)?(innodb_lock_waits|schema_table_lock_waits|processlist|session)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ALL_LOCKS =
      Pattern.compile(
          "(FROM|JOIN)\\s+(performance_schema\\s*\\.\\s*)?data_locks\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern EQUALITY =
      Pattern.compile(
          "(ENGINE_TRANSACTION_ID|THREAD_ID)\\s*(=|IN\\s*\\()", Pattern.CASE_INSENSITIVE);

  static List<String> breaches(String text) {
    var found = new ArrayList<String>();
    Matcher view = VIEWS.matcher(text);
    while (view.find()) {
      found.add(view.group());
    }
    Matcher locks = ALL_LOCKS.matcher(text);
    while (locks.find()) {
      String statement = text.substring(locks.start(), Math.min(text.length(), locks.end() + 400));
      int end = statement.indexOf(';');
      if (!EQUALITY.matcher(end < 0 ? statement : statement.substring(0, end)).find()) {
        found.add(locks.group());
      }
    }
    return found;
  }

  @Test
  void theTestItselfFindsThem() {
    assertThat(breaches("SELECT * FROM sys.innodb_lock_waits")).hasSize(1);
    assertThat(breaches("SELECT * FROM `x` JOIN sys.`x$processlist` p")).hasSize(1);
    assertThat(breaches("select * from sys . session")).hasSize(1);
    assertThat(breaches("SELECT COUNT(*) FROM performance_schema.data_locks")).hasSize(1);
    assertThat(breaches("SELECT 1 FROM data_locks WHERE LOCK_STATUS='WAITING'; SELECT THREAD_ID=1"))
        .hasSize(1);
    assertThat(
            breaches(
                "SELECT 1 FROM performance_schema.data_locks WHERE ENGINE_TRANSACTION_ID IN (7)"))
        .isEmpty();
    assertThat(breaches("SELECT * FROM performance_schema.data_lock_waits")).isEmpty();
  }

  @Test
  void noFlavourSaysThem() {
    for (Flavour flavour : Flavours.known()) {
      for (Set<Capability> can :
          List.of(EnumSet.noneOf(Capability.class), EnumSet.allOf(Capability.class))) {
        var facts = new ServerFacts(flavour.line() + "", "", "", false, true, can);
        assertThat(texts(flavour, facts)).allMatch(sql -> breaches(sql).isEmpty());
      }
    }
  }

  private static List<String> texts(Flavour flavour, ServerFacts facts) {
    PulseSql pulse = flavour.pulse(facts);
    return List.of(
        flavour.processList(facts, true, true, 200, 512),
        flavour.processList(facts, false, false, 200, 512),
        flavour.sessions(facts, List.of(7L, 8L), 512),
        flavour.locking().waiters(2_000),
        flavour.locking().rowWaits(List.of("7"), List.of("7:1:2:3"), 5_000),
        flavour.locking().rowLocks(List.of("7"), List.of("7:1:2:3"), 2_000),
        flavour.locking().rowLocks(List.of(), List.of(), 2_000),
        flavour.locking().transactions(List.of("7")),
        flavour.locking().openTransactions(200),
        flavour.locking().historyLength(),
        flavour.locking().pendingMetadata(500),
        flavour.locking().grantedMetadata(200),
        flavour.locking().connectionsOf(List.of(7L)),
        flavour.locking().history(List.of(7L), 400),
        flavour.fullStatement(facts),
        flavour.identity(facts),
        flavour.attributes(facts),
        flavour.memory(),
        flavour.locking().transactionOf(),
        flavour.locking().rowLocksOf("7", "7:1:2:3", 50),
        flavour.replicaStatus(),
        flavour.replicas(),
        pulse.figures(),
        pulse.withClients().orElse(""),
        pulse.transactions().orElse(""),
        pulse.blockers().orElse(""),
        flavour.admins(),
        flavour.adminRoles().orElse(""),
        pulse.engine().orElse(""),
        pulse.variables());
  }

  @Test
  void idsThatAreNotDigitsNeverReachAStatement() {
    assertThat(Locking.digits(List.of("7", "1) OR (1=1", "", "42"))).isEqualTo("7,42");
    assertThat(Locking.digits(List.of("x"))).isEqualTo("NULL");
    assertThat(Locking.locks(List.of("7:1:2", "7' OR '1", ""))).isEqualTo("'7:1:2'");
    assertThat(Locking.numbers(List.of())).isEqualTo("NULL");
  }

  @Test
  void noMainSourceOfAnyModuleHoldsThem() throws IOException {
    Path root = Path.of("").toAbsolutePath();
    while (root.getParent() != null && !Files.isDirectory(root.resolve("modules/kernel"))) {
      root = root.getParent();
    }
    assertThat(root.resolve("modules/kernel")).isDirectory();
    var breaches = new ArrayList<String>();
    var seen = new ArrayList<Path>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
            String name = dir.getFileName().toString();
            return name.equals("target") || name.equals("test") || name.startsWith(".")
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            String name = file.toString();
            boolean source =
                name.contains("src") && (name.endsWith(".java") || name.endsWith(".sql"));
            if (source) {
              seen.add(file);
              breaches(Files.readString(file)).forEach(found -> breaches.add(file + ": " + found));
            }
            return FileVisitResult.CONTINUE;
          }
        });
    assertThat(seen).hasSizeGreaterThan(20);
    assertThat(breaches).isEmpty();
  }
}
