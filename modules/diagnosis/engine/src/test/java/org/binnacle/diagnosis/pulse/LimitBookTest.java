package org.binnacle.diagnosis.pulse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.binnacle.diagnosis.Fleet;
import org.binnacle.diagnosis.health.Limit;
import org.binnacle.diagnosis.health.Thresholds;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.Tls;
import org.binnacle.testkit.MemorySettings;
import org.junit.jupiter.api.Test;

class LimitBookTest {
  private final MemorySettings settings = new MemorySettings();
  private final List<Server> servers = List.of(server("shop-1"), server("backup-1"));
  private final Fleet fleet = () -> servers;

  private static Server server(String name) {
    var ref = new InstanceRef(name, name, name + ":3306", "test", "grey", Safety.RELAXED, "");
    return new Server(ref, name, 3306, "x", Tls.preferred(), Optional.empty());
  }

  @Test
  void whatIsSetCountsForWhomItIsSetAndTheLastRuleWins() {
    settings.put(PulseSettings.EXEMPT, "rep*, etl");
    settings.put(
        PulseSettings.THRESHOLDS, "lag=40s/400s; backup => lag=1h/1d select=off/off; write=1s/2s");
    var book = new LimitBook(settings, fleet);
    Thresholds shop = book.apply("shop-1");
    Thresholds backup = book.apply("backup-1");
    assertThat(shop.lagS()).isEqualTo(new Limit(40, 400));
    assertThat(backup.lagS()).isEqualTo(new Limit(3_600, 86_400));
    assertThat(shop.selectS()).isEqualTo(Thresholds.standard().selectS());
    assertThat(backup.selectS().warning()).isInfinite();
    assertThat(List.of(shop.writeS(), backup.writeS())).containsOnly(new Limit(1, 2));
    assertThat(shop.exempt()).containsExactly("rep*", "etl");
    assertThat(backup.exempt()).isEqualTo(shop.exempt());
  }

  @Test
  void whatIsNotUnderstoodIsLeftOut() {
    settings.put(PulseSettings.THRESHOLDS, "lag=40s/400s; nonsense");
    assertThat(new LimitBook(settings, fleet).apply("shop-1")).isEqualTo(Thresholds.standard());
  }
}
