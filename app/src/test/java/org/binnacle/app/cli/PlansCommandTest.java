package org.binnacle.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.junit.TestSchema;
import org.binnacle.testkit.junit.TestServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `binnacle plans` and the trials of `binnacle advise` against a real server.
@Tag("server")
final class PlansCommandTest {
  private static final String SQL = "SELECT words FROM orders WHERE words = 'x'";
  @TempDir Path state;
  private final RunningServer server = TestServers.shared(Distribution.MYSQL_8_0);
  private TestSchema schema;

  @BeforeEach
  void addIt() throws SQLException {
    schema = TestSchema.on(server);
    schema.run(
        "CREATE TABLE orders (id INT PRIMARY KEY AUTO_INCREMENT, words VARCHAR(40), KEY (words))",
        "INSERT INTO orders (words) VALUES ('x'), ('y'), ('z'), ('x')",
        "INSERT INTO orders (words) SELECT UUID() FROM orders a, orders b, orders c, orders d",
        "ANALYZE TABLE orders");
    String at = server.user() + "@" + server.host() + ":" + server.port();
    assertThat(run("fleet", "add", "it", at).exit()).isZero();
    assertThat(run("fleet", "add", "live", at, "--env", "production").exit()).isZero();
  }

  @AfterEach
  void drop() throws SQLException {
    schema.close();
  }

  private Run.Result run(String... arguments) {
    return Run.in(state).with("BINNACLE_PASSWORD", server.password()).run(arguments);
  }

  private void keep(String name) {
    assertThat(run("explain", "it", "-d", schema.name(), "--sql", SQL, "--keep", name).exit())
        .isZero();
  }

  private String id(int at) {
    return run("plans", "list", "--json").json().get("plans").get(at).get("id").asString();
  }

  @Test
  void aPlanThatChangedIsListedShownAndCompared() throws SQLException {
    assertThat(run("plans", "list").exit()).isZero();
    keep("before");
    schema.run("ALTER TABLE orders DROP KEY words");
    keep("after");
    var list = run("plans", "list");
    assertThat(list.lines()).hasSize(3);
    assertThat(list.lines().getFirst()).startsWith("ID").contains("CHANGED SINCE");
    assertThat(list.lines().get(1)).contains("after");
    assertThat(run("plans", "list", "--changed").lines()).hasSize(2);
    var json = run("plans", "list", "--json").json().get("plans");
    assertThat(json.get(0).get("changed").asBoolean()).isTrue();
    assertThat(json.get(0).get("before").asString()).isEqualTo(json.get(1).get("id").asString());
    assertThat(json.get(1).get("changed_since").isNull()).isTrue();
    var shown = run("plans", "show", "latest");
    assertThat(shown.exit()).isZero();
    assertThat(shown.out()).contains("Table scan on orders", "plan.changed", SQL);
    assertThat(run("plans", "show", "latest", "--json").json().get("comparison")).isNotNull();
    assertThat(run("plans", "show", "latest", "--raw").out()).startsWith("-> ");
    var compared = run("plans", "compare", id(1).substring(0, 8), id(0).substring(0, 8));
    assertThat(compared.exit()).isEqualTo(1);
    assertThat(compared.out())
        .contains("changed", "The plan changed.", "orders: index words (words) is gone");
    var now = run("plans", "compare", "latest");
    assertThat(now.exit()).isZero();
    assertThat(now.out()).contains("Both do the same.");
    assertThat(run("plans", "compare", id(1)).exit()).isEqualTo(1);
    assertThat(run("plans", "compare", id(1), "--on", "live").exit()).isEqualTo(1);
  }

