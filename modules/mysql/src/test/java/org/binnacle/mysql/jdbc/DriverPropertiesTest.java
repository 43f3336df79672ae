package org.binnacle.mysql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.mysql.cj.conf.PropertyDefinitions;
import com.mysql.cj.conf.PropertyKey;
import java.nio.file.Path;
import java.util.Optional;
import org.binnacle.mysql.Bounds;
import org.binnacle.mysql.contract.Bed;
import org.junit.jupiter.api.Test;

class DriverPropertiesTest {
  private final Bed bed = new Bed();

  /// The driver takes unknown names without a word, so that a misspelt one would protect nobody.
  @Test
  void theDriverKnowsEveryProperty() {
    var store = new TrustStores.Store(Path.of("ca.p12"), "x");
    var properties =
        DriverProperties.of(
            bed.server("h", 1, "u", "p"), "look", Bounds.action(), true, Optional.of(store));
    for (String name : properties.stringPropertyNames()) {
      PropertyKey key = PropertyKey.fromValue(name);
      assertThat(key).as(name).isNotNull();
      assertThat(PropertyDefinitions.PROPERTY_KEY_TO_PROPERTY_DEFINITION).containsKey(key);
    }
  }

  /// Objects in columns are not deserialised: the driver no longer can (autoDeserialize is gone).
  @Test
  void theDriverCannotDeserialiseObjects() {
    assertThat(PropertyKey.fromValue("autoDeserialize")).isNull();
  }

  @Test
  void onlyTheMonitorMaySendSeveralStatementsAndNobodySendsFiles() {
    var action =
        DriverProperties.of(
            bed.server("h", 1, "u", "p"), "kill", Bounds.action(), false, Optional.empty());
    assertThat(action)
        .containsEntry("allowMultiQueries", "false")
        .containsEntry("allowLoadLocalInfile", "false")
        .containsEntry("allowUrlInLocalInfile", "false")
        .containsEntry("allowPublicKeyRetrieval", "false")
        .containsEntry("connectionAttributes", "program_name:binnacle,role:kill")
        .doesNotContainKeys("user", "password");
  }
}
