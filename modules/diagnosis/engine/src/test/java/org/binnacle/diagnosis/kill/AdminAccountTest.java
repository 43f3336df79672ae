package org.binnacle.diagnosis.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.binnacle.diagnosis.Samples;
import org.binnacle.diagnosis.session.Kind;
import org.binnacle.diagnosis.session.ProcessRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdminAccountTest {
  @ParameterizedTest
  @CsvSource({
    "%, 10.0.4.9, true",
    "localhost, localhost, true",
    "localhost, 127.0.0.1, true",
    "127.0.0.1, localhost, true",
    "localhost, 10.0.4.9, false",
    "localhost, app-07, false",
    "10.0.%, 10.0.4.9, true",
    "10.0.4._, 10.0.4.9, true",
    "10.0.4._, 10.0.4.19, false",
    "10.1.%, 10.0.4.9, false",
    // Nobody here knows the address of a name: taken for the administrator.
    "10.0.%, app-07.example, true",
    "%.example, app-07.example, true",
    "%.example, app-07.elsewhere, false",
    "%.example, 10.0.4.9, true",
    "10.0.0.0/255.0.0.0, 10.0.4.9, true",
    "10.0.%, localhost, false",
  })
  void aSessionIsOfAnAccountByItsHost(String host, String from, boolean expected) {
    assertThat(new AdminAccount("boss", host, "SUPER").is("boss", from)).isEqualTo(expected);
    assertThat(new AdminAccount("boss", host, "SUPER").is("Boss", from)).isFalse();
  }

  @Test
  void aHostileHostPatternDoesNotStall() {
    String host = "%1".repeat(120) + "%2";
    long began = System.nanoTime();
    assertThat(new AdminAccount("boss", host, "SUPER").is("boss", "1".repeat(250))).isFalse();
    assertThat(System.nanoTime() - began).isLessThan(5_000_000_000L);
  }

  @Test
  void anAccountIsReadAsTheServerWritesIt() {
    assertThat(AdminAccount.of("'o'neil'@'10.%'", "SUPER"))
        .contains(new AdminAccount("o'neil", "10.%", "SUPER"));
    assertThat(AdminAccount.of("nonsense", "SUPER")).isEmpty();
  }

  private static final ProcessRow BOSS = row(1, "boss");
  private static final ProcessRow APP = row(2, "app");

  private static ProcessRow row(long id, String user) {
    return Samples.of(id, Kind.ACTIVE, user, "Query", "", 90_000_000, "SELECT 1");
  }

  @Test
  void aRuleLeavesAdministratorsAloneAndSaysWhy() {
    Protection knowing =
        Protection.standard()
            .knowing(
                new Admins.Seen(
                    List.of(new AdminAccount("boss", "%", "CONNECTION_ADMIN")), "not all"));
    KillRule.Choice choice =
        RuleText.parse("busy-time=1s victims=all").choose(List.of(BOSS, APP), knowing);
    assertThat(choice.victims()).containsExactly(APP);
    assertThat(choice.spared())
        .containsEntry(
            1L, "boss@% administers this server (CONNECTION_ADMIN); the word admins takes it too");
    assertThat(choice.unsure()).isEqualTo("not all");
    assertThat(choice.sparedWords()).isEqualTo(choice.spared().get(1L));
    assertThat(
            RuleText.parse("busy-time=1s admins victims=all")
                .choose(List.of(BOSS, APP), knowing)
                .victims())
        .containsExactly(BOSS, APP);
    // Somebody who names one session means it.
    assertThat(knowing.against(Kind.ACTIVE, "boss")).isEmpty();
  }

  @Test
  void reasonsAreCountedAndTheRestIsCutShort() {
    assertThat(KillRule.Choice.words(List.of("b", "a", "a", "b", "a"))).isEqualTo("a (3); b (2)");
    assertThat(KillRule.Choice.words(List.of("a", "b", "c", "d", "e"))).endsWith("; ...");
    assertThat(KillRule.Choice.words(List.of())).isEmpty();
  }
}
