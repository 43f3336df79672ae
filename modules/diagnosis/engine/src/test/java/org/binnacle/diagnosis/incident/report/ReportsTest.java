package org.binnacle.diagnosis.incident.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.binnacle.diagnosis.incident.Finding;
import org.binnacle.diagnosis.incident.Grid;
import org.binnacle.diagnosis.incident.Incident;
import org.binnacle.diagnosis.incident.IncidentFaults;
import org.binnacle.diagnosis.incident.Part;
import org.binnacle.diagnosis.incident.Recorded;
import org.binnacle.diagnosis.incident.rule.Rules;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.FaultCode;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;
import org.binnacle.kernel.Severity;
import org.junit.jupiter.api.Test;

class ReportsTest {
  private static final String HOSTILE =
      "SELECT '</script><script>alert(1)</script><!-- & \u2028 ]]>' -- <img src=x onerror=y>";
  private static final InstanceRef SHOP =
      new InstanceRef(
          "9", "shop-db-1", "db1.example:3306", "production", "red", Safety.STRICT, "shop");

  private static Part part(String step, Map<String, Grid> grids, Map<String, String> texts) {
    return new Part(step, 1, Part.Status.OK, "", 12, 345, grids, texts);
  }

  private static Incident incident(String sql) {
    Grid sessions =
        Grid.of(
            List.of("id", "user", "host", "time_us", "sql", "kind"),
            List.of(
                List.of("7", "anna", "app-7.example", "1200000", sql, "active"),
                List.of("8", "bert", "app-8.example", "100", "SELECT 4711", "active")));
    Grid tree =
        Grid.of(
            List.of(
                "depth",
                "who",
                "id",
                "user",
                "host",
                "doing",
                "blocks",
                "lock",
                "lock_kind",
                "sql",
                "last_sql"),
            List.of(
                List.of(
                    "0", "#7", "7", "anna", "app-7.example", "idle in trx", "1", "", "", "", sql),
                List.of(
                    "1",
                    "#8",
                    "8",
                    "bert",
                    "app-8.example",
                    "updating",
                    "0",
                    "shop.t.PRIMARY X ('secret-key')",
                    "row",
                    "UPDATE t SET a = 4711",
                    "")));
    var parts = new ArrayList<Part>();
    parts.add(part("sessions", Map.of("all", sessions), Map.of()));
    parts.add(part("locks", Map.of("tree", tree), Map.of("summary", "1 session waits")));
    parts.add(
        part("innodb", Map.of(), Map.of("status", "query by anna from app-7.example " + sql)));
    parts.add(
        part(
            "plans",
            Map.of(
                "plans",
                Grid.of(
                    List.of("id", "schema", "digest", "time_us", "sql", "plan"),
                    List.of(List.of("7", "shop", "x", "1", sql, "{\"a\": \"b = 4711\"}")))),
            Map.of()));
    var one = new Recorded(SHOP, "8.0.33", "MySQL 8.0", parts);
    return new Incident(
        "2b1a7a54-7f3d-4d33-8d5e-6a7c3b8c9d10",
        Instant.parse("2026-11-20T12:00:00Z"),
        Duration.ofMillis(2600),
        "shop-db-1",
        "by hand",
        "seen by anna",
        false,
        List.of(one),
        Rules.look(one));
  }

  @Test
  void theRulesNameTheIdleBlocker() {
    Finding finding = incident("UPDATE t SET a = 1").findings().getFirst();
    assertThat(finding.rule()).isEqualTo("locks.idle-blocker");
    assertThat(finding.words()).contains("1 session waits for shop.t.PRIMARY").contains("#7 anna");
  }

  @Test
  void everyFormatIsReadBackAsItWas() {
    Incident incident = incident(HOSTILE);
    for (var format : List.of(Reports.Format.HTML, Reports.Format.JSON)) {
      assertThat(Reports.read(Reports.text(format, incident, Mask.NONE))).isEqualTo(incident);
    }
    assertThat(Reports.text(Reports.Format.MARKDOWN, incident, Mask.NONE))
        .contains("# Incident: shop-db-1")
        .doesNotContain("<script>");
  }