  @Test
  void plansAreNamedPinnedExportedAndRemoved() throws Exception {
    keep("first");
    String id = id(0).substring(0, 8);
    assertThat(run("plans", "name", id, "the good one").out()).isEqualTo("Named " + id + "\n");
    assertThat(run("plans", "pin", "latest").exit()).isZero();
    assertThat(run("plans", "list", "--pinned").out()).contains("* the good one");
    assertThat(run("plans", "unpin", id).exit()).isZero();
    assertThat(run("plans", "list", "--pinned").out()).isEmpty();
    Path page = state.resolve("plan.html");
    assertThat(run("plans", "export", id, page.toString()).exit()).isZero();
    assertThat(Files.readString(page)).contains("<html").contains("orders");
    Path drawn = state.resolve("plan.svg");
    assertThat(run("plans", "export", id, drawn.toString(), "--flame").exit()).isZero();
    assertThat(Files.readString(drawn)).startsWith("<svg ").contains("orders");
    Path pixels = state.resolve("plan.png");
    assertThat(run("plans", "export", id, pixels.toString(), "--dark").exit()).isZero();
    assertThat(Files.size(pixels)).isGreaterThan(1_000);
    assertThat(run("plans", "export", id, page.toString(), "--dark").exit()).isEqualTo(2);
    assertThat(run("plans", "export", id, "plan.pdf").exit()).isEqualTo(2);
    assertThat(run("plans", "export", id, "/no/such/plan.md").err()).contains("cannot write");
    assertThat(run("plans", "remove", id).exit()).isEqualTo(4);
    assertThat(run("plans", "remove", id, "--yes").out()).isEqualTo("Removed " + id + "\n");
    assertThat(run("plans", "list", "--json").json().get("plans")).isEmpty();
  }

  @Test
  void whatIsWrongIsSaid() {
    assertThat(run("plans").err()).contains("say what to do: list, show, compare");
    var unknown = run("plans", "show", "ffff");
    assertThat(unknown.exit()).isEqualTo(2);
    assertThat(unknown.err()).contains("No kept plan is called ffff", "binnacle plans list");
    assertThat(run("plans", "list", "--limit", "0").exit()).isEqualTo(2);
    assertThat(run("plans", "show", "latest", "--to", "yaml").err()).contains("--to takes tree");
    keep("one");
    assertThat(run("plans", "compare", "latest", "latest", "--on", "it").exit()).isEqualTo(2);
  }

  @Test
  void aFileIsComparedWithAKeptPlan() throws Exception {
    keep("one");
    Path file = state.resolve("old.txt");
    Files.writeString(file, run("plans", "show", "latest", "--raw").out());
    var same = run("plans", "compare", file.toString(), "latest");
    assertThat(same.out()).contains("Both do the same.");
    assertThat(same.exit()).isZero();
    Files.writeString(file, "dear colleague");
    assertThat(run("plans", "compare", file.toString(), "latest").exit()).isEqualTo(2);
  }

  @Test
  void anIndexIsTriedUnseenByOthers() throws SQLException {
    schema.run("ALTER TABLE orders DROP KEY words");
    String[] advise = {
      "advise", "it", "-d", schema.name(), "--sql", SQL, "--try", "it", "--how", "invisible"
    };
    var asked = run(advise);
    assertThat(asked.exit()).isEqualTo(4);
    assertThat(asked.err()).contains("INVISIBLE ALGORITHM=INPLACE LOCK=NONE", "DROP INDEX");
    var done = run(with(advise, "--yes"));
    assertThat(done.exit()).isEqualTo(1);
    assertThat(done.out())
        .contains("tried: the plan uses it", "- Table scan on orders", "using binnacle_trial_");
    assertThat(run("audit").out()).contains("binnacle_trial_", "DROP INDEX");
    var json = run(with(advise, "--yes", "--analyze", "--json")).json().get("advice").get(0);
    assertThat(json.get("used_in_trial").asBoolean()).isTrue();
    assertThat(json.get("ms_after").asDouble()).isPositive();
    assertThat(json.get("plan_before").asString()).contains("Table scan");
    assertThat(run(with(advise, "--yes", "--how", "magic")).err()).contains("sample or invisible");
    advise[advise.length - 3] = "live";
    assertThat(run(with(advise, "--yes")).err()).contains("--confirm live");
    assertThat(run(with(advise, "--yes", "--confirm", "live")).exit()).isEqualTo(1);
    assertThat(run("query", "it", "-d", schema.name(), "--sql", "SHOW INDEX FROM orders").out())
        .doesNotContain("binnacle_trial");
  }

  private static String[] with(String[] words, String... more) {
    var all = new java.util.ArrayList<>(java.util.List.of(words));
    if (more.length > 1 && more[1].equals("--how")) {
      all.removeLast();
      all.removeLast();
    }
    all.addAll(java.util.List.of(more));
    return all.toArray(String[]::new);
  }
}
