package org.binnacle.app;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The arrows and manners of the house. Each rule was seen to fail once on a seeded breach: an
/// engine class with a JavaFX node, an `Instance` of another room, a JDBC connection and
/// `System.exit`; a view class with a `Server`, an `Instance`, `setStyle` and `Platform::runLater`;
/// a kernel class with a SQL token; a window class with a `Server`; a command with a `Panel`; a
/// sheet with `#fff`. The rule on SQL is tried on seeds here.
class ArchitectureTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.binnacle");

  /// Live diagnosis, section 4: never in code.
  private static final Pattern STALLING =
      Pattern.compile(
          "sys\\.(x\\$)?(innodb_lock_waits|schema_table_lock_waits|processlist|session)\\b"
              + "|SHOW\\s+OPEN\\s+TABLES"
              + "|information_schema\\.TABLES(?![\\s\\S]{0,200}TABLE_SCHEMA)"
              + "|\\bdata_locks\\b(?![\\s\\S]{0,200}(ENGINE_TRANSACTION_ID|THREAD_ID))",
          Pattern.CASE_INSENSITIVE);

  private static final List<String> ROOMS =
      List.of("inventory", "diagnosis", "explain", "review", "rollback", "ddl");

  @Test
  void theWholeHouseIsLookedAt() {
    assertThat(HOUSE.size()).isGreaterThan(150);
    assertThat(HOUSE.contain("org.binnacle.fxkit.FxThread")).isTrue();
    assertThat(HOUSE.contain("org.binnacle.mysql.Connections")).isTrue();
  }

  @Test
  void enginesKnowNoJavaFxNoStateAndNoWindow() {
    for (String room : ROOMS) {
      noClasses()
          .that(are(inEngine(room)))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "javafx..",
              "org.binnacle.fxkit..",
              "org.binnacle.state..",
              "org.binnacle.app..",
              "org.h2..")
          .allowEmptyShould(true)
          .check(HOUSE);
    }
  }

  @Test
  void enginesDoNotKnowEachOther() {
    for (String room : ROOMS) {
      noClasses()
          .that(are(inEngine(room)))
          .should()
          .dependOnClassesThat(
              DescribedPredicate.describe(
                  "are of another room",
                  other ->
                      ROOMS.stream()
                          .filter(name -> !name.equals(room))
                          .anyMatch(name -> in(other, "org.binnacle." + name))))
          .allowEmptyShould(true)
          .check(HOUSE);
    }
  }

  @Test
  void viewsDoNotKnowEachOtherNorServersNorState() {
    for (String room : ROOMS) {
      noClasses()
          .that()
          .resideInAPackage("org.binnacle." + room + ".view..")
          .should()
          .dependOnClassesThat(
              DescribedPredicate.describe(
                  "are of another room, of state, of the window or JDBC",
                  other ->
                      in(other, "org.binnacle.state")
                          || in(other, "org.binnacle.app")
                          || in(other, "java.sql")
                          || ROOMS.stream()
                              .filter(name -> !name.equals(room))
                              .anyMatch(name -> in(other, "org.binnacle." + name))))
          .allowEmptyShould(true)
          .check(HOUSE);
    }
  }

  @Test
  void viewsDoNotSpeakToServers() {
    // A Secret is a value that a password field makes; everything else of mysql is behind engines.
    noClasses()
        .that()
        .resideInAPackage("org.binnacle.*.view..")
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "are of mysql, a secret apart",
                other ->
                    in(other, "org.binnacle.mysql")
                        && !other.getName().equals("org.binnacle.mysql.Secret")))
        .allowEmptyShould(true)
        .check(HOUSE);
  }

  @Test
  void theKernelKnowsNobody() {
    noClasses()
        .that()
        .resideInAPackage("org.binnacle.kernel..")
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "are of another room",
                other -> in(other, "org.binnacle") && !in(other, "org.binnacle.kernel")))
        .check(HOUSE);
  }

  @Test
  void theWindowKnowsNoRoom() {
    noClasses()
        .that()
        .resideInAPackage("org.binnacle.app.window..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.binnacle.mysql..",
            "org.binnacle.state..",
            "org.binnacle.inventory..",
            "org.binnacle.diagnosis..",
            "org.binnacle.explain..",
            "org.binnacle.review..",
            "org.binnacle.testkit..")
        .check(HOUSE);
  }

  @Test
  void theCommandLineLoadsNoJavaFx() {
    noClasses()
        .that()
        .resideInAPackage("org.binnacle.app.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javafx..", "org.binnacle.fxkit..", "org.binnacle.app.window..")
        .check(HOUSE);
  }

  @Test
  void jdbcIsUsedBySqlServersStateAndTestkitOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "org.binnacle.mysql..", "org.binnacle.state..", "org.binnacle.testkit..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..", "com.mysql..", "com.zaxxer..")
        .check(HOUSE);
  }

  @Test
  void onlyFxThreadCallsRunLater() {
    // accessTargetWhere sees Platform::runLater too, callMethod does not.
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("org.binnacle.fxkit.FxThread")
        .and()
        .resideOutsideOfPackage("org.binnacle.testkit..")
        .should()
        .accessTargetWhere(
            target(name("runLater")).and(target(owner(name("javafx.application.Platform")))))
        .check(HOUSE);
  }

  @Test
  void nobodySetsStylesInJava() {
    noClasses().should().accessTargetWhere(target(name("setStyle"))).check(HOUSE);
  }

  @Test
  void onlyTheProgramItselfExits() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("org.binnacle.app.Main")
        .should()
        .accessTargetWhere(target(name("exit")).and(target(owner(name("java.lang.System")))))
        .check(HOUSE);
  }

  @Test
  void coloursStandInThemesOnly() throws IOException {
    Pattern colour = Pattern.compile("#[0-9a-fA-F]{3,8}\\b|\\brgba?\\(|\\bhsba?\\(");
    for (Path sheet : files("resources/src/main/resources/css", ".css")) {
      if (!sheet.getFileName().toString().startsWith("theme-")) {
        assertThat(Files.readAllLines(sheet))
            .as(sheet.toString())
            .noneMatch(line -> colour.matcher(line).find());
      }
    }
  }

  @Test
  void noSourceHoldsSqlThatIsKnownToStallServers() throws IOException {
    for (Path source : files("modules", ".java")) {
      String path = source.toString().replace('\\', '/');
      if (!path.contains("/src/main/") || path.contains("/testkit/") || lists(path)) {
        continue;
      }
      String text = Files.readString(source).replaceAll("(?m)^\\s*//.*$", "");
      assertThat(STALLING.matcher(text).results().map(hit -> hit.group()).toList())
          .as(path)
          .isEmpty();
    }
  }

  @Test
  void theRuleOnSqlSeesWhatItForbids() {
    assertThat(
            List.of(
                "SELECT * FROM sys.innodb_lock_waits",
                "SELECT * FROM sys.x$processlist",
                "SELECT * FROM sys.session WHERE pid = 1",
                "select * from sys.schema_table_lock_waits",
                "SHOW OPEN  TABLES",
                "SELECT TABLE_NAME FROM information_schema.TABLES LIMIT 10",
                "SELECT * FROM performance_schema.data_locks WHERE LOCK_STATUS = 'WAITING'"))
        .allMatch(sql -> STALLING.matcher(sql).find());
    assertThat(
            List.of(
                "SELECT * FROM performance_schema.data_lock_waits LIMIT 2000",
                "SELECT * FROM performance_schema.data_locks WHERE ENGINE_TRANSACTION_ID IN (1)",
                "SELECT 1 FROM information_schema.TABLES WHERE TABLE_SCHEMA = ?"))
        .noneMatch(sql -> STALLING.matcher(sql).find());
  }

  /// A rule that names what it forbids may hold its name; state asks our own H2 only.
  private static boolean lists(String path) {
    return path.contains("/review/") || path.contains("/state/") || path.contains("/sql/");
  }

  private static List<Path> files(String folder, String ending) throws IOException {
    Path root = Path.of("").toAbsolutePath();
    if (!Files.isDirectory(root.resolve("modules"))) {
      root = root.resolve("..").normalize();
    }
    try (Stream<Path> all = Files.walk(root.resolve(folder))) {
      List<Path> found =
          all.filter(path -> path.toString().endsWith(ending))
              .filter(path -> !path.toString().contains("target"))
              .toList();
      assertThat(found).isNotEmpty();
      return found;
    }
  }

  private static DescribedPredicate<JavaClass> inEngine(String room) {
    return DescribedPredicate.describe(
        "in the engine of " + room,
        type -> in(type, "org.binnacle." + room) && !in(type, "org.binnacle." + room + ".view"));
  }

  private static boolean in(JavaClass type, String folder) {
    String at = type.getPackageName();
    return at.equals(folder) || at.startsWith(folder + ".");
  }
}