  @Test
  void nothingThatAServerSentBecomesMarkup() {
    String page = Reports.text(Reports.Format.HTML, incident(HOSTILE), Mask.NONE);
    // Ours only: the JSON and the script that reads it.
    assertThat(page.split("<script", -1)).hasSize(3);
    assertThat(page.split("</script", -1)).hasSize(3);
    assertThat(page).doesNotContain("<img").doesNotContain("<!--").doesNotContain("\u2028");
    assertThat(page).contains("default-src 'none'").doesNotContain("http://");
    assertThat(page).contains("&lt;/script&gt;").contains("\\u003c/script\\u003e");
  }

  @Test
  void maskingLeavesNoLiteralHostNorUser() {
    Incident incident = incident("SELECT * FROM t WHERE card = 'secret-key' AND n = 4711");
    for (var format : Reports.Format.values()) {
      String text = Reports.text(format, incident, Mask.ALL);
      assertThat(text)
          .doesNotContain("secret-key")
          .doesNotContain("4711")
          .doesNotContain("anna")
          .doesNotContain("bert")
          .doesNotContain("example")
          .doesNotContain("shop-db-1");
    }
    Incident masked = Reports.read(Reports.text(Reports.Format.JSON, incident, Mask.ALL));
    assertThat(masked.masked()).isTrue();
    // The same user has the same name everywhere.
    String user =
        masked.recorded().getFirst().grid("sessions", "all").lines().getFirst().text("user");
    assertThat(masked.recorded().getFirst().grid("locks", "tree").lines().getFirst().text("user"))
        .isEqualTo(user)
        .startsWith("user-");
    assertThat(masked.findings().getFirst().words()).contains(user);
  }

  @Test
  void partsOfALaterProgramAreShownRaw() {
    String json =
        IncidentJson.write(incident("SELECT 1"))
            .replace(
                "\"parts\":[",
                "\"parts\":[{\"step\":\"weather\",\"version\":9,\"status\":\"odd\",\"grids\":"
                    + "{\"a\":{\"shape\":1}},\"texts\":{\"b\":[1,2]}},");
    Part part = IncidentJson.read(json).recorded().getFirst().part("weather").orElseThrow();
    assertThat(part.version()).isEqualTo(9);
    assertThat(part.texts()).containsEntry("a", "{\"shape\":1}").containsEntry("b", "[1,2]");
  }

  @Test
  void nonsenseIsRefusedWithItsReason() {
    Map<String, FaultCode> bad = new LinkedHashMap<>();
    bad.put("", IncidentFaults.NOT_ONE);
    bad.put("hello", IncidentFaults.NOT_ONE);
    bad.put("{", IncidentFaults.NOT_ONE);
    bad.put("[]", IncidentFaults.NOT_ONE);
    bad.put("{\"format\":\"other\"}", IncidentFaults.NOT_ONE);
    bad.put("{\"format\":\"binnacle-incident\",\"version\":1}", IncidentFaults.NOT_ONE);
    bad.put("{\"format\":\"binnacle-incident\",\"version\":2}", IncidentFaults.NEWER);
    bad.put(
        "{\"format\":\"binnacle-incident\",\"version\":1,\"id\":\"../../etc\"}",
        IncidentFaults.NOT_ONE);
    bad.put("{\"a\":" + "[".repeat(5_000), IncidentFaults.NOT_ONE);
    bad.put(
        "<html><script type=\"application/json\" id=\"binnacle-incident\">{",
        IncidentFaults.NOT_ONE);
    bad.forEach(
        (text, code) ->
            assertThat(catchThrowableOfType(Fault.class, () -> Reports.read(text)).code())
                .as(text.substring(0, Math.min(40, text.length())))
                .isEqualTo(code));
  }

  @Test
  void aPageOfFiveHundredSessionsStaysBelowTwoMegabytes() {
    var rows = new ArrayList<List<String>>();
    for (int i = 0; i < 500; i++) {
      rows.add(
          List.of(
              String.valueOf(i),
              "app",
              "10.0.4." + i % 250,
              "1200000",
              "SELECT o.id, o.total FROM orders o JOIN customer c ON c.id = o.customer_id WHERE "
                  + "c.mail = 'user"
                  + i
                  + "@example.com' AND o.created > '2026-11-01' /* "
                  + "x".repeat(700)
                  + " */",
              "active"));
    }
    Grid all = Grid.of(List.of("id", "user", "host", "time_us", "sql", "kind"), rows);
    var one =
        new Recorded(
            SHOP,
            "8.0.33",
            "MySQL 8.0",
            List.of(part("sessions", Map.of("all", all, "active 2", all), Map.of())));
    var incident =
        new Incident(
            "2b1a7a54-7f3d-4d33-8d5e-6a7c3b8c9d10",
            Instant.EPOCH,
            Duration.ZERO,
            "t",
            "by hand",
            "",
            false,
            List.of(one),
            List.of());
    assertThat(Reports.text(Reports.Format.HTML, incident, Mask.NONE).length())
        .isLessThan(2_000_000);
    assertThat(incident.head().severity()).isEqualTo(Severity.OK);
  }

  @Test
  void onlyTheSummaryHoldsNoStatementAndNoTable() {
    Incident incident = incident("UPDATE stock SET qty = 99 WHERE id = 4711");
    for (var format : Reports.Format.values()) {
      String text = Reports.text(format, incident, Mask.NONE.summary());
      assertThat(text)
          .contains("1 session waits for shop.t.PRIMARY")
          .contains("statement left out")
          .contains("sessions")
          .doesNotContain("4711")
          .doesNotContain("UPDATE")
          .doesNotContain("bert");
    }
    Incident back = Reports.read(Reports.text(Reports.Format.HTML, incident, Mask.NONE.summary()));
    assertThat(back.findings()).hasSameSizeAs(incident.findings());
    assertThat(back.recorded().getFirst().parts()).hasSize(4).allMatch(Part::isEmpty);
  }

  @Test
  void eachMaskTakesOutItsOwnAndLeavesTheRest() {
    Incident incident = incident("UPDATE stock SET qty = 99 WHERE id = 4711");
    String literals = Reports.text(Reports.Format.HTML, incident, new Mask(true, false, false));
    assertThat(literals).doesNotContain("4711").contains("anna").contains("db1.example");
    String hosts = Reports.text(Reports.Format.HTML, incident, new Mask(false, true, false));
    assertThat(hosts)
        .doesNotContain("example")
        .doesNotContain("shop-db-1")
        .contains("4711")
        .contains("anna");
    String users = Reports.text(Reports.Format.HTML, incident, new Mask(false, false, true));
    assertThat(users).doesNotContain("anna").doesNotContain("bert").contains("4711");
  }

  @Test
  void aNewerPartIsKeptButNeitherReadNorTakenForMaskable() {
    Grid future = Grid.of(List.of("id", "words"), List.of(List.of("7", "secret 4711")));
    Incident old = incident("SELECT 1");
    Recorded one = old.recorded().getFirst();
    var newer =
        new Recorded(
            one.instance(),
            one.version(),
            one.flavour(),
            List.of(
                new Part(
                    "locks",
                    2,
                    Part.Status.OK,
                    "",
                    1,
                    1,
                    Map.of("tree", future),
                    Map.of("summary", "secret 4712"))));
    assertThat(newer.grid("locks", "tree")).isEqualTo(Grid.EMPTY);
    assertThat(newer.text("locks", "summary")).isEmpty();
    assertThat(newer.part("locks")).isPresent();
    assertThat(newer.understood("locks")).isEmpty();
    var incident =
        new Incident(
            old.id(), old.at(), old.took(), "x", "by hand", "", false, List.of(newer), List.of());
    assertThat(Reports.read(Reports.text(Reports.Format.HTML, incident, Mask.NONE)))
        .isEqualTo(incident);
    assertThat(Reports.text(Reports.Format.HTML, incident, new Mask(true, false, false)))
        .doesNotContain("4711")
        .doesNotContain("4712");
  }
}
